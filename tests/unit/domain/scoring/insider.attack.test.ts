import { describe, expect, test } from 'vitest';
import { computeGroupFigures } from '$lib/domain/scoring/group-scoring';
import type { Response, Score, Threshold } from '$lib/domain/measurement/measurement';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { computeAnonymousFigures } from '$lib/domain/scoring/anonymity';
import { findsAllOthers, type Sheet } from './insider';
import { workshop } from '../../../builders/workshop';

/**
 * Someone who took part knows one sheet of a dimension and sees the figures. How often are the sheets of all the
 * others the only ones there can be? The same realistic groups each time: answers around 4 (± 0.7) and 4.5 (±
 * 0.5), a person's answers alike.
 */
const items = dimensionsOf(workshop().questionnaire)[0]?.dimension.items ?? [];
const ROWS = 150;

function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

function group(size: number, mean: number, deviation: number, next: () => number): Sheet[] {
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const point = (level: number) => Math.max(1, Math.min(5, Math.round(level + normal() * deviation * 0.7)));
	return Array.from({ length: size }, () => {
		const level = mean + normal() * deviation * 0.7;
		return [point(level), point(level), point(level)];
	});
}

const responsesOf = (sheets: readonly Sheet[]): Response[] =>
	sheets.map((sheet, person) => ({
		id: `person-${person}`,
		groupId: 'side',
		kind: 'individual',
		answers: Object.fromEntries(items.map(({ id }, place) => [id, sheet[place] as Score]))
	}));

type Rule = (responses: readonly Response[]) => ReturnType<typeof computeGroupFigures>;
const everything: Rule = (responses) => computeGroupFigures('side', items, responses);
const shown =
	(threshold: Threshold): Rule =>
	(responses) =>
		computeAnonymousFigures('side', items, items, responses, threshold);

/** The share of rows of the result in which the first of the group finds the sheets of all others. */
function share(rule: Rule, size: number, mean: number, deviation: number): number {
	const next = numbers(size * 1000 + mean * 100);
	const rows = Array.from({ length: ROWS }, () => group(size, mean, deviation, next));
	const found = rows.filter((sheets) => {
		const side = rule(responsesOf(sheets));
		return side.distribution.length > 0 && findsAllOthers(side, sheets[0] as Sheet);
	});
	return found.length / ROWS;
}

describe('someone who took part', () => {
	test('would often find the sheets of all others if counts per answer stood beside the persons', () => {
		expect(share(everything, 5, 4, 0.7)).toBeGreaterThan(0.5);
		expect(share(everything, 10, 4.5, 0.5)).toBeGreaterThan(0.2);
	});

	test.each<[Threshold, number, number]>([
		[5, 10, 0.02],
		[5, 12, 0.01],
		[5, 24, 0.03],
		[4, 8, 0.03],
		[3, 6, 0.08]
	])('threshold %i, %i people: in at most %f of the rows', (threshold, size, most) => {
		expect(share(shown(threshold), size, 4, 0.7)).toBeLessThanOrEqual(most);
		expect(share(shown(threshold), size, 4.5, 0.5)).toBeLessThanOrEqual(most);
	});

	test('sees nothing of persons below twice the threshold, and no counts below four times', () => {
		for (const [size, persons, counts] of [
			[9, false, false],
			[10, true, false],
			[19, true, false],
			[20, true, true]
		] as const) {
			const side = shown(5)(responsesOf(group(size, 4, 0.7, numbers(size))));
			expect(side.distribution.length > 0).toBe(persons);
			expect(side.items.every((item) => item.counts !== null)).toBe(counts);
		}
	});
});
