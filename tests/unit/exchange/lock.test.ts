import { describe, expect, test } from 'vitest';
import { lockText, MAX_LOCKED_FILE, passphraseProblem, unlockText } from '$lib/exchange/lock';
import { z } from '$lib/domain/zod';
import { goodOf, reasonOf } from './workshop';

const passphrase = 'drie ezels in de regen';
const text = '{"iets": "met ë en 😀"}\n';
const locked = goodOf(await lockText(text, passphrase)).text;

const envelope = z.object({
	key: z.object({ iterations: z.number(), salt: z.string() }).loose(),
	cipher: z.object({ iv: z.string() }).loose(),
	data: z.string()
});
const parts = envelope.parse(JSON.parse(locked));
const withParts = (change: object) => JSON.stringify({ ...JSON.parse(locked), ...change });

describe('a locked file', () => {
	test('opens with its passphrase and gives the same text', async () => {
		expect(goodOf(await unlockText(locked, passphrase)).text).toBe(text);
	});

	test('shows nothing of its content, and is another one each time', async () => {
		expect(locked).not.toContain('iets');
		const again = envelope.parse(JSON.parse(goodOf(await lockText(text, passphrase)).text));
		expect(again.key.salt).not.toBe(parts.key.salt);
		expect(again.cipher.iv).not.toBe(parts.cipher.iv);
		expect(again.data).not.toBe(parts.data);
	});

	test('asks at least 600,000 rounds, 16 random bytes of salt and 12 of iv', () => {
		expect(parts.key.iterations).toBeGreaterThanOrEqual(600_000);
		expect(atob(parts.key.salt)).toHaveLength(16);
		expect(atob(parts.cipher.iv)).toHaveLength(12);
	});

	test('opens with what docs/exchange-file.md says, without a line of this app', async () => {
		const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
			'deriveKey'
		]);
		const key = await crypto.subtle.deriveKey(
			{ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(parts.key.salt), iterations: parts.key.iterations },
			words,
			{ name: 'AES-GCM', length: 256 },
			false,
			['decrypt']
		);
		const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(parts.cipher.iv) }, key, bytes(parts.data));
		expect(new TextDecoder().decode(opened)).toBe(text);
	});

	test('opens from a keyboard that composes its accents', async () => {
		const composed = goodOf(await lockText(text, 'zeeën van tijd'.normalize('NFC'))).text;
		expect(goodOf(await unlockText(composed, 'zeeën van tijd'.normalize('NFD'))).text).toBe(text);
	});
});

describe('a locked file is refused with the reason', () => {
	test('with another passphrase', async () => {
		for (const wrong of ['', 'Drie ezels in de regen', `${passphrase} `]) {
			expect(reasonOf(await unlockText(locked, wrong))).toMatch(/^Deze geheime zin past niet/);
		}
	});

	test('when one character of what is locked was changed', async () => {
		const { data } = parts;
		const changed = `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}`;
		expect(reasonOf(await unlockText(withParts({ data: changed }), passphrase))).toMatch(/past niet|beschadigd/);
	});

	const key = { ...parts.key };
	test.each([
		['no JSON', 'x', /^Dit is geen bestand met een slot/],
		['a newer version', withParts({ version: 2 }), /nieuwere versie/],
		['something more', withParts({ more: 1 }), /beschadigd/],
		['few rounds', withParts({ key: { ...key, iterations: 1000 } }), /beschadigd/],
		['rounds for hours', withParts({ key: { ...key, iterations: 2_000_000_000 } }), /beschadigd/],
		['a short salt', withParts({ key: { ...key, salt: 'AAAA' } }), /beschadigd/],
		['no iv', withParts({ cipher: { method: 'AES-GCM-256', iv: '' } }), /beschadigd/],
		['data that is no base64', withParts({ data: 'é' }), /beschadigd/],
		['half a character of base64', withParts({ data: 'A' }), /beschadigd/],
		['nothing locked', withParts({ data: '' }), /past niet|beschadigd/],
		['too large', ' '.repeat(MAX_LOCKED_FILE + 1), /te groot/]
	])('%s', async (_, damaged, reason) => {
		expect(reasonOf(await unlockText(damaged, passphrase))).toMatch(reason);
	});

	test('on a page without HTTPS, where the browser has no subtle crypto', async () => {
		const bare = { subtle: undefined, getRandomValues: (array: Uint8Array<ArrayBuffer>) => array };
		expect(reasonOf(await lockText(text, passphrase, bare))).toMatch(/https/);
		expect(reasonOf(await unlockText(locked, passphrase, bare))).toMatch(/https/);
	});
});

test('a passphrase for a new lock is long enough and typed twice', () => {
	expect(passphraseProblem('kort', 'kort')).toMatch(/minstens 10 tekens/);
	expect(passphraseProblem('😀'.repeat(9), '😀'.repeat(9))).toMatch(/minstens 10 tekens/);
	expect(passphraseProblem(passphrase, `${passphrase}!`)).toMatch(/niet dezelfde/);
	expect(passphraseProblem(passphrase, passphrase)).toBeUndefined();
});
