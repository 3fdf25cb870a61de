import { erase, readBytes, writeBytes, type ByteFile } from './byte-file';
import { crc32 } from '$lib/domain/text/crc32';
import { decodeLines, encodeLine, type JournalChange, type JournalEntry } from './lines';

/** The first line of a whole file; written last, so a file that was left halfway has none. */
export interface JournalHeader {
	/** 1: as older apps wrote it, with times, and with what lies in piles since. */
	format: 1 | 2;
	/** Higher is newer. */
	generation: number;
	/** Which database this is a journal of; another one begins at another epoch. */
	epoch: string;
	/** The version of the database. */
	schema: number;
	/** The last transaction that the copy at the beginning holds. */
	sequence: number;
	/** Where the copy ends and the entries after it begin, in bytes. */
	logStart: number;
	/** CRC-32 of the copy. */
	copyChecksum: number;
}

/** Of whole lines that follow the header: a copy of everything, then what each transaction wrote since. */
export interface JournalContent {
	header: JournalHeader;
	copy: JournalChange[];
	/** By sequence, each once, all later than the copy. */
	log: JournalEntry[];
	/** The last transaction in the piles, of which the records are in the copy here. */
	piles: number;
}

/** Room for the header, which is written after what follows it. */
const HEADER_BYTES = 512;
const FORMAT = 2;

/** @returns null when the file is empty, was left halfway, or is not of this format */
export function readHeader(file: ByteFile): JournalHeader | null {
	const [header] = decodeLines(readBytes(file, 0, HEADER_BYTES)) as (JournalHeader | undefined)[];
	return header && [1, FORMAT].includes(header.format) ? header : null;
}

/** Puts an entry at the end and waits until it is on the disk. @throws when it could not be written */
export function appendEntry(file: ByteFile, entry: JournalEntry): void {
	const size = file.getSize();
	const [last] = readBytes(file, size - 1, 1);
	// After a line that was torn by a crash, the next begins on a line of its own.
	const torn = last !== 0x0a;
	const line = encodeLine(entry);
	writeBytes(file, torn ? Uint8Array.from([0x0a, ...line]) : line, size);
	file.flush();
}

export function readContent(file: ByteFile, header: JournalHeader): JournalContent {
	const lines = decodeLines(readBytes(file, HEADER_BYTES, header.logStart - HEADER_BYTES)) as JournalChange[][];
	return { header, copy: lines.flat(), log: readLog(file, header), piles: 0 };
}

/** Whether the copy is as it was written. */
export function isCopyWhole(file: ByteFile, { logStart, copyChecksum }: JournalHeader): boolean {
	return crc32(readBytes(file, HEADER_BYTES, logStart - HEADER_BYTES)) === copyChecksum;
}

/** The entries after the copy. */
export function readLog(file: ByteFile, header: JournalHeader): JournalEntry[] {
	const lines = decodeLines(readBytes(file, header.logStart, file.getSize() - header.logStart)) as JournalEntry[];
	const bySequence = new Map(lines.map((entry) => [entry.sequence, entry]));
	return [...bySequence.values()]
		.filter(({ sequence }) => sequence > header.sequence)
		.sort((a, b) => a.sequence - b.sequence);
}

/** Writes a whole new file: a copy of everything first, the header last. */
export class JournalCopyWriter {
	#end = HEADER_BYTES;
	#checksum = 0;

	constructor(private readonly file: ByteFile) {
		erase(file);
		writeBytes(file, new Uint8Array(HEADER_BYTES).fill(0x20), 0);
	}

	/** @throws when it could not be written */
	add(changes: readonly JournalChange[]): void {
		const line = encodeLine(changes);
		writeBytes(this.file, line, this.#end);
		this.#end += line.length;
		this.#checksum = crc32(line, this.#checksum);
	}

	/** From here on the file is whole, and on the disk. */
	finish(header: Omit<JournalHeader, 'format' | 'logStart' | 'copyChecksum'>): void {
		this.file.flush();
		writeBytes(
			this.file,
			encodeLine({ format: FORMAT, ...header, logStart: this.#end, copyChecksum: this.#checksum }),
			0
		);
		this.file.flush();
	}
}
