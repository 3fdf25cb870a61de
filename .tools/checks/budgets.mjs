// How many bytes (brotli) and how many answers of the server, one after the other, stand between people and a
// screen. Fails when a page or a part is over its budget (budgets.json), and says what is in it. Without a
// clock: the same on every machine.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { readChunks } from '../build/chunk-report.mjs';

const site = fileURLToPath(new URL('../../build/', import.meta.url));
/** These parts are built without Vite's asking ahead. */
const PARTICIPANT = '_app/immutable/participant/';
const LARGEST_MODULES = 5;

/**
 * @typedef {{ kilobytes: number, depth: number, files: [string, number][] }} Weight the files with
 * their bytes, the largest first
 */

/**
 * A page with all that it loads by itself before it runs. Styles that are in the page already
 * are linked too, but not loaded.
 * @param {string} html
 * @param {(file: string) => number} bytesOf
 * @param {Record<string, import('../build/chunk-report.mjs').Chunk>} chunks
 * @returns {Weight}
 */
export function weighPage(html, file, bytesOf, chunks) {
	const asked = [...html.matchAll(/<link href="(?:\.\.?\/)+([^"]+)" rel="(?:modulepreload|stylesheet)">/g)].map(
		([, path]) => path
	);
	const files = new Map([[file, 1]]);
	for (const path of asked) files.set(path, 2);
	return weigh(files, bytesOf, chunks);
}

/**
 * What is loaded later in one go, without what its page has already.
 * @param {ReadonlySet<string>} there
 * @returns {Weight}
 */
export function weighPart(file, there, bytesOf, chunks) {
	return weigh(new Map([[file, 1]]), bytesOf, chunks, { there, atOnce: !file.startsWith(PARTICIPANT) });
}

/**
 * With what these files import; that is asked for an answer later, unless the page, or Vite with a
 * part, asks for all of it at once.
 */
function weigh(files, bytesOf, chunks, { there = new Set(), atOnce = false } = {}) {
	for (const [file, depth] of files) {
		for (const path of chunks[file]?.imports ?? []) {
			if (!files.has(path) && !there.has(path)) files.set(path, atOnce ? depth : depth + 1);
		}
	}
	const sizes = [...files.keys()].map((path) => [path, bytesOf(path)]).sort(([, one], [, other]) => other - one);
	const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
	return { kilobytes: bytes / 1000, depth: Math.max(...files.values()), files: sizes };
}

/**
 * @param {Weight} weight
 * @param {{ kilobytes: number, depth?: number }} budget
 * @returns {string[]} what is wrong, with the largest files and the largest modules in the
 * largest one; empty when nothing is
 */
export function overBudget(name, weight, budget, chunks) {
	const tooHeavy = weight.kilobytes > budget.kilobytes;
	const tooDeep = budget.depth !== undefined && weight.depth > budget.depth;
	if (!tooHeavy && !tooDeep) return [];
	const [[largest] = ['']] = weight.files;
	const modules = (chunks[largest]?.modules ?? []).slice(0, LARGEST_MODULES);
	return [
		...(tooHeavy ? [`${name}: ${weight.kilobytes.toFixed(1)} kB, at most ${budget.kilobytes}`] : []),
		...(tooDeep ? [`${name}: ${weight.depth} answers of the server after each other, at most ${budget.depth}`] : []),
		...weight.files.slice(0, LARGEST_MODULES).map(([file, size]) => `  ${(size / 1000).toFixed(1)} kB ${file}`),
		`  the largest in ${largest}, before minifying:`,
		...modules.map(([module, length]) => `    ${(length / 1000).toFixed(1)} kB ${module}`)
	];
}

function checkSite() {
	const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));
	const chunks = readChunks();
	const known = new Map();
	const bytesOf = (file) => {
		if (!known.has(file)) known.set(file, brotliCompressSync(readFileSync(site + file)).length);
		return known.get(file);
	};
	const page = (file) => weighPage(readFileSync(site + file, 'utf8'), file, bytesOf, chunks);
	const everywhere = new Set(page('index.html').files.map(([file]) => file));
	const parts = (named, there, of) =>
		Object.entries(named).map(([source, budget]) => {
			const file = fileOf(source, chunks, of);
			return [file, weighPart(file, there, bytesOf, chunks), budget];
		});
	const weighed = [
		...Object.entries(budgets.pages).map(([file, budget]) => [file, page(file), budget]),
		...parts(budgets.parts, everywhere, (file) => !file.startsWith(PARTICIPANT)),
		...parts(budgets.participantParts, new Set(), (file) => file.startsWith(PARTICIPANT))
	];
	for (const [name, { kilobytes, depth }, { what }] of weighed) {
		console.log(`${kilobytes.toFixed(1).padStart(7)} kB, ${depth} deep: ${what} (${name})`);
	}
	const problems = weighed.flatMap(([name, weight, budget]) => overBudget(name, weight, budget, chunks));
	for (const problem of problems) console.error(problem);
	return problems.length === 0;
}

/** The file of the site that this source file begins. */
function fileOf(source, chunks, isOf) {
	const [found] = Object.entries(chunks).find(([file, { entryOf }]) => entryOf === source && isOf(file)) ?? [];
	if (found === undefined) throw new Error(`${source} is no part of its own any more: budgets.json speaks of it`);
	return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(checkSite() ? 0 : 1);
