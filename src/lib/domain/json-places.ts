import { cleanText, nameOfSign } from './harmful-signs';

/**
 * Reads JSON and remembers where everything stands, which JSON.parse does not tell: so that whoever writes a file by hand hears
 * on which line something is wrong, the same in every browser.
 */

/** Where something stands in a value: names of fields, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** A place in a text, both from 1. */
export interface TextPlace {
	line: number;
	column: number;
}

/** A value in the text with the places of its parts. */
interface Node {
	/** Of the name of the field, or of the value in a list; in UTF-16 units from 0. */
	at: number;
	parts: ReadonlyMap<string | number, Node>;
}

/** Of every value that has no parts. */
const NO_PARTS: Node['parts'] = new Map();
/** In the place of a part that is not remembered. */
const NOT_KEPT: Node = { at: 0, parts: NO_PARTS };

export type JsonReading =
	| { kind: 'good'; value: unknown; placeOf(path: Path): TextPlace }
	/** Dutch: what is wrong at this place, and nothing after it was read. */
	| { kind: 'refused'; place: TextPlace; message: string };

/** Blocks and lists within each other; nothing of this app comes near it. */
export const MAX_DEPTH = 40;

/** Values in one text: a limit to what a hostile one asks of the memory. The largest file of this app has one in 16 characters: 1.25 million. */
export const MAX_VALUES = 2_000_000;

/** Assigning to this name changes what an object is instead of what it holds: only an attack needs it. */
const PROTOTYPE = '__proto__';

/** In characters: of what stands in the text, a message quotes no more. */
const MAX_QUOTE = 40;

/**
 * The one reader of JSON in this app. Also refuses what JSON.parse lets through in silence: the same name twice in one block,
 * the name «__proto__», numbers beyond all numbers, more than MAX_DEPTH blocks within each other and more than
 * MAX_VALUES values. Where things stand is only looked for when someone asks: a large file is mostly sound.
 */
export function readJson(text: string): JsonReading {
	try {
		new Reader(text).readAll();
		const value: unknown = JSON.parse(text);
		let places: { root: Node; placeAt: (at: number) => TextPlace } | undefined;
		const placeOf = (path: Path) => {
			places ??= { root: new Reader(text, true).readAll(), placeAt: placesIn(text) };
			return places.placeAt(deepest(places.root, path).at);
		};
		return { kind: 'good', value, placeOf };
	} catch (cause) {
		if (!(cause instanceof Mistake)) throw cause;
		return { kind: 'refused', place: placeIn(text, cause.at), message: cause.message };
	}
}

/** The part at the path, or where it should have been: the nearest block around it. */
function deepest(root: Node, path: Path): Node {
	let here = root;
	for (const step of path) {
		const part = here.parts.get(step);
		if (!part) return here;
		here = part;
	}
	return here;
}

function placeIn(text: string, at: number): TextPlace {
	let [line, start] = [1, 0];
	for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
		line += 1;
		start = end + 1;
	}
	return { line, column: at - start + 1 };
}

/** Finds the line starts once: a file with thousands of mistakes asks for as many places. */
function placesIn(text: string): (at: number) => TextPlace {
	const starts = [0];
	for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
	return (at) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
	};
}

class Mistake extends Error {
	constructor(
		readonly at: number,
		message: string
	) {
		super(message);
	}
}

const WHITE_SPACE = /[ \t\r\n]*/y;
const ESCAPED_CODE = /\\u[0-9a-fA-F]{4}/y;
/** What may stand behind a backslash, beside u and four digits. */
const ESCAPED: ReadonlySet<string> = new Set('"\\/bfnrt');
const SIMPLE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const WORD = /[\w.+-]+/y;
/** As `charCodeAt` gives them. */
const [NEW_LINE, CARRIAGE_RETURN, SPACE, QUOTE, BACKSLASH] = [10, 13, 32, 34, 92];

class Reader {
	#at = 0;
	#values = 0;

