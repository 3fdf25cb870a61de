import type { DimensionFigures, Gap, MeasurementFigures } from '$lib/domain/scoring/figures';
import type { Fraction } from '$lib/domain/scoring/fraction';
import type { Group } from '$lib/domain/measurement/measurement';
import {
	dimensionsOf,
	type Dimension,
	type GeneralPrompt,
	type Prompt,
	type Questionnaire,
	type Tip
} from '$lib/domain/questionnaire/questionnaire';
import { rankDimensions } from '$lib/domain/scoring/scoring';
import { isFall } from '$lib/domain/comparing/shift';
import type { Since, SinceLastTime } from '$lib/domain/comparing/since';
import { placeTopics, type PlacedTopic } from './topics';

/** Why a tip or prompt is shown: the figures behind it, never words. */
export type Reason =
	| { kind: 'level'; figures: DimensionFigures }
	/** A general question that fits the dimension, at a level which is not high. */
	| { kind: 'topic'; figures: DimensionFigures }
	| { kind: 'gap'; figures: DimensionFigures; gap: Gap }
	| { kind: 'divided'; sides: readonly { groupId: string; spread: Fraction | null }[] }
	| { kind: 'many-unknown'; sides: readonly { groupId: string; unknown: number; given: number }[] }
	/** Since the previous measurement. */
	| { kind: 'fall' | 'stayed-low'; since: SinceLastTime };

export type Advice = { dimension: Dimension; reason: Reason } & (
	{ kind: 'tip'; tip: Tip } | { kind: 'prompt'; prompt: Prompt }
);

/** The first so many are shown; the rest on demand. */
export const FIRST_ADVICE = 5;

/**
 * The tips and prompts for these figures, in order: dimensions by rank, one for each in turn, then round again.
 * The same figures always give the same advice in the same order.
 * @param since what became of the scores since the previous measurement (sinceLastTime), when there is one
 */
export function selectAdvice(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	figures: MeasurementFigures,
	since: Since = new Map()
): Advice[] {
	const dimensions = new Map(dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, dimension]));
	const general = heardBy(groups, questionnaire.generalPrompts);
	const ranked = rankDimensions(figures);
	const topics = placeTopics(general, ranked);
	const unranked = figures.dimensions.filter((dimension) => dimension.rank === null);
	const queues = [...ranked, ...unranked].flatMap((dimensionFigures) => {
		const dimension = dimensions.get(dimensionFigures.dimensionId);
		if (!dimension) return [];
		const last = since.get(dimension.id);
		return [
			[
				...adviceForDimension(dimension, general, groups, dimensionFigures, last),
				...topicAdvice(dimension, topics, dimensionFigures)
			]
		];
	});
	return inTurns(queues);
}

/** What is for all, or for a role that takes part; in the order of the file. */
function heardBy<Entry extends { for: string }>(groups: readonly Group[], entries: readonly Entry[]): Entry[] {
	return entries.filter((entry) => entry.for === 'all' || groups.some(({ role }) => role === entry.for));
}

function adviceForDimension(
	dimension: Dimension,
	general: readonly GeneralPrompt[],
	groups: readonly Group[],
	figures: DimensionFigures,
	since: SinceLastTime | undefined
): Advice[] {
	const prompts = heardBy(groups, dimension.prompts);
	const gap = gapAdvice(dimension, prompts, general, groups, figures);
	const level = levelAdvice(dimension, heardBy(groups, dimension.tips), prompts, figures);
	const first = figures.gap?.words === 'large' ? [...gap, ...level] : [...level, ...gap];
	return [
		...fallAdvice(dimension, general, since),
		...first,
		...stayedLowAdvice(dimension, general, figures, since),
		...dividedAdvice(dimension, prompts, figures),
		...unknownAdvice(dimension, general, figures)
	];
}

function levelAdvice(
	dimension: Dimension,
	tips: readonly Tip[],
	prompts: readonly Prompt[],
	figures: DimensionFigures
): Advice[] {
	const reason: Reason = { kind: 'level', figures };
	const fits = (entry: { when: string }) => entry.when === figures.level;
	return [
		...tips.filter(fits).map((tip): Advice => ({ kind: 'tip', tip, dimension, reason })),
		...prompts.filter(fits).map((prompt): Advice => ({ kind: 'prompt', prompt, dimension, reason }))
	];
}

