import { describe, expect, test } from 'vitest';
import { inQuestionnaireOrder } from '$lib/charts/tafel/tafel-data';
import { rowWords, tafelWords } from '$lib/charts/tafel/tafel-words';
import { rowOf, tafelFor } from '../../../builders/tafel';
import { eachAnswers, workshop, workshopWithClosing, type Sheet } from '../../../builders/workshop';

const twoSides = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const times = (count: number, sheet: Sheet): Sheet[] => Array.from({ length: count }, () => sheet);

describe('a row of the tafel', () => {
	test('has the people of each side, their mean and the gap, as exact as the figures', () => {
		const row = rowOf(
			tafelFor(
				twoSides()
					.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [2, 3, null] }, { openheid: [4, 4, null] })
					.answers('Verenigingen', { openheid: [3, 3, 3] })
			)
		);
		expect(row.sides).toMatchObject([
			{
				persons: [
					{ value: 2.5, count: 1, text: '2,5' },
					{ value: 4, count: 2, text: '4,0' }
				],
				mean: 3.5, // (4 + 5/2 + 4) / 3
				meanText: '3,5',
				joint: null,
				hidden: 'none'
			},
			{ persons: [{ value: 3, count: 1 }], mean: 3, hidden: 'none' }
		]);
		expect(row).toMatchObject({ gap: 0.5, gapText: '0,5', bars: [0] });
	});

	test('has no bar below 0,5: 10/3 beside 3', () => {
		const held = twoSides()
			.answersTogether('Gemeente', { openheid: [3, 3, 4] })
			.answersTogether('Verenigingen', { openheid: [3, 3, 3] });
		expect(rowOf(tafelFor(held))).toMatchObject({ gapText: '0,3', bars: [] });
	});

	test('has a joint answer in the place of a mean, and beside one', () => {
		const held = twoSides()
			.answers('Gemeente', { openheid: [4, 4, 4] })
			.answersTogether('Gemeente', { openheid: [2, 2, 2] })
			.answersTogether('Verenigingen', { openheid: [5, 5, 5] });
		expect(rowOf(tafelFor(held)).sides).toMatchObject([
			{ mean: 4, joint: 2 },
			{ mean: null, joint: 5, persons: [], hidden: 'none' }
		]);
	});

	test('of three and four sides has a bar a line, and the gap between the highest and the lowest of all', () => {
		const held = twoSides()
			.group('vereniging', 'Sportraad')
			.group('gemeente', 'Adviesraad')
			.answersTogether('Gemeente', { openheid: [3, 3, 3] })
			.answersTogether('Verenigingen', { openheid: [3, 3, 3] })
			.answersTogether('Sportraad', { openheid: [5, 5, 5] })
			.answersTogether('Adviesraad', { openheid: [2, 2, 2] });
		expect(rowOf(tafelFor(held))).toMatchObject({ gapText: '3,0', bars: [1] });
	});

	test('says what is hidden: the side with its reason, or only its persons', () => {
		const held = twoSides()
			.anonymous(5)
			.answers('Gemeente', ...times(4, { openheid: [4, 4, 4] }))
			.answers('Verenigingen', ...times(9, { openheid: [2, 2, 2] }));
		const tafel = tafelFor(held);
		expect(rowOf(tafel)).toMatchObject({ gap: null, gapText: '', bars: [] });
		expect(rowOf(tafel).sides).toMatchObject([
			{ hidden: 'side', why: 'verborgen: minder dan 5 mensen', mean: null, joint: null, persons: [] },
			{ hidden: 'persons', why: '', mean: 2, persons: [] }
		]);
		expect(tafel.sides.map(({ personsHidden }) => personsHidden)).toEqual([false, true]);
	});

	test('of a side that did not answer says so, and not that it is hidden', () => {
		const held = twoSides().answers('Gemeente', { openheid: [4, 4, 4] });
		expect(rowOf(tafelFor(held)).sides[1]).toMatchObject({ hidden: 'side', why: 'te weinig antwoorden' });
	});

	test('persons that show in one row are not hidden everywhere', () => {
		const held = workshop({ basishouding: { openheid: 1, partners: 1 } })
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.anonymous(3)
			.answers('Gemeente', ...times(6, { openheid: [4], partners: [3] }))
			.answers('Verenigingen', ...times(5, { openheid: [2], partners: [3] }), { openheid: [2] });
		const tafel = tafelFor(held);
		expect(rowOf(tafel).sides[1]?.hidden).toBe('none');
		expect(rowOf(tafel, 'partners').sides[1]?.hidden).toBe('persons');
		expect(tafel.sides[1]?.personsHidden).toBe(false);
	});

	test('has what was agreed, and how many want to talk about it', () => {
		const held = workshopWithClosing()
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...eachAnswers('openheid', [3, 4, 4]))
			.answers('Verenigingen', ...eachAnswers('openheid', [2]))
			.want('Gemeente', ['openheid'], [], ['openheid'])
			.want('Verenigingen', []);
		const agreed = [{ measurementId: 'm', dimensionId: 'openheid', score: 3 as const, note: '' }];
		expect(rowOf(tafelFor(held, { agreed, topics: held.topics() }))).toMatchObject({
			agreed: 3,
			wanted: 'wil praten: Gemeente 2 van 3'
		});
	});
});

