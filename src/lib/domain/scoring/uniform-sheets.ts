import { COUNTS_FROM_THRESHOLDS, PERSONS_FROM_THRESHOLDS } from './anonymity-limits';
import type { GroupFigures, MeasurementFigures } from './figures';
import type { Group, Privacy, Response, Threshold } from '$lib/domain/measurement/measurement';
import { itemsOf, type Item, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** How many individuals of a group gave the same point to every statement; which point is nowhere. */
export interface UniformSheets {
	groupId: string;
	/** At least 1; in an anonymous measurement at least the threshold. */
	count: number;
}

/** With fewer statements the same answer everywhere is no more than an opinion. */
const UNIFORM_FROM_ITEMS = 10;

/**
 * The groups of which some gave the same point, 1 to 5, to every statement of a questionnaire of at least
 * UNIFORM_FROM_ITEMS. They stay in every figure: it is something to know, no more. Who said «weet niet» everywhere is
 * not among them: that is counted as such, and is in no score.
 * Of an anonymous measurement a group's number shows from the threshold on, and only where the others could show as a
 * group of their own whatever shows of the whole (docs/scoring.md, «Anonymity»).
 * @param figures of the same responses, as they show
 */
export function computeUniformSheets(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	responses: readonly Response[],
	privacy: Privacy,
	figures: MeasurementFigures
): UniformSheets[] {
	const items = itemsOf(questionnaire);
	if (items.length < UNIFORM_FROM_ITEMS) return [];
	return groups.flatMap(({ id: groupId }) => {
		const count = responses.filter(
			(response) => response.groupId === groupId && response.kind === 'individual' && isUniform(items, response)
		).length;
		const sides = figures.dimensions.flatMap(({ groups: all }) => all.filter((side) => side.groupId === groupId));
		const shows = privacy.mode === 'open' || mayShow(count, sides, privacy.threshold);
		return shows && count > 0 ? [{ groupId, count }] : [];
	});
}

function isUniform(items: readonly Item[], { answers }: Response): boolean {
	const first = items[0] && answers[items[0].id];
	return typeof first === 'number' && items.every(({ id }) => answers[id] === first);
}

/**
 * The answers of who is uniform cancel out between two statements. So the others of a dimension's figures, if any, are
 * told of as if they stood there alone: they have to be as many as that asks.
 */
function mayShow(count: number, sides: readonly GroupFigures[], threshold: Threshold): boolean {
	return (
		count >= threshold &&
		sides.every((side) => {
			const others = side.n - count;
			return others === 0 || others >= threshold * thresholdsFor(side);
		})
	);
}

/** How many times the threshold people have to be for what shows of this side. */
function thresholdsFor({ items, distribution }: GroupFigures): number {
	if (items.some(({ counts }) => counts !== null)) return COUNTS_FROM_THRESHOLDS;
	return distribution.length > 0 ? PERSONS_FROM_THRESHOLDS : 1;
}
