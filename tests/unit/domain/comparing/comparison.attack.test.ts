import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCircumstances } from '$lib/domain/comparing/circumstances';
import type { Comparison, Occasion } from '$lib/domain/comparing/comparison';
import { itemShiftsBetween, shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import { mean } from '$lib/domain/scoring/fraction';
import type { Response, Score, Threshold } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Dimension, type Item } from '$lib/domain/questionnaire/questionnaire';
import { computeComparability } from '$lib/domain/comparing/comparability';
import { sinceLastTime } from '$lib/domain/comparing/since';
import { computeAnonymousFigures } from '$lib/domain/scoring/anonymity';
import { runs } from '../../../property-runs';
import {
	everySheet,
	everyWorld,
	isConstant,
	peopleOf,
	serialise,
	totalOf,
	withOtherPoints,
	world,
	SOME_LEFT_ONE_OUT,
	type Kind,
	type Sheets,
	type World
} from '../scoring/attack-worlds';
import { leaksBelow, type ShownOver } from '../scoring/linear-attack';
import { nextVersion } from './versions';
import { compared, exact, Workshop, workshop } from '../../../builders/workshop';

/**
 * An attacker sees the result of an anonymous measurement and any number of comparisons with other versions, each
 * over some of the items of a dimension; and knows who left which item out. Beside the result the comparisons
 * must not tell anybody's answers.
 */

const ordinaryFigures = (items: readonly Item[], own: readonly Response[], threshold: Threshold) =>
	computeAnonymousFigures('side', items, items, own, threshold);

/** The figures over some of the items, by one rule or another. */
type SharedRule = (places: readonly number[], dimension: Dimension, own: readonly Response[]) => GroupFigures;

const ruleOf =
	(threshold: Threshold): SharedRule =>
	(places, { items }, own) =>
		computeAnonymousFigures('side', itemsAt(places, items), items, own, threshold);

/** What one might think of first: hide over the shared items as if they were the whole dimension. */
const naiveRuleOf =
	(threshold: Threshold): SharedRule =>
	(places, { items }, own) =>
		ordinaryFigures(itemsAt(places, items), own, threshold);

const itemsAt = <T>(places: readonly number[], items: readonly T[]): T[] =>
	items.filter((_, place) => places.includes(place));

/** Every choice of some but not all of so many items. */
function everyStrictPart(count: number): number[][] {
	const parts = [...Array(count).keys()].reduce<number[][]>(
		(found, place) => [...found, ...found.map((part) => [...part, place])],
		[[]]
	);
	return parts.filter((part) => part.length > 0 && part.length < count);
}

/** Each side of each dimension of a world, with its ordinary figures and those over every part of its items. */
function sidesOf(here: World) {
	return dimensionsOf(here.questionnaire).flatMap(({ dimension }) =>
		here.groups.map((group) => {
			const own = here.responses.filter((response) => response.groupId === group.id);
			const side = ordinaryFigures(dimension.items, own, here.threshold);
			const over = (rule: SharedRule): ShownOver[] =>
				everyStrictPart(dimension.items.length).map((places) => ({ places, side: rule(places, dimension, own) }));
			return { group, dimension, own, side, over, parts: over(ruleOf(here.threshold)) };
		})
	);
}

const idsOf = ({ items }: Dimension) => items.map(({ id }) => id);

describe('figures over some of the items', () => {
	test('show where the result is over those who answered all of the dimension, and over the same people', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side: ordinary, parts } of sidesOf(here)) {
					for (const { side } of parts) {
						expect(side.hidden).toBe(ordinary.leftOpen === null);
						expect([side.n, side.leftOpen]).toEqual(side.hidden ? [0, null] : [ordinary.n, ordinary.leftOpen]);
					}
				}
			})
		);
	});

	test('are means that follow from the result, and never persons', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side: ordinary, parts } of sidesOf(here)) {
					for (const { places, side } of parts) {
						expect(side).toMatchObject({ distribution: [], range: null, spread: null, divided: false });
						const means = itemsAt(places, ordinary.items).flatMap(({ mean: found }) => found ?? []);
						if (!side.hidden) expect(exact(side.score)).toBe(exact(mean(means)));
						for (const [place, item] of side.items.entries()) {
							const own = itemsAt(places, ordinary.items)[place];
							expect(item).toEqual(
								side.hidden
									? expect.objectContaining({ hidden: true, mean: null })
									: { ...own, counts: null, spread: null }
							);
						}
					}
				}
			})
		);
	});

	test('rest on no one or on at least as many people as the threshold', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { parts } of sidesOf(here)) {
					for (const { side } of parts) {
						for (const n of [side.n, ...side.items.map((item) => item.n)])
							expect(n === 0 || n >= here.threshold).toBe(true);
					}
				}
			})
		);
	});
});

