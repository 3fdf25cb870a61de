import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reportFile = `${root}.svelte-kit/chunks.json`;

/**
 * What one file of the site's script is made of.
 * @typedef {{ imports: string[], entryOf: string | null, modules: [string, number][] }} Chunk imports: the files
 * it always loads with it; entryOf: the source file that asks for it by name; modules: the largest first, with
 * their length before minifying
 */

/** Notes of every file of the build what it is made of, for the budgets. */
export function chunkReport() {
	return {
		name: 'chunk-report',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle: (_options, bundle) => noteChunks(Object.values(bundle), { anew: true })
	};
}

/** @param {readonly object[]} files as the bundler gives them; what is no script is left out */
export function noteChunks(files, { anew = false } = {}) {
	const before = anew || !existsSync(reportFile) ? {} : readChunks();
	const noted = files.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, describe(chunk)]);
	mkdirSync(dirname(reportFile), { recursive: true });
	writeFileSync(reportFile, JSON.stringify({ ...before, ...Object.fromEntries(noted) }));
}

/** @returns {Record<string, Chunk>} by file, of the last build */
export function readChunks() {
	return JSON.parse(readFileSync(reportFile, 'utf8'));
}

function describe({ imports, facadeModuleId, modules }) {
	return {
		imports,
		entryOf: facadeModuleId === null ? null : shortName(facadeModuleId),
		modules: Object.entries(modules)
			.map(([id, { renderedLength }]) => [shortName(id), renderedLength])
			.sort(([, one], [, other]) => other - one)
	};
}

function shortName(id) {
	return id
		.replace('\0', '')
		.replace(root, '')
		.replace(/^.*node_modules\//, '');
}
