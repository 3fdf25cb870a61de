import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';
import type { Group, Score } from '$lib/domain/measurement/measurement';

export interface StripRow {
	name: string;
	sideIndex: number;
	/** One entry for each different score of individuals. */
	dots: { value: number; count: number }[];
	/** The mean of individuals, drawn as a tick. */
	mean: number | null;
	/** The joint answer, a marker of its own. */
	joint: number | null;
}

export interface StripData {
	rows: StripRow[];
	/** Drawn as the space between the sides. */
	gap: { from: number; to: number } | null;
	/** What the room agreed on: no side's, so beside the rows. */
	agreed: Score | null;
}

/** One line from 1 to 5 for each side: n, spread and gap at once. */
export function stripOf(groups: readonly Group[], figures: DimensionFigures, agreed: Score | null = null): StripData {
	const rows = groups.map((group, sideIndex) => {
		const side = figures.groups.find((entry) => entry.groupId === group.id);
		return rowOf(group.name, sideIndex, side);
	});
	const scores = figures.groups.flatMap((group) => (group.score ? [group.score.toNumber()] : []));
	const gap =
		figures.gap && figures.gap.words !== 'none' ? { from: Math.min(...scores), to: Math.max(...scores) } : null;
	return { rows, gap, agreed };
}

function rowOf(name: string, sideIndex: number, side: GroupFigures | undefined): StripRow {
	return {
		name,
		sideIndex,
		dots: side?.distribution.map(({ score, count }) => ({ value: score.toNumber(), count })) ?? [],
		mean: side?.basis === 'individual' ? (side.score?.toNumber() ?? null) : null,
		joint: side?.joint?.toNumber() ?? null
	};
}