describe('with linear equations over the result and all comparisons there can be', () => {
	test('no sum over fewer people than the threshold follows', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { dimension, own, side, parts } of sidesOf(here))
					expect(leaksBelow(here.threshold, peopleOf(idsOf(dimension), own), side, parts)).toEqual([]);
			}),
			{ numRuns: runs(100) }
		);
	});

	test('the attack works on the naive rule: one of six left out only the item that is gone', () => {
		const six = workshop()
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', ...[4, 4, 4, 3, 5].map((mark) => ({ openheid: [mark, mark, mark] as Score[] })))
			.answers('Gemeente', { openheid: [5, 2, '?'] });
		const { questionnaire, groups, responses } = six;
		const [found] = sidesOf({ questionnaire, groups, responses, threshold: 5 });
		if (!found) throw new Error('no side');
		const people = peopleOf(idsOf(found.dimension), responses);
		expect(leaksBelow(5, people, found.side)).toEqual([]);
		expect(leaksBelow(5, people, found.side, found.over(naiveRuleOf(5)))).toEqual([[5]]);
		expect(leaksBelow(5, people, found.side, found.parts)).toEqual([]);
	});
});

/** How the worlds fall apart for someone who sees the result alone, or the result and every comparison by this rule. */
function worldsApart(kinds: readonly Kind[], rule: SharedRule | null, ...points: readonly Score[]): Sheets[][] {
	const small = workshop({ basishouding: { openheid: kinds[0]?.[0].length ?? 1 } });
	const [found] = dimensionsOf(small.questionnaire);
	if (!found) throw new Error('no dimension');
	const { dimension } = found;
	const parts = everyStrictPart(dimension.items.length);
	const apart = new Map<string, Sheets[]>();
	for (const sheets of everyWorld(kinds, everySheet(...points))) {
		const own = sheets.flat().map((row, index): Response => ({
			id: `person-${index}`,
			groupId: 'side',
			kind: 'individual',
			answers: Object.fromEntries(idsOf(dimension).map((id, place) => [id, row[place] ?? 'unknown']))
		}));
		const result = ordinaryFigures(dimension.items, own, 3);
		const comparisons = rule ? parts.map((places) => rule(places, dimension, own)) : [];
		const shown = serialise([result, comparisons]);
		apart.set(shown, [...(apart.get(shown) ?? []), sheets]);
	}
	return [...apart.values()];
}

describe('trying all answers there can be, threshold 3', () => {
	const incomplete: [string, readonly Kind[]][] = [
		...SOME_LEFT_ONE_OUT,
		[
			'three people and someone without a score',
			[
				['111', 3],
				['1??', 1]
			]
		]
	];

	test.each(incomplete)('%s: every comparison together tells not a thing that the result does not', (_, kinds) => {
		const alone = worldsApart(kinds, null, 1, 3, 5);
		expect(worldsApart(kinds, ruleOf(3), 1, 3, 5)).toHaveLength(alone.length);
	});

	test('three who answered all: no comparison tells a thing that the result does not', () => {
		const three: readonly Kind[] = [['111', 3]];
		expect(worldsApart(three, ruleOf(3), 1, 3, 5)).toHaveLength(worldsApart(three, null, 1, 3, 5).length);
	});

	test('by the naive rule the comparison would give the sum of the one who left the gone item out, every time', () => {
		const kinds: readonly Kind[] = [
			['111', 5],
			['11?', 1]
		];
		const follows = (rule: SharedRule | null) => {
			const apart = worldsApart(kinds, rule, 2, 5);
			const told = apart.filter((worlds) => isConstant(worlds, (sheets) => totalOf(sheets[1] ?? [])));
			const count = (found: readonly Sheets[][]) => found.reduce((total, worlds) => total + worlds.length, 0);
			return count(told) / count(apart);
		};
		expect(follows(naiveRuleOf(3))).toBeGreaterThan(0.9);
		expect(follows(ruleOf(3))).toBe(follows(null));
	});
});

