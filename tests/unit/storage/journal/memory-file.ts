import type { ByteFile, JournalFolder } from '$lib/storage/journal/byte-file';
import { JOURNAL_FILES } from '$lib/storage/journal/two-files';

/** A crash: from here on nothing reaches the disk. */
export class Crash extends Error {}

/**
 * The private files of a device: what was written stays, until the number of writes that it survives is used
 * up; the last one may be torn.
 */
export class Disk implements JournalFolder {
	readonly #files = new Map<string, Uint8Array>();
	writesLeft = Infinity;
	/** How much of the write that crashes still reaches the disk, from 0 to 1. */
	torn = 0;

	open(name: string): Promise<ByteFile> {
		if (!this.#files.has(name)) this.#files.set(name, new Uint8Array(0));
		return Promise.resolve(this.#file(name));
	}

	names(): Promise<string[]> {
		return Promise.resolve([...this.#files.keys()].reverse());
	}

	remove(name: string): Promise<void> {
		if (this.writesLeft-- <= 0) return Promise.reject(new Crash());
		this.#files.delete(name);
		return Promise.resolve();
	}

	/** The same files on a disk that nothing is wrong with. */
	copy(): Disk {
		const copy = new Disk();
		for (const [name, bytes] of this.#files) copy.#files.set(name, bytes.slice());
		return copy;
	}

	/** Of one of the two files with the copy and the log. */
	bytes(index: 0 | 1): Uint8Array {
		return this.#content(JOURNAL_FILES[index]);
	}

	/** Every file with something in it, by name. */
	get all(): ReadonlyMap<string, Uint8Array> {
		return new Map([...this.#files].filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
	}

	/** Everything in all files, as text. */
	get text(): string {
		return [...this.all].map(([name, bytes]) => `${name}\n${new TextDecoder('latin1').decode(bytes)}`).join('\n');
	}

	#content(name: string): Uint8Array {
		return this.#files.get(name) ?? new Uint8Array(0);
	}

	#file(name: string): ByteFile {
		const content = () => this.#content(name);
		return {
			read: (into, { at }) => {
				const part = content().subarray(at, at + into.length);
				into.set(part);
				return part.length;
			},
			write: (from, { at }) => {
				const crashes = this.writesLeft-- <= 0;
				const part = crashes ? from.subarray(0, Math.floor(from.length * this.torn)) : from;
				const grown = new Uint8Array(Math.max(content().length, at + part.length));
				grown.set(content());
				grown.set(part, at);
				this.#files.set(name, grown);
				if (crashes) throw new Crash();
				return from.length;
			},
			getSize: () => content().length,
			truncate: (size) => {
				if (this.writesLeft-- <= 0) throw new Crash();
				const cut = new Uint8Array(size);
				cut.set(content().subarray(0, size));
				this.#files.set(name, cut);
			},
			flush: () => undefined,
			close: () => undefined
		};
	}
}
