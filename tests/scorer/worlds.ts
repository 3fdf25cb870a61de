import fc from 'fast-check';
import type { Given, Person, Point, World } from './scorer';

/** Theme by theme, how many statements each dimension has: one, an even and an odd number, and ten or more in all. */
export const PLAN = { houding: { openheid: 3, eigenheid: 1 }, regie: { draagvlak: 4, verbinden: 2 } } as const;

const themes = Object.entries(PLAN).map(([id, dimensions]) => ({
	id,
	dimensions: Object.entries(dimensions).map(([dimension, count]) => ({
		id: dimension,
		items: Array.from({ length: count }, (_, index) => `${dimension}-${index + 1}`)
	}))
}));
const dimensions = themes.flatMap((theme) => theme.dimensions);
const items = dimensions.flatMap((dimension) => dimension.items);

const point = fc.constantFrom<Point[]>(1, 2, 3, 4, 5);

function givenFrom(items: readonly string[], answer: fc.Arbitrary<Point | 'unknown' | undefined>): fc.Arbitrary<Given> {
	return fc
		.array(answer, { minLength: items.length, maxLength: items.length })
		.map(
			(all) =>
				Object.fromEntries(
					items.flatMap((item, index) => (all[index] === undefined ? [] : [[item, all[index]]]))
				) as Given
		);
}

/** Some leave much open, others nothing, and some give one point throughout: each shows and hides other figures. */
function anyGiven(items: readonly string[]): fc.Arbitrary<Given> {
	const open = fc.constantFrom('unknown' as const, undefined);
	const mostly = fc.oneof({ weight: 6, arbitrary: point }, { weight: 1, arbitrary: open });
	return fc.oneof(
		{ weight: 4, arbitrary: givenFrom(items, point) },
		{ weight: 2, arbitrary: givenFrom(items, mostly) },
		{ weight: 1, arbitrary: givenFrom(items, fc.oneof(point, open)) },
		{ weight: 1, arbitrary: point.map((same) => Object.fromEntries(items.map((item) => [item, same]))) }
	);
}

const topics = fc.option(
	fc.subarray(
		dimensions.map(({ id }) => id),
		{ maxLength: 2 }
	)
);
const trends = fc
	.array(fc.constantFrom('better' as const, 'same' as const, 'worse' as const, undefined), {
		minLength: dimensions.length,
		maxLength: dimensions.length
	})
	.map(
		(all) =>
			Object.fromEntries(
				dimensions.flatMap(({ id }, index) => (all[index] ? [[id, all[index]]] : []))
			) as Person['trends']
	);

/** Sizes on both sides of every limit: t, 2t and 4t of a threshold of 3, 4 and 5. */
const SIZES = [0, 1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 20, 22] as const;

/** @param items that people answer */
export function anySide(items: readonly string[], sizes: readonly number[] = SIZES) {
	const given = anyGiven(items);
	return fc.record({
		people: fc.option(fc.integer({ min: 1, max: 40 })),
		persons: fc
			.constantFrom(...sizes)
			.chain((count) => fc.array(fc.record({ given, trends, topics }), { minLength: count, maxLength: count })),
		together: fc.option(fc.record({ given, topics }))
	});
}

export const anyWorld = anyWorldOf(SIZES);

/** @param sizes how many people a group may have */
export function anyWorldOf(sizes: readonly number[]): fc.Arbitrary<World> {
	return fc
		.record({
			sides: fc.array(anySide(items, sizes), { minLength: 2, maxLength: 4 }),
			threshold: fc.constantFrom(null, 3, 4, 5),
			asksTrend: fc.boolean(),
			agreed: fc.dictionary(fc.constantFrom(...dimensions.map(({ id }) => id)), point, { maxKeys: 3 }),
			first: fc.integer({ min: 0, max: 0xffff })
		})
		.map(({ sides, threshold, asksTrend, agreed, first }) => ({
			themes,
			groups: sides.map(({ people }, index) => ({ id: `kant-${index + 1}`, people })),
			threshold,
			asksTrend,
			agreed,
			persons: sides.flatMap(({ persons }, index) =>
				// The later a sheet came in, the lower its id may be.
				persons.map((person, place) => ({
					...person,
					group: `kant-${index + 1}`,
					id: ((first * 7919 + (index * 100 + place) * 104_729) % 0xffffff).toString(16).padStart(10, '0')
				}))
			),
			together:
				threshold === null
					? sides.flatMap(({ together }, index) => (together ? [{ group: `kant-${index + 1}`, ...together }] : []))
					: []
		}));
}
