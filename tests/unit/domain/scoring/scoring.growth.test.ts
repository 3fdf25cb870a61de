import { describe, expect, test } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import type { Answer, Privacy, Response } from '$lib/domain/measurement/measurement';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { measurementOf } from '../../../builders/records';
import { workshop } from '../../../builders/workshop';

/**
 * Ten times the people is ten times the work: counted in answers that are looked at, as a
 * clock tells more of the machine.
 */

const PATTERN = 40;
/** So many that as many as twice the threshold answered all, here and with ten times as many. */
const FEW = 10 * PATTERN;
const MANY = 10 * FEW;
const held = workshop({ basishouding: { openheid: 3, eigenheid: 2 }, regierol: { draagvlak: 4 } })
	.group('gemeente', 'Gemeente')
	.group('vereniging', 'Verenigingen');
const itemIds = itemsOf(held.questionnaire).map(({ id }) => id);
const marks: readonly Answer[] = [1, 2, 3, 4, 5, 'unknown'];

let looks = 0;

/** Forty people, again and again: all that differs with more of them is how many there are. */
function people(count: number, leavesOut: boolean): Response[] {
	return Array.from({ length: count }, (_, index): Response => {
		const person = index % PATTERN;
		const given = itemIds.flatMap((id, place): [string, Answer][] => {
			const mark = marks[(person * 7 + place * 5) % (leavesOut ? 6 : 5)];
			return mark === undefined || (leavesOut && (person + place) % 11 === 0) ? [] : [[id, mark]];
		});
		const answers = new Proxy(Object.fromEntries(given), {
			get: (target, id) => {
				looks += 1;
				return Reflect.get(target, id) as Answer | undefined;
			}
		});
		const group = held.groups[index % held.groups.length];
		return { id: String(index), groupId: group?.id ?? '', kind: 'individual', answers };
	});
}

function looksFor(work: () => unknown): number {
	looks = 0;
	work();
	return looks;
}

describe.each<[string, Privacy]>([
	['open', { mode: 'open' }],
	['anonymous', { mode: 'anoniem', threshold: 3 }]
])('of an %s measurement', (_name, privacy) => {
	describe.each([
		['where everyone answers everything', false],
		['where answers are left out', true]
	])('%s', (_case, leavesOut) => {
		test('scoring looks at ten times as many answers for ten times the people', () => {
			const looksAt = (count: number) => {
				const responses = people(count, leavesOut);
				return looksFor(() => computeFigures(held.questionnaire, held.groups, responses, privacy));
			};

			expect(looksAt(FEW)).toBeGreaterThan(0);
			expect(looksAt(MANY)).toBe(10 * looksAt(FEW));
		});

		test('so does comparing', () => {
			const { questionnaire, groups } = held;
			const occasionOf = (id: string, date: string, responses: Response[]) => ({
				measurement: { ...measurementOf('a', id, date), groups, privacy, status: 'closed' as const, sealed: true },
				questionnaire,
				responses
			});
			const looksAt = (count: number) => {
				const [before, after] = [people(count, leavesOut), people(count, leavesOut)];
				return looksFor(() =>
					computeComparison([occasionOf('toen', '2025-03-19', before), occasionOf('nu', '2026-03-19', after)])
				);
			};

			expect(looksAt(MANY)).toBe(10 * looksAt(FEW));
		});
	});
});
