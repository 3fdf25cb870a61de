import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTS_FROM_THRESHOLDS, PERSONS_FROM_THRESHOLDS } from '$lib/domain/scoring/anonymity-limits';
import { FEWEST_OTHERS } from '$lib/domain/comparing/peers';
import { LIMIT_WORDS, levelRules } from '$lib/domain/words/limit-words';
import {
	MANY_UNKNOWN_FROM,
	MANY_UNKNOWN_FROM_N,
	SHIFT_ERRORS,
	SHIFT_VARIANCE_AT_LEAST
} from '$lib/domain/scoring/scoring-limits';
import { THRESHOLDS } from '$lib/domain/measurement/measurement';
import { exact } from '../../../builders/workshop';

test('the limits as people read them', () => {
	expect(LIMIT_WORDS).toEqual({
		middlingFrom: '2,5',
		highFrom: '3,5',
		gapFrom: '0,5',
		largeGapFrom: '1',
		dividedAbove: '0,83',
		dividedExactly: '5/6',
		spreadFrom: 'drie',
		manyUnknownFrom: 'drie',
		shiftFrom: '0,5',
		shiftErrors: 'twee',
		deviationAtLeast: '0,5',
		deviationWhenHidden: '1',
		personsFrom: 'twee',
		countsFrom: 'vier',
		thresholds: '5, of 4 of 3'
	});
	expect(levelRules).toEqual({ low: 'onder 2,5', middling: 'van 2,5 tot 3,5', high: 'vanaf 3,5' });
	// The pages say «een derde of meer».
	expect(exact(MANY_UNKNOWN_FROM)).toBe('1/3');
});

test('docs/scoring.md has the same limits as the code', () => {
	const doc = readFileSync('docs/scoring.md', 'utf8');
	const point = (words: string) => words.replace(',', '.');
	const { middlingFrom, highFrom, gapFrom, largeGapFrom, dividedExactly, shiftFrom, deviationAtLeast } = LIMIT_WORDS;
	for (const sentence of [
		`low below ${point(middlingFrom)}, middling from ${point(middlingFrom)}, high from ${point(highFrom)}`,
		`below ${point(gapFrom)} no word, from ${point(gapFrom)} «verschil», from ${largeGapFrom} «groot verschil»`,
		`«verdeeld» above ${dividedExactly}`,
		`a third or more of a dimension's given answers in a group, from ${MANY_UNKNOWN_FROM_N} respondents`,
		`max(0; ${point(highFrom)} − score) + gap`,
		`its difference d is at least ${point(shiftFrom)} **and** at least twice its uncertainty`,
		`d² ≥ ${SHIFT_ERRORS ** 2} · (s₁²/n₁ + s₂²/n₂)`,
		`taken below ${exact(SHIFT_VARIANCE_AT_LEAST)} (s below ${point(deviationAtLeast)})`,
		`threshold t (${THRESHOLDS[2]}, or set to ${THRESHOLDS[1]} or ${THRESHOLDS[0]})`,
		`from ${PERSONS_FROM_THRESHOLDS}t`,
		`from ${COUNTS_FROM_THRESHOLDS}t`,
		`from ${FEWEST_OTHERS} others on that dimension`
	])
		expect(doc).toContain(sentence);
});

test('no screen, report or spreadsheet writes a limit in its own digits', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
	const own = files.filter((file) => {
		const told = readFileSync(`src/${file}`, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
		return /\b(?:onder|vanaf|tot|boven|van|minstens|verschil) (?:2,5|3,5|0,5|0,83|5\/6)\b/i.test(told);
	});
	expect(own).toEqual([]);
});
