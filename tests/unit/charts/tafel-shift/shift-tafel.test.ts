import { describe, expect, test } from 'vitest';
import { shiftRowWords, shiftTafelOf, type ShiftTafelRow } from '$lib/charts/tafel-shift/shift-data';
import { shiftRowGeometry } from '$lib/charts/tafel-shift/shift-geometry';
import { shiftLegendOf } from '$lib/charts/tafel-shift/shift-legend';
import { colours } from '$lib/design/tokens';
import { shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import { headlineOfShifts } from '$lib/domain/year-words/comparison-sentences';
import { compared, eachAnswers, workshop, type Mark } from '../../../builders/workshop';

const held = (above: readonly Mark[], below: readonly Mark[], other: readonly Mark[] = []) =>
	workshop({ een: { a: 1, b: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', ...eachAnswers('a', above), ...eachAnswers('b', other))
		.answers('Verenigingen', ...eachAnswers('a', below), ...eachAnswers('b', other));
const many = (mark: 1 | 2 | 3 | 4 | 5): Mark[] => Array.from({ length: 12 }, () => mark);

function shiftOf(before: ReturnType<typeof held>, after: ReturnType<typeof held>) {
	const comparison = compared(before.occasion('2026-03-01'), after.occasion('2027-03-01'));
	const shifts = shiftsBetween(comparison, 0, 1);
	const name = (id: string) => (id === 'a' || id === 'b' ? `Onderdeel ${id}` : id);
	return {
		tafel: shiftTafelOf(comparison, shifts, 0, 1),
		headline: headlineOfShifts(shifts, name, (id) => comparison.groups.find((group) => group.id === id)?.name ?? id)
	};
}

describe('the rows of two measurements', () => {
	const { tafel, headline } = shiftOf(held(many(4), many(2), many(3)), held(many(4), many(3), many(3)));

	test('have what was and what is, what changed clearly first', () => {
		expect(tafel).toMatchObject({ before: '2026', after: '2027' });
		expect(tafel.rows.map(({ dimensionId, clear }) => [dimensionId, clear])).toEqual([
			['a', true],
			['b', false]
		]);
		expect(tafel.rows[0]).toMatchObject({
			figureText: '2,0 naar 1,0',
			sides: [
				{ before: 4, after: 4, clear: false, text: '4,0' },
				{ before: 2, after: 3, clear: true, text: '2,0 naar 3,0' }
			]
		});
		expect(tafel.rows[0] && shiftRowWords(tafel.rows[0], tafel.lines)).toBe(
			'Gemeente twee keer 4,0; Verenigingen van 2,0 naar 3,0, duidelijk hoger; verschil van 2,0 naar 1,0'
		);
	});

	test('are headed by what changed most, with both figures', () => {
		expect(headline).toEqual(['Onderdeel a:', 'Verenigingen van 2,0 naar 3,0']);
	});

	test('are never headed by a change that is not clear', () => {
		expect(shiftOf(held([3, 4], [2, 4]), held([4, 4], [3, 4])).headline[1]).toBe(
			'Bij geen enkel onderdeel iets duidelijks.'
		);
	});

	test('say what is hidden, and what was only then or is only now', () => {
		const few = held([4, 4], many(2)).anonymous(5);
		const [row] = shiftOf(few, held(many(4), many(3)).anonymous(5)).tafel.rows;
		expect(row?.sides.map(({ text }) => text)).toEqual(['nu 4,0', '2,0 naar 3,0']);
		const [none] = shiftOf(few, few).tafel.rows;
		expect(none?.sides[0]).toMatchObject({ hidden: true, text: 'verborgen' });
	});
});

describe('on the line', () => {
	/** A line of 400: 100 for each point of the scale. */
	const drawn = (before: number | null, after: number | null, change: Partial<ShiftTafelRow['sides'][number]> = {}) => {
		const side = { name: 'Gemeente', sideIndex: 0, joint: { before: false, after: false }, clear: false };
		return shiftRowGeometry(
			{
				...{ dimensionId: 'a', name: 'A', shared: '', themeIndex: 0, figureText: '', clear: false },
				sides: [{ ...side, before, after, hidden: false, text: '', ...change }]
			},
			400
		);
	};
	const arrowsOf = (row: ReturnType<typeof drawn>) => row.marks.filter(({ part }) => part.endsWith('change'));
	const headOf = (row: ReturnType<typeof drawn>) => row.marks.find(({ kind }) => kind === 'head');
	const places = (row: ReturnType<typeof drawn>) =>
		row.marks.flatMap((mark) => (mark.kind === 'marker' ? [[mark.x, mark.y, mark.fill === colours.paper]] : []));

	test('an old mark is open and a new one solid, 14 off a line of 60, with an arrow between their edges', () => {
		const row = drawn(2, 3, { clear: true });
		expect(row.height).toBe(60);
		expect(places(row)).toEqual([
			[100, 16, true],
			[200, 16, false]
		]);
		const [shaft] = arrowsOf(row);
		expect(shaft).toMatchObject({ kind: 'line', x1: 109.5, y1: 16, y2: 16, width: 5 });
		expect(headOf(row)).toMatchObject({ x: 190.5, y: 16, half: 8 });
	});

	test('under 26 an arrow has no head, and under 17 only the new mark is drawn', () => {
		expect(arrowsOf(drawn(2, 2.25, { clear: true }))).toHaveLength(1);
		expect(headOf(drawn(2, 2.25, { clear: true }))).toBeUndefined();
		expect(arrowsOf(drawn(2, 2.1))).toEqual([]);
		expect(places(drawn(2, 2.1))).toHaveLength(1);
	});

	test('an arrow of what is not clear is thin, with an open head', () => {
		expect(arrowsOf(drawn(2, 3))).toMatchObject([
			{ kind: 'line', x1: 109.5, x2: 190.5, width: 2 },
			{ kind: 'line', x1: 183.5, x2: 190.5, y1: 10, y2: 16 },
			{ kind: 'line', x1: 183.5, x2: 190.5, y1: 22, y2: 16 }
		]);
	});

	test('a hidden side is an outline over the whole line, and a joint answer has a ring', () => {
		expect(drawn(null, null, { hidden: true }).marks).toContainEqual(
			expect.objectContaining({ kind: 'box', part: 'hidden-side', x: 0, width: 400 })
		);
		expect(
			drawn(2, 4, { joint: { before: false, after: true } }).marks.filter(({ part }) => part === 'joint')
		).toHaveLength(1);
	});
});

describe('the legend', () => {
	const legendOf = (before: ReturnType<typeof held>, after: ReturnType<typeof held>) => {
		const { tafel } = shiftOf(before, after);
		const marks = tafel.rows.flatMap((row) => shiftRowGeometry(row, 400).marks);
		return shiftLegendOf(tafel, marks).map((item) => (item.kind === 'side' ? item.name : item.text));
	};

	test('explains what is drawn and nothing else', () => {
		expect(legendOf(held(many(4), many(2), many(3)), held(many(4), many(3), many(3)))).toEqual([
			'Gemeente',
			'Verenigingen',
			'open: 2026',
			'vol: 2027',
			'duidelijk veranderd'
		]);
		const hidden = held([4, 4], [2, 4]).anonymous(5);
		expect(legendOf(hidden, hidden)).toEqual(['Gemeente', 'Verenigingen', 'verborgen']);
	});
});
