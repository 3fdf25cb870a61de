import { cleanText } from '$lib/domain/text/misleading-characters';

/** How the files of this app are written, the same content as the same text; without what reading needs. */

/** For `JSON.stringify`. */
export function cleaned(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? cleanText(value) : value;
}
