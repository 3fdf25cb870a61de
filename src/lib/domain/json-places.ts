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
	parts: Map<string | number, Node>;
}

export type JsonReading =
	| { kind: 'good'; value: unknown; placeOf(path: Path): TextPlace }
	/** Dutch: what is wrong at this place, and nothing after it was read. */
	| { kind: 'refused'; place: TextPlace; message: string };

/** Blocks and lists within each other; nothing of this app comes near it. */
export const MAX_DEPTH = 40;

/** Also refuses what JSON.parse lets through in silence: the same name twice in one block. */
export function readJson(text: string): JsonReading {
	try {
		const root = new Reader(text).readAll();
		const value: unknown = JSON.parse(text);
		const placeAt = placesIn(text);
		return { kind: 'good', value, placeOf: (path) => placeAt(deepest(root, path).at) };
	} catch (cause) {
		if (!(cause instanceof Mistake)) throw cause;
		return { kind: 'refused', place: placesIn(text)(cause.at), message: cause.message };
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

/** Finds the line starts once: a file with thousands of mistakes asks for as many places. */
function placesIn(text: string): (at: number) => TextPlace {
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
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
const STRING = /"(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SIMPLE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const WORD = /[\w.+-]+/y;

class Reader {
	#at = 0;

	constructor(private readonly text: string) {}

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
		if (depth > MAX_DEPTH)
			this.#refuse('De blokken en lijsten zitten te diep in elkaar. Dit kan geen vragenlijst zijn.');
		const parts = new Map<string | number, Node>();
		const next = this.text.charAt(this.#at);
		if (next === '{') this.#block(parts, depth);
		else if (next === '[') this.#list(parts, depth);
		else if (next === '"') this.#string();
		else if (this.#skip(SIMPLE) === '') this.#refuseValue(next);
		this.#skip(WHITE_SPACE);
		return { at, parts };
	}

	#block(parts: Node['parts'], depth: number): void {
		this.#each('}', () => {
			const at = this.#at;
			if (this.text.charAt(at) !== '"') this.#refuseName();
			const name = this.#string();
			if (parts.has(name)) this.#refuse(`"${name}" staat twee keer in hetzelfde blok. Haal er één weg.`, at);
			this.#skip(WHITE_SPACE);
			if (this.text.charAt(this.#at) !== ':') this.#refuse(`Na "${name}" ontbreekt een dubbele punt.`);
			this.#step();
			parts.set(name, this.#value(at, depth + 1));
		});
	}

	#list(parts: Node['parts'], depth: number): void {
		this.#each(']', (index) => parts.set(index, this.#value(this.#at, depth + 1)));
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

	#string(): string {
		const start = this.#at;
		const found = this.#skip(STRING);
		if (found === '') this.#refuseString();
		if (Array.from(found).some((character) => character < ' ')) {
			this.#refuse('In deze tekst zit een teken dat niet mag, zoals een tab. Haal het weg.', start);
		}
		const read: unknown = JSON.parse(found);
		return String(read);
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
		this.#refuse(`${word} kan hier niet. Tekst hoort tussen rechte dubbele aanhalingstekens.`, start);
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

	#refuseString(): never {
		const start = this.#at;
		const line = /[^\n\r]*/y;
		line.lastIndex = start;
		const rest = line.exec(this.text)?.[0] ?? '';
		const slash = /^"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*\\/.exec(rest)?.[0];
		const closed = /^"(?:[^"\\]|\\.)*"/.test(rest);
		if (slash !== undefined && closed) {
			this.#refuse(
				'Het teken \\ kan hier niet. Wil je \\ zelf in de tekst, schrijf dan \\\\.',
				start + slash.length - 1
			);
		}
		this.#refuse('Deze tekst stopt niet op dezelfde regel. Ontbreekt er een aanhalingsteken op het einde?');
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
