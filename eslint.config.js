import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { commentWidth } from './.tools/checks/eslint-comment-width.js';
import { roomRules } from './.tools/rooms/eslint-rooms.js';
import svelteConfig from './svelte.config.js';

/**
 * What turns text into a page or a program; a link from data would be one too, but no data
 * of this app holds an address.
 */
const unsafe = [
	...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'createContextualFragment'].map(
		(property) => ({ property, message: 'Text from people is only ever shown as text.' })
	),
	...['write', 'writeln'].map((property) => ({ object: 'document', property }))
];

export default ts.config(
	{
		ignores: [
			...['.svelte-kit/', 'build/', 'release/', 'node_modules/', 'test-results/', 'playwright-report/'],
			...['tests/bench/.site/', 'tests/bench/results/']
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'svelte/no-at-html-tags': 'error',
			// Every address comes from src/routes/addresses.ts, which resolves it; the rule cannot see that.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**'],
		rules: {
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-new-func': 'error',
			'no-script-url': 'error',
			'no-restricted-properties': ['error', ...unsafe]
		}
	},
	{
		// One way in for everything from outside: src/lib/exchange/json/read-clean.ts.
		files: ['src/lib/exchange/**', 'src/lib/letterbox/**', 'src/lib/state/**', 'src/routes/**'],
		ignores: ['src/lib/exchange/json/read-clean.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				...unsafe,
				{ object: 'JSON', property: 'parse', message: 'Use readJson (domain), or readClean or parseClean (exchange).' }
			]
		}
	},
	{
		files: ['.tools/**', 'tests/e2e/**', 'tests/browsers/**', 'tests/faults/**', 'tests/bench/**', 'tests/seed.ts'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	commentWidth,
	...roomRules
);
