import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeShift, formatDifference, SHIFT_RULE } from '$lib/domain/year-words/comparison-words';
import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';
import { Fraction } from '$lib/domain/scoring/fraction';
import type { Score } from '$lib/domain/measurement/measurement';
import { computeGroupShift, computePartnershipShift, isFall, type Shift } from '$lib/domain/comparing/shift';
import { eachAnswers, exact, workshop, type Mark, type Plan, type Workshop } from '../../../builders/workshop';
import { runs } from '../../../property-runs';

const oneItem: Plan = { basis: { openheid: 1 } };

/** A group of which each person gives one mark. */
const marks = (...given: readonly Mark[]): GroupFigures =>
	workshop(oneItem)
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', ...eachAnswers('openheid', given))
		.side('Gemeente');
const together = (mark: Mark): GroupFigures =>
	workshop(oneItem)
		.group('gemeente', 'Gemeente')
		.answersTogether('Gemeente', { openheid: [mark] })
		.side('Gemeente');
const times = (count: number, mark: Mark): Mark[] => Array.from({ length: count }, () => mark);
const said = ({ difference, words, why }: Shift) => [exact(difference), words ?? why];

describe('the shift of one group', () => {
	test.each<[string, GroupFigures, GroupFigures, string, string]>([
		// Four and three people at each point: s² = 2/7. 4 × (1/4/7 + 2/7/7) = 15/49, just below 16/49.
		['4/7 of a point, seven people', marks(...times(7, 3)), marks(3, 3, 3, 4, 4, 4, 4), '4/7', 'better'],
		// Four at each point: s² = 2/7 as well. 4 × (1/4/8 + 2/7/8) = 15/56, just above 1/4.
		['half a point, eight people', marks(...times(8, 3)), marks(3, 3, 3, 3, 4, 4, 4, 4), '1/2', 'indistinct'],
		['two people each, 1 point: 4 × (1/8 + 1/8) = 1', marks(3, 3), marks(4, 4), '1', 'better'],
		['two people each, 1 point down', marks(4, 4), marks(3, 3), '-1', 'worse'],
		// s² of 2 and 4 is 2: 4 × (2/2 + 1/8) = 9/2, above 1.
		['1 point, but the two lie far apart', marks(2, 4), marks(4, 4), '1', 'indistinct'],
		// 4 × (1/4/3 + 1/4/3) = 2/3, above 4/9.
		['2/3 of a point with three people', marks(3, 3, 3), marks(4, 4, 3), '2/3', 'indistinct'],
		[
			'many people, but less than half a point',
			marks(...times(50, 3)),
			marks(...times(26, 3), ...times(24, 4)),
			'12/25',
			'indistinct'
		],
		['nothing changed', marks(1, 5, 3), marks(3, 1, 5), '0', 'indistinct'],
		['from 1 to 5', marks(1, 1), marks(5, 5), '4', 'better']
	])('%s', (_, before, after, difference, words) => {
		expect(said(computeGroupShift(before, after))).toEqual([difference, words]);
	});

	test('begins at exactly half a point, with exactly enough people', () => {
		const all = (people: number, ...given: readonly Mark[]) =>
			workshop({ basis: { openheid: given.length } })
				.group('gemeente', 'Gemeente')
				.answers('Gemeente', ...times(people, 1).map(() => ({ openheid: given })))
				.side('Gemeente');
		// Everyone agrees, so s is taken as 1/2. Eight people: 4 × (1/4/8 + 1/4/8) = 1/4, which is 1/2 squared.
		expect(said(computeGroupShift(all(8, 3, 3), all(8, 3, 4)))).toEqual(['1/2', 'better']);
		// Seven: 4 × (1/4/7 + 1/4/7) = 2/7, above 1/4.
		expect(said(computeGroupShift(all(7, 3, 3), all(7, 3, 4)))).toEqual(['1/2', 'indistinct']);
		expect(said(computeGroupShift(all(90, 3, 3, 3), all(90, 3, 3, 4)))).toEqual(['1/3', 'indistinct']);
	});

	test('carries both scores', () => {
		const { before, after } = computeGroupShift(marks(2, 3), marks(4, 4));
		expect([exact(before), exact(after)]).toEqual(['5/2', '4']);
	});
});

