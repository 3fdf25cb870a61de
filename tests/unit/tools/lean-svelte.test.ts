import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leanSvelte } from '../../../.tools/build/lean-svelte.mjs';

const SVELTE = 'node_modules/svelte/src/internal/client/';
const refuse = {
	error: (message: string) => {
		throw new Error(message);
	}
};

test.each(['dom/hydration.js', 'reactivity/async.js'])('%s of this Svelte loses what the page never does', (file) => {
	const code = readFileSync(SVELTE + file, 'utf8');

	const lean = leanSvelte().transform.call(refuse, code, `/${SVELTE}${file}`);

	expect(lean?.code).toBeDefined();
	expect(lean?.code).not.toBe(code);
});

test('a Svelte that is written in another way stops the build, and is named', () => {
	const lean = () => leanSvelte().transform.call(refuse, 'export var hydrating = 0;', `/${SVELTE}dom/hydration.js`);

	expect(lean).toThrow('dom/hydration.js');
});

test('everything else stays as it is', () => {
	expect(leanSvelte().transform.call(refuse, 'let a = 1;', `/${SVELTE}runtime.js`)).toBeUndefined();
});
