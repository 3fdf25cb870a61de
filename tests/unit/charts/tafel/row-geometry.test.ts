import { describe, expect, test } from 'vitest';
import { colours, sideStyle } from '$lib/design/tokens';
import type { TafelMark, TafelPart } from '$lib/charts/tafel-marks/tafel-marks';
import { OVERVIEW_SIZES, PAGE_SIZES } from '$lib/charts/tafel-marks/tafel-sizes';
import { rowGeometry } from '$lib/charts/tafel/row-geometry';
import { rowOf, tafelFor } from '../../../builders/tafel';
import { eachAnswers, workshop, type Mark, type Workshop } from '../../../builders/workshop';

/** A line of 400: 100 for each point of the scale. */
const LENGTH = 400;
const one = () =>
	workshop({ basishouding: { openheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen');
const answered = (above: readonly Mark[], below: readonly Mark[]) =>
	one()
		.answers('Gemeente', ...eachAnswers('openheid', above))
		.answers('Verenigingen', ...eachAnswers('openheid', below));
function drawn(held: Workshop, agreed: 1 | 3 | 5 | null = null, sizes = PAGE_SIZES, length = LENGTH) {
	const tafel = tafelFor(held, {
		agreed: agreed === null ? [] : [{ measurementId: 'm', dimensionId: 'openheid', score: agreed, note: '' }]
	});
	const geometry = rowGeometry(rowOf(tafel), tafel.sides, length, sizes);
	const line = geometry.lines[0] ?? 0;
	const parts = (part: TafelPart, sideIndex: number | null = null) =>
		geometry.marks.filter((mark) => mark.part === part && mark.sideIndex === sideIndex);
	/** Where markers lie: along the line, and from the line down. */
	const at = (part: TafelPart, sideIndex: number) =>
		parts(part, sideIndex).map((mark) => (mark.kind === 'marker' ? [mark.x, mark.y - line] : []));
	return { ...geometry, line, parts, at };
}
const kinds = (marks: readonly TafelMark[]) => marks.map(({ kind }) => kind);

describe('one line', () => {
	test('has the means on it, their persons outside, the first of them 3 beyond the mean', () => {
		const row = drawn(answered([4, 4], [2]));
		expect(row.at('mean', 0)).toEqual([[300, 0]]);
		expect(row.at('mean', 1)).toEqual([[100, 0]]);
		// From the line: 8,5 + 3, and half a person of 7; the next person and its gap of 1 further.
		expect(row.at('person', 0)).toEqual([
			[300, -15],
			[300, -23]
		]);
		expect(row.at('person', 1)).toEqual([[100, 15]]);
		// Two persons above, with 4 of paper: 11,5 + 15 + 4; below at least 28.
		expect(row.height).toBe(58.5);
	});

	test('joins means from 0,5 on with a black bar', () => {
		expect(drawn(answered([4], [2])).parts('gap')).toMatchObject([
			{ x1: 100, x2: 300, colour: colours.ink, width: PAGE_SIZES.bar }
		]);
		expect(drawn(answered([3, 3, 4], [3])).parts('gap')).toEqual([]);
	});

	test('moves means that would touch to their own sides, and persons further out', () => {
		const row = drawn(answered([3], [3]));
		expect(row.at('mean', 0)).toEqual([[200, -10.5]]);
		expect(row.at('mean', 1)).toEqual([[200, 10.5]]);
		expect(row.at('person', 0)).toEqual([[200, -(2 * 8.5 + 4 + 3.5)]]);
	});

	const times = (count: number, mark: Mark) => Array.from({ length: count }, () => mark);

	test('grows three marks high, then broader around its score, and higher again once it is four broad', () => {
		expect(drawn(answered([4], times(3, 2))).at('person', 1)).toEqual([
			[100, 15],
			[100, 23],
			[100, 31]
		]);
		expect(drawn(answered([4], times(5, 2))).at('person', 1)).toEqual([
			[96, 15],
			[104, 15],
			[96, 23],
			[104, 23],
			[100, 31]
		]);
		const twelve = drawn(answered([4], times(12, 2)));
		expect(twelve.at('person', 1)).toHaveLength(12);
		expect(twelve.height).toBe(drawn(answered([4], times(3, 2))).height);
		expect(drawn(answered([4], times(13, 2))).height).toBe(twelve.height + 8);
	});

	test('ends a stack that does not fit in its total: sixteen marks where it is broad', () => {
		expect(drawn(answered([4], times(16, 2))).parts('total', 1)).toEqual([]);
		const more = drawn(answered([4], times(17, 2)));
		expect(more.at('person', 1)).toHaveLength(16);
		expect(more.parts('total', 1)).toMatchObject([{ text: '17', x: 100, size: 18 }]);
	});

	test('keeps stacks one mark broad, and six high, where the next score is near', () => {
		const near = drawn(answered([4], [...times(7, 2), ...times(7, 3)]), null, PAGE_SIZES, 40);
		expect(near.at('person', 1).map(([x]) => x)).toEqual([...times(6, 1).map(() => 10), ...times(6, 1).map(() => 20)]);
		expect(near.parts('total', 1)).toMatchObject([{ text: '7' }, { text: '7' }]);
	});

	test('outlines a joint answer, at its own place beside individuals and without a bar to it', () => {
		const row = drawn(answered([4], [4]).answersTogether('Verenigingen', { openheid: [1] }));
		expect(row.parts('joint', 1)).toMatchObject([
			{ x: 0, fill: colours.paper, outline: { colour: sideStyle(1).colour, width: 4 } }
		]);
		expect(row.at('joint', 1)).toEqual([[0, 0]]);
		expect(row.parts('gap')).toEqual([]);
	});

	test('gives a joint answer that would lie on the mean a place further out, with the persons beyond it', () => {
		const row = drawn(answered([5], [2, 2]).answersTogether('Verenigingen', { openheid: [2] }));
		expect(row.at('mean', 1)).toEqual([[100, 0]]);
		expect(row.at('joint', 1)).toEqual([[100, 21]]);
		expect(row.at('person', 1)[0]?.[1]).toBeGreaterThan(21 + 8.5 + 3);
	});
});

describe('what is hidden', () => {
	const four = Array.from({ length: 4 }, () => 4 as const);
	const nine = Array.from({ length: 9 }, () => 2 as const);

	test('of a side is a dashed box over the whole line with the reason, and no mark of it', () => {
		const row = drawn(answered(four, nine).anonymous(5));
		expect(row.parts('hidden-side', 0)).toMatchObject([
			{
				kind: 'box',
				x: 0,
				width: LENGTH,
				height: 26,
				fill: null,
				outline: { dash: [2, 5], colour: sideStyle(0).colour }
			},
			{ kind: 'text', text: 'Gemeente verborgen: minder dan 5 mensen' }
		]);
		expect(row.parts('mean', 0)).toEqual([]);
		expect(row.parts('person', 0)).toEqual([]);
		expect(row.parts('gap')).toEqual([]);
	});

	test('of persons is drawn in no row where it is so in every row, and in one where it is not', () => {
		expect(drawn(answered(four, nine).anonymous(5)).parts('hidden-persons', 1)).toEqual([]);
		const tafel = tafelFor(answered(four, nine).anonymous(5));
		const sides = tafel.sides.map((side) => ({ ...side, personsHidden: false }));
		const { marks } = rowGeometry(rowOf(tafel), sides, LENGTH, PAGE_SIZES);
		expect(kinds(marks.filter(({ part }) => part === 'hidden-persons'))).toEqual(['box', 'text']);
	});
});

describe('the agreed score', () => {
	test('is a flag on the figure of the axis, its stem above the persons', () => {
		const row = drawn(answered([3, 3], [2]), 3);
		const [stem, box, words] = row.parts('agreed');
		expect(stem).toMatchObject({ kind: 'line', x1: 200, x2: 200 });
		expect(words).toMatchObject({ kind: 'text', text: 'afgesproken 3' });
		const highest = Math.min(...row.at('person', 0).map(([, y = 0]) => y)) - 3.5;
		if (stem?.kind !== 'line' || box?.kind !== 'box') throw new Error('no flag');
		expect(stem.y2 - row.line).toBeLessThanOrEqual(highest);
		expect(box.y).toBeGreaterThanOrEqual(0);
	});

	test.each([1, 5] as const)('stays within the line at %i', (agreed) => {
		const [, box] = drawn(answered([3], [2]), agreed).parts('agreed');
		if (box?.kind !== 'box') throw new Error('no flag');
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(LENGTH);
	});
});

test('three and four sides have a line of their own, 76 below the first or what stacks need', () => {
	const held = one().group('vereniging', 'Sportraad').group('gemeente', 'Adviesraad');
	held.answersTogether('Gemeente', { openheid: [4] }).answersTogether('Verenigingen', { openheid: [2] });
	held.answersTogether('Sportraad', { openheid: [3] }).answers('Adviesraad', ...eachAnswers('openheid', [2, 2, 2]));
	const row = drawn(held);
	expect(row.lines).toHaveLength(2);
	expect((row.lines[1] ?? 0) - (row.lines[0] ?? 0)).toBe(76);
	expect(row.at('person', 3).every(([, y = 0]) => y > 76)).toBe(true);
});

test('an overview has rows of one height, without persons', () => {
	const rows = [answered([3], [3]), answered([5, 4, 4], [1, 2])].map((held) => drawn(held, 3, OVERVIEW_SIZES));
	expect(rows.map(({ height }) => height)).toEqual([40, 40]);
	expect(rows.flatMap(({ marks }) => marks).filter(({ part }) => part === 'person')).toEqual([]);
});
