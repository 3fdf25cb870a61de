import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Privacy, Threshold } from '$lib/domain/measurement/measurement';
import type { Turnout } from '$lib/domain/scoring/turnout';
import {
	answeredWords,
	closingWarnings,
	neverShowsWords,
	thresholdWords,
	tooManyWords,
	turnoutUnit,
	turnoutWords
} from '$lib/domain/words/turnout-words';

const anonymous = (threshold: Threshold): Privacy => ({ mode: 'anoniem', threshold });
const open: Privacy = { mode: 'open' };
const side = (name: string, responses: number, people?: number): Turnout => ({ name, responses, people });

describe('the number of a side', () => {
	test.each([
		[side('Gemeente', 4, 6), '4 van 6', 'binnen'],
		[side('Gemeente', 0, 6), '0 van 6', 'binnen'],
		[side('Gemeente', 4), '4', 'bladen'],
		[side('Gemeente', 1), '1', 'blad']
	])('%o', (turnout, words, unit) => {
		expect(turnoutWords(turnout)).toBe(words);
		expect(turnoutUnit(turnout)).toBe(unit);
	});

	test.each([
		[side('Gemeente', 6, 6), '6 van de 6 mensen'],
		[side('Gemeente', 5, 6), '5 van de 6 mensen'],
		[side('Gemeente', 7, 6), '7 bladen, meer dan de 6 mensen'],
		[side('Gemeente', 1), '1 blad']
	])('is in a result: %o', (turnout, words) => {
		expect(answeredWords(turnout)).toBe(words);
	});

	test('stands beside the threshold, in words', () => {
		expect(thresholdWords(side('Gemeente', 3, 6), anonymous(5))).toBe('minstens 5 nodig: nog 2 te weinig');
		expect(thresholdWords(side('Gemeente', 5, 6), anonymous(5))).toBe('minstens 5 nodig: genoeg');
		expect(thresholdWords(side('Gemeente', 1, 6), open)).toBe('');
	});
});

describe('what is said before closing', () => {
	test('is nothing when everybody is in and everything shows', () => {
		expect(closingWarnings([side('Gemeente', 6, 6), side('Verenigingen', 5)], anonymous(5))).toEqual([]);
		expect(closingWarnings([side('Gemeente', 0), side('Verenigingen', 1, 1)], open)).toEqual([]);
	});

	test('names each side that stays hidden, is not complete, or has too many', () => {
		const sides = [side('Gemeente', 3, 6), side('Verenigingen', 5, 6), side('Adviesraad', 7, 6), side('Jeugd', 0)];
		expect(closingWarnings(sides, anonymous(5))).toEqual([
			'Gemeente: 3 binnen, en er zijn er minstens 5 nodig. De cijfers van deze groep blijven verborgen.',
			'Gemeente: 3 van 6 binnen. 3 mensen antwoordden nog niet.',
			'Verenigingen: 5 van 6 binnen. Eén iemand antwoordde nog niet.',
			'Adviesraad: 7 van 6 binnen. Dat is meer dan er mensen zijn.',
			'Jeugd: niets binnen, en er zijn er minstens 5 nodig. De cijfers van deze groep blijven verborgen.'
		]);
	});

	test('is never silent about a side below the threshold, or one with another number than its people', () => {
		const turnout = fc.record({
			name: fc.constantFrom('Gemeente', 'Verenigingen', 'Jeugd'),
			responses: fc.nat(30),
			people: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined })
		});
		const privacy = fc.constantFrom(open, anonymous(3), anonymous(4), anonymous(5));
		fc.assert(
			fc.property(fc.array(turnout, { minLength: 2, maxLength: 4 }), privacy, (turnouts, mode) => {
				const hidden = turnouts.filter(({ responses }) => mode.mode === 'anoniem' && responses < mode.threshold).length;
				const other = turnouts.filter(({ responses, people }) => people !== undefined && people !== responses).length;
				expect(closingWarnings(turnouts, mode)).toHaveLength(hidden + other);
				const over = turnouts.filter(({ responses, people }) => people !== undefined && responses > people);
				expect(tooManyWords(turnouts) === '').toBe(over.length === 0);
				for (const { responses, people } of over) {
					expect(tooManyWords(turnouts)).toContain(`${responses} van ${people}.`);
				}
			})
		);
	});
});

describe('a side with fewer people than the threshold', () => {
	test.each([5, 4, 3] as const)(
		'is told at threshold %d that its figures never show, and what can be done',
		(threshold) => {
			for (let people = 1; people <= 6; people += 1) {
				const words = neverShowsWords({ name: 'Heemkring', people }, threshold);
				expect(words === '').toBe(people >= threshold);
				if (words === '') continue;
				expect(words).toMatch(/^Heemkring: \d mens(en)?, .* komen nooit op het scherm\. Wat kan: .*meet open/);
				// Only what the form offers.
				expect(words.includes(`${people} mensen, voeg`)).toBe(people >= 3);
			}
		}
	);

	test('is not told while nobody knows how many there are', () => {
		expect(neverShowsWords({ name: 'Heemkring' }, 5)).toBe('');
	});
});
