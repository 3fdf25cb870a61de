import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectAdvice } from '$lib/domain/advice';
import type { GroupFigures, MeasurementFigures } from '$lib/domain/figures';
import type { Answer, Group, Privacy, Response, Score, Threshold } from '$lib/domain/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire';
import { computeFigures } from '$lib/domain/scoring';
import { describeReason } from '$lib/domain/wording';
import { leaksBelow, type Person } from './linear-attack';
import { exact, workshop, type Plan } from './workshop';

/**
 * An attacker sees everything that is shown of an anonymous measurement, exactly and unrounded, and knows more than that:
 * how many people each group has and who of them left which item out. What they answered must stay hidden.
 */
interface World {
	questionnaire: Questionnaire;
	groups: Group[];
	responses: Response[];
	threshold: Threshold;
}

const figuresOf = (world: World, privacy: Privacy = { mode: 'anoniem', threshold: world.threshold }) =>
	computeFigures(world.questionnaire, world.groups, world.responses, privacy);

/** All figures, tips, prompts and reasons, as one text. */
function shownOf(world: World): string {
	const figures = figuresOf(world);
	const advice = selectAdvice(world.questionnaire, world.groups, figures).map((entry) => ({
		...entry,
		text: describeReason(entry.reason, (groupId) => groupId)
	}));
	return serialise({ figures, advice });
}

const serialise = (value: unknown): string =>
	JSON.stringify(value, (_, found: unknown) => (typeof found === 'bigint' ? `${found}` : found));

const plan: Plan = { basishouding: { openheid: 3, eigenheid: 2 }, regierol: { draagvlak: 1, verbinden: 4 } };
const { questionnaire } = workshop(plan);
const itemIds = dimensionsOf(questionnaire).flatMap(({ dimension }) => dimension.items.map((item) => item.id));
const score = fc.constantFrom<Score[]>(1, 2, 3, 4, 5);
const threshold = fc.constantFrom<Threshold[]>(3, 4, 5);

/** Some measurements have hardly any «weet niet», some are full of it. */
const sheetsOf = (skipped: number) =>
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

const world: fc.Arbitrary<World> = fc.tuple(threshold, fc.constantFrom(0, 1, 3, 6)).chain(([limit, skipped]) =>
	fc.array(fc.array(sheetsOf(skipped), { maxLength: 12 }), { minLength: 2, maxLength: 3 }).map((sides) => ({
		questionnaire,
		threshold: limit,
		groups: sides.map((_, index) => ({
			id: `side-${index}`,
			role: index === 0 ? 'gemeente' : 'vereniging',
			name: `Kant ${index}`
		})),
		responses: sides.flatMap((sheets, side) =>
			sheets.map((answers, index) => ({
				id: `person-${side}-${index}`,
				groupId: `side-${side}`,
				kind: 'individual' as const,
				answers
			}))
		)
	}))
);

const isValid = (answer: Answer | undefined): answer is Score => typeof answer === 'number';

