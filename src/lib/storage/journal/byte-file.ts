/** The part of FileSystemSyncAccessHandle that a journal uses. */
export interface ByteFile {
	read(into: Uint8Array, options: { at: number }): number;
	write(from: Uint8Array, options: { at: number }): number;
	getSize(): number;
	truncate(size: number): void;
	flush(): void;
	close(): void;
}

/** The folder with the files of a journal. A file that is not there is empty once it is opened. */
export interface JournalFolder {
	/** For one at a time. */
	open(name: string): Promise<ByteFile>;
	names(): Promise<string[]>;
	/** Also when it is not there. */
	remove(name: string): Promise<void>;
}

/** At most so many bytes; fewer at the end of the file. */
export function readBytes(file: ByteFile, at: number, length: number): Uint8Array {
	const bytes = new Uint8Array(Math.max(0, length));
	const count = file.read(bytes, { at: Math.max(0, at) });
	return bytes.subarray(0, count);
}

/** @throws when not all of it could be written */
export function writeBytes(file: ByteFile, bytes: Uint8Array, at: number): void {
	const count = file.write(bytes, { at });
	if (count !== bytes.length) throw new Error(`only ${count} of ${bytes.length} bytes were written`);
}

/**
 * Leaves nothing else in it, and waits until it is on the disk: what is longer is written over first, since
 * only shortening leaves it there.
 */
export function overwrite(file: ByteFile, bytes: Uint8Array): void {
	const size = file.getSize();
	const covering = new Uint8Array(Math.max(size, bytes.length));
	covering.set(bytes);
	writeBytes(file, covering, 0);
	file.flush();
	if (size > bytes.length) {
		file.truncate(bytes.length);
		file.flush();
	}
}

/** Leaves nothing of what was in it. */
export function erase(file: ByteFile): void {
	if (file.getSize() > 0) overwrite(file, new Uint8Array(0));
}
