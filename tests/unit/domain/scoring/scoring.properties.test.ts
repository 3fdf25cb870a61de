import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectAdvice } from '$lib/domain/advice/advice';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { Fraction } from '$lib/domain/scoring/fraction';
import type { Answer, Group, Response } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { exact, workshop } from '../../../builders/workshop';

const { questionnaire } = workshop({
	basishouding: { openheid: 3, eigenheid: 1 },
	regierol: { draagvlak: 4, verbinden: 2 }
});
const items = itemsOf(questionnaire);

interface Situation {
	groups: Group[];
	responses: Response[];
}

const answer = fc.constantFrom<(Answer | undefined)[]>(1, 2, 3, 4, 5, 'unknown', undefined);
const answers = fc
	.array(answer, { minLength: items.length, maxLength: items.length })
	.map((given) =>
		Object.fromEntries(
			items.flatMap((item, index) => (given[index] === undefined ? [] : [[item.id, given[index]] as const]))
		)
	);
/** A side: perhaps a joint answer, and up to seven individuals. */
const side = fc.record({
	role: fc.constantFrom('gemeente', 'vereniging'),
	joint: fc.option(answers),
	individuals: fc.array(answers, { maxLength: 7 })
});
const situation = (sides: { minLength: number; maxLength: number }): fc.Arbitrary<Situation> =>
	fc.array(side, sides).map((found) => ({
		groups: found.map(({ role }, index) => ({ id: `side-${index}`, role, name: `Kant ${index}` })),
		responses: found.flatMap(({ joint, individuals }, index) => [
			...(joint ? [{ id: `joint-${index}`, groupId: `side-${index}`, kind: 'joint' as const, answers: joint }] : []),
			...individuals.map((given, place) => ({
				id: `person-${index}-${place}`,
				groupId: `side-${index}`,
				kind: 'individual' as const,
				answers: given
			}))
		])
	}));
const anySituation = situation({ minLength: 1, maxLength: 4 });
const twoSides = situation({ minLength: 2, maxLength: 2 });

/** A situation and the same one with its groups or responses in another order. */
const shuffled = <T>(values: readonly T[]) =>
	fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
const withGroupsReordered = anySituation.chain((here) => fc.tuple(fc.constant(here), shuffled(here.groups)));
const withResponsesReordered = anySituation.chain((here) => fc.tuple(fc.constant(here), shuffled(here.responses)));

const figuresOf = ({ groups, responses }: Situation) =>
	computeFigures(questionnaire, groups, responses, { mode: 'open' });

function everyScore(figures: MeasurementFigures): Fraction[] {
	return [
		...figures.dimensions.flatMap(({ score, reference, groups }) => [
			score,
			reference?.score,
			...groups.flatMap((group) => [
				group.score,
				group.joint,
				group.range?.lowest,
				group.range?.highest,
				...group.distribution.map((entry) => entry.score),
				...group.items.map((item) => item.mean)
			])
		]),
		...figures.themes.flatMap(({ score, groups }) => [score, ...groups.map((group) => group.score)])
	].filter((score) => score !== null && score !== undefined);
}

/** What is said of a dimension, apart from the order of its groups. */
const saidOf = (figures: MeasurementFigures) => ({
	dimensions: figures.dimensions.map(({ groups, ...rest }) => ({
		...rest,
		groups: new Map(groups.map((group) => [group.groupId, group]))
	})),
	themes: figures.themes.map(({ groups, ...rest }) => ({
		...rest,
		groups: new Map(groups.map((group) => [group.groupId, group.score]))
	}))
});

