import { erase, readBytes, writeBytes, type ByteFile } from './byte-file';
import { crc32 } from './crc32';
import { decodeLines, encodeLine, type JournalChange } from './lines';

/**
 * A pile: records of which nobody may know when and in which order they came. It is written whole each time, by key, into the one of its
 * two files that is not in use; then the other one is erased. So at each moment one of the two is whole, and none holds what was before.
 */

export type PileRecord = Extract<JournalChange, readonly ['put', ...unknown[]]>;
export type PileFiles = readonly [ByteFile, ByteFile];

interface PileHeader {
	format: 1;
	/** Higher is newer. */
	generation: number;
	/** Of all that follows the header, in bytes. */
	length: number;
	/** CRC-32 of that. */
	checksum: number;
}

export interface Pile {
	file: ByteFile;
	generation: number;
	/** Whether it is as it was written. */
	isWhole: boolean;
	/** As they were written; what is damaged is left out. */
	records: PileRecord[];
	/** CRC-32 of all records as they were written. */
	checksum: number;
}

const HEADER_BYTES = 128;

/** The records in an order that tells nothing, as they are written. */
export function pileBody(records: readonly PileRecord[]): Uint8Array {
	const lines = records.map((record) => encodeLine(record)).sort(compareBytes);
	const body = new Uint8Array(lines.reduce((total, line) => total + line.length, 0));
	let end = 0;
	for (const line of lines) {
		body.set(line, end);
		end += line.length;
	}
	return body;
}

/** The newest that is whole; where none is, the newest that there is. */
export function currentPile(files: PileFiles): Pile | null {
	const piles = files.flatMap((file) => readPile(file) ?? []);
	const newest = piles.sort((a, b) => b.generation - a.generation);
	return newest.find(({ isWhole }) => isWhole) ?? newest[0] ?? null;
}

/** Puts this in the place of what the pile held, of which nothing is left then. @throws when it could not be written */
export function replacePile(files: PileFiles, current: Pile | null, body: Uint8Array): void {
	const next = files.find((file) => file !== current?.file) ?? files[0];
	erase(next);
	const header: PileHeader = {
		format: 1,
		generation: (current?.generation ?? 0) + 1,
		length: body.length,
		checksum: crc32(body)
	};
	const bytes = new Uint8Array(HEADER_BYTES + body.length).fill(0x20, 0, HEADER_BYTES);
	bytes.set(encodeLine(header));
	bytes.set(body, HEADER_BYTES);
	writeBytes(next, bytes, 0);
	next.flush();
	eraseOther(files, next);
}

/** What a crash left behind in the file that is not in use. */
export function eraseOther(files: PileFiles, used: ByteFile | undefined): void {
	for (const file of files) if (file !== used) erase(file);
}

function readPile(file: ByteFile): Pile | null {
	const size = file.getSize();
	if (size < HEADER_BYTES) return null;
	const [header] = decodeLines(readBytes(file, 0, HEADER_BYTES)) as (PileHeader | undefined)[];
	if (header?.format !== 1) return null;
	const body = readBytes(file, HEADER_BYTES, header.length);
	const { generation, checksum } = header;
	const isWhole = body.length === header.length && crc32(body) === checksum;
	return { file, generation, checksum, isWhole, records: decodeLines(body) as PileRecord[] };
}

/** By the bytes themselves, behind the checksum that each line begins with: the same everywhere. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
	const length = Math.min(a.length, b.length);
	for (let at = CHECKSUM_BYTES; at < length; at += 1) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

/** Of a line. */
const CHECKSUM_BYTES = 9;
