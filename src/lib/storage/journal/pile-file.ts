import { erase, overwrite, readBytes, type ByteFile } from './byte-file';
import { crc32 } from '$lib/domain/text/crc32';
import { decodeLines, encodeLine, LINE_CHECKSUM_BYTES, type JournalChange } from './lines';

/**
 * A pile: records of which nobody may know when and in which order they came. It is written whole each time, by key,
 * into two files, one after the other: so at each moment one of them is whole. What they hold follows from the records
 * alone, not from how they came about.
 */

export type PileRecord = Extract<JournalChange, readonly ['put', ...unknown[]]>;
/** In the order in which they are written: what is whole in the first is the newest. */
export type PileFiles = readonly [ByteFile, ByteFile];

interface PileHeader {
	format: 1;
	/** Of all that follows the header, in bytes. */
	length: number;
	/** CRC-32 of that. */
	checksum: number;
}

export interface Pile {
	/** Whether it is as it was written. */
	isWhole: boolean;
	/** As they were written; what is damaged is left out. */
	records: PileRecord[];
}

const HEADER_BYTES = 128;

/** What a file with these records holds: by key, which tells nothing. */
export function pileBytes(records: readonly PileRecord[]): Uint8Array {
	const lines = records.map((record) => encodeLine(record)).sort(compareLines);
	const bytes = new Uint8Array(lines.reduce((total, line) => total + line.length, HEADER_BYTES));
	let end = HEADER_BYTES;
	for (const line of lines) {
		bytes.set(line, end);
		end += line.length;
	}
	const header: PileHeader = { format: 1, length: end - HEADER_BYTES, checksum: crc32(bytes.subarray(HEADER_BYTES)) };
	bytes.fill(0x20, 0, HEADER_BYTES).set(encodeLine(header));
	return bytes;
}

/** The newest that is whole; where neither is, what can still be read. Null when there is none. */
export function readPile(files: PileFiles): Pile | null {
	const piles = files.flatMap((file) => readOne(file) ?? []);
	return piles.find(({ isWhole }) => isWhole) ?? piles[0] ?? null;
}

/** Puts this in the place of what the pile held, of which nothing is left then. @throws when it could not be written */
export function replacePile(files: PileFiles, bytes: Uint8Array): void {
	for (const file of files) if (!holds(file, bytes)) overwrite(file, bytes);
}

/** Leaves nothing of it: the older one goes first, since what is whole in the newer one counts. */
export function erasePile([newer, older]: PileFiles): void {
	erase(older);
	erase(newer);
}

function readOne(file: ByteFile): Pile | null {
	if (file.getSize() < HEADER_BYTES) return null;
	const [header] = decodeLines(readBytes(file, 0, HEADER_BYTES)) as (PileHeader | undefined)[];
	if (header?.format !== 1) return null;
	const body = readBytes(file, HEADER_BYTES, header.length);
	const isWhole = body.length === header.length && crc32(body) === header.checksum;
	return { isWhole, records: decodeLines(body) as PileRecord[] };
}

function holds(file: ByteFile, bytes: Uint8Array): boolean {
	if (file.getSize() !== bytes.length) return false;
	const found = readBytes(file, 0, bytes.length);
	return found.length === bytes.length && found.every((byte, at) => byte === bytes[at]);
}

/** By what they say, which is the same on every device; not by their checksums. */
function compareLines(a: Uint8Array, b: Uint8Array): number {
	const length = Math.min(a.length, b.length);
	for (let at = LINE_CHECKSUM_BYTES; at < length; at += 1) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
