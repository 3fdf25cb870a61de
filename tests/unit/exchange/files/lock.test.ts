import { MAX_LOCKED_BYTES } from '$lib/domain/text/file-limits';
import { armor, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lock, readLocked, unlock } from '$lib/exchange/files/lock';
import { isLocked } from '$lib/exchange/files/load-lock';
import { isDutchReason } from '../../../builders/hostile';
import { runs } from '../../../property-runs';
import { hasAgeTool, runAge } from './age-tool';
import { goodOf, reasonOf } from '../../../builders/outcomes';

const passphrase = 'drie ezels in de regen';
const text = '{"iets": "met ë en 😀"}\n';
const bytesOf = (words: string) => new TextEncoder().encode(words);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** As characters of one byte each, to look into the header and to change it. */
const charactersOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOfCharacters = (characters: string) => new Uint8Array(Buffer.from(characters, 'latin1'));

const locked = goodOf(await lock(bytesOf(text), passphrase)).locked;
const characters = charactersOf(locked);
/** With little work, so that many members can be tried. */
const light = await lightlyLocked();
const payload = charactersOf(light).indexOf('\n--- ') + 49;
type Bytes = Uint8Array<ArrayBuffer>;

async function lightlyLocked(): Promise<Bytes> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	encrypter.setScryptWorkFactor(2);
	return new Uint8Array(await encrypter.encrypt(text));
}

const golden = (name: string) => new Blob([readFileSync(`tests/fixtures/exchange/${name}`)]);
const MEASUREMENT = readFileSync('tests/fixtures/exchange/v3-measurement.json', 'utf8');

async function opened(file: Blob, words: string): Promise<string> {
	const { locked } = goodOf(await readLocked(file));
	return textOf(goodOf(await unlock(locked, words)).content);
}

/** Why a file is refused, before or after the passphrase. */
async function refusal(file: Blob, words = passphrase): Promise<string> {
	const read = await readLocked(file);
	return read.kind === 'refused' ? read.reason : reasonOf(await unlock(read.locked, words));
}

describe('a locked file', () => {
	test('opens with its passphrase and gives the same text', async () => {
		expect(await opened(new Blob([locked]), passphrase)).toBe(text);
	});

	test('shows nothing of its content, and is another one each time', async () => {
		expect(characters).not.toContain('iets');
		const again = charactersOf(goodOf(await lock(bytesOf(text), passphrase)).locked);
		expect(again.split('\n')[1]).not.toBe(characters.split('\n')[1]);
		expect(again.slice(-40)).not.toBe(characters.slice(-40));
	});

	test('asks 128 MiB for each guess: scrypt with N = 2^17, and 16 random bytes of salt', () => {
		expect(characters).toMatch(/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 17\n/);
	});

	test('of as many bytes as fit opens again', async () => {
		// In letters it is a third larger, and opens as well.
		const large = 'Een zin van veertig tekens met een ë erin'.repeat(480_000);
		const { locked } = goodOf(await lock(bytesOf(large), passphrase));
		expect((await opened(new Blob([locked]), passphrase)) === large).toBe(true);
		const letters = armor.encode(locked);
		expect(goodOf(await readLocked(new Blob([letters]))).locked.length).toBe(locked.length);
	});

	test('opens from a keyboard that composes its accents', async () => {
		const composed = goodOf(await lock(bytesOf(text), 'zeeën van tijd'.normalize('NFC'))).locked;
		expect(await opened(new Blob([composed]), 'zeeën van tijd'.normalize('NFD'))).toBe(text);
	});
});

describe('the age tool', () => {
	test.each(['made-by-age.json.age', 'made-by-age-in-letters.json.age'])('made %s, which opens here', async (name) => {
		expect(await opened(golden(name), 'een lange geheime zin')).toBe(MEASUREMENT);
	});

	test('in letters that went through a mail program', async () => {
		const mailed = (await golden('made-by-age-in-letters.json.age').text()).replaceAll('\n', '\r\n');
		const unfolded = await readLocked(golden('made-by-age-in-letters.json.age'));
		expect(await readLocked(new Blob([`\r\n${mailed}\r\n`]))).toEqual(unfolded);
	});

	test.skipIf(!hasAgeTool)(
		'opens what is locked here, and not with another passphrase (needs age and script)',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'slot-'));
			try {
				const [from, to] = [join(folder, 'meting.json.age'), join(folder, 'meting.json')];
				writeFileSync(from, locked);
				expect(await runAge(['-d', '-o', to, from], passphrase)).toMatchObject({ good: true });
				expect(readFileSync(to, 'utf8')).toBe(text);
				const wrong = await runAge(['-d', '-o', join(folder, 'nee.json'), from], 'een andere zin');
				expect(wrong).toMatchObject({ good: false });
				expect(wrong.said).toContain('incorrect passphrase');
			} finally {
				rmSync(folder, { recursive: true });
			}
		}
	);
});

