import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCircumstances } from '$lib/domain/comparing/circumstances';
import type { Occasion } from '$lib/domain/comparing/comparison';
import { itemShiftsBetween, shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import type { Answer, Group, Response } from '$lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { serialise } from '../scoring/attack-worlds';
import { nextVersion } from './versions';
import { compared, exact, Workshop, workshop } from '../../../builders/workshop';

const base = workshop({ basishouding: { openheid: 3, eigenheid: 1 }, regierol: { draagvlak: 4 } }).questionnaire;
const answer = fc.constantFrom<(Answer | undefined)[]>(1, 2, 3, 4, 5, 'unknown', undefined);

/** Two to four groups that answer this questionnaire: perhaps a joint answer, and up to six individuals each. */
const filledIn = (questionnaire: Questionnaire, date: string): fc.Arbitrary<Occasion> => {
	const ids = itemsOf(questionnaire).map(({ id }) => id);
	const answers = fc
		.array(answer, { minLength: ids.length, maxLength: ids.length })
		.map((given) =>
			Object.fromEntries(ids.flatMap((id, index) => (given[index] === undefined ? [] : [[id, given[index]] as const])))
		);
	const side = fc.record({ joint: fc.option(answers), individuals: fc.array(answers, { maxLength: 6 }) });
	return fc.array(side, { minLength: 2, maxLength: 4 }).map((sides) => {
		const groups = sides.map((_, index): Group => ({ id: `side-${index}`, role: 'vereniging', name: `Kant ${index}` }));
		const responses = sides.flatMap(({ joint, individuals }, index): Response[] => [
			...(joint ? [{ id: `joint-${index}`, groupId: `side-${index}`, kind: 'joint' as const, answers: joint }] : []),
			...individuals.map((given, person) => ({
				id: `person-${index}-${person}`,
				groupId: `side-${index}`,
				kind: 'individual' as const,
				answers: given
			}))
		]);
		return { ...new Workshop(questionnaire).occasion(date, { groups }), responses };
	});
};

describe('whatever was answered', () => {
	test('a measurement beside itself gives no shift, fully compared, and nothing to explain it', () => {
		fc.assert(
			fc.property(filledIn(base, '2025-01-01'), (same) => {
				const comparison = compared(same, same);
				expect(comparison.comparability.kind).toBe('full');
				expect(listCircumstances(comparison, 0, 1)).toEqual([]);
				for (const { score, groups, gap } of shiftsBetween(comparison, 0, 1)) {
					for (const shift of [score, ...groups.map((group) => group.shift)]) {
						expect(shift.words ?? 'indistinct').toBe('indistinct');
						expect(['0', 'none']).toContain(exact(shift.difference));
						expect(shift.difference === null).toBe(shift.before === null);
					}
					expect(exact(gap.difference)).toBe(gap.before ? '0' : 'none');
				}
			})
		);
	});

	test('a measurement beside itself has the figures it has by itself', () => {
		fc.assert(
			fc.property(filledIn(base, '2025-01-01'), (same) => {
				const { groups, privacy } = same.measurement;
				for (const { figures } of compared(same, same).occasions)
					expect(figures).toEqual(computeFigures(base, groups, same.responses, privacy));
			})
		);
	});

	/** A version without some of the items, and a measurement with each version. */
	const lacking = fc
		.subarray(
			itemsOf(base).map(({ id }) => id),
			{ minLength: 1, maxLength: itemsOf(base).length - 1 }
		)
		.chain((drop) => {
			const next = nextVersion(base, '1.1.0', { drop });
			return fc.record({
				drop: fc.constant(drop),
				next: fc.constant(next),
				full: filledIn(base, '2024-01-01'),
				less: filledIn(next, '2025-01-01')
			});
		})
		.filter(({ next }) => next.themes.every((theme) => theme.dimensions.every(({ items }) => items.length > 0)));

	test('leaving an item out on one side leaves it out on the other: both are computed as if it had never been', () => {
		fc.assert(
			fc.property(lacking, ({ drop, next, full, less }) => {
				const comparison = compared(full, less);
				expect(comparison.comparability.leftOut.map(({ itemId }) => itemId).sort()).toEqual([...drop].sort());
				for (const [index, { measurement, responses }] of [full, less].entries()) {
					const figures = computeFigures(next, measurement.groups, responses, measurement.privacy);
					const own = comparison.occasions[index]?.figures;
					expect(own?.dimensions).toEqual(figures.dimensions);
				}
				const said = serialise(
					comparison.dimensions.map(({ dimensionId }) => itemShiftsBetween(comparison, 0, 1, dimensionId))
				);
				for (const id of drop) expect(said).not.toContain(`"${id}"`);
			})
		);
	});

	test('answers to a left-out item change nothing', () => {
		fc.assert(
			fc.property(lacking, ({ drop, full, less }) => {
				const other = full.responses.map((response) => ({
					...response,
					answers: Object.fromEntries(Object.entries(response.answers).filter(([id]) => !drop.includes(id)))
				}));
				const shown = (occasion: Occasion) => {
					const comparison = compared(occasion, less);
					return serialise([shiftsBetween(comparison, 0, 1), comparison.dimensions]);
				};
				expect(shown({ ...full, responses: other })).toBe(shown(full));
			})
		);
	});

	test('the order in which the measurements come does not matter', () => {
		fc.assert(
			fc.property(lacking, ({ full, less }) => {
				expect(compared(less, full)).toEqual(compared(full, less));
			})
		);
	});
});
