import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	MIN_PASSPHRASE,
	passphraseProblem,
	passphraseStrength,
	PROPOSED_BITS,
	proposePassphrase,
	type Chance
} from '$lib/exchange/files/passphrase';
import { PASSPHRASE_WORDS } from '$lib/exchange/files/passphrase-words';
import { isDutchReason } from '../../../builders/hostile';
import { runs } from '../../../property-runs';

const names = ['Halle-aan-Zee en verenigingen', 'Sportraad'];
const kindOf = (passphrase: string) => passphraseStrength(passphrase, names).kind;
function reasonOf(passphrase: string): string {
	const strength = passphraseStrength(passphrase, names);
	if (strength.kind !== 'refused') throw new Error(`Not refused: ${passphrase}`);
	return strength.reason;
}

/** Chance that draws these numbers one after the other. */
function drawing(numbers: readonly number[]): Chance {
	let next = 0;
	return (array) => array.fill(numbers[next++] ?? 0);
}

describe('the words of a proposed sentence', () => {
	test('are 1,296, of 3 to 9 plain letters, each once', () => {
		expect(new Set(PASSPHRASE_WORDS).size).toBe(1296);
		expect(PASSPHRASE_WORDS.length).toBe(1296);
		expect(PASSPHRASE_WORDS.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]);
	});

	test('never differ by one letter only, so that a slip is no other word', () => {
		const gaps = new Map<string, string>();
		const alike: string[] = [];
		for (const word of PASSPHRASE_WORDS) {
			for (let index = 0; index < word.length; index += 1) {
				const gap = `${word.slice(0, index)}.${word.slice(index + 1)}`;
				if (gaps.has(gap)) alike.push(`${gaps.get(gap)} ${word}`);
				gaps.set(gap, word);
				const shorter = word.slice(0, index) + word.slice(index + 1);
				if (PASSPHRASE_WORDS.includes(shorter)) alike.push(`${shorter} ${word}`);
			}
		}
		expect(alike).toEqual([]);
	});

	test('are six by chance: 62 bits', () => {
		expect(Math.floor(PROPOSED_BITS)).toBe(62);
		const proposed = proposePassphrase();
		expect(proposed.split(' ')).toHaveLength(6);
		expect(proposed.split(' ').every((word) => PASSPHRASE_WORDS.includes(word))).toBe(true);
		expect(proposePassphrase()).not.toBe(proposed);
	});

	test('come up as often as each other: what would favour the first ones is drawn again', () => {
		// 50 * 1296 = 64,800: the numbers from there to 65,535 would give 736 of the words a 51st chance.
		const counts = new Map<string, number>();
		for (let start = 0; start < 64_800; start += 6) {
			const numbers = Array.from({ length: 6 }, (_, index) => [64_800 + ((start + index) % 736), start + index]);
			for (const word of proposePassphrase(drawing(numbers.flat())).split(' ')) {
				counts.set(word, (counts.get(word) ?? 0) + 1);
			}
		}
		expect(counts.size).toBe(1296);
		expect(new Set(counts.values())).toEqual(new Set([50]));
	});

	test('make a sentence that is always strong', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(64_799), { minLength: 6, maxLength: 6 }), (numbers) => {
				fc.pre(new Set(numbers.map((number) => number % 1296)).size === 6);
				const proposed = proposePassphrase(drawing(numbers));
				expect(['good', 'strong']).toContain(kindOf(proposed));
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('a weak passphrase is refused with what is wrong and what to do', () => {
	test.each([
		['          ', /Dezelfde tekens/],
		['aaaaaaaaaaaa', /Dezelfde tekens/],
		['abcabcabcabc', /Dezelfde tekens/],
		['😀'.repeat(12), /Dezelfde tekens/],
		['1234567890', /op elkaar volgen/],
		['0987654321', /op elkaar volgen/],
		['azertyuiop', /op elkaar volgen/],
		['qwertyuiop[]', /op elkaar volgen/],
		['wachtwoord', /"wachtwoord"/],
		['Wachtwoord2026!', /"wachtwoord"/],
		['W@chtw00rd123!', /"wachtwoord"/],
		['wachtwoord wachtwoord', /"wachtwoord"/],
		['Welkom in december', /"wachtwoord"/],
		['halle-aan-zee', /naam van jullie samenwerking/],
		['HalleAanZee2026', /naam van jullie samenwerking/],
		['Sportraad 2026', /naam van jullie samenwerking/],
		['vergaderzaal', /te weinig woorden/],
		['12/05/1978', /jaartal/]
	])('%s', (passphrase, reason) => {
		expect(reasonOf(passphrase)).toMatch(reason);
		expect(reasonOf(passphrase)).toMatch(/^Te zwak\. .*laat een wachtwoord voorstellen\.$/);
	});

	test('and so is each of its kind', () => {
		const weak = fc.oneof(
			fc
				.tuple(fc.string({ minLength: 1, maxLength: 2 }), fc.integer({ min: 10, max: 60 }))
				.map(([part, times]) => part.repeat(times)),
			fc
				.tuple(fc.constantFrom('wachtwoord', 'geheim', 'welkom', ...names), fc.integer({ min: 0, max: 9999 }))
				.map(([word, number]) => `${word}${number}`),
			fc.tuple(fc.constantFrom(...PASSPHRASE_WORDS), fc.constantFrom(...PASSPHRASE_WORDS)).map((two) => two.join(' ')),
			fc
				.tuple(fc.constantFrom('1234567890', 'abcdefghijklm', 'qwertyuiop', 'azertyuiop'), fc.boolean())
				.map(([row, twice]) => (twice ? row + row : row))
		);
		fc.assert(
			fc.property(weak, (passphrase) => {
				const strength = passphraseStrength(passphrase, names);
				expect(strength.kind).toBe('refused');
				if (strength.kind === 'refused') expect(isDutchReason(strength.reason)).toBe(true);
			}),
			{ numRuns: runs(500) }
		);
	});

	test('shorter than the minimum, counted as people count', () => {
		expect(reasonOf('kort')).toMatch(/minstens 10 tekens/);
		expect(reasonOf('ë'.normalize('NFD').repeat(MIN_PASSPHRASE - 1))).toMatch(/minstens 10 tekens/);
	});
});

test('what is typed is called fair, good or strong', () => {
	expect(kindOf('Mijn hond heet Bobbie')).toBe('fair');
	expect(kindOf('drie ezels in de regen')).toBe('good');
	expect(kindOf('drie ezels zingen samen opera in de regen')).toBe('strong');
	expect(kindOf('tapijt project ridder kruik zorg orde')).toBe('strong');
});

test('a passphrase of any length is judged at once', () => {
	const begin = performance.now();
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (passphrase) => {
			expect(['refused', 'fair', 'good', 'strong']).toContain(kindOf(passphrase));
		}),
		{ numRuns: runs(50) }
	);
	kindOf('ab'.repeat(40));
	expect(performance.now() - begin).toBeLessThan(30_000);
});

test('a passphrase for a new lock is strong enough and typed twice', () => {
	const passphrase = 'drie ezels in de regen';
	expect(passphraseProblem('kort', 'kort')).toMatch(/minstens 10 tekens/);
	expect(passphraseProblem('wachtwoord', 'wachtwoord')).toMatch(/^Te zwak/);
	expect(passphraseProblem(passphrase, `${passphrase}!`)).toMatch(/niet hetzelfde/);
	expect(passphraseProblem(passphrase, passphrase)).toBeUndefined();
	expect(
		passphraseProblem('zeeën van tijd op het strand'.normalize('NFD'), 'zeeën van tijd op het strand')
	).toBeUndefined();
});
