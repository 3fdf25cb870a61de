import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReachable, normaliseAddress } from '$lib/exchange/link/app-address';
import { reasonOf, goodOf } from '../../../builders/outcomes';

describe('whether a phone reaches the app', () => {
	test.each([
		'https://www.gemeente.be/meter/',
		'http://laptop.local:5173/',
		'http://192.168.1.20/',
		'https://localhost.be/',
		'https://127.be/'
	])('yes: %s', (address) => {
		expect(isReachable(address)).toBe(true);
	});

	test.each([
		'http://localhost:5173/',
		'http://LOCALHOST./',
		'http://meter.localhost/',
		'http://127.0.0.1:4173/',
		'http://127.1/',
		'http://2130706433/',
		'http://[::1]/',
		'http://[0:0:0:0:0:0:0:1]:80/',
		'http://[::]/',
		'http://0.0.0.0:8080/',
		'file:///C:/meter/index.html',
		'www.gemeente.be',
		''
	])('no: %s', (address) => {
		expect(isReachable(address)).toBe(false);
	});
});

describe('the address of the app, as people paste it', () => {
	test.each([
		['https://www.gemeente.be', 'https://www.gemeente.be/'],
		[' https://www.gemeente.be/meter\n', 'https://www.gemeente.be/meter/'],
		['HTTPS://Www.Gemeente.be/Meter/index.html?a=1#top', 'https://www.gemeente.be/Meter/'],
		['http://192.168.1.20:8080/?x', 'http://192.168.1.20:8080/'],
		['https://iemand:geheim@gemeente.be/index.html', 'https://gemeente.be/']
	])('%j', (text, address) => {
		expect(goodOf(normaliseAddress(text)).address).toBe(address);
	});

	test.each(['', 'www.gemeente.be', 'localhost:5173', 'file:///index.html', 'javascript:alert(1)', 'https://'])(
		'is no web address: %s',
		(text) => {
			expect(reasonOf(normaliseAddress(text))).toMatch(/^Dit is geen volledig webadres\. Begin met https:\/\//);
		}
	);

	test('is the same when it is made twice, and nothing breaks it', () => {
		fc.assert(
			fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (text) => {
				const outcome = normaliseAddress(text);
				if (outcome.kind === 'good') expect(normaliseAddress(outcome.address)).toEqual(outcome);
				isReachable(text);
			})
		);
	});
});
