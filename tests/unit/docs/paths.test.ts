import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { outside, rooms } from '../../../.tools/rooms/rooms.js';

/** Every page that helps people who work on this; decisions and the list of changes tell of their own day. */
const pages = [
	...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
	...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`),
	...['README.md', 'CONTRIBUTING.md']
].filter((name) => name.endsWith('.md') && !name.startsWith('docs/decisions/'));

/** Where a path in the text may begin. */
const ROOTS = ['', 'src/lib/', 'src/'];
const FIRST =
	/^(src|tests|docs|questions|hosting|static|\.tools|\.ci|domain|content|storage|exchange|design|charts|report|state|ui|offline|routes)\//;

/** Made by a command, and not kept. */
const MADE = ['tests/bench/results/', 'hosting/letterbox/sbom.cdx.json'];

function pathsIn(page: string): string[] {
	const text = readFileSync(page, 'utf8');
	return [...text.matchAll(/`([^`\s*…<>]+)`/g)]
		.map(([, path = '']) => path)
		.filter((path) => FIRST.test(path) && !MADE.includes(path));
}

function linksIn(page: string): string[] {
	const text = readFileSync(page, 'utf8');
	return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
		.map(([, link = '']) => link)
		.filter((link) => !/^[a-z]+:/.test(link));
}

test.each(pages)('%s names no file that is not there', (page) => {
	const gone = pathsIn(page).filter((path) => !ROOTS.some((root) => existsSync(root + path)));
	const dead = linksIn(page).filter((link) => !existsSync(join(dirname(page), link)));
	expect([...gone, ...dead]).toEqual([]);
});

test.each([...Object.keys(rooms).map((name) => `src/lib/${name}`), ...Object.keys(outside)])(
	'the room %s says what lives in it',
	(folder) => {
		expect(existsSync(`${folder}/README.md`)).toBe(true);
	}
);

test('no folder is crowded', () => {
	const folders = ['src', 'tests'].flatMap((root) => [
		root,
		...readdirSync(root, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !/node_modules|\.site|results/.test(join(entry.parentPath, entry.name)))
			.map((entry) => join(entry.parentPath, entry.name))
	]);
	const sizes = folders.map((folder) => ({
		folder,
		files: readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'README.md')
			.length
	}));
	expect(sizes.filter(({ files }) => files > 20)).toEqual([]);
});
