import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leanSvelte } from '../../../.tools/build/lean-svelte.mjs';

const SVELTE = 'node_modules/svelte/src/internal/';
const refuse = {
	error: (message: string) => {
		throw new Error(message);
	}
};

test.each([
	'client/dom/hydration.js',
	'client/dom/blocks/boundary.js',
	'client/proxy.js',
	'client/reactivity/async.js',
	'client/reactivity/batch.js',
	'flags/index.js'
])('%s of this Svelte loses what the page never does', (file) => {
	const code = readFileSync(SVELTE + file, 'utf8');

	const lean = leanSvelte().transform.call(refuse, code, `/${SVELTE}${file}`);

	expect(lean?.code).toBeDefined();
	expect(lean?.code).not.toBe(code);
});

test('a Svelte that is written in another way stops the build, and is named', () => {
	const lean = () =>
		leanSvelte().transform.call(refuse, 'export var hydrating = 0;', `/${SVELTE}client/dom/hydration.js`);

	expect(lean).toThrow('client/dom/hydration.js');
});

test('everything else stays as it is', () => {
	expect(leanSvelte().transform.call(refuse, 'let a = 1;', `/${SVELTE}client/runtime.js`)).toBeUndefined();
});

test('a boundary in a component stops the build: this page has none', () => {
	const lean = () =>
		leanSvelte().transform.call(refuse, '<svelte:boundary>…</svelte:boundary>', '/app/src/routes/Some.svelte');

	expect(lean).toThrow('Some.svelte');
});
