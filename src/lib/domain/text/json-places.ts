import { JsonMistake, JsonReader, type JsonNode } from './json-reader';

/**
 * Reads JSON and remembers where everything stands, which JSON.parse does not tell: so that whoever writes a file by
 * hand hears on which line something is wrong, the same in every browser.
 */

/** Where something stands in a value: names of fields, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** A place in a text, both from 1. */
export interface TextPlace {
	line: number;
	column: number;
}

export type JsonReading =
	| { kind: 'good'; value: unknown; placeOf(path: Path): TextPlace }
	/** Dutch: what is wrong at this place, and nothing after it was read. */
	| { kind: 'refused'; place: TextPlace; message: string };

/**
 * The reader of every JSON file in this app. Also refuses what JSON.parse lets through in silence: the same name twice
 * in one block, the name «__proto__», numbers beyond all numbers, blocks too deep within each other and too many
 * values. Where things stand is only looked for when someone asks: a large file is mostly sound.
 */
export function readJson(text: string): JsonReading {
	try {
		new JsonReader(text).readAll();
		const value: unknown = JSON.parse(text);
		let places: { root: JsonNode; placeAt: (at: number) => TextPlace } | undefined;
		const placeOf = (path: Path) => {
			places ??= { root: new JsonReader(text, true).readAll(), placeAt: placesIn(text) };
			return places.placeAt(deepest(places.root, path).at);
		};
		return { kind: 'good', value, placeOf };
	} catch (cause) {
		if (!(cause instanceof JsonMistake)) throw cause;
		return { kind: 'refused', place: placeIn(text, cause.at), message: cause.message };
	}
}

/** The part at the path, or where it should have been: the nearest block around it. */
function deepest(root: JsonNode, path: Path): JsonNode {
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
