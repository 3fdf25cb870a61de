import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import browsers from '../../../.tools/checks/browsers.json';
import { tooNewInScript, tooNewInStyle } from '../../../.tools/checks/check-browsers.mjs';
import { buildTarget, pageGuard } from '../../../.tools/build/page-guard.mjs';

describe('what the oldest browsers do not know is found in what was built', () => {
	test.each([
		['using file = open();', /a word that ES2023 does not have/],
		['const found = /[\\p{L}--[a-z]]/v;', /a word that ES2023 does not have/],
		['new Intl.Segmenter("nl");', /^Intl\.Segmenter$/],
		['Promise.withResolvers();', /^Promise\.withResolvers$/],
		['bytes.toHex();', /^\*\.toHex$/],
		['requestIdleCallback(work);', /^\*?\.?requestIdleCallback$/]
	])('%s', (code, found) => expect(tooNewInScript(code)[0]).toMatch(found));

	test('what a script asks for before it uses it, or only names so itself, is not', () => {
		expect(tooNewInScript('if (typeof URL.canParse === "function") URL.canParse(text);')).toEqual([]);
		expect(
			tooNewInScript('const own = { toHex() {}, scheduler: 1 }; class A { static { this.x = [1].at(-1); } }')
		).toEqual([]);
	});

	test('styles', () => {
		expect(tooNewInStyle('@scope (main) { a { color: light-dark(red, blue); } }')).toEqual(['@scope', 'light-dark(']);
		expect(tooNewInStyle('main:has(a) { color: color-mix(in srgb, red, blue); }')).toEqual([]);
	});
});

test('README and the page for hosts name the versions', () => {
	for (const name of ['README.md', 'hosting/INSTALLEREN.md']) {
		const text = readFileSync(name, 'utf8');
		for (const version of Object.values(browsers)) expect(text).toContain(version);
	}
});

describe('the guard of each page', () => {
	test('is in words that every browser knows, and says the versions that the site is built for', () => {
		expect(parse(pageGuard(), { ecmaVersion: 5 }).body).not.toEqual([]);
		for (const version of Object.values(browsers)) expect(pageGuard()).toContain(`versie ${version}`);
		expect(buildTarget).toEqual(Object.entries(browsers).map(([name, version]) => name + version));
	});
});
