import { MAX_FILE_PARTS } from '$lib/domain/text/file-limits';
import { readJson, type TextPlace } from '$lib/domain/text/json-places';

/** Where one element of a list stands in a file. */
export interface JsonPart {
	/** In bytes from 0. */
	start: number;
	/** In bytes, behind it. */
	end: number;
	/** From 1: the line on which it begins. */
	line: number;
}

/** What a file holds beside the elements, and where those stand. */
export interface SplitJson {
	/**
	 * The text of the file with `null` in the place of each element: it is JSON, together with its
	 * elements, exactly when the file is.
	 */
	frame: string;
	parts: ReadonlyMap<string, readonly JsonPart[]>;
	/** The line in the file of a place in the frame. */
	lineOf(place: TextPlace): number;
}

/** An element that is not in the frame. */
interface Gap extends TextPlace {
	/** How many line ends it holds. */
	lines: number;
}

/** Bytes of the name of a field, as it is written: a longer one is none that is looked for. */
const MAX_NAME = 200;
const IN_PLACE = 'null';

const [TAB, NEW_LINE, CARRIAGE_RETURN, SPACE, QUOTE, COMMA, COLON] = [9, 10, 13, 32, 34, 44, 58];
const [OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_BLOCK, CLOSE_BLOCK] = [91, 92, 93, 123, 125];

/**
 * Finds the elements of some lists directly in the root block of a JSON file, however it is laid out, while it is
 * read chunk by chunk: so that a large file need never be in memory whole. It checks nothing but its own limits: what
 * is wrong with the file is wrong with the frame or with an element. Works on bytes, since no part of another character
 * looks like a bracket in UTF-8.
 */
export class JsonSplitter {
	#frame: string[] = [];
	#frameLength = 0;
	/** In the frame, of what comes next. */
	#place: TextPlace = { line: 1, column: 1 };
	#gaps: Gap[] = [];
	#decoder = new TextDecoder();
	#parts: Map<string, JsonPart[]>;
	#count = 0;

	/** Bytes before this chunk. */
	#before = 0;
	#line = 1;
	#depth = 0;
	#inText = false;
	#escaped = false;
	/** The last text directly in the root block, as it is written without its quotes; it may be the name of a field. */
	#name: number[] | undefined;
	/** The list in the root block whose elements these are. */
	#list: JsonPart[] | undefined;
	/** The list whose name came last. */
	#named: JsonPart[] | undefined;
	/** In an element, or behind one and before the next comma. */
	#element: 'none' | 'inside' | 'behind' = 'none';
	#begun = { start: 0, line: 1 };

	/** @param maxFrame of the frame, in UTF-16 units */
	constructor(
		lists: readonly string[],
		private readonly maxFrame: number
	) {
		this.#parts = new Map(lists.map((name) => [name, []]));
	}

	/** @returns false when there is more than this app can take: then nothing more need be added */
	add(bytes: Uint8Array): boolean {
		/** From where the frame gets what stands here; -1 in an element. */
		let from = this.#element === 'inside' ? -1 : 0;
		for (let at = 0; at < bytes.length; at += 1) {
			const byte = bytes[at] ?? 0;
			if (byte === NEW_LINE) this.#line += 1;
			if (this.#inText) {
				this.#textByte(byte);
				continue;
			}
			const inside = this.#element === 'inside';
			if (this.#list && this.#depth === 2) {
				if (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_BLOCK) {
					if (inside) from = this.#end(at);
					this.#element = 'none';
				} else if (this.#element === 'none' && !isSpace(byte)) {
					this.#toFrame(bytes.subarray(from, at));
					this.#begin(at);
					from = -1;
				}
			}
			this.#structure(byte);
			// A block or list ends with its bracket; what else stands behind it is no part of it.
			if (inside && this.#depth === 2 && (byte === CLOSE_BLOCK || byte === CLOSE_LIST)) from = this.#end(at + 1);
		}
		if (from >= 0) this.#toFrame(bytes.subarray(from));
		this.#before += bytes.length;
		return this.#frameLength <= this.maxFrame && this.#count <= MAX_FILE_PARTS;
	}

	/** After the last chunk. */
	finish(): SplitJson {
		if (this.#element === 'inside') this.#end(0);
		this.#emit(this.#decoder.decode());
		const gaps = this.#gaps;
		return {
			frame: this.#frame.join(''),
			parts: this.#parts,
			lineOf: ({ line, column }) =>
				gaps
					.filter((gap) => gap.line < line || (gap.line === line && gap.column < column))
					.reduce((total, { lines }) => total + lines, line)
		};
	}

	#textByte(byte: number): void {
		if (this.#escaped) this.#escaped = false;
		else if (byte === BACKSLASH) this.#escaped = true;
		else if (byte === QUOTE) {
			this.#inText = false;
			return;
		}
		if (this.#depth === 1 && this.#name && this.#name.length < MAX_NAME) this.#name.push(byte);
	}

	#structure(byte: number): void {
		switch (byte) {
			case QUOTE:
				this.#inText = true;
				if (this.#depth === 1) this.#name = [];
				break;
			case OPEN_BLOCK:
				this.#depth += 1;
				break;
			case OPEN_LIST:
				if (this.#depth === 1) this.#list = this.#named;
				this.#depth += 1;
				break;
			case CLOSE_BLOCK:
			case CLOSE_LIST:
				this.#depth -= 1;
				if (this.#depth < 2) this.#list = undefined;
				break;
			case COLON:
				if (this.#depth === 1) this.#named = this.#parts.get(readName(this.#name ?? []));
				break;
			case COMMA:
				if (this.#depth === 1) this.#named = undefined;
		}
	}

	#begin(at: number): void {
		this.#element = 'inside';
		this.#begun = { start: this.#before + at, line: this.#line };
		this.#gaps.push({ ...this.#place, lines: 0 });
		this.#emit(IN_PLACE);
		this.#count += 1;
	}

	/** @param at behind the element, in this chunk @returns from where the frame goes on */
	#end(at: number): number {
		this.#element = 'behind';
		const { start, line } = this.#begun;
		this.#list?.push({ start, end: this.#before + at, line });
		const gap = this.#gaps.at(-1);
		if (gap) gap.lines = this.#line - line;
		return at;
	}

	#toFrame(bytes: Uint8Array): void {
		this.#emit(this.#decoder.decode(bytes, { stream: true }));
	}

	#emit(text: string): void {
		this.#frameLength += text.length;
		if (this.#frameLength <= this.maxFrame) this.#frame.push(text);
		let { line, column } = this.#place;
		let start = 0;
		for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
			[line, column, start] = [line + 1, 1, end + 1];
		}
		this.#place = { line, column: column + text.length - start };
	}
}

function isSpace(byte: number): boolean {
	return byte === SPACE || byte === TAB || byte === NEW_LINE || byte === CARRIAGE_RETURN;
}

/** The name of a field, of how it is written between its quotes; empty for what is none. */
function readName(bytes: readonly number[]): string {
	const reading = readJson(`"${new TextDecoder().decode(Uint8Array.from(bytes))}"`);
	return reading.kind === 'good' ? String(reading.value) : '';
}