describe('a whole comparison: shifts, items, circumstances, reasons', () => {
	/** One item of each dimension with several is gone in the next version. */
	const versions = (here: World) => {
		const gone = dimensionsOf(here.questionnaire).flatMap(({ dimension: { items } }) =>
			items.length > 1 ? [items.at(-1)?.id ?? ''] : []
		);
		return { gone, next: nextVersion(here.questionnaire, '1.1.0', { drop: gone }) };
	};

	/** @param later the groups of the next measurement */
	function comparisonOf(here: World, later: World['groups'] = here.groups): Comparison {
		const before = new Workshop(here.questionnaire).anonymous(here.threshold).occasion('2024-01-01', {
			groups: here.groups
		});
		const after: Occasion = {
			...new Workshop(versions(here).next).occasion('2025-01-01', { groups: later }),
			responses: later.flatMap((group) =>
				[1, 2, 3].map((person): Response => ({
					id: `later-${group.id}-${person}`,
					groupId: group.id,
					kind: 'individual',
					answers: Object.fromEntries(
						dimensionsOf(here.questionnaire).flatMap(({ dimension }) => idsOf(dimension).map((id) => [id, 3]))
					)
				}))
			)
		};
		return compared({ ...before, responses: here.responses }, after);
	}

	function shownOf(here: World, later?: World['groups']): string {
		const comparison = comparisonOf(here, later);
		return serialise([
			comparison.dimensions,
			comparison.occasions.map(({ figures, counts }) => [figures, counts]),
			shiftsBetween(comparison, 0, 1),
			comparison.dimensions.map(({ dimensionId }) => itemShiftsBetween(comparison, 0, 1, dimensionId)),
			listCircumstances(comparison, 0, 1),
			[...sinceLastTime(comparison, 0, 1)]
		]);
	}

	test('where the result does not show in full, all answers can be others: not a letter changes', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				const { gone } = versions(here);
				const comparability = computeComparability([here.questionnaire, versions(here).next]);
				expect(comparability.kind).toBe('partly');
				for (const { group, dimension, side } of sidesOf(here)) {
					const ids = idsOf(dimension);
					if (!ids.some((id) => gone.includes(id)) || side.items.some((item) => !item.hidden)) continue;
					const changed = withOtherPoints(here, ids, ({ groupId }) => groupId === group.id);
					expect(shownOf(changed)).toBe(shown);
				}
			}),
			{ numRuns: runs(100) }
		);
	});

	/** The last group is gone, and another came. */
	const othersLater = ({ groups }: World) => [
		...groups.slice(0, -1),
		{ id: 'newcomers', role: 'vereniging', name: 'Nieuwkomers' }
	];

	test('nor with «samen» over the groups that both years have: there is none over a group that is kept back', () => {
		fc.assert(
			fc.property(world, (here) => {
				const later = othersLater(here);
				const { together, dimensions } = comparisonOf(here, later);
				expect(together.kind).toBe(here.groups.length > 2 ? 'shared' : 'none');
				for (const { values, together: found } of dimensions) {
					const own = values[0]?.groups.filter(({ groupId }) => together.groupIds.includes(groupId)) ?? [];
					if (own.some(({ hidden }) => hidden)) expect(found[0]).toMatchObject({ score: null });
					for (const side of found[0]?.groups ?? []) expect(own).toContain(side);
				}
				for (const { group, dimension, side } of sidesOf(here)) {
					const ids = idsOf(dimension);
					if (!ids.some((id) => versions(here).gone.includes(id)) || side.items.some((item) => !item.hidden)) continue;
					const changed = withOtherPoints(here, ids, ({ groupId }) => groupId === group.id);
					expect(shownOf(changed, later)).toBe(shownOf(here, later));
				}
			}),
			{ numRuns: runs(50) }
		);
	});

	test('nor do the answers to an item that is gone, wherever the result stands', () => {
		fc.assert(
			fc.property(world, (here) => {
				const changed = withOtherPoints(here, versions(here).gone, () => true);
				expect(shownOf(changed)).toBe(shownOf(here));
			}),
			{ numRuns: runs(100) }
		);
	});
});
