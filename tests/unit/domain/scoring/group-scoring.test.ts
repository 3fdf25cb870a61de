import { describe, expect, test } from 'vitest';
import { eachAnswers, exact, workshop, type Mark } from '../../../builders/workshop';

/** A workshop with one side, on one dimension of so many items. */
const oneSide = (items = 3) => workshop({ basishouding: { openheid: items } }).group('gemeente', 'Gemeente');

describe('an item', () => {
	test('has the mean of its valid answers; «weet niet» is counted and in no mean; blank is neither', () => {
		const item = oneSide(1)
			.answers('Gemeente', ...eachAnswers('openheid', [2, 4, 5, '?', null]))
			.item(1, 'Gemeente');
		expect(exact(item.mean)).toBe('11/3'); // (2 + 4 + 5) / 3
		expect(item.counts).toEqual([0, 1, 0, 1, 1]);
		expect(item.n).toBe(3);
		expect(item.unknown).toBe(1);
	});

	test('that everybody answers with «weet niet» has no mean', () => {
		const item = oneSide(1)
			.answers('Gemeente', ...eachAnswers('openheid', ['?', '?', '?']))
			.item(1, 'Gemeente');
		expect(item).toMatchObject({ counts: [0, 0, 0, 0, 0], n: 0, unknown: 3, mean: null, spread: null });
	});

	test('keeps the answer of someone who answered too little for a score of the dimension', () => {
		const side = oneSide().answers('Gemeente', { openheid: [5, null, null] });
		expect(side.side('Gemeente').n).toBe(0);
		expect(exact(side.item(1, 'Gemeente').mean)).toBe('5');
	});
});

describe("a respondent's score on a dimension needs more than half of its items", () => {
	test.each<[string, Mark[], string]>([
		['1 of 1', [4], '4'],
		['1 of 2', [4, '?'], 'none'],
		['1 of 3', [4, '?', null], 'none'],
		['2 of 3', [4, 5, '?'], '9/2'],
		['2 of 3, the other left blank', [4, 5, null], '9/2'],
		['3 of 3', [4, 5, 2], '11/3'],
		['2 of 4', [4, 5, '?', null], 'none'],
		['3 of 4', [4, 5, 5, '?'], '14/3'],
		['3 of 3 «weet niet»', ['?', '?', '?'], 'none']
	])('%s', (_, marks, score) => {
		const side = oneSide(marks.length).answers('Gemeente', { openheid: marks }).side('Gemeente');
		expect(exact(side.score)).toBe(score);
		expect(side.n).toBe(score === 'none' ? 0 : 1);
	});
});

describe("a group's score on a dimension", () => {
	test('is the mean over its respondents, not over their answers', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [1, 2, null] })
			.side('Gemeente');
		expect(exact(side.score)).toBe('11/4'); // (4 + 3/2) / 2; over all answers it would be 15/5 = 3
		expect(side.basis).toBe('individual');
	});

	test('leaves out who answered half or less, and says how many it rests on', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: [4, 4, 5] }, { openheid: [1, '?', '?'] }, {}, { openheid: [3, 3, 4] })
			.side('Gemeente');
		expect(exact(side.score)).toBe('23/6'); // (13/3 + 10/3) / 2
		expect(side.n).toBe(2);
	});

	test('stands beside its range and its distribution, lowest first, equal scores together', () => {
		const side = oneSide()
			.answers(
				'Gemeente',
				{ openheid: [4, 4, null] }, // 4
				{ openheid: [3, 2, null] }, // 5/2
				{ openheid: [4, 4, 4] }, // 4 as well
				{ openheid: [5, 5, 4] } // 14/3
			)
			.side('Gemeente');
		expect(side.distribution.map(({ score, count }) => [exact(score), count])).toEqual([
			['5/2', 1],
			['4', 2],
			['14/3', 1]
		]);
		expect([exact(side.range?.lowest), exact(side.range?.highest)]).toEqual(['5/2', '14/3']);
		expect(exact(side.score)).toBe('91/24'); // (24 + 15 + 24 + 28) / 6 / 4
	});

	test('of a group in which nobody has a score is not there, nor its range', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: ['?', '?', 3] }, {})
			.side('Gemeente');
		expect(side).toMatchObject({ score: null, basis: null, n: 0, distribution: [], range: null, divided: false });
	});
});

describe('a joint answer', () => {
	test('alone is the score of its side, and counts nobody', () => {
		const gemeente = oneSide().answersTogether('Gemeente', { openheid: [4, 4, 5] });
		const side = gemeente.side('Gemeente');
		expect(exact(side.score)).toBe('13/3');
		expect(side.basis).toBe('joint');
		expect(side).toMatchObject({ n: 0, distribution: [], range: null, spread: null, given: 0, unknown: 0 });
		expect(gemeente.item(3, 'Gemeente')).toMatchObject({ n: 0, mean: null, joint: 5, counts: [0, 0, 0, 0, 0] });
	});

	test('beside individuals is only a marker, never in n, mean or spread', () => {
		const alone = oneSide().answers(
			'Gemeente',
			{ openheid: [1, 2, 2] },
			{ openheid: [3, 2, 2] },
			{ openheid: [5, 2, 2] }
		);
		const before = alone.side('Gemeente');
		const after = alone.answersTogether('Gemeente', { openheid: [5, 5, '?'] }).side('Gemeente');
		expect(exact(after.joint)).toBe('5');
		expect(after.basis).toBe('individual');
		expect(after.items.map(({ joint }) => joint)).toEqual([5, 5, 'unknown']);
		const withoutMarker = {
			...after,
			joint: before.joint,
			items: after.items.map((item) => ({ ...item, joint: null }))
		};
		expect(withoutMarker).toEqual(before);
	});

	test('is the score of its side when no individual has one', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: ['?', '?', 3] })
			.answersTogether('Gemeente', { openheid: [4, 4, 4] })
			.side('Gemeente');
		expect(exact(side.score)).toBe('4');
		expect(side).toMatchObject({ basis: 'joint', n: 0, given: 3, unknown: 2 });
	});

	test('needs more than half of the items too, and its «weet niet» is not counted among individuals', () => {
		const side = oneSide()
			.answersTogether('Gemeente', { openheid: [4, '?', '?'] })
			.side('Gemeente');
		expect(side).toMatchObject({ score: null, basis: null, joint: null, unknown: 0, manyUnknown: false });
	});
});

