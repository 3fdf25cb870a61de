import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantPage } from '../../../src/offline/meant-page';

const PAGES = ['', 'meedoen/', 'naast-anderen/', 'resultaat/'];
const folder = fc.constantFrom('/', '/meter/', '/tools/meter/', '/a b/');
const code = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
/** What mail and chat programs leave of the end of an address. */
const ending = fc.constantFrom('', '/', '.', ')', '.)', '>', ',', '%20', '%E2%80%8B', '.html', '/%20');

describe('the page that a damaged address was meant for', () => {
	test('whatever the folder, the ending, capitals, and how often «#» was encoded', () => {
		fc.assert(
			fc.property(
				folder,
				fc.constantFrom('meedoen', 'naast-anderen', 'resultaat'),
				ending,
				fc.boolean(),
				fc.integer({ min: 0, max: 2 }),
				code,
				(where, name, end, shouts, times, rest) => {
					const path = new URL(where + (shouts ? name.toUpperCase() : name), 'https://www.gemeente.be').pathname;
					const sign = `%${'25'.repeat(times)}23`;
					const meant = { folder: where, page: `${name}/`, rest: '' };
					expect(meantPage(path + end, PAGES)).toEqual(meant);
					expect(meantPage(`${path}/${sign}${rest}`, PAGES)).toEqual({ ...meant, rest: `#${rest}` });
					expect(meantPage(`${path}${sign}${rest}`, PAGES)).toEqual({ ...meant, rest: `#${rest}` });
				}
			)
		);
	});

	test('no address leads to another host, or anywhere when it names no page', () => {
		fc.assert(
			fc.property(fc.webPath(), fc.constantFrom('//', '/%5C', '/%2F/', '/%5C%5C', '/'), (path, start) => {
				expect(meantPage(path, PAGES)).toBeUndefined();
				const meant = meantPage(`${start}evil.example${path}/meedoen.`, PAGES);
				expect(meant?.folder).toMatch(/^\/(?![/\\])/);
			}),
			{ examples: [['/%', '//']] }
		);
	});

	test('a query that was encoded stays a query', () => {
		expect(meantPage('/meter/resultaat/%3Fmeting=abc', PAGES)).toEqual({
			folder: '/meter/',
			page: 'resultaat/',
			rest: '?meting=abc'
		});
	});
});