	/** @param keeps whether the places of all parts are remembered, which takes far more memory than the text */
	constructor(
		private readonly text: string,
		private readonly keeps = false
	) {}

	readAll(): Node {
		this.#skip(WHITE_SPACE);
		const root = this.#value(this.#at, 0);
		if (this.#at < this.text.length) {
			this.#refuse('Na de laatste accolade of het laatste haakje staat nog iets. Haal dat weg.');
		}
		return root;
	}

	/** A value with the white space behind it. @param at where its name stands, or the value itself in a list */
	#value(at: number, depth: number): Node {
		if (depth > MAX_DEPTH) this.#refuse(`De blokken en lijsten zitten te diep in elkaar: meer dan ${MAX_DEPTH}.`);
		if (++this.#values > MAX_VALUES) this.#refuse(`Er staat te veel in: meer dan ${MAX_VALUES} waarden.`);
		const parts = this.#partsHere(depth);
		this.#skip(WHITE_SPACE);
		return { at, parts };
	}

	/** Reads a value, and gives its parts. */
	#partsHere(depth: number): Node['parts'] {
		const next = this.text.charAt(this.#at);
		if (next === '{') return this.#block(depth);
		if (next === '[') return this.#list(depth);
		if (next === '"') this.#string();
		else this.#simple(next);
		return NO_PARTS;
	}

