import { createHash } from 'node:crypto';
import { readSite, type Site } from '../../../src/offline/site';

export const ORIGIN = 'https://www.gemeente.be';
export const SCOPE = '/tools/meter/';
const FILES = {
	'_app/immutable/start.js': 'start()',
	'_app/immutable/page.js': 'page()',
	'_app/immutable/look.css': 'body{}',
	'_app/immutable/letters.woff2': 'letters',
	'template.json': '{}'
};
const PAGES = ['', 'nieuw/', 'meedoen/', 'niet-gevonden/'];

/** A build of a small app, as a host has it. */
export interface SmallBuild {
	site: Site;
	/** By path. */
	contents: Map<string, string>;
}

/** @param build its name; the contents of page.js differ between builds, and so does its name when that changes */
export function smallBuild(build: string, pageScript = '_app/immutable/page.js'): SmallBuild {
	const files = Object.entries(FILES).map(([path, text]): [string, string] =>
		path.endsWith('page.js') ? [pageScript, `${text}//${build}`] : [path, text]
	);
	const pages = PAGES.map((path): [string, string] => [path, pageText(build, path, pageScript)]);
	const hash = (text: string) => createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');
	const table = [build, PAGES.join(','), files.map(([path, text]) => `${path} ${hash(text)}`).join(',')].join('|');
	return {
		site: readSite(SCOPE.slice(0, -1), `samenwerkingsmeter-site:${table}`),
		contents: new Map([...pages, ...files].map(([path, text]) => [SCOPE + path, text]))
	};
}

function pageText(build: string, path: string, script: string): string {
	const links = ['_app/immutable/start.js', script].map((one) => `<link href="../${one}" rel="modulepreload">`);
	return `<html><meta name="samenwerkingsmeter" content="${build} ${path}">Samenwerkingsmeter ${links.join('')}</html>`;
}

export function typeOf(path: string): string {
	if (path.endsWith('.js')) return 'text/javascript';
	if (path.endsWith('.css')) return 'text/css';
	if (path.endsWith('.json')) return 'application/json';
	if (path.endsWith('.woff2')) return 'font/woff2';
	return 'text/html';
}

/** Whether a browser takes this for what is at this path: scripts, styles and pages by their type. */
export function isRefused(path: string, response: Response): boolean {
	const type = response.headers.get('content-type') ?? '';
	const matters = /(\/|\.js|\.css)$/.test(path);
	return response.redirected || response.status !== 200 || (matters && type !== typeOf(path));
}