describe('spread (AD): the mean distance to the mean', () => {
	test('of 1, 3 and 5: the mean is 3, the distances 2, 0 and 2, so 4/3', () => {
		const side = oneSide(1).answers('Gemeente', ...eachAnswers('openheid', [1, 3, 5]));
		expect(exact(side.item(1, 'Gemeente').spread)).toBe('4/3');
	});

	test('of 1, 2 and 2: the mean is 5/3, the distances 2/3, 1/3 and 1/3, so 4/9', () => {
		const side = oneSide(1).answers('Gemeente', ...eachAnswers('openheid', [1, 2, 2]));
		expect(exact(side.item(1, 'Gemeente').spread)).toBe('4/9');
	});

	test('is there from three valid answers on', () => {
		const two = oneSide(1).answers('Gemeente', ...eachAnswers('openheid', [1, 5, '?', null]));
		expect(two.item(1, 'Gemeente').spread).toBeNull();
		expect(two.side('Gemeente')).toMatchObject({ spread: null, divided: false });
	});

	test("of a dimension is the mean of its items' ADs, of the items that have one", () => {
		const side = oneSide().answers(
			'Gemeente',
			{ openheid: [1, 2, 1] },
			{ openheid: [3, 3, 5] },
			{ openheid: [5, 4, '?'] } // the third item has two valid answers: no AD
		);
		expect(exact(side.item(2, 'Gemeente').spread)).toBe('2/3'); // 2, 3, 4: distances 1, 0, 1
		expect(exact(side.side('Gemeente').spread)).toBe('1'); // (4/3 + 2/3) / 2
		expect(side.side('Gemeente').divided).toBe(true);
	});

	test('exactly 5/6 is not divided: 4, 3, 3, 2, 2 and 1 lie 3/2, four times 1/2 and 3/2 from 5/2', () => {
		const side = oneSide(1)
			.answers('Gemeente', ...eachAnswers('openheid', [4, 3, 3, 2, 2, 1]))
			.side('Gemeente');
		expect(exact(side.spread)).toBe('5/6');
		expect(side.divided).toBe(false);
	});

	test('just above 5/6 is: 4, 4, 4, 2, 2 and 2 lie 1 from 3', () => {
		const side = oneSide(1)
			.answers('Gemeente', ...eachAnswers('openheid', [4, 4, 4, 2, 2, 2]))
			.side('Gemeente');
		expect(exact(side.spread)).toBe('1');
		expect(side.divided).toBe(true);
	});

	test('items that differ from one another do not divide a group that agrees on each', () => {
		const agreed = { openheid: [1, 3, 5] } as const;
		const side = oneSide().answers('Gemeente', agreed, agreed, agreed).side('Gemeente');
		expect(exact(side.spread)).toBe('0');
		expect(side.divided).toBe(false);
	});
});

describe('many «weet niet»', () => {
	test('is exactly a third of the given answers: 3 of 9', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: [4, 4, '?'] }, { openheid: [4, '?', 4] }, { openheid: ['?', 4, 4] })
			.side('Gemeente');
		expect(side).toMatchObject({ given: 9, unknown: 3, manyUnknown: true });
	});

	test('is not 2 of 9', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: [4, 4, '?'] }, { openheid: [4, '?', 4] }, { openheid: [4, 4, 4] })
			.side('Gemeente');
		expect(side).toMatchObject({ given: 9, unknown: 2, manyUnknown: false });
	});

	test('does not count blanks among the given answers: 2 of 6', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: [4, 4, '?'] }, { openheid: [4, '?', null] }, { openheid: [4, null, null] })
			.side('Gemeente');
		expect(side).toMatchObject({ given: 6, unknown: 2, manyUnknown: true });
	});

	test('is told from three people on who answered here; who left all blank does not count', () => {
		const side = oneSide()
			.answers('Gemeente', { openheid: ['?', '?', '?'] }, { openheid: ['?', '?', '?'] }, {})
			.side('Gemeente');
		expect(side).toMatchObject({ given: 6, unknown: 6, manyUnknown: false });
	});

	test('when three people say only «weet niet» there is no score, and that is said', () => {
		const unsure = { openheid: ['?', '?', '?'] } as const;
		const side = oneSide().answers('Gemeente', unsure, unsure, unsure).side('Gemeente');
		expect(side).toMatchObject({ score: null, n: 0, given: 9, unknown: 9, manyUnknown: true });
	});
});
