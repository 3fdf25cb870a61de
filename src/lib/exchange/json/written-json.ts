import { cleanText } from '$lib/domain/text/misleading-characters';

/** How the files of this app are written, the same content as the same text; without what reading needs. */

/** For `JSON.stringify`. */
export function cleaned(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? cleanText(value) : value;
}

/** The same record with its keys in alphabetical order, so that the same content gives the same file. */
export function inKeyOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

/** By code unit: the same on every device, whatever its language. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
