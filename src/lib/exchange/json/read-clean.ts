import { cleanText } from '$lib/domain/text/misleading-characters';
import { readJson, type JsonReading } from '$lib/domain/text/json-places';

/**
 * What a text from outside holds: the one way in for every file of this app. Its texts come as `cleanText` leaves
 * them, since people paste characters that nobody sees; names of fields are checked by the schema.
 */
export function readClean(text: string): JsonReading {
	const reading = readJson(text);
	return reading.kind === 'good' ? { ...reading, value: cleanedDeep(reading.value) } : reading;
}

/** @returns undefined, which no JSON gives, for what is no JSON in UTF-8 */
export function readCleanBytes(bytes: Uint8Array<ArrayBuffer>): unknown {
	const text = textOfBytes(bytes);
	const reading = text === undefined ? undefined : readClean(text);
	return reading?.kind === 'good' ? reading.value : undefined;
}

/**
 * The same for a short text of which every field is looked at by rules of its own: what stands in a link, and what this
 * tab kept. It names no line and takes the browser's own reader, so that a participant's page is without the other one.
 * @returns undefined, which no JSON gives, for what is no JSON
 */
export function parseClean(text: string): unknown {
	try {
		return cleanedDeep(JSON.parse(text));
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

/** @returns undefined for what is no UTF-8 */
export function textOfBytes(bytes: Uint8Array<ArrayBuffer>): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		if (cause instanceof TypeError) return undefined;
		throw cause;
	}
}

function cleanedDeep(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(cleanedDeep);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanedDeep(part)]));
}
