import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadAppAddress, saveAppAddress } from '$lib/state/desk/app-address';
import { wipeDatabase } from '$lib/storage/connection/database';
import { dumpDatabase } from '../../../builders/dump-database';

const ownDevice = 'http://localhost:4173/';

beforeEach(wipeDatabase);

describe('the address of the app', () => {
	test('is the one of this page, as long as a phone can open that', async () => {
		expect(await loadAppAddress('https://voorbeeld.be/meter/')).toBe('https://voorbeeld.be/meter/');
		expect(await loadAppAddress(ownDevice)).toBeUndefined();
	});

	test('is stored as the folder where the app is, and then counts', async () => {
		expect(await saveAppAddress(' https://voorbeeld.be/meter/index.html ')).toEqual({
			kind: 'good',
			address: 'https://voorbeeld.be/meter/'
		});

		expect(await loadAppAddress(ownDevice)).toBe('https://voorbeeld.be/meter/');
		expect(await loadAppAddress('https://elders.be/')).toBe('https://voorbeeld.be/meter/');
	});

	test('may be one in the own network: a phone there can open it', async () => {
		expect(await saveAppAddress('http://192.168.1.20:8080')).toEqual({
			kind: 'good',
			address: 'http://192.168.1.20:8080/'
		});
	});

	test.each([
		'http://localhost:4173/',
		'https://localhost/meter/',
		'http://LOCALHOST./',
		'http://meter.localhost/',
		'http://127.0.0.1:8080/',
		'http://127.1/',
		'http://0.0.0.0:4173/',
		'http://[::1]:5173/'
	])('that works on this device only is refused in Dutch, and nothing is stored: %s', async (address) => {
		expect(await saveAppAddress(address)).toEqual({
			kind: 'refused',
			reason:
				'Dit adres werkt alleen op dit toestel. Een telefoon kan het niet openen. Vul het adres in waar de app op het internet staat.'
		});

		expect((await dumpDatabase()).settings).toEqual([]);
		expect(await loadAppAddress(ownDevice)).toBeUndefined();
	});

	test.each(['', 'voorbeeld.be', 'file:///home/meter/index.html', 'javascript:alert(1)'])(
		'that is no web address is refused for that reason: %j',
		async (text) => {
			expect(await saveAppAddress(text)).toEqual({
				kind: 'refused',
				reason: expect.stringContaining('Dit is geen volledig webadres.')
			});

			expect((await dumpDatabase()).settings).toEqual([]);
		}
	);

	test('that is refused leaves the one from before', async () => {
		await saveAppAddress('https://voorbeeld.be/meter/');

		expect(await saveAppAddress(ownDevice)).toMatchObject({ kind: 'refused' });

		expect(await loadAppAddress(ownDevice)).toBe('https://voorbeeld.be/meter/');
	});
});
