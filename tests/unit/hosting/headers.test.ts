import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import source from '../../../hosting/headers.json';
import svelteConfig from '../../../svelte.config.js';

interface Sent {
	headers: Record<string, string>;
	types: Record<string, string>;
	/** Cache-Control of the parts whose name changes with their content, and of all else. */
	kept: string[];
	asked: string[];
}

const YEAR = 365 * 24 * 3600;

/** The words of a Cache-Control header, in order of the alphabet. */
const words = (value = '') => value.split(/,\s*/).sort();

const expected: Sent = {
	headers: source.headers,
	types: source.types,
	kept: words(source.cacheControl['/_app/immutable/']),
	asked: words(source.cacheControl['/'])
};

/** What the pattern names `key` and `value`, each time it is there. */
const pairs = (text: string, pattern: RegExp): Record<string, string> =>
	Object.fromEntries([...text.matchAll(pattern)].map(({ groups }) => [groups?.['key'], groups?.['value']]));

const example = (name: string) => readFileSync(`hosting/${name}`, 'utf8');

function nginx(): Sent {
	const text = example('nginx.conf');
	return {
		headers: pairs(text, /^\s*add_header (?<key>[\w-]+) "(?<value>[^"]+)" always;$/gm),
		types: pairs(text.replace(/ (?=\w+;$)/gm, ' .'), /^\s+(?<value>\w+\/\S+) (?<key>\.\w+);$/gm),
		kept: words(/"~\/_app\/immutable\/" "([^"]+)";/.exec(text)?.[1]),
		asked: words(/default "([^"]+)";/.exec(text)?.[1])
	};
}

function apache(): Sent {
	const text = example('apache.htaccess');
	const { 'Cache-Control': asked = '', ...headers } = pairs(
		text,
		/^Header always set (?<key>\S+) "(?<value>[^"]+)"$/gm
	);
	return {
		headers,
		types: pairs(text, /^AddType (?<value>\S+) (?<key>\S+)$/gm),
		kept: words(/"([^"]+)" env=samenwerkingsmeter_immutable/.exec(text)?.[1]),
		asked: words(asked)
	};
}

function iis(): Sent {
	const text = example('iis-web.config');
	const [days = ''] = /(?<=cacheControlMaxAge=")\d+/.exec(text) ?? [];
	const [more = ''] = /(?<=cacheControlCustom=")[^"]+/.exec(text) ?? [];
	return {
		headers: pairs(text, /<add name="(?<key>[^"]+)" value="(?<value>[^"]+)" \/>/g),
		types: pairs(text, /<mimeMap fileExtension="(?<key>[^"]+)" mimeType="(?<value>[^"]+)" \/>/g),
		kept: words(`${more}, max-age=${Number(days) * 24 * 3600}`),
		// What IIS sends for this mode.
		asked: text.includes('cacheControlMode="DisableCache"') ? ['no-cache'] : []
	};
}

describe('the examples for hosts hold the headers of hosting/headers.json', () => {
	test.each([
		['nginx', nginx],
		['Apache', apache],
		['IIS', iis]
	])('%s', (_, read) => expect(read()).toEqual(expected));

	test('what keeps its name is asked again each time, the rest is kept for a year', () => {
		expect(expected.asked).toEqual(['no-cache']);
		expect(expected.kept).toEqual(['immutable', `max-age=${YEAR}`, 'public']);
	});

	test('IIS gets well-formed XML', () => {
		const open = [...example('iis-web.config').matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)]
			.filter(([, , , alone]) => alone === '')
			.reduce<string[]>((stack, [, closes, name = '']) => {
				if (closes === '') return [...stack, name];
				expect(name).toBe(stack.at(-1));
				return stack.slice(0, -1);
			}, []);
		expect(open).toEqual([]);
	});
});

describe('the content security policies', () => {
	const sent = Object.fromEntries(
		source.headers['Content-Security-Policy'].split('; ').map((directive) => {
			const [name = '', ...values] = directive.split(' ');
			return [name, values.map((value) => value.replaceAll("'", ''))];
		})
	);
	const inPage: Record<string, readonly string[] | boolean> = { ...svelteConfig.kit?.csp?.directives };

	test('the header allows what the page allows, and leaves only inline script and style to the hashes in the page', () => {
		const { 'frame-ancestors': framing, 'script-src-attr': handlers, ...shared } = sent;
		expect(framing).toEqual(['none']);
		expect(handlers).toEqual(['none']);
		// Of style attributes the page allows one, by its hash.
		const { 'style-src-attr': hashed, ...withGuard } = inPage;
		expect(hashed).toEqual(['unsafe-hashes', expect.stringMatching(/^sha256-/)]);
		// The guard of each page is an inline script, by its hash.
		const plain = { ...withGuard, 'script-src': ['self'] };
		expect(withGuard['script-src']).toEqual(['self', expect.stringMatching(/^sha256-/)]);
		const inline = (name: string) => (['script-src', 'style-src'].includes(name) ? ['unsafe-inline'] : []);
		expect(shared).toEqual(
			Object.fromEntries(
				Object.entries(plain).map(([name, values]) => [
					name,
					[...(Array.isArray(values) ? values : []), ...inline(name)]
				])
			)
		);
	});

	test('nothing but the camera, copying, and a full screen that stays on is allowed of what a browser can do', () => {
		const allowed = source.headers['Permissions-Policy'].split(', ').filter((entry) => !entry.endsWith('=()'));
		expect(allowed).toEqual([
			'camera=(self)',
			'clipboard-write=(self)',
			'fullscreen=(self)',
			'screen-wake-lock=(self)'
		]);
	});
});

test('every kind of file in the site has its type', () => {
	const kinds = readdirSync('static').map((name) => parse(name).ext);
	for (const kind of [...kinds, '.html', '.css', '.js', '.woff', '.woff2', '.txt']) {
		expect(source.types).toHaveProperty([kind]);
	}
});

test('every example names the page for addresses that lead nowhere', () => {
	for (const name of ['nginx.conf', 'apache.htaccess', 'iis-web.config']) expect(example(name)).toContain('404.html');
});
