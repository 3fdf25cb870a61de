import { describe, expect, test } from 'vitest';
import type { Privacy, Threshold } from '$lib/domain/measurement';
import { hasShownFigures, mayShowFigures } from '$lib/domain/suppression';
import { describeReason } from '$lib/domain/wording';
import { exact, workshop, type Mark, type Sheet } from './workshop';

const anonymous = (threshold: Threshold) =>
	workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen').anonymous(threshold);
const sheet = (...openheid: readonly Mark[]): Sheet => ({ openheid });
const times = (count: number, ...marks: readonly Mark[]): Sheet[] =>
	Array.from({ length: count }, () => sheet(...marks));
/** «2×1 4×3» is one person at 2 and three at 4. */
const people = (distribution: readonly { score: Parameters<typeof exact>[0]; count: number }[]) =>
	distribution.map(({ score, count }) => `${exact(score)}×${count}`).join(' ');

const nothing = {
	hidden: true,
	score: null,
	basis: null,
	n: 0,
	distribution: [],
	range: null,
	joint: null,
	spread: null,
	divided: false,
	given: 0,
	unknown: 0,
	manyUnknown: false
};
const noItem = { hidden: true, counts: [0, 0, 0, 0, 0], n: 0, unknown: 0, mean: null, spread: null, joint: null };

describe('when figures may show', () => {
	const open: Privacy = { mode: 'open' };
	const anoniem: Privacy = { mode: 'anoniem', threshold: 5 };
	test('an open measurement always, an anonymous one only once it is closed', () => {
		expect(mayShowFigures({ privacy: open, status: 'open' })).toBe(true);
		expect(mayShowFigures({ privacy: open, status: 'closed' })).toBe(true);
		expect(mayShowFigures({ privacy: anoniem, status: 'open' })).toBe(false);
		expect(mayShowFigures({ privacy: anoniem, status: 'closed' })).toBe(true);
	});

	test('beside other measurements an anonymous one only after its own were shown', () => {
		expect(hasShownFigures({ privacy: open, status: 'open', sealed: false })).toBe(true);
		expect(hasShownFigures({ privacy: anoniem, status: 'open', sealed: false })).toBe(false);
		expect(hasShownFigures({ privacy: anoniem, status: 'closed', sealed: false })).toBe(false);
		expect(hasShownFigures({ privacy: anoniem, status: 'closed', sealed: true })).toBe(true);
	});
});

describe('in an open measurement', () => {
	test('nothing is hidden, not even one person', () => {
		const measured = workshop()
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', sheet(4, '?', 3));
		expect(measured.side('Gemeente')).toMatchObject({ hidden: false, rounded: false, n: 1 });
		expect(people(measured.side('Gemeente').distribution)).toBe('7/2×1');
		expect(measured.item(1, 'Gemeente')).toMatchObject({ hidden: false, n: 1, counts: [0, 0, 0, 1, 0] });
	});
});

describe('people who answered everything', () => {
	test.each([3, 4, 5] as const)('show from %i on with everything they gave', (threshold) => {
		const measured = anonymous(threshold).answers('Gemeente', sheet(1, 2, 5), ...times(threshold - 1, 4, 4, 4));
		const side = measured.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, rounded: false, n: threshold, given: threshold * 3, unknown: 0 });
		expect(people(side.distribution)).toBe(`8/3×1 4×${threshold - 1}`);
		expect(exact(side.range?.lowest)).toBe('8/3');
		expect(measured.item(1, 'Gemeente')).toMatchObject({
			hidden: false,
			n: threshold,
			counts: [1, 0, 0, threshold - 1, 0]
		});
	});

	test.each([3, 4, 5] as const)('show nothing with one fewer than %i', (threshold) => {
		const side = anonymous(threshold)
			.answers('Gemeente', ...times(threshold - 1, 4, 4, 4))
			.side('Gemeente');
		expect(side).toMatchObject(nothing);
		expect(side.items).toEqual([1, 2, 3].map((number) => ({ ...noItem, itemId: `openheid-${number}` })));
	});

	test('are not bothered by someone who only said «weet niet»: that is counted', () => {
		const measured = anonymous(3).answers('Gemeente', ...times(3, 4, 4, 4), sheet('?', '?', '?'));
		expect(measured.side('Gemeente')).toMatchObject({ hidden: false, n: 3, given: 12, unknown: 3 });
		expect(measured.item(2, 'Gemeente')).toMatchObject({ hidden: false, n: 3, unknown: 1 });
	});

	test('show their scores and no items beside someone with one answer: 4 + 4 + 4 + 1 less 3 × 4 would be that answer', () => {
		const measured = anonymous(3).answers('Gemeente', ...times(2, 4, 4, 4), sheet(3, 4, 5), sheet(1, '?', '?'));
		const side = measured.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, rounded: false, n: 3, spread: null, divided: false });
		expect(exact(side.score)).toBe('4');
		expect(people(side.distribution)).toBe('4×3');
		expect(side).toMatchObject({ given: 12, unknown: 2 });
		expect(side.items.every((item) => item.hidden)).toBe(true);
	});
});