describe('a locked file is refused with the reason', () => {
	test('with another passphrase', async () => {
		for (const wrong of ['', 'Drie ezels in de regen', `${passphrase} `]) {
			expect(await refusal(new Blob([light]), wrong)).toMatch(/^Dit wachtwoord past niet/);
		}
	});

	test.each([
		['changed', (bytes: Bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)],
		['cut off', (bytes: Bytes) => bytes.slice(0, -1)],
		['cut off after its header', (bytes: Bytes) => bytes.slice(0, payload)],
		['longer', (bytes: Bytes) => Uint8Array.from([...bytes, 0])]
	])('with the right passphrase, when it was %s', async (_, damaged) => {
		expect(await refusal(new Blob([damaged(light)]))).toMatch(/beschadigd of niet volledig/);
	});

	const withFactor = (factor: string) => characters.replace(' 17\n', ` ${factor}\n`);
	const stanza = characters.slice(characters.indexOf('-> '), characters.indexOf('--- '));
	test.each([
		['a newer version', characters.replace('/v1\n', '/v2\n'), /nieuwere soort/],
		['work that a browser cannot do', withFactor('19'), /meer rekenwerk/],
		['work for ever', withFactor('63'), /meer rekenwerk/],
		['work beyond numbers', withFactor('9'.repeat(20)), /meer rekenwerk/],
		['no work', withFactor('0'), /beschadigd/],
		['work that is no number', withFactor('0x11'), /beschadigd/],
		['two passphrases', characters.replace(stanza, stanza.repeat(2)), /beschadigd/],
		['a thousand passphrases', characters.replace(stanza, stanza.repeat(1000)), /beschadigd/],
		[
			'a key of the age tool',
			characters.replace(stanza, `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`),
			/sleutel van het/
		],
		['a short salt', characters.replace(/scrypt \S+/, 'scrypt AAAA'), /beschadigd/],
		['a header without end', `age-encryption.org/v1\n-> scrypt ${'A'.repeat(100_000)}`, /beschadigd/],
		['a header alone', 'age-encryption.org/v1\n', /beschadigd/],
		['letters without end', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl', /beschadigd/],
		['letters that are none', '-----BEGIN AGE ENCRYPTED FILE-----\né\n-----END AGE ENCRYPTED FILE-----\n', /beschadigd/]
	])('before any work: %s', async (_, changed, reason) => {
		const read = await readLocked(new Blob([bytesOfCharacters(changed)]));
		expect(reasonOf(read)).toMatch(reason);
		expect(reasonOf(await unlock(bytesOfCharacters(changed), passphrase))).toMatch(/\.$/);
	});

	test('too large, before it is read whole', async () => {
		expect(await refusal(new Blob([locked, new Uint8Array(MAX_LOCKED_BYTES)]))).toMatch(/te groot: hoogstens 40 MB/);
	});

	test('when anything of it was touched: never half a text, always a reason in Dutch', async () => {
		const touched = fc.oneof(
			fc.tuple(fc.nat(light.length - 1), fc.integer({ min: 1, max: 255 })).map(([place, change]) => {
				const copy = light.slice();
				copy[place] = (copy[place] ?? 0) ^ change;
				return copy;
			}),
			fc.nat(light.length - 1).map((length) => light.slice(0, length)),
			fc
				.tuple(fc.nat(light.length), fc.uint8Array({ minLength: 1, maxLength: 60 }))
				.map(([place, more]) => Uint8Array.from([...light.slice(0, place), ...more, ...light.slice(place)]))
		);
		await fc.assert(
			fc.asyncProperty(touched, async (bytes) => {
				const read = await readLocked(new Blob([bytes]));
				// A flipped digit may ask for real work, a second of it.
				if (read.kind === 'good' && !charactersOf(read.locked).includes(' 2\n')) return;
				const reason = read.kind === 'refused' ? read.reason : reasonOf(await unlock(read.locked, passphrase));
				expect(isDutchReason(reason), reason).toBe(true);
			}),
			{ numRuns: runs(1500) }
		);
	});
});

test('what is locked shows in its first characters, and nowhere else', () => {
	expect(isLocked(characters)).toBe(true);
	expect(isLocked('age-encryption.org/v9')).toBe(true);
	expect(isLocked('\n-----BEGIN AGE ENCRYPTED FILE-----')).toBe(true);
	expect(isLocked(JSON.stringify({ note: characters }))).toBe(false);
});