describe('the rows', () => {
	const held = workshop({ een: { a: 1, b: 1 }, twee: { c: 1, d: 1, e: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { a: [5], b: [3], c: [5], d: [2] })
		.answers('Verenigingen', { a: [5], b: [3], c: [1], d: [2] });
	const order = (extras = {}) => tafelFor(held, extras).rows.map(({ dimensionId }) => dimensionId);

	test('stand by what is worth talking about, the first three as a proposal, those without figures last', () => {
		// Rank: shortfall under 3,5 plus the gap. c: 0,5 + 4; d: 1,5; b: 0,5; a: 0; e has none.
		expect(order()).toEqual(['c', 'd', 'b', 'a', 'e']);
		const tafel = tafelFor(held);
		expect(tafel.proposal).toBe(true);
		expect(tafel.rows.map(({ discussed }) => discussed)).toEqual([true, true, true, false, false]);
	});

	test('begin with what the room chose, in its order', () => {
		const tafel = tafelFor(held, { chosen: ['a', 'd', 'of another questionnaire'] });
		expect(tafel.rows.map(({ dimensionId }) => dimensionId)).toEqual(['a', 'd', 'c', 'b', 'e']);
		expect(tafel.proposal).toBe(false);
		expect(tafel.rows.filter(({ discussed }) => discussed)).toHaveLength(2);
	});

	test('can stand as the questionnaire has them, with the same rows discussed', () => {
		const asked = tafelFor(held, {}, 'questionnaire');
		expect(asked.rows.map(({ dimensionId }) => dimensionId)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(asked.rows.map(({ discussed }) => discussed)).toEqual([false, true, true, true, false]);
		expect(inQuestionnaireOrder(tafelFor(held))).toEqual(asked);
	});
});

test('the picture is read out in words: the scale, what is discussed, and each row', () => {
	const held = twoSides()
		.anonymous(3)
		.answers('Gemeente', ...times(6, { openheid: [4, 4, 4] }))
		.answers('Verenigingen', ...times(3, { openheid: [2, 2, 2] }));
	const tafel = tafelFor(held);
	expect(rowWords(rowOf(tafel))).toBe(
		'Gemeente gemiddeld 4,0, 6 mensen: 6 op 4,0; Verenigingen gemiddeld 2,0, mensen verborgen; verschil 2,0'
	);
	expect(tafelWords(tafel)).toBe(
		`Eén lijn per onderdeel, van 1 (1) tot 5 (5). Voorstel om te bespreken: «Onderdeel openheid». Onderdeel openheid: ${rowWords(rowOf(tafel))}.`
	);
	expect(tafelWords(tafel, false)).toMatch(/: Gemeente 4,0; Verenigingen 2,0; verschil 2,0\.$/);
});
