import { computeComparability, type Comparable, type NotComparable } from './comparability';
import { matchGroups, type ComparedGroup } from './compared-groups';
import { figuresTogether, groupsTogether, type Together } from './together';
import type { DimensionFigures, MeasurementFigures } from '$lib/domain/scoring/figures';
import { COMPARED_AT_LEAST, COMPARED_AT_MOST } from '$lib/domain/scoring/scoring-limits';
import type { Group, Measurement, Response } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { dimensionsOf, type Item, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { compareVersions } from '$lib/domain/questionnaire/questionnaire-ref';
import { computeFiguresOver, type CountedItems } from '$lib/domain/scoring/scoring';
import { hasShownFigures } from '$lib/domain/scoring/anonymity';

/** One measurement with all that its figures are made of. */
export interface Occasion {
	measurement: Measurement;
	/** The version that was answered. */
	questionnaire: Questionnaire;
	responses: readonly Response[];
}

/** Measurements of one partnership side by side, over the items they share. Rules: docs/scoring.md, «Comparing». */
export interface Comparison {
	comparability: Comparable;
	/** The newest version: names and order come from it. */
	questionnaire: Questionnaire;
	groups: readonly ComparedGroup[];
	/** Which of them «samen» is over. */
	together: Together;
	/** Oldest first. */
	occasions: readonly ComparedOccasion[];
	/** In the order of the newest version, without those that share no item. */
	dimensions: readonly ComparedDimension[];
}

export type ComparisonOutcome =
	({ kind: 'compared' } & Comparison) | { kind: 'none'; reason: NotComparable; occasions: readonly Occasion[] };

export interface ComparedOccasion {
	measurement: Measurement;
	questionnaire: Questionnaire;
	/** The groups that took part, under the ids of the comparison, with the names they had. */
	groups: readonly Group[];
	/** Over the shared items only, under the ids of the comparison and the themes of the newest version. */
	figures: MeasurementFigures;
	/** Individual responses a group, in the order of `groups`; figures may rest on fewer. */
	counts: readonly { groupId: string; responses: number }[];
}

export interface ComparedDimension {
	dimensionId: string;
	themeId: string;
	name: string;
	/** The shared items, as the newest version says them. */
	items: readonly Item[];
	/** Items that an occasion has beside the shared ones: left out here. */
	leftOut: number;
	/** One for each occasion, oldest first: of every group that took part in it. */
	values: readonly DimensionFigures[];
	/** The same over the groups that «samen» is over: other ones where a group came or went. */
	together: readonly DimensionFigures[];
}

/**
 * @param occasions two to five measurements of one partnership, in any order; the same one may come twice
 * @throws RangeError with fewer or more, or with an anonymous measurement whose own figures were
 * never shown (hasShownFigures)
 */
export function computeComparison(occasions: readonly Occasion[]): ComparisonOutcome {
	if (occasions.length < COMPARED_AT_LEAST || occasions.length > COMPARED_AT_MOST)
		throw new RangeError(`a comparison is of ${COMPARED_AT_LEAST} to ${COMPARED_AT_MOST} measurements`);
	if (!occasions.every(({ measurement }) => hasShownFigures(measurement)))
		throw new RangeError('an anonymous measurement is compared only after its own figures were shown');
	const sorted = [...occasions].sort((a, b) => byNewest(b.measurement, a.measurement));
	const comparability = computeComparability(sorted.map(({ questionnaire }) => questionnaire));
	if (comparability.kind === 'none') return { kind: 'none', reason: comparability.reason, occasions: sorted };
	const questionnaire = newestOf(sorted);
	const groups = matchGroups(sorted.map(({ measurement }) => measurement));
	const together = groupsTogether(groups);
	const dimensions = sharedDimensions(questionnaire, comparability.shared);
	const compared = sorted.map((occasion, index) => computeOccasion(occasion, index, groups, dimensions));
	return {
		kind: 'compared',
		comparability,
		questionnaire,
		groups,
		together,
		occasions: compared,
		dimensions: dimensions.map((dimension, place) => {
			const values = compared.flatMap(({ figures }) => figures.dimensions[place] ?? []);
			return {
				...dimension,
				leftOut: countLeftOut(dimension, sorted),
				values,
				together: values.map((value) => figuresTogether(value, together))
			};
		})
	};
}

/** Of the highest version, the newest measurement's. */
function newestOf(oldestFirst: readonly Occasion[]): Questionnaire {
	return oldestFirst
		.map(({ questionnaire }) => questionnaire)
		.reduce((newest, next) => (compareVersions(next.version, newest.version) >= 0 ? next : newest));
}

type SharedDimension = Pick<ComparedDimension, 'dimensionId' | 'themeId' | 'name' | 'items'>;

function sharedDimensions(questionnaire: Questionnaire, shared: ReadonlySet<string>): SharedDimension[] {
	return dimensionsOf(questionnaire).flatMap(({ dimension, theme }) => {
		const items = dimension.items.filter((item) => shared.has(item.id));
		return items.length > 0 ? [{ dimensionId: dimension.id, themeId: theme.id, name: dimension.name, items }] : [];
	});
}

function computeOccasion(
	{ measurement, questionnaire, responses }: Occasion,
	index: number,
	comparedGroups: readonly ComparedGroup[],
	dimensions: readonly SharedDimension[]
): ComparedOccasion {
	const groups = comparedGroups.flatMap(({ id, own }) => (own[index] ? [{ ...own[index], id }] : []));
	const idOf = new Map(comparedGroups.flatMap(({ id, own }) => (own[index] ? [[own[index].id, id] as const] : [])));
	const counted = responses.flatMap((response) => {
		const groupId = idOf.get(response.groupId);
		return groupId === undefined ? [] : [{ ...response, groupId }];
	});
	const parts: CountedItems[] = dimensions.map((dimension) => ({
		...dimension,
		all: itemsIn(questionnaire, dimension.dimensionId)
	}));
	return {
		measurement,
		questionnaire,
		groups,
		figures: computeFiguresOver(parts, groups, counted, measurement.privacy),
		counts: groups.map(({ id }) => ({
			groupId: id,
			responses: counted.filter(({ groupId, kind }) => groupId === id && kind === 'individual').length
		}))
	};
}

function itemsIn(questionnaire: Questionnaire, dimensionId: string): readonly Item[] {
	return dimensionsOf(questionnaire).find(({ dimension }) => dimension.id === dimensionId)?.dimension.items ?? [];
}

function countLeftOut({ dimensionId, items }: SharedDimension, occasions: readonly Occasion[]): number {
	const ids = occasions.flatMap(({ questionnaire }) => itemsIn(questionnaire, dimensionId).map(({ id }) => id));
	return new Set(ids).size - items.length;
}