describe('without a verdict', () => {
	test('a joint answer on one side or on both: the difference and no word', () => {
		expect(said(computeGroupShift(together(2), together(5)))).toEqual(['3', 'joint']);
		expect(said(computeGroupShift(together(5), marks(2, 2, 2)))).toEqual(['-3', 'joint']);
		expect(said(computeGroupShift(marks(2, 2, 2), together(5)))).toEqual(['3', 'joint']);
	});

	test('a joint answer beside individuals is a marker of its own: the individuals are judged', () => {
		const mixed = workshop(oneItem)
			.group('gemeente', 'Gemeente')
			.answersTogether('Gemeente', { openheid: [1] })
			.answers('Gemeente', ...eachAnswers('openheid', [4, 4]))
			.side('Gemeente');
		expect(said(computeGroupShift(marks(3, 3), mixed))).toEqual(['1', 'better']);
	});

	test('one person has no spread', () => {
		expect(said(computeGroupShift(marks(1), marks(...times(20, 5))))).toEqual(['4', 'few']);
		expect(said(computeGroupShift(marks(...times(20, 5)), marks(1)))).toEqual(['-4', 'few']);
	});

	test('no score in one of the two, or no group', () => {
		expect(said(computeGroupShift(marks(3, 3), marks('?', '?')))).toEqual(['none', 'missing']);
		expect(said(computeGroupShift(null, marks(3, 3)))).toEqual(['none', 'missing']);
		expect(said(computeGroupShift(marks(3, 3), null))).toEqual(['none', 'missing']);
	});

	test.each<[Shift['words'], Shift['why'], string]>([
		['better', null, 'beter'],
		['worse', null, 'minder goed'],
		['indistinct', null, 'niet te onderscheiden'],
		[null, 'joint', 'gezamenlijk antwoord: geen oordeel'],
		[null, 'few', 'score van één persoon: geen oordeel'],
		[null, 'other-groups', 'andere groepen: geen samen'],
		[null, 'missing', 'geen score in één van de twee metingen']
	])('%s %s', (words, why, dutch) => {
		expect(describeShift({ words, why, assumed: false })).toBe(dutch);
	});
});

test('a verdict that takes the spread to be 1 says so', () => {
	expect(describeShift({ words: 'better', why: null, assumed: true })).toBe('beter (gerekend met spreiding 1)');
});

describe('an anonymous group', () => {
	const sixPeople = (threshold: 3 | 4, ...first: readonly Mark[]) =>
		workshop({ basis: { openheid: 3 } })
			.anonymous(threshold)
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', { openheid: first }, ...times(5, 4).map((mark) => ({ openheid: [mark, mark, mark] })))
			.side('Gemeente');

	test('is judged by its persons when they show', () => {
		expect(said(computeGroupShift(sixPeople(3, 4, 4, 4), sixPeople(3, 4, 4, 4)))).toEqual(['0', 'indistinct']);
	});

	test('is judged with a spread of 1 where its persons are kept back, and the shift says so', () => {
		const fivePeople = (point: Score) =>
			workshop(oneItem)
				.anonymous(5)
				.group('gemeente', 'Gemeente')
				.answers('Gemeente', ...eachAnswers('openheid', [point, point, point, point, point]))
				.side('Gemeente');
		expect(fivePeople(2)).toMatchObject({ n: 5, distribution: [] });
		// 4 × (1/5 + 1/5) = 8/5: one point squared is less, two points squared is more.
		expect(computeGroupShift(fivePeople(2), fivePeople(3))).toMatchObject({ words: 'indistinct', assumed: true });
		expect(computeGroupShift(fivePeople(2), fivePeople(4))).toMatchObject({ words: 'better', assumed: true });
		expect(computeGroupShift(marks(3, 3, 3), fivePeople(1))).toMatchObject({ words: 'worse', assumed: true });
		expect(computeGroupShift(marks(3, 3, 3), marks(1, 1, 1))).toMatchObject({ words: 'worse', assumed: false });
	});

	test('has no score to compare when it is hidden', () => {
		const hidden = workshop(oneItem)
			.anonymous(5)
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', ...eachAnswers('openheid', [1, 1, 1, 1]))
			.side('Gemeente');
		expect(said(computeGroupShift(hidden, marks(5, 5, 5, 5)))).toEqual(['none', 'missing']);
	});
});

