import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { pageMark, type Site } from './site';

/** On what is kept: of which file it was found to be the content. */
const STAMP = 'x-samenwerkingsmeter';

/** Without the right type a browser refuses them; of other files the content alone counts. */
const TYPES: Readonly<Record<string, RegExp>> = {
	'.js': /^(text|application)\/(x-)?(java|ecma)script\b/,
	'.css': /^text\/css\b/
};
const HTML = /^text\/html\b/;

/**
 * What may be kept of an answer: the whole file that this build has at this path, as an answer of our own, which a
 * navigation accepts also when the host had redirected.
 * @param answer read to its end
 * @returns undefined for anything else: a login page, a piece, a page of another build
 */
export async function soundCopy(site: Site, path: string, answer: Response): Promise<Response | undefined> {
	if (!hasRightShape(site, path, answer)) return undefined;
	const bytes = await answer.arrayBuffer();
	const isSound = site.pages.has(path) ? isPage(site, path, bytes) : (await hashOf(bytes)) === site.files.get(path);
	if (!isSound) return undefined;
	const headers = new Headers(answer.headers);
	// The bytes are unpacked already.
	headers.delete('content-encoding');
	headers.delete('content-length');
	// It would match no other request, or could not be kept at all.
	headers.delete('vary');
	headers.set(STAMP, stampOf(site, path));
	return new Response(bytes, { status: 200, headers });
}

/** Whether this kept answer was found sound before: then its content is not read again. */
export function isStamped(site: Site, path: string, kept: Response): boolean {
	return hasRightShape(site, path, kept) && !kept.redirected && kept.headers.get(STAMP) === stampOf(site, path);
}

/**
 * What an older build kept, to be shown when nothing newer comes: its content can not be compared.
 * @returns as an answer that a navigation accepts, or undefined when the browser would refuse it
 */
export async function olderCopy(path: string, isNavigation: boolean, kept: Response): Promise<Response | undefined> {
	const expected = isNavigation ? HTML : TYPES[extension(path)];
	if (kept.status !== 200 || (expected && !expected.test(typeOf(kept)))) return undefined;
	const bytes = await kept.arrayBuffer();
	if (isNavigation && !isWholePageOfOurs(bytes)) return undefined;
	return new Response(bytes, { status: 200, headers: kept.headers });
}

function hasRightShape(site: Site, path: string, answer: Response): boolean {
	const expected = site.pages.has(path) ? HTML : TYPES[extension(path)];
	return answer.status === 200 && (expected?.test(typeOf(answer)) ?? true);
}

/** Leniently: what a scanner on the way adds to a page leaves it a page of this build. */
function isPage(site: Site, path: string, bytes: ArrayBuffer): boolean {
	const text = new TextDecoder().decode(bytes);
	return text.includes(pageMark(site, path)) && text.includes('</html>');
}

/** Older builds had no mark, but all of them name their parts. */
function isWholePageOfOurs(bytes: ArrayBuffer): boolean {
	const text = new TextDecoder().decode(bytes);
	return text.includes('Samenwerkingsmeter') && text.includes('_app/immutable/') && text.includes('</html>');
}

/** The first 64 bits of the SHA-256: enough against accidents. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const start = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 8);
	return encodeBase64Url(start);
}

function stampOf(site: Site, path: string): string {
	return site.files.get(path) ?? site.build;
}

function typeOf(answer: Response): string {
	return (answer.headers.get('content-type') ?? '').toLowerCase();
}

function extension(path: string): string {
	return /\.\w+$/.exec(path)?.[0] ?? '';
}
