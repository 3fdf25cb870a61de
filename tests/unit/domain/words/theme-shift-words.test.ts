import { expect, test } from 'vitest';
import { themeShiftRows, themeShiftSentence } from '$lib/domain/year-words/theme-shift-words';
import { sinceWords } from '$lib/domain/year-words/since-words';
import { compared, workshop, type Mark } from '../../../builders/workshop';

const year = (date: string, gemeente: readonly Mark[], verenigingen: readonly Mark[]) => {
	const sheet = ([openheid = null, eigenheid = null, draagvlak = null]: readonly Mark[]) => ({
		openheid: [openheid],
		eigenheid: [eigenheid],
		draagvlak: [draagvlak]
	});
	return workshop({ houding: { openheid: 1, eigenheid: 1 }, regie: { draagvlak: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', sheet(gemeente))
		.answers('Verenigingen', sheet(verenigingen))
		.occasion(date);
};

/** Houding together: (3 + 3) / 2 = 3, then (4 + 3.5) / 2 = 3.75. Regie: of the associations no score in the end. */
const comparison = () =>
	compared(year('2025-03-01', [4, 3, 3], [2, 3, 3]), year('2026-03-01', [5, 4, 4], [3, 3, null]));

test('a theme has both scores and their difference, together and for each group, and no verdict', () => {
	expect(themeShiftRows(comparison(), 0, 1)).toEqual([
		{
			id: 'houding',
			name: 'Thema houding',
			themeIndex: 0,
			shared: '',
			together: { before: '3,0', after: '3,8', empty: false, difference: '(+0,8)' },
			groups: [
				{ groupId: 'gemeente', before: '3,5', after: '4,5', empty: false, difference: '(+1,0)' },
				{ groupId: 'verenigingen', before: '2,5', after: '3,0', empty: false, difference: '(+0,5)' }
			]
		},
		{
			id: 'regie',
			name: 'Thema regie',
			themeIndex: 1,
			shared: '',
			together: { before: '3,0', after: 'geen score', empty: false, difference: '' },
			groups: [
				{ groupId: 'gemeente', before: '3,0', after: '4,0', empty: false, difference: '(+1,0)' },
				{ groupId: 'verenigingen', before: '3,0', after: 'geen score', empty: false, difference: '' }
			]
		}
	]);
});

test('in a sentence, where both scores are there', () => {
	const both = comparison();

	expect(themeShiftSentence(both, 0, 1)).toBe('Per thema: Thema houding van 3,0 naar 3,8.');
	const since = sinceWords({ date: '2025-03-01', skipped: [], comparison: { kind: 'compared', ...both } });
	expect(since.themes).toBe('Per thema: Thema houding van 3,0 naar 3,8.');
});
