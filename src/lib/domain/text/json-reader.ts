import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './file-limits';
import { cleanText, nameOfCharacter } from './misleading-characters';

/** A value in the text with the places of its parts. */
export interface JsonNode {
	/** Of the name of the field, or of the value in a list; in UTF-16 units from 0. */
	at: number;
	parts: ReadonlyMap<string | number, JsonNode>;
}

/** Of every value that has no parts. */
const NO_PARTS: JsonNode['parts'] = new Map();
/** In the place of a part that is not remembered. */
const NOT_KEPT: JsonNode = { at: 0, parts: NO_PARTS };

/** Assigning to this name changes what an object is instead of what it holds: only an attack needs it. */
const PROTOTYPE = '__proto__';

/** In characters: of what stands in the text, a message quotes no more. */
const MAX_QUOTE = 40;

/** What is wrong, in Dutch, and where: in UTF-16 units from 0. */
export class JsonMistake extends Error {
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

/** Reads one text, and stops at the first mistake. */
export class JsonReader {
	#at = 0;
	#values = 0;

	/** @param keeps whether the places of all parts are remembered, which takes far more memory than the text */
	constructor(
		private readonly text: string,
		private readonly keeps = false
	) {}

	readAll(): JsonNode {
		this.#skip(WHITE_SPACE);
		const root = this.#value(this.#at, 0);
		if (this.#at < this.text.length) {
			this.#refuse('Na de laatste accolade of het laatste haakje staat nog iets. Haal dat weg.');
		}
		return root;
	}

	/** A value with the white space behind it. @param at where its name stands, or the value itself in a list */
	#value(at: number, depth: number): JsonNode {
		if (depth > MAX_JSON_DEPTH)
			this.#refuse(`De blokken en lijsten zitten te diep in elkaar: meer dan ${MAX_JSON_DEPTH}.`);
		if (++this.#values > MAX_JSON_VALUES) this.#refuse(`Er staat te veel in: meer dan ${MAX_JSON_VALUES} waarden.`);
		const parts = this.#partsHere(depth);
		this.#skip(WHITE_SPACE);
		return { at, parts };
	}

	/** Reads a value, and gives its parts. */
	#partsHere(depth: number): JsonNode['parts'] {
		const next = this.text.charAt(this.#at);
		if (next === '{') return this.#block(depth);
		if (next === '[') return this.#list(depth);
		if (next === '"') this.#string();
		else this.#simple(next);
		return NO_PARTS;
	}

	#block(depth: number): JsonNode['parts'] {
		const parts = new Map<string, JsonNode>();
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

	#list(depth: number): JsonNode['parts'] {
		const parts = new Map<number, JsonNode>();
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

	/**
	 * Sign by sign: a text of millions of signs is too much for one pattern.
	 * @returns it as it stands there, with its quotes
	 */
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
		throw new JsonMistake(at, message);
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
	if (shown.trim() === '') return nameOfCharacter(text);
	return text.length > MAX_QUOTE ? `${shown}…` : shown;
}
