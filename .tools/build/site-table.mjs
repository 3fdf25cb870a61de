import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const WORKER = 'service-worker.js';
/** What is asked of the host each time, or is no page of the app. */
const NOT_KEPT = new Set([WORKER, '404.html', '_app/version.json']);
const MARK = /\s*<meta name="samenwerkingsmeter" content="[^"]*">/;
const PLACE_OF_MARK = '<meta charset="utf-8" />';
const TABLE = /samenwerkingsmeter-site:[^`'"]*/;

/**
 * Writes into a built site what is in it: a mark in each page, and in the service worker the list of pages and files
 * with the start of each file's SHA-256. So the worker keeps nothing but what this build has at that place
 * (src/offline/). Can be done again after a change.
 * @param {string} folder
 */
export function writeSiteTable(folder) {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => statSync(join(folder, path)).isFile())
		.map((path) => relative('.', path).split(sep).join('/'))
		.sort();
	const read = (path) => readFileSync(join(folder, path));
	const pages = paths.filter((path) => path.endsWith('.html') && !NOT_KEPT.has(path));
	const files = paths.filter((path) => !path.endsWith('.html') && !NOT_KEPT.has(path));
	const texts = new Map(pages.map((path) => [path, read(path).toString().replace(MARK, '')]));
	const worker = read(WORKER).toString().replace(TABLE, 'samenwerkingsmeter-site:');
	const hashes = new Map(files.map((path) => [path, shortHash(read(path))]));
	const build = shortHash(JSON.stringify([[...texts], [...hashes], worker]));

	for (const [path, text] of texts) {
		const mark = `<meta name="samenwerkingsmeter" content="${build} ${addressOf(path)}">`;
		if (!text.includes(PLACE_OF_MARK)) throw new Error(`${path} has no place for its mark`);
		writeFileSync(join(folder, path), text.replace(PLACE_OF_MARK, `${PLACE_OF_MARK}\n\t\t${mark}`));
	}
	const table = [build, pages.map(addressOf).join(','), [...hashes].map((entry) => entry.join(' ')).join(',')].join(
		'|'
	);
	if (!TABLE.test(worker)) throw new Error(`${WORKER} has no place for the table of the site`);
	writeFileSync(join(folder, WORKER), worker.replace(TABLE, `samenwerkingsmeter-site:${table}`));
}

function addressOf(page) {
	return page.replace(/index\.html$/, '');
}

function shortHash(content) {
	return createHash('sha256').update(content).digest().subarray(0, 8).toString('base64url');
}

/** The adapter, which then writes the table of the site it made. */
export function withSiteTable(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			writeSiteTable('build');
		}
	};
}
