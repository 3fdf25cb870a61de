import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeUniformSheets } from '$lib/domain/scoring/uniform-sheets';
import type { Threshold } from '$lib/domain/measurement/measurement';
import { workshop, type Mark, type Sheet, type Workshop } from '../../../builders/workshop';

/** Ten statements, in three dimensions. */
const plan = { basishouding: { openheid: 3, eigenheid: 3 }, regierol: { regie: 4 } };
const dimensions: [string, number][] = [
	['openheid', 3],
	['eigenheid', 3],
	['regie', 4]
];

/** Somebody's ten marks. */
function sheet(marks: readonly Mark[]): Sheet {
	const left = [...marks];
	return Object.fromEntries(dimensions.map(([id, items]) => [id, left.splice(0, items)]));
}
const same = (mark: Mark) => sheet(Array.from({ length: 10 }, () => mark));
const varied = (person: number) =>
	sheet(Array.from({ length: 10 }, (_, place) => (1 + ((person * 3 + place) % 5)) as Mark));
const many = (count: number, of: (person: number) => Sheet) => Array.from({ length: count }, (_, index) => of(index));

const uniformIn = (room: Workshop) =>
	computeUniformSheets(room.questionnaire, room.groups, room.responses, room.privacy, room.figures());
const room = (...sheets: Sheet[]) =>
	workshop(plan)
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', ...sheets);
const countOf = (held: Workshop) => uniformIn(held)[0]?.count ?? null;

describe('an open measurement', () => {
	test('counts who gave the same point everywhere, group by group', () => {
		const held = room(same(4), varied(1), same(3))
			.group('vereniging', 'Verenigingen')
			.group('vereniging', 'Derden')
			.answers('Verenigingen', varied(2))
			.answers('Derden', same(1));

		expect(uniformIn(held)).toEqual([
			{ groupId: 'gemeente', count: 2 },
			{ groupId: 'derden', count: 1 }
		]);
	});

	test('not who left a statement open, said «weet niet» somewhere or everywhere, or answered together', () => {
		const [first, ...rest] = Array.from({ length: 10 }, (): Mark => 4);
		const held = room(sheet([null, ...rest]), sheet(['?', ...rest]), same('?'), sheet([5, ...rest]), sheet([]));
		held.answersTogether('Gemeente', same(first ?? 4));

		expect(uniformIn(held)).toEqual([]);
	});

	test('nor in a questionnaire of fewer than ten statements, where it says little', () => {
		const nine = workshop({ basishouding: { openheid: 9 } }).group('gemeente', 'Gemeente');
		nine.answers('Gemeente', { openheid: [4, 4, 4, 4, 4, 4, 4, 4, 4] });

		expect(uniformIn(nine)).toEqual([]);
	});
});

describe('an anonymous measurement', () => {
	test.each([
		['below the threshold', 4, 10, null],
		['when everyone did', 5, 0, 5],
		['beside too few others: what those answered would follow', 5, 1, null],
		['beside one too few', 5, 4, null],
		['beside as many others as marks of persons ask', 5, 10, 5],
		['beside fewer: ten people show marks of persons', 5, 5, null],
		['beside fewer than counts per answer ask', 5, 19, null],
		['beside enough for counts per answer', 5, 20, 5]
	])('%s', (_, uniform, others, expected) => {
		const held = room(...many(uniform, () => same(4)), ...many(others, varied)).anonymous(5);

		expect(countOf(held)).toBe(expected);
	});

	test('looks at who is in the figures of each dimension: nine others, of whom one answered all of one dimension', () => {
		const open = (person: number) => ({
			...varied(person),
			...(person > 0 ? { regie: [4, 3, 2, '?'] as Mark[] } : {})
		});
		const held = room(...many(5, () => same(4)), ...many(12, varied)).anonymous(3);
		const oneLeft = room(...many(5, () => same(4)), ...many(12, open)).anonymous(3);

		expect(countOf(held)).toBe(5);
		expect(oneLeft.side('Gemeente', 'regie')).toMatchObject({ n: 6, leftOpen: 11 });
		expect(countOf(oneLeft)).toBeNull();
	});

	test('says the same whatever point it is', () => {
		fc.assert(
			fc.property(
				fc.constantFrom<Threshold[]>(3, 4, 5),
				fc.array(fc.constantFrom<Mark[]>(1, 2, 3, 4, 5), { maxLength: 12 }),
				fc.nat(14),
				fc.nat(3),
				(threshold, marks, others, turn) => {
					const held = (turned: number) =>
						room(
							...marks.map((mark) => same((1 + ((Number(mark) + turned) % 5)) as Mark)),
							...many(others, varied)
						).anonymous(threshold);
					expect(uniformIn(held(turn))).toEqual(uniformIn(held(turn + 1)));
				}
			),
			{ numRuns: 40 }
		);
	});

	test('beside it at least the threshold of others stand in every figure, or nobody', () => {
		const mark = fc.constantFrom<Mark[]>(1, 2, 3, 4, 5, '?');
		const sheets = fc.array(fc.oneof(mark.map(same), fc.array(mark, { minLength: 10, maxLength: 10 }).map(sheet)), {
			maxLength: 24
		});
		fc.assert(
			fc.property(fc.constantFrom<Threshold[]>(3, 4, 5), sheets, (threshold, all) => {
				const held = room(...all).anonymous(threshold);
				const count = countOf(held);
				if (count === null) return;
				expect(count).toBeGreaterThanOrEqual(threshold);
				for (const [id] of dimensions) {
					const side = held.side('Gemeente', id);
					expect(side.hidden).toBe(false);
					expect(side.n - count === 0 || side.n - count >= threshold).toBe(true);
				}
			}),
			{ numRuns: 60 }
		);
	});
});
