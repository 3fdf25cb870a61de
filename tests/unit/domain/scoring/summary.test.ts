import { describe, expect, test } from 'vitest';
import { summariseMeasurement, type MeasurementSummary } from '$lib/domain/scoring/summary';
import { hasShownFigures } from '$lib/domain/scoring/anonymity';
import { workshop, type Workshop } from '../../../builders/workshop';

function summaryOf(held: Workshop): MeasurementSummary {
	return summariseMeasurement(held.questionnaire, held.groups, held.figures(), held.responses);
}

describe('a summary', () => {
	const held = workshop({ basishouding: { openheid: 3 }, regierol: { draagvlak: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4, 3] }, { openheid: [2, 2, '?'], draagvlak: [5] })
		.answersTogether('Verenigingen', { openheid: [3, 3, 4] });

	test('holds the scores of the result as exact fractions, and the items they are made of', () => {
		// Gemeente: (11/3 + 2) / 2 = 17/6. Verenigingen, together: 10/3. Both: (17/6 + 20/6) / 2 = 37/12.
		expect(summaryOf(held).dimensions).toEqual([
			{
				dimensionId: 'openheid',
				itemIds: ['openheid-1', 'openheid-2', 'openheid-3'],
				score: '37/12',
				groups: [
					{ groupId: 'gemeente', score: '17/6' },
					{ groupId: 'verenigingen', score: '10/3' }
				]
			},
			{
				dimensionId: 'draagvlak',
				itemIds: ['draagvlak-1'],
				score: null,
				groups: [
					{ groupId: 'gemeente', score: '5/1' },
					{ groupId: 'verenigingen', score: null }
				]
			}
		]);
	});

	test('counts individuals a group, and joint answers apart', () => {
		expect(summaryOf(held).groups).toEqual([
			{ groupId: 'gemeente', responses: 2, joint: false },
			{ groupId: 'verenigingen', responses: 0, joint: true }
		]);
	});

	test('is plain data: as JSON it is still the same', () => {
		const summary = summaryOf(held);

		expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
	});

	test('of an anonymous measurement has no score that is kept back', () => {
		const anonymous = workshop()
			.anonymous(3)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] }, { openheid: [4, 4, 4] })
			.answers('Verenigingen', { openheid: [1, 1, 1] }, { openheid: [2, 2, 2] });

		expect(summaryOf(anonymous).dimensions.map(({ score, groups }) => [score, groups])).toEqual([
			[
				null,
				[
					{ groupId: 'gemeente', score: '4/1' },
					{ groupId: 'verenigingen', score: null }
				]
			]
		]);
	});
});

describe('figures were shown', () => {
	const anonymous = { mode: 'anoniem', threshold: 5 } as const;

	test.each([
		['of an open measurement, also while answers come in', { mode: 'open' } as const, 'open', false, true],
		['of an anonymous one that is sealed', anonymous, 'closed', true, true],
		['not of an anonymous one that is only closed', anonymous, 'closed', false, false],
		['not of an anonymous one that is open', anonymous, 'open', false, false],
		['not of an anonymous one that says sealed and open', anonymous, 'open', true, false]
	] as const)('%s', (_name, privacy, status, sealed, shown) => {
		expect(hasShownFigures({ privacy, status, sealed })).toBe(shown);
	});
});