describe('when someone with a score left an item out', () => {
	// Six people; one says «weet niet» on the first item and 5, 2 on the others: a score of 7/2.
	const six = (threshold: Threshold) =>
		anonymous(threshold).answers('Gemeente', ...times(4, 4, 4, 4), sheet(3, 3, 3), sheet('?', 5, 2));

	test('the score shows and no item does: 6 × the score less the items would leave 5 + 2', () => {
		const side = six(4).side('Gemeente');
		expect(side).toMatchObject({ hidden: false, basis: 'individual', n: 6, given: 18, unknown: 1 });
		expect(exact(side.score)).toBe('15/4'); // (4 × 4 + 3 + 7/2) / 6
		expect(side.items.every((item) => item.hidden)).toBe(true);
		expect(side).toMatchObject({ spread: null, divided: false });
	});

	test('the persons do not show below twice the threshold', () => {
		expect(six(4).side('Gemeente')).toMatchObject({ distribution: [], range: null, rounded: false });
	});

	test('from twice the threshold they show in whole points, half up: 7/2 is 4, as 4 is', () => {
		const side = six(3).side('Gemeente');
		expect(side.rounded).toBe(true);
		expect(people(side.distribution)).toBe('3×1 4×5');
		expect([exact(side.range?.lowest), exact(side.range?.highest)]).toEqual(['3', '4']);
	});

	test('an unanswered item is the same as «weet niet» in this', () => {
		const side = anonymous(3)
			.answers('Gemeente', ...times(3, 4, 4, 4), sheet(null, 2, 2))
			.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, n: 4, distribution: [] });
		expect(side.items.every((item) => item.hidden)).toBe(true);
	});

	test('the score shows as well when an item has fewer answers than the threshold', () => {
		const side = anonymous(3)
			.answers('Gemeente', ...times(2, 4, 4, 4), ...times(2, 2, 2, '?'))
			.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, n: 4 });
		expect(exact(side.score)).toBe('3');
	});
});

describe('when too few people have a score', () => {
	// Four people; item 1 has three answers, item 2 two and item 3 three; two people have a score.
	const measured = anonymous(3).answers(
		'Gemeente',
		sheet(4, 4, 4),
		sheet(2, 3, null),
		sheet(5, '?', '?'),
		sheet('?', '?', 1)
	);
	measured.answers('Gemeente', sheet(null, null, 2));

	test('nothing of the dimension shows', () => {
		expect(measured.side('Gemeente')).toMatchObject(nothing);
	});

	test('an item shows by its own n', () => {
		expect(measured.item(1, 'Gemeente')).toMatchObject({ hidden: false, n: 3, unknown: 1, counts: [0, 1, 0, 1, 1] });
		expect(exact(measured.item(1, 'Gemeente').mean)).toBe('11/3');
		expect(measured.item(2, 'Gemeente')).toEqual({ ...noItem, itemId: 'openheid-2' });
		expect(measured.item(3, 'Gemeente')).toMatchObject({ hidden: false, n: 3, unknown: 1 });
	});

	test('many «weet niet» are not told', () => {
		const unsure = anonymous(3).answers('Gemeente', ...times(6, '?', '?', '?'));
		expect(unsure.side('Gemeente')).toMatchObject(nothing);
		expect(unsure.adviceIds()).toEqual([]);
	});
});

describe('what is combined', () => {
	const oneHidden = () =>
		anonymous(4)
			.answers('Gemeente', ...times(4, 2, 2, 2))
			.answers('Verenigingen', ...times(3, 5, 5, 5));

	test('has no samenwerkingsscore and no gap when one side is hidden; the level is of the other', () => {
		const figures = oneHidden().dimension();
		expect(figures).toMatchObject({ score: null, gap: null, level: 'low', reference: { groupId: 'gemeente' } });
		expect(exact(figures.rank)).toBe('3/2'); // 7/2 − 2, and nothing for a gap
		expect(oneHidden().theme('basishouding').score).toBeNull();
	});

	test('names only visible figures in the reason of a tip', () => {
		const measured = oneHidden();
		const reasons = measured.advice().map(({ reason }) => describeReason(reason, measured.nameOf));
		expect(reasons.length).toBeGreaterThan(0);
		expect(reasons.join(' ')).not.toContain('Verenigingen');
	});

	test('is over all sides when all show: 2 and 5 give 7/2 and a gap of 3', () => {
		const figures = oneHidden()
			.answers('Verenigingen', sheet(5, 5, 5))
			.dimension();
		expect(exact(figures.score)).toBe('7/2');
		expect(exact(figures.gap?.size)).toBe('3');
	});

	test('with a third side hidden there is a gap between the other two and no samenwerkingsscore', () => {
		const figures = anonymous(3)
			.group('vereniging', 'Sportraad')
			.answers('Gemeente', ...times(3, 2, 2, 2))
			.answers('Verenigingen', ...times(3, 4, 4, 4))
			.answers('Sportraad', ...times(2, 5, 5, 5))
			.dimension();
		expect(figures).toMatchObject({ score: null, gap: { highestGroupId: 'verenigingen', lowestGroupId: 'gemeente' } });
	});
});

describe('joint answers', () => {
	test('are left out of an anonymous measurement altogether', () => {
		const measured = anonymous(3)
			.answersTogether('Gemeente', sheet(1, 1, 1))
			.answersTogether('Verenigingen', sheet(1, 1, 1))
			.answers('Verenigingen', ...times(3, 4, 4, 4));
		expect(measured.side('Gemeente')).toMatchObject(nothing);
		expect(measured.side('Verenigingen')).toMatchObject({ basis: 'individual', joint: null });
		expect(measured.item(1, 'Verenigingen').joint).toBeNull();
	});
});
