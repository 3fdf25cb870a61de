import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

/** Of a selector of which the last part is a table or a part of one. */
const PART_OF_TABLE = /(^|[\s>+~])(table|thead|tbody|tfoot|tr|th|td)([.:[][^\s>]*)?(\s*>\s*\*)?$/;
const OTHER_LAYOUT = /display:\s*(block|grid|flex|inline|contents)/;

/** Selectors of a style sheet that lay a table out as something else. */
function laidOutOtherwise(style: string): string[] {
	const rules = [...style.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)];
	return rules
		.filter(([, , declarations = '']) => OTHER_LAYOUT.test(declarations))
		.flatMap(([, selectors = '']) => selectors.split(',').map((selector) => selector.trim()))
		.filter((selector) => PART_OF_TABLE.test(selector) && !selector.includes('::'));
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
const sources = files.map((file) => ({ file, source: readFileSync(`src/${file}`, 'utf8') }));

test('the search knows a part of a table from what is in it', () => {
	expect(laidOutOtherwise('table, tbody tr, .a { display: grid; } td::before, td span { display: block; }')).toEqual([
		'table',
		'tbody tr'
	]);
	expect(laidOutOtherwise("th[scope='row'], tr > * { display: block } td { display: table-cell }")).toEqual([
		"th[scope='row']",
		'tr > *'
	]);
});

test('every table that is laid out as something else says itself what its parts are', () => {
	const otherwise = sources.filter(({ source }) => laidOutOtherwise(source).length > 0);
	expect(otherwise.map(({ file }) => basename(file)).sort()).toEqual(['BlockTable.svelte', 'PortfolioTable.svelte']);
	for (const { file, source } of otherwise) {
		const tables = source.match(/<table\b[^>]*>/g) ?? [];
		expect(tables.length, file).toBeGreaterThan(0);
		for (const table of tables) expect(table, file).toContain('{@attach tableRoles}');
	}
});
