import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkerMark, TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import {
	OVERVIEW_SIZES,
	PAGE_SIZES,
	PAPER_SIZES,
	TALL_SIZES,
	type TafelSizes
} from '$lib/charts/tafel-marks/tafel-sizes';
import { legendOf } from '$lib/charts/tafel/legend';
import { largeRowGeometry } from '$lib/charts/tafel/large-row';
import { overviewPages } from '$lib/charts/tafel/overview-geometry';
import { rowGeometry } from '$lib/charts/tafel/row-geometry';
import type { Tafel, TafelRow, TafelRowSide } from '$lib/charts/tafel/tafel-data';
import { runs } from '../../../property-runs';

const NAMES = ['Gemeente', 'Verenigingen', 'Sportraad', 'Adviesraad'];

/** Persons as people on three to seven statements can score, at most 300 of them. */
const personsArbitrary = fc
	.uniqueArray(
		fc.tuple(fc.integer({ min: 3, max: 7 }), fc.nat(28)).map(([items, step]) => 1 + (step % (4 * items + 1)) / items),
		{ maxLength: 20 }
	)
	.chain((values) =>
		fc
			.array(fc.integer({ min: 1, max: 15 }), { minLength: values.length, maxLength: values.length })
			.map((counts) => values.map((value, index) => ({ value, count: counts[index] ?? 1, text: String(value) })))
	);

const scoreArbitrary = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);

const sideArbitrary = (sideIndex: number): fc.Arbitrary<TafelRowSide> =>
	fc
		.record({
			persons: personsArbitrary,
			mean: scoreArbitrary,
			joint: fc.option(scoreArbitrary),
			hidden: fc.constantFrom<TafelRowSide['hidden']>('none', 'none', 'persons', 'side')
		})
		.map(({ persons, mean, joint, hidden }) => ({
			groupId: String(sideIndex),
			name: NAMES[sideIndex] ?? '',
			sideIndex,
			hidden,
			why: hidden === 'side' ? 'verborgen: minder dan 5 mensen' : '',
			mean: hidden === 'side' ? null : mean,
			meanText: hidden === 'side' ? '' : String(mean),
			joint: hidden === 'side' ? null : joint,
			jointText: '',
			persons: hidden === 'none' ? persons : []
		}));

const rowArbitrary = (sides: number, place: number): fc.Arbitrary<TafelRow> =>
	fc
		.record({
			sides: fc.tuple(...Array.from({ length: sides }, (_, index) => sideArbitrary(index))),
			bars: fc.subarray([0, 1]),
			agreed: fc.option(fc.constantFrom(1 as const, 3 as const, 5 as const)),
			name: fc.constantFrom('Openheid', 'Raakvlakken en gedeeld belang', 'Faciliteren in plaats van overnemen')
		})
		.map((row) => ({
			...row,
			dimensionId: String(place),
			shortName: row.name.slice(0, 8),
			themeIndex: place % 3,
			place,
			gap: 1,
			gapText: '1,0',
			wanted: '',
			wantedBy: [],
			discussed: place < 3
		}));

const tafelArbitrary: fc.Arbitrary<Tafel> = fc
	.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 20 }))
	.chain(([sides, rows]) =>
		fc.tuple(...Array.from({ length: rows }, (_, place) => rowArbitrary(sides, place))).map((all): Tafel => ({
			order: 'talk',
			sides: NAMES.slice(0, sides).map((name, sideIndex) => ({
				groupId: String(sideIndex),
				name,
				sideIndex,
				personsHidden: all.every((row) => row.sides[sideIndex]?.hidden === 'persons')
			})),
			rows: all,
			themes: [0, 1, 2].map((themeIndex) => ({ name: `Thema ${themeIndex}`, themeIndex })),
			proposal: true,
			ends: ['helemaal niet', 'volledig']
		}))
	);

/** What an overview has on the big screen. */
const ROOM = { width: 1184, height: 548 };
const sizesArbitrary = fc.constantFrom<TafelSizes>(PAGE_SIZES, TALL_SIZES, PAPER_SIZES, OVERVIEW_SIZES);
const lengthArbitrary = fc.constantFrom(180, 312, 484, 690);
const persons = (marks: readonly TafelMark[]) =>
	marks.filter((mark): mark is MarkerMark => mark.kind === 'marker' && mark.part === 'person');