describe('the shift of the samenwerkingsscore', () => {
	const sides = (...given: readonly (readonly [name: string, ...marks: Mark[]])[]): DimensionFigures =>
		given
			.reduce<Workshop>(
				(measured, [name, ...answers]) =>
					measured.group('vereniging', name).answers(name, ...eachAnswers('openheid', answers)),
				workshop(oneItem)
			)
			.dimension();

	test('combines the groups with their weights', () => {
		// Two groups of two: (1/8 + 1/8) / 4 before and after; 4 × 1/8 = 1/2. From 3 to 4: 1.
		const shift = computePartnershipShift(
			sides(['Gemeente', 3, 3], ['Harmonie', 3, 3]),
			sides(['Gemeente', 4, 4], ['Harmonie', 4, 4])
		);
		expect([exact(shift.before), exact(shift.after), ...said(shift)]).toEqual(['3', '4', '1', 'better']);
	});

	test('can be clear where that of no group is', () => {
		// Each group: 2/3 of a point with three people, bound 2/3: 4/9 is below it.
		// Together: 2 × 1/12 / 4 × 2 × 4 = 1/3.
		const before = sides(['Gemeente', 3, 3, 3], ['Harmonie', 3, 3, 3]);
		const after = sides(['Gemeente', 4, 4, 3], ['Harmonie', 4, 4, 3]);
		expect(said(computePartnershipShift(before, after))).toEqual(['2/3', 'better']);
		expect(before.groups.map((side, index) => computeGroupShift(side, after.groups[index] ?? null).words)).toEqual([
			'indistinct',
			'indistinct'
		]);
	});

	test('is indistinct when one group went up and the other down', () => {
		const shift = computePartnershipShift(
			sides(['Gemeente', 2, 2, 2], ['Harmonie', 4, 4, 4]),
			sides(['Gemeente', 4, 4, 4], ['Harmonie', 2, 2, 2])
		);
		expect(said(shift)).toEqual(['0', 'indistinct']);
	});

	test('of four groups divides by sixteen', () => {
		// Four groups of two: 4 × 1/8 / 16 = 1/32 before and after; 4 × 1/16 = 1/4, and 1/2 squared is 1/4.
		const names = ['Gemeente', 'Harmonie', 'Sportraad', 'Cultuurraad'];
		const before = sides(...names.map((name) => [name, 3, 3] as const));
		const after = sides(...names.map((name, index) => [name, ...times(2, index < 2 ? 4 : 3)] as const));
		expect(said(computePartnershipShift(before, after))).toEqual(['1/2', 'better']);
	});

	test('has no verdict when one group answered jointly, has one person, or has no score', () => {
		const measured = (third: (group: Workshop) => Workshop) =>
			third(
				workshop(oneItem)
					.group('gemeente', 'Gemeente')
					.group('vereniging', 'Harmonie')
					.answers('Gemeente', ...eachAnswers('openheid', [3, 3, 3]))
			).dimension();
		const clear = sides(['Gemeente', 5, 5, 5], ['Harmonie', 5, 5, 5]);
		const joint = measured((group) => group.answersTogether('Harmonie', { openheid: [3] }));
		const few = measured((group) => group.answers('Harmonie', { openheid: [3] }));
		const missing = measured((group) => group.answers('Harmonie', { openheid: ['?'] }));
		expect([joint, few, missing].map((before) => said(computePartnershipShift(before, clear)))).toEqual([
			['2', 'joint'],
			['2', 'few'],
			['none', 'missing']
		]);
	});

	test('is no difference at all between other groups', () => {
		const shift = computePartnershipShift(
			sides(['Gemeente', 3, 3], ['Harmonie', 3, 3]),
			sides(['Gemeente', 5, 5], ['Harmonie', 5, 5], ['Sportraad', 5, 5])
		);
		expect([exact(shift.before), exact(shift.after), ...said(shift)]).toEqual(['3', '5', 'none', 'other-groups']);
	});
});

