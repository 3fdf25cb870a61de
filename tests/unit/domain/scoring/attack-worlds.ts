import fc from 'fast-check';
import type { Answer, Group, Response, Score, Threshold } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { Person } from './linear-attack';
import { topicsArbitrary, withClosing } from '../../../builders/closing';
import { workshop, type Plan } from '../../../builders/workshop';

/**
 * An attacker sees everything that is shown of an anonymous measurement, exactly and unrounded, and knows more than
 * that: how many people each group has and who of them left which item out. What they answered must stay hidden.
 */
export interface World {
	questionnaire: Questionnaire;
	groups: Group[];
	responses: Response[];
	threshold: Threshold;
}

const plan: Plan = { basishouding: { openheid: 3, eigenheid: 2 }, regierol: { draagvlak: 1, verbinden: 4 } };
const questionnaire = withClosing(workshop(plan).questionnaire);
const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
const itemIds = dimensionsOf(questionnaire).flatMap(({ dimension }) => dimension.items.map((item) => item.id));
const score = fc.constantFrom<Score[]>(1, 2, 3, 4, 5);
const threshold = fc.constantFrom<Threshold[]>(3, 4, 5);

/** Some measurements have hardly any «weet niet», some are full of it. */
export const sheetsOf = (skipped: number) =>
	fc
		.array(
			fc.oneof(
				{ weight: 10 - skipped, arbitrary: score },
				{ weight: skipped, arbitrary: fc.constantFrom<(Answer | undefined)[]>('unknown', undefined) }
			),
			{ minLength: itemIds.length, maxLength: itemIds.length }
		)
		.map((marks) =>
			Object.fromEntries(
				itemIds.flatMap((id, index) => (marks[index] === undefined ? [] : [[id, marks[index]] as const]))
			)
		);

/** What somebody wants to talk about; some leave that open. */
const topics = topicsArbitrary(dimensionIds);

export const world: fc.Arbitrary<World> = fc.tuple(threshold, fc.constantFrom(0, 1, 3, 6)).chain(([limit, skipped]) =>
	fc
		.array(fc.array(fc.tuple(sheetsOf(skipped), topics), { maxLength: 12 }), { minLength: 2, maxLength: 3 })
		.map((sides) => ({
			questionnaire,
			threshold: limit,
			groups: sides.map((_, index) => ({
				id: `side-${index}`,
				role: index === 0 ? 'gemeente' : 'vereniging',
				name: `Kant ${index}`
			})),
			responses: sides.flatMap((sheets, side) =>
				sheets.map(([answers, chosen], index) => ({
					id: `person-${side}-${index}`,
					groupId: `side-${side}`,
					kind: 'individual' as const,
					answers,
					topics: chosen
				}))
			)
		}))
);

export const isValid = (answer: Answer | undefined): answer is Score => typeof answer === 'number';

/** The same people skip the same items, but of these people every answer to these items is another one. */
export function withOtherPoints(here: World, ids: readonly string[], isOther: (response: Response) => boolean): World {
	const other = (id: string, answer: Answer) =>
		ids.includes(id) && isValid(answer) ? (([2, 3, 4, 5, 1] as const)[answer - 1] ?? answer) : answer;
	const responses = here.responses.map((response) =>
		isOther(response)
			? {
					...response,
					answers: Object.fromEntries(Object.entries(response.answers).map(([id, answer]) => [id, other(id, answer)]))
				}
			: response
	);
	return { ...here, responses };
}

export const serialise = (value: unknown): string =>
	JSON.stringify(value, (_, found: unknown) => (typeof found === 'bigint' ? `${found}` : found));

/** For each person, which of these items has a valid answer. */
export const peopleOf = (ids: readonly string[], own: readonly Response[]): Person[] =>
	own.map((response) => ids.map((id) => isValid(response.answers[id])));

/**
 * People who answered the same items, as «11?» for three items of which the last was left out, and how many they are.
 */
export type Kind = readonly [pattern: string, count: number];

/** Three people of whom at least one left an item out. */
export const SOME_LEFT_ONE_OUT: [string, readonly Kind[]][] = [
	[
		'one of three left one item out',
		[
			['111', 2],
			['11?', 1]
		]
	],
	[
		'two of three left one out',
		[
			['111', 1],
			['11?', 2]
		]
	],
	[
		'each of three did something else',
		[
			['111', 1],
			['11?', 1],
			['1?1', 1]
		]
	]
];
/** Of each kind, the answers of each of its people; null where one was left out. */
export type Sheets = readonly (readonly (readonly (Score | null)[])[])[];

export type SheetsOf = (pattern: string) => (Score | null)[][];

/** All ways to fill in with these points. */
export const everySheet =
	(...points: readonly Score[]): SheetsOf =>
	(pattern) =>
		[...pattern].reduce<(Score | null)[][]>(
			(rows, mark) => rows.flatMap((row) => (mark === '1' ? points : [null]).map((point) => [...row, point])),
			[[]]
		);

/** One way to fill in for each sum: enough where no item shows. */
export const oneOfEachSum: SheetsOf = (pattern) => {
	const bySum = new Map(everySheet(1, 2, 3, 4, 5)(pattern).map((row) => [totalOf([row]), row]));
	return [...bySum.values()];
};

/** Every choice of so many, without order: people of one kind are interchangeable. */
function everyChoice<T>(values: readonly T[], count: number): T[][] {
	if (count === 0) return [[]];
	return values.flatMap((value, index) => everyChoice(values.slice(index), count - 1).map((rest) => [value, ...rest]));
}

export function everyWorld(kinds: readonly Kind[], sheetsOf: SheetsOf): Sheets[] {
	return kinds.reduce<Sheets[]>(
		(sheets, [pattern, count]) => {
			const choices = everyChoice(sheetsOf(pattern), count);
			return sheets.flatMap((before) => choices.map((choice) => [...before, choice]));
		},
		[[]]
	);
}

export const totalOf = (rows: readonly (readonly (number | null)[])[]): number =>
	rows.flat().reduce<number>((total, point) => total + (point ?? 0), 0);

export const isConstant = (worlds: readonly Sheets[], valueOf: (sheets: Sheets) => number) =>
	new Set(worlds.map(valueOf)).size === 1;