/** A direction is named only between two different roles; otherwise the neutral prompt. */
function gapAdvice(
	dimension: Dimension,
	prompts: readonly Prompt[],
	general: readonly GeneralPrompt[],
	groups: readonly Group[],
	figures: DimensionFigures
): Advice[] {
	const { gap } = figures;
	if (!gap || gap.words === 'none') return [];
	const higher = onlyRole(rolesBeside(gap.highestGroupId, groups, figures));
	const lower = onlyRole(rolesBeside(gap.lowestGroupId, groups, figures));
	const directed = higher !== undefined && lower !== undefined && higher !== lower;
	const fitting: readonly Prompt[] = directed
		? prompts.filter((prompt) => prompt.when === 'gap' && 'higher' in prompt && prompt.higher === higher)
		: general.filter((prompt) => prompt.when === 'gap');
	const reason: Reason = { kind: 'gap', figures, gap };
	return fitting.slice(0, 1).map((prompt) => ({ kind: 'prompt', prompt, dimension, reason }));
}

/** The roles of all sides that share the score of this one: with a tie, no single side is the highest or lowest. */
function rolesBeside(groupId: string, groups: readonly Group[], figures: DimensionFigures): string[] {
	const score = figures.groups.find((side) => side.groupId === groupId)?.score;
	const tied = figures.groups.filter((side) => score && side.score?.compare(score) === 0);
	return groups.filter((group) => tied.some((side) => side.groupId === group.id)).map((group) => group.role);
}

function onlyRole(roles: readonly string[]): string | undefined {
	return new Set(roles).size === 1 ? roles[0] : undefined;
}

function dividedAdvice(dimension: Dimension, prompts: readonly Prompt[], figures: DimensionFigures): Advice[] {
	const sides = figures.groups.flatMap(({ groupId, divided, spread }) => (divided ? [{ groupId, spread }] : []));
	if (sides.length === 0) return [];
	return prompts
		.filter((prompt) => prompt.when === 'divided')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'divided', sides } }));
}

function unknownAdvice(dimension: Dimension, general: readonly GeneralPrompt[], figures: DimensionFigures): Advice[] {
	const sides = figures.groups.flatMap(({ groupId, manyUnknown, unknown, given }) =>
		manyUnknown && unknown !== null && given !== null ? [{ groupId, unknown, given }] : []
	);
	if (sides.length === 0) return [];
	return general
		.filter((prompt) => prompt.when === 'many-unknown')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'many-unknown', sides } }));
}

/** A fall comes before all else of its dimension. */
function fallAdvice(
	dimension: Dimension,
	general: readonly GeneralPrompt[],
	since: SinceLastTime | undefined
): Advice[] {
	if (!since || !isFall(since.shift)) return [];
	return general
		.filter((prompt) => prompt.when === 'fall')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'fall', since } }));
}

/** Low then and now over the shared items, and low over all items as well: the screen names that level. */
function stayedLowAdvice(
	dimension: Dimension,
	general: readonly GeneralPrompt[],
	figures: DimensionFigures,
	since: SinceLastTime | undefined
): Advice[] {
	if (!since || [figures.level, since.levels.before, since.levels.after].some((level) => level !== 'low')) return [];
	return general
		.filter((prompt) => prompt.when === 'stayed-low')
		.map((prompt) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'stayed-low', since } }));
}

/** After all that the answers themselves ask for. */
function topicAdvice(dimension: Dimension, topics: readonly PlacedTopic[], figures: DimensionFigures): Advice[] {
	return topics
		.filter(({ dimensionId }) => dimensionId === dimension.id)
		.map(({ prompt }) => ({ kind: 'prompt', prompt, dimension, reason: { kind: 'topic', figures } }));
}

/** One from each queue in turn, until all are empty. */
function inTurns<T>(queues: readonly (readonly T[])[]): T[] {
	const rounds = Math.max(0, ...queues.map((queue) => queue.length));
	return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat();
}
