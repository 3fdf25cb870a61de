import { describe, expect, test } from 'vitest';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import { Fraction } from '$lib/domain/scoring/fraction';
import type { Privacy, Threshold } from '$lib/domain/measurement/measurement';
import { hasShownFigures } from '$lib/domain/scoring/anonymity';
import { describeReason } from '$lib/domain/words/score-words';
import { exact, workshop, type Mark, type Sheet } from '../../../builders/workshop';

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
	leftOpen: null,
	distribution: [],
	range: null,
	joint: null,
	spread: null,
	divided: false,
	given: 0,
	unknown: 0,
	manyUnknown: false
};
const noItem = { hidden: true, counts: null, n: 0, unknown: 0, mean: null, spread: null, joint: null };

describe('when figures were shown', () => {
	const open: Privacy = { mode: 'open' };
	const anoniem: Privacy = { mode: 'anoniem', threshold: 5 };
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
		expect(measured.side('Gemeente')).toMatchObject({ hidden: false, leftOpen: null, n: 1 });
		expect(people(measured.side('Gemeente').distribution)).toBe('7/2×1');
		expect(measured.item(1, 'Gemeente')).toMatchObject({ hidden: false, n: 1, counts: [0, 0, 0, 1, 0] });
	});
});

describe('people who answered everything', () => {
	const side = (threshold: Threshold, count: number) =>
		anonymous(threshold)
			.answers('Gemeente', sheet(1, 2, 5), ...times(count - 1, 4, 4, 4))
			.side('Gemeente');

	test.each([3, 4, 5] as const)('show nothing with one fewer than %i', (threshold) => {
		expect(side(threshold, threshold - 1)).toMatchObject(nothing);
		expect(side(threshold, threshold - 1).items).toEqual(
			[1, 2, 3].map((number) => ({ ...noItem, itemId: `openheid-${number}` }))
		);
	});

	test.each([3, 4, 5] as const)('show means and their number from %i on, and no person', (threshold) => {
		const shown = side(threshold, threshold);
		expect(shown).toMatchObject({ hidden: false, n: threshold, leftOpen: 0, distribution: [], range: null });
		expect(shown).toMatchObject({ spread: null, divided: false });
		expect(exact(shown.items[0]?.mean)).toBe(exact(Fraction.of(4 * threshold - 3, threshold)));
		expect(shown.items[0]).toMatchObject({ hidden: false, n: threshold, counts: null, spread: null });
		expect(side(threshold, 2 * threshold - 1)).toMatchObject({ distribution: [], range: null });
	});

	test.each([3, 4, 5] as const)('show the persons from twice %i on, without counts per answer', (threshold) => {
		const shown = side(threshold, 2 * threshold);
		expect(people(shown.distribution)).toBe(`8/3×1 4×${2 * threshold - 1}`);
		expect(exact(shown.range?.lowest)).toBe('8/3');
		expect(shown).toMatchObject({ spread: null });
		expect(shown.items[0]).toMatchObject({ hidden: false, counts: null, spread: null });
		expect(side(threshold, 4 * threshold - 1).items[0]).toMatchObject({ counts: null });
	});

	test.each([3, 4, 5] as const)('show the counts per answer and the spread from four times %i on', (threshold) => {
		const shown = side(threshold, 4 * threshold);
		expect(shown.items[0]).toMatchObject({ n: 4 * threshold, counts: [1, 0, 0, 4 * threshold - 1, 0] });
		expect(shown.spread).not.toBeNull();
	});

	test('are not bothered by someone who only said «weet niet»: that is someone who left something open', () => {
		const measured = anonymous(3).answers('Gemeente', ...times(3, 4, 4, 4), sheet('?', '?', '?'));
		expect(measured.side('Gemeente')).toMatchObject({ hidden: false, n: 3, leftOpen: 1, given: 9, unknown: 0 });
		expect(measured.item(2, 'Gemeente')).toMatchObject({ hidden: false, n: 3, unknown: 0 });
	});

	test('say from twice the threshold that they are divided, and how much only from four times', () => {
		const halves = (count: number) =>
			anonymous(3)
				.answers('Gemeente', ...times(count, 1, 1, 1), ...times(count, 5, 5, 5))
				.side('Gemeente');
		expect(halves(2)).toMatchObject({ n: 4, divided: false });
		expect(halves(3)).toMatchObject({ n: 6, divided: true, spread: null });
		expect(exact(halves(6).spread)).toBe('2');
	});
});

describe('when someone left an item out', () => {
	const score = (side: GroupFigures) => exact(side.score);

	test('below twice the threshold only the score shows, over everyone who has one, and their number', () => {
		// 5 + 2 on two of three items is a score of 7/2; (4 × 4 + 3 + 7/2) / 6 is 15/4.
		const side = anonymous(4)
			.answers('Gemeente', ...times(4, 4, 4, 4), sheet(3, 3, 3), sheet('?', 5, 2))
			.side('Gemeente');
		expect(score(side)).toBe('15/4');
		expect(side).toEqual({
			...nothing,
			groupId: 'gemeente',
			hidden: false,
			score: side.score,
			basis: 'individual',
			n: 6,
			items: [1, 2, 3].map((number) => ({ ...noItem, itemId: `openheid-${number}` }))
		});
	});

	test('from twice the threshold who answered all, everything is over them, and the others are in nothing', () => {
		const complete = [...times(5, 4, 4, 4), sheet(3, 3, 3)];
		const whole = anonymous(3).answers('Gemeente', ...complete);
		const beside = anonymous(3).answers('Gemeente', ...complete, sheet('?', 5, 2), sheet(1, null, null));
		expect(beside.side('Gemeente')).toEqual({ ...whole.side('Gemeente'), leftOpen: 2 });
		expect(score(beside.side('Gemeente'))).toBe('23/6');
		expect(people(beside.side('Gemeente').distribution)).toBe('3×1 4×5');
	});

	test('someone with one answer of three makes the score the only figure as well', () => {
		const side = anonymous(3)
			.answers('Gemeente', ...times(2, 4, 4, 4), sheet(3, 4, 5), sheet(1, '?', '?'))
			.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, n: 3, distribution: [], given: 0, unknown: 0 });
		expect(score(side)).toBe('4');
		expect(side.items.every((item) => item.hidden)).toBe(true);
	});

	test('an unanswered item is the same as «weet niet» in this', () => {
		const side = anonymous(3)
			.answers('Gemeente', ...times(3, 4, 4, 4), sheet(null, 2, 2))
			.side('Gemeente');
		expect(side).toMatchObject({ hidden: false, n: 4, distribution: [] });
		expect(side.items.every((item) => item.hidden)).toBe(true);
	});

	test('with too few scores nothing shows, whatever an item has', () => {
		const measured = anonymous(3).answers('Gemeente', sheet(4, 4, 4), sheet(2, 3, null), sheet(5, '?', '?'));
		expect(measured.side('Gemeente')).toMatchObject(nothing);
		expect(measured.item(1, 'Gemeente')).toEqual({ ...noItem, itemId: 'openheid-1' });
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