	#block(depth: number): Node['parts'] {
		const parts = new Map<string, Node>();
		this.#each('}', () => {
			const at = this.#at;
			if (this.text.charAt(at) !== '"') this.#refuseName();
			const name = this.#name();
			if (parts.has(name)) this.#refuse(`"${quote(name)}" staat twee keer in hetzelfde blok. Haal er één weg.`, at);
			if (name === PROTOTYPE) this.#refuse(`"${name}" kan geen naam zijn. Haal dat weg.`, at);
			this.#skip(WHITE_SPACE);
			if (this.text.charAt(this.#at) !== ':') this.#refuse(`Na "${quote(name)}" ontbreekt een dubbele punt.`);
			this.#step();
			const part = this.#value(at, depth + 1);
			parts.set(name, this.keeps ? part : NOT_KEPT);
		});
		return parts;
	}

	#list(depth: number): Node['parts'] {
		const parts = new Map<number, Node>();
		this.#each(']', (index) => {
			const part = this.#value(this.#at, depth + 1);
			if (this.keeps) parts.set(index, part);
		});
		return parts;
	}

	/** A number, true, false or null. */
	#simple(next: string): void {
		const start = this.#at;
		const found = this.#skip(SIMPLE);
		if (found === '') this.#refuseValue(next);
		if (Math.abs(Number(found)) === Number.POSITIVE_INFINITY)
			this.#refuse(`Het getal ${quote(found)} is te groot.`, start);
	}

	/** What stands between the brackets, with commas between. */
	#each(close: '}' | ']', read: (index: number) => void): void {
		this.#step();
		if (this.text.charAt(this.#at) === close) return this.#close();
		for (let index = 0; ; index++) {
			read(index);
			const next = this.text.charAt(this.#at);
			if (next === close) return this.#close();
			if (next !== ',') this.#refuseNoComma(close, next);
			const comma = this.#at;
			this.#step();
			if (this.text.charAt(this.#at) === close) {
				this.#refuse(`Voor ${close} mag geen komma staan. Haal die komma weg.`, comma);
			}
		}
	}

	/** One sign, and the white space behind it. */
	#step(): void {
		this.#close();
		this.#skip(WHITE_SPACE);
	}

	#close(): void {
		this.#at += 1;
	}

	/** Sign by sign: a text of millions of signs is too much for one pattern. @returns it as it stands there, with its quotes */
	#string(): string {
		const { text } = this;
		const start = this.#at;
		let strange = false;
		let at = start + 1;
		for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
			// NaN is the end of the text.
			if (code === NEW_LINE || code === CARRIAGE_RETURN || Number.isNaN(code)) this.#refuseOpenText(start);
			if (code === BACKSLASH) at = this.#escapeAt(at, start);
			else at += 1;
			if (code < SPACE) strange = true;
		}
		if (strange) this.#refuse('In deze tekst zit een teken dat niet mag, zoals een tab. Haal het weg.', start);
		this.#at = at + 1;
		return text.slice(start, this.#at);
	}

	/** @returns where it goes on behind the backslash and what belongs to it */
	#escapeAt(at: number, start: number): number {
		if (ESCAPED.has(this.text.charAt(at + 1))) return at + 2;
		this.#at = at;
		if (this.#skip(ESCAPED_CODE) === '') this.#refuseEscape(start);
		return this.#at;
	}

	#name(): string {
		const found = this.#string();
		return found.includes('\\') ? String(JSON.parse(found)) : found.slice(1, -1);
	}

	/** What the pattern finds here, and moves behind it; empty when it finds nothing. */
	#skip(pattern: RegExp): string {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.text)?.[0] ?? '';
		this.#at += found.length;
		return found;
	}

	#refuse(message: string, at = this.#at): never {
		throw new Mistake(at, message);
	}

	#refuseValue(next: string): never {
		if (next === '') this.#refuseEnd();
		if (isQuote(next)) this.#refuseQuote();
		if (next === '/') this.#refuseComment();
		if (next === ',' || next === '}' || next === ']')
			this.#refuse(`Voor ${next} ontbreekt iets: een tekst, getal, lijst of blok.`);
		const start = this.#at;
		const word = this.#skip(WORD) || next;
		this.#refuse(`${quote(word)} kan hier niet. Tekst hoort tussen rechte dubbele aanhalingstekens.`, start);
	}

	#refuseName(): never {
		const next = this.text.charAt(this.#at);
		if (next === '') this.#refuseEnd();
		if (isQuote(next)) this.#refuseQuote();
		if (next === '/') this.#refuseComment();
		this.#refuse('Hier hoort een naam tussen rechte dubbele aanhalingstekens, zoals "title".');
	}

	#refuseNoComma(close: string, next: string): never {
		if (next === '') this.#refuseEnd();
		if (next === '/') this.#refuseComment();
		if (next === '}' || next === ']') this.#refuse(`Hier staat ${next}, maar eerst moet er ${close} komen.`);
		// The comma belongs behind what came before, often on the line above.
		const end = this.text.slice(0, this.#at).trimEnd().length;
		this.#refuse(
			'Hier ontbreekt een komma. Of er staat een dubbel aanhalingsteken midden in een tekst: zet er dan \\ voor.',
			end
		);
	}

	/** @param start of the text in which the backslash stands */
	#refuseEscape(start: number): never {
		const end = /["\n\r]/g;
		end.lastIndex = this.#at + 1;
		if (end.exec(this.text)?.[0] !== '"') this.#refuseOpenText(start);
		this.#refuse('Het teken \\ kan hier niet. Wil je \\ zelf in de tekst, schrijf dan \\\\.');
	}

	#refuseOpenText(start: number): never {
		this.#refuse('Deze tekst stopt niet op dezelfde regel. Ontbreekt er een aanhalingsteken op het einde?', start);
	}

	#refuseEnd(): never {
		this.#refuse('Het bestand stopt te vroeg: er ontbreekt nog een accolade } of een haakje ].');
	}

	#refuseQuote(): never {
		this.#refuse('Gebruik rechte dubbele aanhalingstekens ("), geen gekrulde of enkele.');
	}

	#refuseComment(): never {
		this.#refuse('Opmerkingen mogen niet in dit bestand. Haal ze weg.');
	}
}

function isQuote(character: string): boolean {
	return /^['’‘“”„«»`]$/.test(character);
}

function quote(text: string): string {
	const shown = cleanText(text.slice(0, MAX_QUOTE));
	if (shown.trim() === '') return nameOfSign(text);
	return text.length > MAX_QUOTE ? `${shown}…` : shown;
}
