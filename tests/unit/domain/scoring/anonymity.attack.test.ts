import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectAdvice } from '$lib/domain/advice/advice';
import type { GroupFigures, MeasurementFigures } from '$lib/domain/scoring/figures';
import type { Group, Privacy, Response, Score, Threshold } from '$lib/domain/measurement/measurement';
import { computeGroupFigures } from '$lib/domain/scoring/group-scoring';
import { dimensionsOf, type Item } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { computeTopicFigures } from '$lib/domain/scoring/topic-figures';
import { computeUniformSheets } from '$lib/domain/scoring/uniform-sheets';
import { describeReason } from '$lib/domain/words/score-words';
import { runs } from '../../../property-runs';
import {
	everySheet,
	everyWorld,
	isConstant,
	isValid,
	oneOfEachSum,
	peopleOf,
	serialise,
	sheetsOf,
	totalOf,
	withOtherPoints,
	world,
	SOME_LEFT_ONE_OUT,
	type Kind,
	type Sheets,
	type SheetsOf,
	type World
} from './attack-worlds';
import { leaksBelow } from './linear-attack';
import { exact, workshop } from '../../../builders/workshop';

const figuresOf = (world: World, privacy: Privacy = { mode: 'anoniem', threshold: world.threshold }) =>
	computeFigures(world.questionnaire, world.groups, world.responses, privacy);

/** All figures, tips, prompts and reasons, what people want to talk about and how many said the same everywhere. */
function shownOf(world: World): string {
	const { questionnaire, groups, responses, threshold } = world;
	const privacy: Privacy = { mode: 'anoniem', threshold };
	const figures = figuresOf(world);
	const topics = computeTopicFigures(questionnaire, groups, responses, privacy);
	const uniform = computeUniformSheets(questionnaire, groups, responses, privacy, figures);
	const advice = selectAdvice(world.questionnaire, world.groups, figures).map((entry) => ({
		...entry,
		text: describeReason(entry.reason, (groupId) => groupId)
	}));
	return serialise({ figures, advice, topics, uniform });
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

const itemOf = (here: World, id: string): Item => {
	const found = dimensionsOf(here.questionnaire)
		.flatMap(({ dimension }) => dimension.items)
		.find((item) => item.id === id);
	if (!found) throw new Error(id);
	return found;
};
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
			{ numRuns: runs(150) }
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
			{ numRuns: runs(150) }
		);
	});

	test('nor, beside figures of those who answered all, the answers of the others', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				for (const { side, ids } of sidesOf(here, figuresOf(here))) {
					if (side.leftOpen === null) continue;
					const changed = withOtherPoints(
						here,
						ids,
						(response) => response.groupId === side.groupId && validCount(response, ids) < ids.length
					);
					expect(shownOf(changed)).toBe(shown);
				}
			}),
			{ numRuns: runs(150) }
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
			{ numRuns: runs(150) }
		);
	});

	test('nor what people of a group want to talk about, when too few said it', () => {
		fc.assert(
			fc.property(world, (here) => {
				const shown = shownOf(here);
				for (const { id } of here.groups) {
					const own = here.responses.filter(({ groupId, topics }) => groupId === id && topics);
					if (own.length >= here.threshold) continue;
					const responses = here.responses.map((response) =>
						own.includes(response) ? { ...response, topics: response.topics?.length ? [] : ['openheid'] } : response
					);
					expect(shownOf({ ...here, responses })).toBe(shown);
				}
			}),
			{ numRuns: runs(150) }
		);
	});

	test('joint answers change nothing either', () => {
		fc.assert(
			fc.property(world, sheetsOf(1), (here, answers) => {
				const joint: Response = { id: 'joint', groupId: 'side-0', kind: 'joint', answers, topics: ['openheid'] };
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
					const inCounts = side.items.map((item) => (item.counts ?? []).reduce((total, count) => total + count, 0));
					for (const n of [side.n, inDistribution, ...inCounts, ...side.items.map((item) => item.n)]) {
						expect(n === 0 || n >= here.threshold).toBe(true);
					}
				}
			})
		);
	});

	test('is the open figure of everyone, or of those who answered all, or is not there', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side, ids, own } of sidesOf(here, figuresOf(here))) {
					if (side.hidden) continue;
					const counted =
						side.leftOpen === null ? own : own.filter((response) => validCount(response, ids) === ids.length);
					const items = ids.map((id) => itemOf(here, id));
					const open = computeGroupFigures(side.groupId, items, counted);
					expect(exact(side.score)).toBe(exact(open.score));
					expect(side.n).toBe(open.n);
					if (side.leftOpen !== null) expect(side.leftOpen).toBe(own.length - counted.length);
					if (side.distribution.length > 0) expect(side.distribution).toEqual(open.distribution);
					for (const [place, item] of side.items.entries()) {
						if (!item.hidden) expect(exact(item.mean)).toBe(exact(open.items[place]?.mean));
						if (item.counts) expect(item).toEqual(open.items[place]);
					}
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
	test('no sum over fewer people than the threshold follows, whatever one adds and subtracts', () => {
		fc.assert(
			fc.property(world, (here) => {
				for (const { side, ids, own } of sidesOf(here, figuresOf(here))) {
					expect(leaksBelow(here.threshold, peopleOf(ids, own), side)).toEqual([]);
				}
			}),
			{ numRuns: runs(300) }
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

/** All answers that the attacker cannot tell apart, by what is shown of them. */
function sameToTheEye(kinds: readonly Kind[], sheetsOf: SheetsOf, threshold: Threshold = 3) {
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
		const figures = figuresOf({ questionnaire: small.questionnaire, groups, responses, threshold });
		const shown = serialise(figures);
		const entry = found.get(shown);
		if (entry) entry.worlds.push(sheets);
		else found.set(shown, { side: figures.dimensions[0]?.groups[0], worlds: [sheets] });
	}
	return [...found.values()];
}

/**
 * All persons together are at most 7/6 point away from all saying 1, or all saying 5: with thirds and halves, no slack.
 */
const isAtTheEnd = (side: GroupFigures | undefined) => {
	if (!side?.score) return false;
	const total = side.score.toNumber() * side.n;
	return Math.min(total - side.n, 5 * side.n - total) < 1.17;
};

describe('trying all answers there can be, threshold 3', () => {
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

	test.each(SOME_LEFT_ONE_OUT)('%s: nobody’s sum follows, unless all but said 1, or 5', (_, kinds) => {
		const seen = sameToTheEye(kinds, everySheet(1, 2, 4, 5));
		expect(seen.length).toBeGreaterThan(40);
		for (const { side, worlds } of seen) {
			if (isAtTheEnd(side)) continue;
			for (const place of kinds.keys()) {
				expect(isConstant(worlds, (sheets) => totalOf(sheets[place] ?? []))).toBe(false);
			}
		}
	});

	test('two people: all answers look the same', () => {
		expect(sameToTheEye([['11', 2]], everySheet(1, 2, 3, 4, 5))).toHaveLength(1);
	});

	test('six people, one of whom left one item out: that sum only follows when all but said 1, or 5', () => {
		const kinds: Kind[] = [
			['111', 5],
			['11?', 1]
		];
		const shares = [3, 4] as const;
		for (const threshold of shares) {
			const seen = sameToTheEye(kinds, oneOfEachSum, threshold);
			for (const { side, worlds } of seen) {
				if (isAtTheEnd(side)) continue;
				expect(isConstant(worlds, (sheets) => totalOf(sheets[1] ?? []))).toBe(false);
			}
		}
	});
});
