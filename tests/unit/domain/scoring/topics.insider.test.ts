import { describe, expect, test } from 'vitest';
import { computeTopicFigures, type GroupTopics } from '$lib/domain/scoring/topic-figures';
import type { Response } from '$lib/domain/measurement/measurement';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { withClosing } from '../../../builders/closing';
import { workshop } from '../../../builders/workshop';

/**
 * Someone who took part knows the own choice and sees how often each dimension was chosen. How often are the choices of
 * all the others, each at most two of twelve dimensions, the only ones there can be? Whose is whose is never in it.
 */
const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`d${index}`, 1]));
const questionnaire = withClosing(workshop({ thema: twelve }).questionnaire);
const ids = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
const ROWS = 400;

type Choice = readonly string[];

function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

/** Seven in ten choose two, two in ten one, one in ten none; the n-th dimension is chosen with weight 1/n. */
function choose(next: () => number): Choice {
	const kind = next();
	const size = kind < 0.7 ? 2 : kind < 0.9 ? 1 : 0;
	const chosen = new Set<string>();
	const whole = ids.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
	while (chosen.size < size) {
		let left = next() * whole;
		const at = ids.findIndex((_, index) => (left -= 1 / (index + 1)) <= 0);
		chosen.add(ids[Math.max(0, at)] ?? '');
	}
	return ids.filter((id) => chosen.has(id));
}

function figuresOf(choices: readonly Choice[]): GroupTopics | undefined {
	const responses = choices.map((topics): Pick<Response, 'groupId' | 'kind' | 'topics'> => ({
		groupId: 'side',
		kind: 'individual',
		topics
	}));
	const group = { id: 'side', role: 'gemeente', name: 'Kant' };
	return computeTopicFigures(questionnaire, [group], responses, { mode: 'anoniem', threshold: 3 })[0];
}

const pairs = ids.flatMap((one, index) => [[one], ...ids.slice(index + 1).map((other) => [one, other])]);

/** Whether there is exactly one way for the others to have chosen, given the counts and the own choice. */
function findsAllOthers({ n, noPreference, chosen }: GroupTopics, own: Choice): boolean {
	const left = new Map(
		chosen.map(({ dimensionId, count }) => [dimensionId, count - Number(own.includes(dimensionId))])
	);
	const people = n - 1 - (noPreference - Number(own.length === 0));
	let found = 0;
	function search(at: number, open: number): void {
		if (found > 1) return;
		if (open === 0) {
			if ([...left.values()].every((count) => count === 0)) found += 1;
			return;
		}
		const pair = pairs[at];
		const rest = [...left.values()].reduce((sum, count) => sum + count, 0);
		if (!pair || rest > 2 * open || rest < open) return;
		if (pair.every((id) => (left.get(id) ?? 0) > 0)) {
			for (const id of pair) left.set(id, (left.get(id) ?? 0) - 1);
			search(at, open - 1);
			for (const id of pair) left.set(id, (left.get(id) ?? 0) + 1);
		}
		search(at + 1, open);
	}
	search(0, people);
	return found === 1;
}

function share(size: number): number {
	const next = numbers(size * 1000);
	let found = 0;
	for (let row = 0; row < ROWS; row += 1) {
		const choices = Array.from({ length: size }, () => choose(next));
		const figures = figuresOf(choices);
		if (figures && findsAllOthers(figures, choices[0] ?? [])) found += 1;
	}
	return found / ROWS;
}

describe('someone who took part', () => {
	test.each([
		[3, 0.45, 0.65],
		[4, 0.2, 0.4],
		[5, 0.08, 0.2],
		[6, 0.03, 0.15],
		[8, 0.005, 0.05],
		[12, 0, 0.01]
	])('of %i people finds what all others chose, in %f to %f of the groups', (size, least, most) => {
		const found = share(size);
		expect(found).toBeGreaterThanOrEqual(least);
		expect(found).toBeLessThanOrEqual(most);
	});
});
