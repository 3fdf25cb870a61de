import type { Turnout } from '$lib/domain/scoring/turnout';
import type { Point } from '$lib/charts/marks/point';

/** How many of a side are in, and how many are expected; undefined: nobody knows how many will come. */
export interface SideSeats {
	name: string;
	/** The place of the side in the measurement: the first sits above the table. */
	sideIndex: number;
	filled: number;
	expected: number | undefined;
}

/** The seats of a measurement, in the order of its sides. */
export function seatsOf(turnouts: readonly Turnout[]): SideSeats[] {
	return turnouts.map(({ name, responses, people }, sideIndex) => ({
		name,
		sideIndex,
		filled: responses,
		expected: people
	}));
}

export interface Seat extends Point {
	filled: boolean;
}

/** Half a seat, in units of the step from one seat to the next; and those steps, along a row and from row to row. */
export const SEAT = 0.31;
const STEP = 1;
const ROW = 0.86;

/** The rows of seats of all sides together; beyond that one mark stands for more people. */
const MOST_ROWS = { page: 8, hall: 6 } as const;
const PEOPLE_A_MARK = [1, 5, 10, 50, 100, 500, 1000];

export type SeatsSize = keyof typeof MOST_ROWS;

/** How many people one mark stands for, the same for every side: 1 while everybody can be drawn. */
export function peopleAMark(sides: readonly SideSeats[], perRow: number, size: SeatsSize): number {
	const rows = (people: number) =>
		sides.reduce((total, side) => total + Math.max(1, Math.ceil(chairsOf(side) / people / perRow)), 0);
	const most = Math.max(MOST_ROWS[size], sides.length);
	return PEOPLE_A_MARK.find((people) => rows(people) <= most) ?? 1000;
}

function chairsOf({ filled, expected = 0 }: SideSeats): number {
	return Math.max(filled, expected);
}

/**
 * The seats of a side, each with its middle; the row beside the table fills first.
 * @param people how many people one mark stands for: the first of them fills it, the last mark only when all are in
 */
export function seatsOfSide(side: SideSeats, perRow: number, people: number): Seat[] {
	const marks = Math.ceil(chairsOf(side) / people);
	const all = side.filled >= chairsOf(side);
	const filled = all ? marks : Math.min(Math.ceil(side.filled / people), Math.max(1, marks - 1));
	const rows = Math.ceil(marks / perRow);
	return Array.from({ length: marks }, (_, index) => {
		const fromTable = Math.floor(index / perRow);
		const row = sitsAbove(side) ? rows - 1 - fromTable : fromTable;
		return { x: SEAT + (index % perRow) * STEP, y: SEAT + row * ROW, filled: index < filled };
	});
}

/** Sides one and three sit above their table, two and four below. */
export function sitsAbove({ sideIndex }: SideSeats): boolean {
	return sideIndex % 2 === 0;
}

/** The sides at one table: the first two, and the next two at a table of their own. */
export function tablesOf(sides: readonly SideSeats[]): SideSeats[][] {
	const tables: SideSeats[][] = [];
	for (const side of sides) (tables[Math.floor(side.sideIndex / 2)] ??= []).push(side);
	return tables.filter((table) => table.length > 0);
}

/** How wide and high the seats of a side are, in the same units; a side without any keeps the room of one row. */
export function seatsBox(seats: number, perRow: number): { width: number; height: number } {
	const rows = Math.max(1, Math.ceil(seats / perRow));
	return { width: (perRow - 1) * STEP + 2 * SEAT, height: (rows - 1) * ROW + 2 * SEAT };
}

/** A name of more letters takes two lines on the screen of the hall: on one of 4:3, and on a wide one. */
const LONG_NAME = { square: 22, wide: 38 } as const;

/** Whether the sides leave no room for more words beside them on the screen of the hall. */
export function isCrowded(sides: readonly Pick<SideSeats, 'name'>[]): boolean {
	return sides.length > 2 || sides.some(({ name }) => name.length > LONG_NAME.square);
}

/**
 * How wide a row of seats may be on the screen of the hall so that nothing there is ever cut, in hundredths of its
 * height: what the names and lines of the tables leave is shared by all rows.
 */
export function hallWidth(
	sides: readonly SideSeats[],
	{ perRow, people, screen }: { perRow: number; people: number; screen: keyof typeof LONG_NAME }
): number {
	const boxes = sides.map((side) => seatsBox(Math.ceil(chairsOf(side) / people), perRow));
	const long = sides.filter(({ name }) => name.length > LONG_NAME[screen]).length;
	const spare = sides.length === 2 && isCrowded(sides) ? 18 : 0;
	const room = Math.max(8, 25 + spare - 4 * long - (people > 1 ? 6 : 0));
	const rows = boxes.reduce((total, { height }) => total + height, 0);
	return Math.floor((room / rows) * (boxes[0]?.width ?? 0));
}
