import { describe, expect, test } from 'vitest';
import { overBudget, weighPage, weighPart } from '../../../.tools/checks/budgets.mjs';

const chunks = {
	'page.html': { imports: [], entryOf: null, modules: [] },
	'a.js': { imports: ['b.js', 'shared.js'], entryOf: 'src/a.ts', modules: [['src/a.ts', 900] as [string, number]] },
	'b.js': {
		imports: ['c.js'],
		entryOf: null,
		modules: [['zod/schemas.js', 52_000] as [string, number], ['src/b.ts', 10] as [string, number]]
	},
	'c.js': { imports: [], entryOf: null, modules: [] },
	'shared.js': { imports: ['c.js'], entryOf: null, modules: [] },
	'_app/immutable/participant/later.js': { imports: ['c.js'], entryOf: null, modules: [] }
};
const sizes: Record<string, number> = {
	'page.html': 1000,
	'a.js': 2000,
	'b.js': 30_000,
	'c.js': 400,
	'shared.js': 5000
};
const bytesOf = (file: string) => sizes[file] ?? 100;
const preloads = (...files: string[]) => files.map((file) => `<link href="./${file}" rel="modulepreload">`).join('\n');

describe('a page', () => {
	test('weighs itself and all that it asks for, and what those import, once each', () => {
		const weight = weighPage(preloads('a.js', 'b.js', 'c.js', 'shared.js'), 'page.html', bytesOf, chunks);

		expect(weight).toMatchObject({ kilobytes: 38.4, depth: 2 });
		expect(weight.files[0]).toEqual(['b.js', 30_000]);
	});

	test('that leaves its parts to be found one by one is deeper, by each step of the longest chain', () => {
		expect(weighPage(preloads('a.js'), 'page.html', bytesOf, chunks)).toMatchObject({ kilobytes: 38.4, depth: 4 });
	});

	test('with everything in it is one answer deep', () => {
		expect(weighPage('<script>1</script>', 'page.html', bytesOf, chunks)).toMatchObject({ kilobytes: 1, depth: 1 });
	});
});

describe('a part', () => {
	test('weighs what its page has not got yet, asked for at once', () => {
		expect(weighPart('a.js', new Set(['c.js', 'shared.js']), bytesOf, chunks)).toMatchObject({
			kilobytes: 32,
			depth: 1
		});
	});

	test("of the participant's page is found one by one", () => {
		expect(weighPart('_app/immutable/participant/later.js', new Set(), bytesOf, chunks)).toMatchObject({ depth: 2 });
	});
});

describe('over its budget', () => {
	const weight = weighPage(preloads('a.js'), 'page.html', bytesOf, chunks);

	test('a page names its largest file and the largest modules in it', () => {
		expect(overBudget('page.html', weight, { kilobytes: 38, depth: 4 }, chunks)).toEqual([
			'page.html: 38.4 kB, at most 38',
			'  30.0 kB b.js',
			'  5.0 kB shared.js',
			'  2.0 kB a.js',
			'  1.0 kB page.html',
			'  0.4 kB c.js',
			'  the largest in b.js, before minifying:',
			'    52.0 kB zod/schemas.js',
			'    0.0 kB src/b.ts'
		]);
	});

	test('a page that is too deep says how deep', () => {
		expect(overBudget('page.html', weight, { kilobytes: 39, depth: 2 }, chunks)[0]).toBe(
			'page.html: 4 answers of the server after each other, at most 2'
		);
	});

	test('nothing is said of one within it', () => {
		expect(overBudget('page.html', weight, { kilobytes: 39, depth: 4 }, chunks)).toEqual([]);
	});
});