test('no person lies over another or beyond its row, and nothing of a hidden side is drawn', () => {
	fc.assert(
		fc.property(tafelArbitrary, sizesArbitrary, lengthArbitrary, ({ rows, sides }, sizes, length) => {
			for (const row of rows) {
				const { height, marks } = rowGeometry(row, sides, length, sizes);
				const people = persons(marks).sort((a, b) => a.x - b.x);
				const apart = sizes.person - 0.001;
				for (const [index, one] of people.entries()) {
					expect(one.y).toBeGreaterThanOrEqual(sizes.person / 2);
					expect(one.y).toBeLessThanOrEqual(height - sizes.person / 2);
					for (let next = index + 1; next < people.length; next += 1) {
						const other = people[next];
						if (!other || other.x - one.x >= apart) break;
						expect(Math.abs(other.y - one.y)).toBeGreaterThanOrEqual(apart);
					}
				}
				const hidden = row.sides.filter((side) => side.hidden === 'side').map(({ sideIndex }) => sideIndex);
				const own = marks.filter(({ sideIndex }) => sideIndex !== null && hidden.includes(sideIndex));
				expect(own.every(({ part }) => part === 'hidden-side')).toBe(true);
			}
		}),
		{ numRuns: runs(15) }
	);
});

test('a person is drawn nearest to its own score, around which its stack lies even, and all that are not drawn are counted', () => {
	fc.assert(
		fc.property(tafelArbitrary, lengthArbitrary, ({ rows, sides }, length) => {
			for (const row of rows) {
				const { marks } = rowGeometry(row, sides, length, PAGE_SIZES);
				for (const { sideIndex, persons: people } of row.sides) {
					const own = persons(marks).filter((mark) => mark.sideIndex === sideIndex);
					const stacks = people.map(({ value, count }) => ({ at: (length * (value - 1)) / 4, count, offsets: [0] }));
					for (const { x } of own) {
						const [stack] = [...stacks].sort((a, b) => Math.abs(a.at - x) - Math.abs(b.at - x));
						stack?.offsets.push(x - stack.at);
					}
					for (const { count, offsets } of stacks) {
						expect(offsets.length - 1).toBeLessThanOrEqual(count);
						expect(offsets.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 3);
					}
					const all = people.reduce((sum, { count }) => sum + count, 0);
					const counted = marks.some((mark) => mark.part === 'total' && mark.sideIndex === sideIndex);
					expect(own.length === all || counted).toBe(true);
				}
			}
		}),
		{ numRuns: runs(8) }
	);
});

test('the legend explains exactly the marks that are drawn', () => {
	fc.assert(
		fc.property(tafelArbitrary, (tafel) => {
			const marks = tafel.rows.flatMap((row) => rowGeometry(row, tafel.sides, 690, PAGE_SIZES).marks);
			const kinds = new Set<string>(legendOf(tafel, marks, true).map(({ kind }) => kind));
			const drawn = (...parts: string[]) => marks.some(({ part }) => parts.includes(part));
			expect(kinds.has('person')).toBe(drawn('person'));
			expect(kinds.has('joint')).toBe(drawn('joint'));
			expect(kinds.has('gap')).toBe(drawn('gap'));
			expect(kinds.has('agreed')).toBe(drawn('agreed'));
			expect(kinds.has('hidden')).toBe(drawn('hidden-side', 'hidden-persons'));
			expect(kinds.has('unseen')).toBe(tafel.sides.some(({ personsHidden }) => personsHidden));
		}),
		{ numRuns: runs(15) }
	);
});

test('on the big screen nothing is higher than it may be: a page of rows, and one row', () => {
	fc.assert(
		fc.property(tafelArbitrary, (tafel) => {
			for (const { sheet } of overviewPages(tafel, ROOM)) expect(sheet.height).toBeLessThanOrEqual(ROOM.height + 0.01);
			const [row] = tafel.rows;
			if (row && tafel.sides.length === 2) expect(largeRowGeometry(row, tafel.sides, 1184, 300).height).toBe(300);
		}),
		{ numRuns: runs(8) }
	);
});
