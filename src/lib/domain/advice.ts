import type { DimensionFigures, Gap, MeasurementFigures } from './figures';
import type { Group } from './measurement';
import {
	dimensionsOf,
	type Dimension,
	type GeneralPrompt,
	type Prompt,
	type Questionnaire,
	type Tip
} from './questionnaire';
import { rankDimensions } from './scoring';

/** Why a tip or prompt is shown: the figures behind it, never words. */
export type Reason =
	| { kind: 'level'; figures: DimensionFigures }
	| { kind: 'gap'; figures: DimensionFigures; gap: Gap }
	| { kind: 'divided'; groupIds: readonly string[] }
	| { kind: 'many-unknown'; groupIds: readonly string[] };

export type Advice = { dimension: Dimension; reason: Reason } & (
	{ kind: 'tip'; tip: Tip } | { kind: 'prompt'; prompt: Prompt }
);

/** The first so many are shown; the rest on demand. */
export const FIRST_ADVICE = 5;

/**
 * The tips and prompts for these figures, in order: dimensions by rank, one for each in turn, then round again.
 * The same figures always give the same advice in the same order.
 */
export function selectAdvice(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	figures: MeasurementFigures
): Advice[] {
	const dimensions = new Map(dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, dimension]));
	const ranked = rankDimensions(figures);
	const unranked = figures.dimensions.filter((dimension) => dimension.rank === null);
	const queues = [...ranked, ...unranked].flatMap((dimensionFigures) => {
		const dimension = dimensions.get(dimensionFigures.dimensionId);
		return dimension ? [adviceForDimension(dimension, questionnaire.generalPrompts, groups, dimensionFigures)] : [];
	});
	return inTurns(queues);
}

function adviceForDimension(
	dimension: Dimension,
	general: readonly GeneralPrompt[],
	groups: readonly Group[],
	figures: DimensionFigures
): Advice[] {
	const gap = gapAdvice(dimension, general, groups, figures);
	const level = levelAdvice(dimension, groups, figures);
	const first = figures.gap?.words === 'large' ? [...gap, ...level] : [...level, ...gap];
	return [...first, ...dividedAdvice(dimension, figures), ...unknownAdvice(dimension, general, figures)];
}

function levelAdvice(dimension: Dimension, groups: readonly Group[], figures: DimensionFigures): Advice[] {
	const roles = new Set(['all', ...groups.map((group) => group.role)]);
	const fits = (entry: { when: string; for: string }) => entry.when === figures.level && roles.has(entry.for);
	const reason: Reason = { kind: 'level', figures };
	return [
		...dimension.tips.filter(fits).map((tip): Advice => ({ kind: 'tip', tip, dimension, reason })),
		...dimension.prompts.filter(fits).map((prompt): Advice => ({ kind: 'prompt', prompt, dimension, reason }))
	];
}

/** A direction is named only between two different roles; otherwise the neutral prompt. */
function gapAdvice(
	dimension: Dimension,
	general: readonly GeneralPrompt[],
	groups: readonly Group[],
	figures: DimensionFigures
): Advice[] {
	const { gap } = figures;
	if (!gap || gap.words === 'none') return [];
	const roleOf = (groupId: string) => groups.find((group) => group.id === groupId)?.role;
	const higher = roleOf(gap.highestGroupId);
	const directed = higher !== roleOf(gap.lowestGroupId);
	const prompts: readonly Prompt[] = directed
		? dimension.prompts.filter((prompt) => prompt.when === 'gap' && prompt.higher === higher)
		: general.filter((prompt) => prompt.when === 'gap');
	return prompts.slice(0, 1).map((prompt) => ({
		kind: 'prompt',
		prompt,
		dimension,
		reason: { kind: 'gap', figures, gap }
	}));
}

function dividedAdvice(dimension: Dimension, figures: DimensionFigures): Advice[] {
	const groupIds = figures.groups.filter((group) => group.divided).map((group) => group.groupId);
	if (groupIds.length === 0) return [];
	return dimension.prompts
		.filter((prompt) => prompt.when === 'divided')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'divided', groupIds } }));
}

function unknownAdvice(dimension: Dimension, general: readonly GeneralPrompt[], figures: DimensionFigures): Advice[] {
	const groupIds = figures.groups.filter((group) => group.manyUnknown).map((group) => group.groupId);
	if (groupIds.length === 0) return [];
	return general
		.filter((prompt) => prompt.when === 'many-unknown')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'many-unknown', groupIds } }));
}

/** One from each queue in turn, until all are empty. */
function inTurns<T>(queues: readonly (readonly T[])[]): T[] {
	const rounds = Math.max(0, ...queues.map((queue) => queue.length));
	return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat();
}
