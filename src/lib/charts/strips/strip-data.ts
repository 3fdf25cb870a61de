import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';
import type { Group, Score } from '$lib/domain/measurement/measurement';
import { groupNameIn } from '$lib/domain/words/names';
import { whyNoScore } from '$lib/domain/words/side-words';
import { sideScores } from '$lib/domain/words/score-words';

interface StripRow {
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

/** «Openheid: Gemeente 3,7, Verenigingen 3,3; afgesproken score 4», or why there is no score. */
export function stripWords(
	name: string,
	groups: readonly Group[],
	figures: DimensionFigures,
	agreed: Score | null = null
): string {
	const scores = sideScores(figures, groupNameIn(groups)) || whyNoScore(figures.groups);
	return `${name}: ${scores}${agreed === null ? '' : `; afgesproken score ${agreed}`}`;
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