describe('a fall', () => {
	test('is a verdict «minder goed», or half a point or more down in a joint answer', () => {
		expect(isFall(computeGroupShift(marks(4, 4), marks(3, 3)))).toBe(true);
		expect(isFall(computeGroupShift(together(4), together(3)))).toBe(true);
		expect(isFall(computeGroupShift(together(3), together(4)))).toBe(false);
		expect(isFall(computeGroupShift(marks(5), marks(1)))).toBe(false);
		expect(isFall(computeGroupShift(marks(4, 5), marks(4, 3)))).toBe(false);
		expect(isFall(computeGroupShift(null, together(1)))).toBe(false);
	});

	test('of a joint answer begins at exactly half a point', () => {
		const over = (...given: readonly Mark[]) =>
			workshop({ basis: { openheid: given.length } })
				.group('gemeente', 'Gemeente')
				.answersTogether('Gemeente', { openheid: given })
				.side('Gemeente');
		expect(isFall(computeGroupShift(over(4, 4), over(4, 3)))).toBe(true);
		expect(isFall(computeGroupShift(over(4, 4, 4), over(4, 4, 3)))).toBe(false);
	});
});

describe('whatever was answered', () => {
	const group = fc
		.array(fc.constantFrom<Mark[]>(1, 2, 3, 4, 5, '?'), { maxLength: 12 })
		.map((given) => marks(...given));
	const pair = fc.tuple(group, group);

	test('the other way round, better is worse and the difference changes its sign', () => {
		fc.assert(
			fc.property(pair, ([before, after]) => {
				const there = computeGroupShift(before, after);
				const back = computeGroupShift(after, before);
				const opposite = { better: 'worse', worse: 'better', indistinct: 'indistinct' } as const;
				expect(back.words).toBe(there.words && opposite[there.words]);
				expect(back.why).toBe(there.why);
				expect(exact(back.difference)).toBe(exact(there.difference && Fraction.of(0).minus(there.difference)));
			})
		);
	});

	test('a group beside itself is never better or worse', () => {
		fc.assert(
			fc.property(group, (same) => {
				const { words, difference } = computeGroupShift(same, same);
				expect(words ?? 'indistinct').toBe('indistinct');
				expect(['0', 'none']).toContain(exact(difference));
			})
		);
	});

	test('it agrees with floating point wherever that can tell', () => {
		const valuesOf = ({ distribution }: GroupFigures) =>
			distribution.flatMap(({ score, count }) => Array.from({ length: count }, () => score.toNumber()));
		const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
		const errorOf = (values: readonly number[]) => {
			const mean = meanOf(values);
			const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
			return Math.max(Math.sqrt(squares / (values.length - 1)), 0.5) ** 2 / values.length;
		};
		fc.assert(
			fc.property(pair, ([before, after]) => {
				const { words } = computeGroupShift(before, after);
				if (words === null) return;
				const [one, other] = [valuesOf(before), valuesOf(after)];
				const difference = meanOf(other) - meanOf(one);
				const bound = Math.max(0.5, 2 * Math.sqrt(errorOf(one) + errorOf(other)));
				if (Math.abs(Math.abs(difference) - bound) < 1e-9) return;
				const expected = Math.abs(difference) < bound ? 'indistinct' : difference < 0 ? 'worse' : 'better';
				expect(words).toBe(expected);
			}),
			{ numRuns: runs(500) }
		);
	});
});

describe('a difference in words', () => {
	test.each<[Fraction, string]>([
		[Fraction.of(1, 2), '+0,5'],
		[Fraction.of(-3, 10), '−0,3'],
		[Fraction.of(0), '0'],
		[Fraction.of(4), '+4,0'],
		[Fraction.of(7, 15), '+0,47'], // not +0,5: that would be a shift
		[Fraction.of(-7, 15), '−0,47'],
		[Fraction.of(-31, 60), '−0,5'],
		[Fraction.of(1, 30), '+0,03'], // not +0,0: something changed
		[Fraction.of(-1, 300), '−0,003']
	])('%s', (difference, words) => {
		expect(formatDifference(difference)).toBe(words);
	});
});

test('the rule is called a rule of thumb, and never more than that', () => {
	const rule = SHIFT_RULE.join(' ');
	expect(rule).toContain('vuistregel');
	expect(rule).not.toMatch(/signific/i);
});
