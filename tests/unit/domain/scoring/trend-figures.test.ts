import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, Privacy, Threshold, Trend } from '$lib/domain/measurement/measurement';
import { computeTrendFigures, type DimensionTrend } from '$lib/domain/scoring/trend-figures';
import { describeTrend, trendCounts } from '$lib/domain/year-words/trend-words';
import { workshop } from '../../../builders/workshop';

const { questionnaire } = workshop({ basishouding: { openheid: 3, eigenheid: 2 }, regierol: { constructor: 1 } });
const groups: Group[] = [
	{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
	{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
];
const anonymous = (threshold: Threshold): Privacy => ({ mode: 'anoniem', threshold });

type Person = { groupId: string; trends: Record<string, Trend> };

/** One person for each sign: + better, = same, - worse, and a dot left it open. */
const people = (groupId: string, signs: string, dimensionId = 'openheid'): Person[] =>
	[...signs].map((sign) => {
		const trend = { '+': 'better', '=': 'same', '-': 'worse' }[sign] as Trend | undefined;
		return { groupId, trends: trend ? { [dimensionId]: trend } : {} };
	});

const figuresOf = (responses: readonly Person[], privacy: Privacy = { mode: 'open' }) =>
	computeTrendFigures(questionnaire, groups, responses, privacy);

function side(all: readonly DimensionTrend[], groupId: string, dimensionId = 'openheid') {
	const found = all
		.find((entry) => entry.dimensionId === dimensionId)
		?.groups.find((entry) => entry.groupId === groupId);
	if (!found) throw new Error(`no figures of ${groupId} on ${dimensionId}`);
	return found;
}

const nothing = { counts: { better: 0, same: 0, worse: 0 }, n: 0 };

describe('an open measurement', () => {
	test('counts each group for itself: nine associations, of whom one was not there last time', () => {
		const figures = figuresOf([...people('verenigingen', '+++++===-.'), ...people('gemeente', '-=')]);

		expect(side(figures, 'verenigingen')).toEqual({
			groupId: 'verenigingen',
			hidden: false,
			counts: { better: 5, same: 3, worse: 1 },
			n: 9
		});
		expect(side(figures, 'gemeente')).toMatchObject({ counts: { better: 0, same: 1, worse: 1 }, n: 2 });
	});

	test('has every dimension in questionnaire order with every group, also where nobody chose anything', () => {
		const figures = figuresOf(people('gemeente', '+'));

		expect(figures.map(({ dimensionId }) => dimensionId)).toEqual(['openheid', 'eigenheid', 'constructor']);
		for (const { groups: sides } of figures)
			expect(sides.map(({ groupId }) => groupId)).toEqual(['gemeente', 'verenigingen']);
		expect(side(figures, 'gemeente', 'eigenheid')).toEqual({ groupId: 'gemeente', hidden: false, ...nothing });
		expect(side(figures, 'gemeente', 'constructor')).toEqual({ groupId: 'gemeente', hidden: false, ...nothing });
	});
});

describe('an anonymous measurement', () => {
	test('hides a group of which fewer people than twice the threshold chose one, however many filled in', () => {
		const figures = figuresOf(
			[...people('verenigingen', '++==++==-......'), ...people('gemeente', '++==-++==-')],
			anonymous(5)
		);

		expect(side(figures, 'verenigingen')).toEqual({ groupId: 'verenigingen', hidden: true, ...nothing });
		expect(side(figures, 'gemeente')).toMatchObject({ hidden: false, n: 10 });
	});

	test.each([3, 4, 5] as const)('shows from twice the threshold of %i on', (threshold) => {
		const enough = people('gemeente', '+'.repeat(2 * threshold));

		expect(side(figuresOf(enough, anonymous(threshold)), 'gemeente')).toMatchObject({
			hidden: false,
			n: 2 * threshold
		});
		expect(side(figuresOf(enough.slice(1), anonymous(threshold)), 'gemeente')).toMatchObject({ hidden: true, n: 0 });
	});

	test('decides per dimension', () => {
		const both = people('gemeente', '++++++').map((person, index) => ({
			...person,
			trends: { ...person.trends, ...(index < 5 ? { eigenheid: 'worse' as const } : {}) }
		}));
		const figures = figuresOf(both, anonymous(3));

		expect(side(figures, 'gemeente')).toMatchObject({ hidden: false, n: 6 });
		expect(side(figures, 'gemeente', 'eigenheid')).toMatchObject({ hidden: true });
	});
});

/**
 * The attacker knows how many people each group has and who of them chose something where; what
 * they chose must stay hidden.
 */
describe('in an anonymous measurement no adding or subtracting tells what fewer people than twice the threshold chose', () => {
	const dimensionIds = ['openheid', 'eigenheid', 'constructor'];
	const trend = fc.constantFrom<Trend[]>('better', 'same', 'worse');
	const person = fc.record({
		groupId: fc.constantFrom('gemeente', 'verenigingen'),
		trends: fc
			.tuple(...dimensionIds.map(() => fc.option(trend)))
			.map((chosen) =>
				Object.fromEntries(chosen.flatMap((one, index) => (one ? [[dimensionIds[index] ?? '', one]] : [])))
			)
	});
	const room = fc.array(person, { maxLength: 16 });
	const threshold = fc.constantFrom<Threshold[]>(3, 4, 5);
	const other: Record<Trend, Trend> = { better: 'same', same: 'worse', worse: 'better' };
	const choseAt = (response: Person, groupId: string, dimensionId: string) =>
		response.groupId === groupId && Object.hasOwn(response.trends, dimensionId);
	const sidesOf = (figures: readonly DimensionTrend[]) =>
		figures.flatMap(({ dimensionId, groups: sides }) => sides.map((one) => ({ dimensionId, ...one })));

	/** Everyone of a group chose something else on one dimension. */
	function withOthers(responses: readonly Person[], groupId: string, dimensionId: string): Person[] {
		return responses.map((response) => {
			const before = choseAt(response, groupId, dimensionId) ? response.trends[dimensionId] : undefined;
			return before ? { ...response, trends: { ...response.trends, [dimensionId]: other[before] } } : response;
		});
	}

	/** Who chose something swap what they chose: the first gets the second's, and so on. */
	function turned(responses: readonly Person[], groupId: string, dimensionId: string): Person[] {
		const chosen = responses.flatMap((response) =>
			choseAt(response, groupId, dimensionId) ? [response.trends[dimensionId]] : []
		);
		const given = [...chosen.slice(1), ...chosen.slice(0, 1)];
		return responses.map((response) => {
			if (!choseAt(response, groupId, dimensionId)) return response;
			const next = given.shift();
			return next ? { ...response, trends: { ...response.trends, [dimensionId]: next } } : response;
		});
	}

	test('what is hidden is nowhere: all could have chosen something else', () => {
		fc.assert(
			fc.property(room, threshold, (responses, limit) => {
				const shown = figuresOf(responses, anonymous(limit));
				for (const { dimensionId, groupId, hidden } of sidesOf(shown)) {
					if (!hidden) continue;
					expect(figuresOf(withOthers(responses, groupId, dimensionId), anonymous(limit))).toEqual(shown);
				}
			})
		);
	});

	test('what is shown weighs everyone who chose alike, and they are at least twice as many as the threshold', () => {
		fc.assert(
			fc.property(room, threshold, (responses, limit) => {
				const shown = figuresOf(responses, anonymous(limit));
				for (const { dimensionId, groupId, hidden, n, counts } of sidesOf(shown)) {
					if (hidden) continue;
					expect(n).toBeGreaterThanOrEqual(2 * limit);
					expect(counts.better + counts.same + counts.worse).toBe(n);
					expect(figuresOf(turned(responses, groupId, dimensionId), anonymous(limit))).toEqual(shown);
				}
			})
		);
	});

	test('another dimension or group says nothing of it', () => {
		fc.assert(
			fc.property(room, threshold, (responses, limit) => {
				const shown = sidesOf(figuresOf(responses, anonymous(limit)));
				for (const { dimensionId, groupId } of shown) {
					const changed = sidesOf(figuresOf(withOthers(responses, groupId, dimensionId), anonymous(limit)));
					const elsewhere = (sides: typeof shown) =>
						sides.filter((one) => one.dimensionId !== dimensionId || one.groupId !== groupId);
					expect(elsewhere(changed)).toEqual(elsewhere(shown));
				}
			})
		);
	});

	test('shown is the open figure, and hidden is nothing', () => {
		fc.assert(
			fc.property(room, threshold, (responses, limit) => {
				const plain = sidesOf(figuresOf(responses));
				for (const [index, one] of sidesOf(figuresOf(responses, anonymous(limit))).entries())
					expect(one).toEqual(one.hidden ? { ...plain[index], hidden: true, ...nothing } : plain[index]);
			})
		);
	});
});

describe('in words', () => {
	const name = (id: string) => groups.find((group) => group.id === id)?.name ?? id;

	test('are counts, with the group behind them', () => {
		const [openheid] = figuresOf([...people('gemeente', '='), ...people('verenigingen', '+++++===-')]);

		expect(openheid && describeTrend(openheid, name)).toBe(
			'Gevraagd aan de deelnemers, tegenover de vorige keer: 0 beter, 1 gelijk, 0 minder goed (Gemeente); 5 beter, 3 gelijk, 1 minder goed (Verenigingen)'
		);
	});

	test('say it when they are kept back, or when nobody chose anything', () => {
		const responses = people('verenigingen', '++');

		expect(trendCounts(side(figuresOf(responses, anonymous(3)), 'verenigingen'))).toBe(
			'niet getoond, om niemand herkenbaar te maken'
		);
		expect(trendCounts(side(figuresOf(responses), 'gemeente'))).toBe('geen antwoord');
	});
});
