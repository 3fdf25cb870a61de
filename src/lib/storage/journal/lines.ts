import { hexDigits } from '$lib/domain/text/bytes-as-text';
import { crc32 } from '$lib/domain/text/crc32';

/** One write in one store, as the database did it. */
export type JournalChange =
	| readonly ['put', store: string, value: unknown]
	| readonly ['delete', store: string, key: unknown]
	| readonly ['clear', store: string];

/** What one transaction wrote, without the time. */
export interface JournalEntry {
	/** Counts the transactions of a database that go in the log. */
	sequence: number;
	changes: readonly JournalChange[];
}

const NEWLINE = 0x0a;
const CHECKSUM_DIGITS = 8;
/** Hexadecimal digits and a space. */
export const LINE_CHECKSUM_BYTES = CHECKSUM_DIGITS + 1;

/** A line of its own: a checksum, the value as JSON, and a newline. */
export function encodeLine(value: unknown): Uint8Array {
	const json = new TextEncoder().encode(JSON.stringify(value));
	const line = new Uint8Array(LINE_CHECKSUM_BYTES + json.length + 1);
	new TextEncoder().encodeInto(`${hexDigits(crc32(json), CHECKSUM_DIGITS)} `, line);
	line.set(json, LINE_CHECKSUM_BYTES);
	line[line.length - 1] = NEWLINE;
	return line;
}

/** The values of all whole lines; a torn or damaged line is left out, and says nothing about the next. */
export function decodeLines(bytes: Uint8Array): unknown[] {
	const values: unknown[] = [];
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf(NEWLINE, start);
		if (end === -1) break;
		const value = decodeLine(bytes.subarray(start, end));
		if (value !== undefined) values.push(value);
		start = end + 1;
	}
	return values;
}

/** @returns undefined for a line that is not as it was written */
function decodeLine(line: Uint8Array): unknown {
	if (line.length <= LINE_CHECKSUM_BYTES) return undefined;
	const decoder = new TextDecoder();
	const json = line.subarray(LINE_CHECKSUM_BYTES);
	if (decoder.decode(line.subarray(0, LINE_CHECKSUM_BYTES - 1)) !== hexDigits(crc32(json), CHECKSUM_DIGITS))
		return undefined;
	try {
		return JSON.parse(decoder.decode(json)) as unknown;
	} catch {
		return undefined;
	}
}