/** The same people skip the same items, but of these people every answer to these items is another one. */
function withOtherPoints(here: World, ids: readonly string[], isOther: (response: Response) => boolean): World {
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

/** Every side of every dimension, with the ids of its items and its own responses. */
function sidesOf(here: World, figures: MeasurementFigures) {
	return dimensionsOf(here.questionnaire).flatMap(({ dimension }, index) =>
		(figures.dimensions[index]?.groups ?? []).map((side) => ({
			side,
			ids: dimension.items.map((item) => item.id),
			own: here.responses.filter((response) => response.groupId === side.groupId)
		}))
	);
}

const validCount = (response: Response, ids: readonly string[]) =>
	ids.filter((id) => isValid(response.answers[id])).length;

describe('nothing of what is hidden is in what is shown', () => {
	test('the answers of a group whose dimension and items are hidden can all be others: not a letter changes', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				for (const { side, ids } of sidesOf(here, figuresOf(here))) {
					if (!side.hidden || side.items.some((item) => !item.hidden)) continue;
					const changed = withOtherPoints(here, ids, (response) => response.groupId === side.groupId);
					expect(shownOf(changed)).toBe(shown);
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('nor the answers to a hidden item beside a hidden dimension', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				for (const { side } of sidesOf(here, figuresOf(here))) {
					if (!side.hidden) continue;
					const ids = side.items.filter((item) => item.hidden).map((item) => item.itemId);
					const changed = withOtherPoints(here, ids, (response) => response.groupId === side.groupId);
					expect(shownOf(changed)).toBe(shown);
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('nor, beside a visible score, the answers of those who have no score', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				for (const { side, ids } of sidesOf(here, figuresOf(here))) {
					if (side.hidden) continue;
					const changed = withOtherPoints(
						here,
						ids,
						(response) => response.groupId === side.groupId && validCount(response, ids) * 2 <= ids.length
					);
					expect(shownOf(changed)).toBe(shown);
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('joint answers change nothing either', () => {
		fc.assert(
			fc.property(world, sheetsOf(1), (here, answers) => {
				const joint: Response = { id: 'joint', groupId: 'side-0', kind: 'joint', answers };
				expect(shownOf({ ...here, responses: [joint, ...here.responses] })).toBe(shownOf(here));
			})
		);
	});
});

describe('every figure', () => {
	test('rests on no one or on at least as many people as the threshold', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side } of sidesOf(here, figuresOf(here))) {
					const inDistribution = side.distribution.reduce((total, { count }) => total + count, 0);
					const inCounts = side.items.map((item) => item.counts.reduce((total, count) => total + count, 0));
					for (const n of [side.n, inDistribution, ...inCounts, ...side.items.map((item) => item.n)]) {
						expect(n === 0 || n >= here.threshold).toBe(true);
					}
				}
			})
		);
	});

	test('is the open figure or is not there; scores are never touched', () => {
		fc.assert(
			fc.property(world, (here) => {
				const open = sidesOf(here, figuresOf(here, { mode: 'open' }));
				for (const [index, { side }] of sidesOf(here, figuresOf(here)).entries()) {
					const plain = open[index]?.side;
					if (!side.hidden) expect(exact(side.score)).toBe(exact(plain?.score));
					for (const [place, item] of side.items.entries()) if (!item.hidden) expect(item).toEqual(plain?.items[place]);
				}
			})
		);
	});

	test('that combines groups or dimensions is there only when all its parts are', () => {
		fc.assert(
			fc.property(world, (here) => {
				const { dimensions, themes } = figuresOf(here);
				for (const dimension of dimensions) {
					const visible = dimension.groups.filter((side) => !side.hidden);
					expect(dimension.score !== null).toBe(visible.length === dimension.groups.length);
					expect(dimension.gap !== null).toBe(visible.length >= 2);
					if (visible.length === 0) expect(dimension).toMatchObject({ reference: null, level: null, rank: null });
				}
				for (const theme of themes) {
					const parts = dimensions.filter((dimension) => dimension.themeId === theme.themeId);
					expect(theme.score !== null).toBe(parts.every((part) => part.score !== null));
				}
			})
		);
	});
});

describe('with linear equations', () => {
	const peopleOf = (ids: readonly string[], own: readonly Response[]): Person[] =>
		own.map((response) => ids.map((id) => isValid(response.answers[id])));

	test('no sum over fewer people than the threshold follows, whatever one adds and subtracts', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side, ids, own } of sidesOf(here, figuresOf(here))) {
					expect(leaksBelow(here.threshold, peopleOf(ids, own), side)).toEqual([]);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('the attack works where nothing is hidden: one of six said «weet niet» once', () => {
		const six = workshop()
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', ...[4, 4, 4, 3, 5].map((mark) => ({ openheid: [mark, mark, mark] as Score[] })))
			.answers('Gemeente', { openheid: ['?', 5, 2] });
		const people = peopleOf(['openheid-1', 'openheid-2', 'openheid-3'], six.responses);
		expect(leaksBelow(5, people, six.side('Gemeente'))).toEqual([[5]]);
		expect(leaksBelow(5, people, six.anonymous(5).side('Gemeente'))).toEqual([]);
	});

	test('it also finds one answer of someone without a score, beside items and score', () => {
		const four = workshop()
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', ...[4, 3, 5].map((mark) => ({ openheid: [mark, mark, mark] as Score[] })))
			.answers('Gemeente', { openheid: [1, '?', '?'] });
		const people = peopleOf(['openheid-1', 'openheid-2', 'openheid-3'], four.responses);
		expect(leaksBelow(3, people, four.side('Gemeente'))).toEqual([[3]]);
		expect(leaksBelow(3, people, four.anonymous(3).side('Gemeente'))).toEqual([]);
	});
});

/** People who answered the same items, as «11?» for three items of which the last was left out, and how many they are. */
type Kind = readonly [pattern: string, count: number];
/** Of each kind, the answers of each of its people; null where one was left out. */
type Sheets = readonly (readonly (readonly (Score | null)[])[])[];

type SheetsOf = (pattern: string) => (Score | null)[][];

/** All ways to fill in with these points. */
const everySheet =
	(...points: readonly Score[]): SheetsOf =>
	(pattern) =>
		[...pattern].reduce<(Score | null)[][]>(
			(rows, mark) => rows.flatMap((row) => (mark === '1' ? points : [null]).map((point) => [...row, point])),
			[[]]
		);

/** One way to fill in for each sum: enough where no item shows. */
const oneOfEachSum: SheetsOf = (pattern) => {
	const bySum = new Map(everySheet(1, 2, 3, 4, 5)(pattern).map((row) => [totalOf([row]), row]));
	return [...bySum.values()];
};

/** Every choice of so many, without order: people of one kind are interchangeable. */
function everyChoice<T>(values: readonly T[], count: number): T[][] {
	if (count === 0) return [[]];
	return values.flatMap((value, index) => everyChoice(values.slice(index), count - 1).map((rest) => [value, ...rest]));
}

function everyWorld(kinds: readonly Kind[], sheetsOf: SheetsOf): Sheets[] {
	return kinds.reduce<Sheets[]>(
		(sheets, [pattern, count]) => {
			const choices = everyChoice(sheetsOf(pattern), count);
			return sheets.flatMap((before) => choices.map((choice) => [...before, choice]));
		},
		[[]]
	);
}

const totalOf = (rows: readonly (readonly (number | null)[])[]): number =>
	rows.flat().reduce<number>((total, point) => total + (point ?? 0), 0);

/** All answers that the attacker cannot tell apart, by what is shown of them. */
function sameToTheEye(kinds: readonly Kind[], sheetsOf: SheetsOf) {
	const small = workshop({ basishouding: { openheid: kinds[0]?.[0].length ?? 1 } });
	const ids = dimensionsOf(small.questionnaire).flatMap(({ dimension }) => dimension.items.map((item) => item.id));
	const groups: Group[] = [{ id: 'side', role: 'gemeente', name: 'Kant' }];
	const found = new Map<string, { side: GroupFigures | undefined; worlds: Sheets[] }>();
	for (const sheets of everyWorld(kinds, sheetsOf)) {
		const responses = sheets.flat().map((row, index): Response => ({
			id: `person-${index}`,
			groupId: 'side',
			kind: 'individual',
			answers: Object.fromEntries(ids.map((id, place) => [id, row[place] ?? 'unknown']))
		}));
		// Tips and reasons are made of the figures alone, so the figures are all there is to tell apart by.
		const figures = figuresOf({ questionnaire: small.questionnaire, groups, responses, threshold: 3 });
		const shown = serialise(figures);
		const entry = found.get(shown);
		if (entry) entry.worlds.push(sheets);
		else found.set(shown, { side: figures.dimensions[0]?.groups[0], worlds: [sheets] });
	}
	return [...found.values()];
}

const isConstant = (worlds: readonly Sheets[], valueOf: (sheets: Sheets) => number) =>
	new Set(worlds.map(valueOf)).size === 1;

/** The promise says it: a unanimous group shows what each of its members answered. */
const isUnanimousItem = (side: GroupFigures | undefined) =>
	side?.items.some((item) => !item.hidden && item.counts.filter((count) => count > 0).length === 1) ?? false;
/** All persons together are at most 7/6 point away from all saying 1, or all saying 5: with thirds and halves, no slack. */
const isAtTheEnd = (side: GroupFigures | undefined) => {
	if (!side?.score) return false;
	const total = side.score.toNumber() * side.n;
	return Math.min(total - side.n, 5 * side.n - total) < 1.17;
};

describe('trying all answers there can be, threshold 3', { timeout: 60_000 }, () => {
	test('three people and someone with one answer of two: that answer can always be another one', () => {
		const seen = sameToTheEye(
			[
				['11', 3],
				['1?', 1]
			],
			everySheet(1, 2, 3, 4, 5)
		);
		for (const { worlds } of seen) expect(new Set(worlds.map((sheets) => totalOf(sheets[1] ?? []))).size).toBe(5);
	});

	test.each<[string, readonly Kind[]]>([
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
	])('%s: nobody’s sum follows, unless all but said 1, or 5', (_, kinds) => {
		const seen = sameToTheEye(kinds, everySheet(1, 2, 4, 5));
		expect(seen.length).toBeGreaterThan(40);
		for (const { side, worlds } of seen) {
			if (isAtTheEnd(side)) continue;
			for (const place of kinds.keys()) {
				expect(isConstant(worlds, (sheets) => totalOf(sheets[place] ?? []))).toBe(false);
			}
		}
	});

	test('two have a score and each item three answers: the score does not follow, unless an item is unanimous', () => {
		const kinds: Kind[] = [
			['11', 2],
			['1?', 1],
			['?1', 1]
		];
		for (const { side, worlds } of sameToTheEye(kinds, everySheet(1, 2, 3, 4, 5))) {
			expect(side).toMatchObject({ hidden: true, score: null });
			if (isUnanimousItem(side)) continue;
			expect(isConstant(worlds, (sheets) => totalOf(sheets[0] ?? []))).toBe(false);
		}
	});

	test('two people: all answers look the same', () => {
		expect(sameToTheEye([['11', 2]], everySheet(1, 2, 3, 4, 5))).toHaveLength(1);
	});

	test('six people, one of whom left one item out: seldom does it matter that the persons show in whole points', () => {
		const seen = sameToTheEye(
			[
				['111', 5],
				['11?', 1]
			],
			oneOfEachSum
		);
		const followed = seen.filter(({ worlds }) => isConstant(worlds, (sheets) => totalOf(sheets[1] ?? [])));
		const share = (found: typeof seen) => found.reduce((total, { worlds }) => total + worlds.length, 0) / 55_692;
		expect(share(seen)).toBe(1);
		expect(seen.every(({ side }) => side?.rounded)).toBe(true);
		expect(share(followed)).toBeLessThan(0.02);
	});
});
