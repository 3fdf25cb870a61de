import { describe, expect, test } from 'vitest';
import { lastShifts, onlyJointWords, sharedWords, shiftTableRows } from '$lib/domain/year-words/shift-rows';
import { compared, workshop, type Mark } from '../../../builders/workshop';

const year = (gemeente: readonly Mark[]) =>
	workshop({ basishouding: { openheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', ...gemeente.map((mark) => ({ openheid: [mark] })))
		.answersTogether('Verenigingen', { openheid: [3] });

describe('the rows of what changed', () => {
	test('give both scores, the difference and the verdict, or why there is none', () => {
		const before = year(Array.from({ length: 12 }, () => 1));
		const after = year(Array.from({ length: 12 }, () => 5));
		const comparison = compared(before.occasion('2025-03-20'), after.occasion('2026-03-19'));
		const [row] = shiftTableRows(comparison, lastShifts(comparison));
		expect(row?.groups).toMatchObject([
			{ groupId: 'gemeente', before: '1,0', after: '5,0', difference: '(+4,0)', words: 'beter', verdict: 'clear' },
			{ before: '3,0', after: '3,0', difference: '(0)', verdict: 'none', words: 'gezamenlijk antwoord: geen oordeel' }
		]);
		expect(onlyJointWords(lastShifts(comparison))).toBe('');
	});

	test('of a score that is in one of the two only, say nothing more', () => {
		const comparison = compared(year([null]).occasion('2025-03-20'), year([4, 4]).occasion('2026-03-19'));
		const [row] = shiftTableRows(comparison, lastShifts(comparison));
		expect(row?.groups[0]).toMatchObject({ before: 'geen score', after: '4,0', empty: false, words: '' });
	});
});

test('says on how many statements the figures rest where others do not count', () => {
	const items = ['een', 'twee'];
	expect(sharedWords({ leftOut: 0, items })).toBe('');
	expect(sharedWords({ leftOut: 2, items })).toBe('over 2 gedeelde stellingen');
	expect(sharedWords({ leftOut: 2, items: items.slice(1) })).toBe('over 1 gedeelde stelling');
});
