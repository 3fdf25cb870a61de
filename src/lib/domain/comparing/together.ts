import type { DimensionFigures } from '$lib/domain/scoring/figures';
import { computeDimensionFigures } from '$lib/domain/scoring/scoring';
import type { ComparedGroup } from './compared-groups';

/** Which groups «samen» is over in a comparison. Source: docs/scoring.md, «Samen in a comparison». */
export interface Together {
	/**
	 * `all`: every group took part each time, and «samen» is the samenwerkingsscore. `shared`: one came or went, and
	 * «samen» is over those that were there each time. `none`: those are fewer than two, and there is no «samen».
	 */
	kind: 'all' | 'shared' | 'none';
	/** The groups that took part in every occasion, in the order of the comparison. */
	groupIds: readonly string[];
}

const FEWEST_TOGETHER = 2;

export function groupsTogether(groups: readonly ComparedGroup[]): Together {
	const shared = groups.filter(({ own }) => own.every((group) => group !== null));
	const groupIds = shared.map(({ id }) => id);
	if (shared.length === groups.length) return { kind: 'all', groupIds };
	return { kind: shared.length < FEWEST_TOGETHER ? 'none' : 'shared', groupIds };
}

/**
 * The figures of one dimension over those groups: score, level and gap are made anew of the groups' own scores, so
 * they tell nothing that these do not. Without any group, and so without figures, when there is no «samen».
 */
export function figuresTogether(value: DimensionFigures, { kind, groupIds }: Together): DimensionFigures {
	if (kind === 'all') return value;
	const groups = kind === 'none' ? [] : value.groups.filter(({ groupId }) => groupIds.includes(groupId));
	return computeDimensionFigures(value, groups);
}
