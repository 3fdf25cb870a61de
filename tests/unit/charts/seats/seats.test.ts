import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleAMark, seatsBox, seatsOfSide, tablesOf, type SideSeats } from '$lib/charts/seats/seats-geometry';
import { seatCount, seatsWords } from '$lib/charts/seats/seats-words';

const side = (sideIndex: number, filled: number, expected?: number): SideSeats => ({
	name: ['Gemeente', 'Verenigingen', 'Scholen', 'Zorg'][sideIndex] ?? '',
	sideIndex,
	filled,
	expected
});
const filledOf = (seats: { filled: boolean }[]) => seats.filter(({ filled }) => filled).length;

describe('the seats of a side', () => {
	test('are as many as are expected, filled for who is in', () => {
		const seats = seatsOfSide(side(1, 14, 24), 12, 1);

		expect(seats).toHaveLength(24);
		expect(filledOf(seats)).toBe(14);
	});

	test('are only the filled ones while nobody knows how many will come, and all of them when more came', () => {
		expect(seatsOfSide(side(0, 4), 12, 1).map(({ filled }) => filled)).toEqual([true, true, true, true]);
		expect(filledOf(seatsOfSide(side(0, 7, 6), 12, 1))).toBe(7);
		expect(seatsOfSide(side(0, 0), 12, 1)).toEqual([]);
	});

	test('fill from the table outwards, on both sides of it', () => {
		const above = seatsOfSide(side(0, 12, 24), 12, 1);
		const below = seatsOfSide(side(1, 12, 24), 12, 1);

		expect(Math.min(...above.filter(({ filled }) => filled).map(({ y }) => y))).toBeGreaterThan(above[12]?.y ?? 9);
		expect(Math.max(...below.filter(({ filled }) => filled).map(({ y }) => y))).toBeLessThan(below[12]?.y ?? 0);
	});

	test('lie within their box, twelve beside each other, none on another', () => {
		fc.assert(
			fc.property(fc.nat(3), fc.nat(90), fc.option(fc.nat(90), { nil: undefined }), (at, filled, expected) => {
				const seats = seatsOfSide(side(at, filled, expected), 12, 1);
				const { width, height } = seatsBox(seats.length, 12);

				expect(seats.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true);
				expect(new Set(seats.map(({ x, y }) => `${x} ${y}`)).size).toBe(seats.length);
				expect(filledOf(seats)).toBe(filled);
			})
		);
	});
});

describe('a large room', () => {
	test('is drawn with one mark for several people, the same on every side', () => {
		expect(peopleAMark([side(0, 4, 6), side(1, 14, 24)], 12, 'page')).toBe(1);
		expect(peopleAMark([side(0, 4, 6), side(1, 14, 400)], 12, 'page')).toBe(5);
		expect(peopleAMark([side(0, 4, 6), side(1, 14, 400)], 12, 'hall')).toBe(10);
	});

	test('fills a mark with the first of its people, and the last one only when everybody is in', () => {
		expect(filledOf(seatsOfSide(side(1, 1, 100), 12, 10))).toBe(1);
		expect(filledOf(seatsOfSide(side(1, 99, 100), 12, 10))).toBe(9);
		expect(filledOf(seatsOfSide(side(1, 100, 100), 12, 10))).toBe(10);
	});
});

test('two sides sit at a table, the next two at another', () => {
	const tables = tablesOf([side(0, 1), side(1, 1), side(2, 1)]);

	expect(tables.map((table) => table.map(({ name }) => name))).toEqual([['Gemeente', 'Verenigingen'], ['Scholen']]);
});

test('the words say how many are in, of how many when that is known', () => {
	expect(seatCount(side(0, 4, 6))).toBe('4 van 6');
	expect(seatCount(side(0, 4))).toBe('4 binnen');
	expect(seatCount(side(0, 7, 6))).toBe('7 binnen, 6 verwacht');
	expect(seatsWords([side(0, 4, 6), side(1, 14, 24)])).toBe(
		'Wie binnen is. Gemeente: 4 van 6. Verenigingen: 14 van 24.'
	);
});
