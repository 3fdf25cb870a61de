import { readFileSync } from 'node:fs';

/** The one source of what a host sends with the site; the examples in hosting/ hold the same (a test compares them). */
const { headers, cacheControl } = JSON.parse(
	readFileSync(new URL('../../hosting/headers.json', import.meta.url), 'utf8')
);

/**
 * @param {string} path within the site, such as '/_app/version.json'
 * @returns {Record<string, string>} the headers of its answer
 */
export function headersOf(path) {
	const kept = Object.keys(cacheControl).find((start) => path.startsWith(start));
	return { ...headers, 'Cache-Control': kept === undefined ? 'no-cache' : cacheControl[kept] };
}