describe('whatever people answer', () => {
	test('every score lies from 1 to 5', () => {
		fc.assert(
			fc.property(anySituation, (here) => {
				for (const score of everyScore(figuresOf(here))) {
					expect(score.toNumber()).toBeGreaterThanOrEqual(1);
					expect(score.toNumber()).toBeLessThanOrEqual(5);
				}
			})
		);
	});

	test('every gap and spread lies from 0 to 4', () => {
		fc.assert(
			fc.property(anySituation, (here) => {
				for (const { gap, groups } of figuresOf(here).dimensions) {
					for (const size of [gap?.size, ...groups.map((group) => group.spread)]) {
						expect(size?.toNumber() ?? 0).toBeGreaterThanOrEqual(0);
						expect(size?.toNumber() ?? 0).toBeLessThanOrEqual(4);
					}
				}
			})
		);
	});

	test('the order of the groups does not matter for a score, gap, rank or level', () => {
		fc.assert(
			fc.property(withGroupsReordered, ([here, groups]) => {
				expect(saidOf(figuresOf({ ...here, groups }))).toEqual(saidOf(figuresOf(here)));
			})
		);
	});

	test('the order of the responses does not matter for any figure', () => {
		fc.assert(
			fc.property(withResponsesReordered, ([here, responses]) => {
				expect(figuresOf({ ...here, responses })).toEqual(figuresOf(here));
			})
		);
	});

	test('two sides that trade their answers see each gap the other way round, of the same size', () => {
		fc.assert(
			fc.property(twoSides, (here) => {
				const other = (groupId: string) => (groupId === 'side-0' ? 'side-1' : 'side-0');
				const responses = here.responses.map((response) => ({ ...response, groupId: other(response.groupId) }));
				const traded = figuresOf({ ...here, responses });
				for (const [index, { gap, score, rank, level }] of figuresOf(here).dimensions.entries()) {
					const after = traded.dimensions[index];
					expect(exact(after?.gap?.size)).toBe(exact(gap?.size));
					expect([exact(after?.score), exact(after?.rank), after?.level]).toEqual([exact(score), exact(rank), level]);
					if (!gap || exact(gap.size) === '0') continue;
					expect(after?.gap).toMatchObject({
						highestGroupId: gap.lowestGroupId,
						lowestGroupId: gap.highestGroupId,
						words: gap.words
					});
				}
			})
		);
	});

	test('the same data gives the same tips in the same order', () => {
		fc.assert(
			fc.property(withResponsesReordered, ([here, responses]) => {
				const advice = selectAdvice(questionnaire, here.groups, figuresOf(here));
				expect(selectAdvice(questionnaire, here.groups, figuresOf(here))).toEqual(advice);
				expect(selectAdvice(questionnaire, here.groups, figuresOf({ ...here, responses }))).toEqual(advice);
			})
		);
	});

	test('no tip or prompt comes twice for one dimension', () => {
		fc.assert(
			fc.property(anySituation, (here) => {
				const advice = selectAdvice(questionnaire, here.groups, figuresOf(here));
				const shown = advice.map((entry) =>
					[entry.dimension.id, entry.kind === 'tip' ? entry.tip.id : entry.prompt.id].join(' ')
				);
				expect(new Set(shown).size).toBe(shown.length);
			})
		);
	});
});

describe('beside an independent calculation in floating point', () => {
	const close = (found: Fraction | null | undefined, expected: number | null) => {
		if (expected === null) expect(found ?? null).toBeNull();
		else expect(Math.abs((found?.toNumber() ?? Number.NaN) - expected)).toBeLessThan(1e-9);
	};

	test('every score, spread, gap and rank agrees to a billionth', () => {
		fc.assert(
			fc.property(anySituation, (here) => {
				const figures = figuresOf(here);
				for (const [index, { dimension }] of dimensionsOf(questionnaire).entries()) {
					const itemIds = dimension.items.map((item) => item.id);
					const found = figures.dimensions[index];
					const sides = here.groups.map((group) => plainSide(itemIds, group.id, here.responses));
					for (const [place, plain] of sides.entries()) {
						close(found?.groups[place]?.score, plain.score);
						close(found?.groups[place]?.spread, plain.spread);
					}
					const scores = sides.flatMap((plain) => plain.score ?? []);
					const gap = scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : null;
					const score = scores.length === sides.length || scores.length === 1 ? average(scores) : null;
					close(found?.reference?.score, score);
					close(found?.gap?.size, gap);
					close(found?.rank, score === null && gap === null ? null : Math.max(0, 3.5 - (score ?? 3.5)) + (gap ?? 0));
				}
			})
		);
	});

	const average = (values: readonly number[]): number | null =>
		values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;

	const validOf = (itemIds: readonly string[], response: Response): number[] =>
		itemIds
			.map((id) => response.answers[id])
			.filter((given): given is Exclude<typeof given, 'unknown' | undefined> => typeof given === 'number');

	function plainSide(itemIds: readonly string[], groupId: string, responses: readonly Response[]) {
		const own = responses.filter((response) => response.groupId === groupId);
		const scoresOf = (kind: Response['kind']) =>
			own
				.filter((response) => response.kind === kind)
				.map((response) => validOf(itemIds, response))
				.filter((valid) => valid.length > itemIds.length / 2)
				.flatMap((valid) => average(valid) ?? []);
		const deviations = itemIds.flatMap((id) => {
			const values = own
				.filter((response) => response.kind === 'individual')
				.flatMap((response) => validOf([id], response));
			const middle = average(values);
			if (middle === null || values.length < 3) return [];
			return average(values.map((value) => Math.abs(value - middle))) ?? [];
		});
		return {
			score: average(scoresOf('individual')) ?? average(scoresOf('joint')),
			spread: average(deviations)
		};
	}
});
