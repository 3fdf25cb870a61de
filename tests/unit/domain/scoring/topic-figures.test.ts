import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anythingShows } from '$lib/domain/scoring/anything-shows';
import { computeTopicFigures } from '$lib/domain/scoring/topic-figures';
import type { Group, Privacy, Response, Threshold } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { aResponse } from '../../../builders/records';
import { topicsArbitrary, withClosing } from '../../../builders/closing';
import { workshop } from '../../../builders/workshop';

const plain = workshop({ basishouding: { openheid: 1, eigenheid: 1 }, regierol: { constructor: 1 } }).questionnaire;
const questionnaire: Questionnaire = withClosing(plain);
const ids = ['openheid', 'eigenheid', 'constructor'];
const groups: Group[] = [
	{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
	{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
];
const anonymous = (threshold: Threshold): Privacy => ({ mode: 'anoniem', threshold });

type Person = Pick<Response, 'groupId' | 'kind' | 'topics'>;
const chose = (groupId: string, ...choices: (readonly string[] | undefined)[]): Person[] =>
	choices.map((topics) => ({ groupId, kind: 'individual', topics }));
const together = (groupId: string, topics: readonly string[]): Person => ({ groupId, kind: 'joint', topics });

const figuresOf = (people: readonly Person[], privacy: Privacy = { mode: 'open' }) =>
	computeTopicFigures(questionnaire, groups, people, privacy);
const counts = (...of: number[]) => ids.map((dimensionId, index) => ({ dimensionId, count: of[index] ?? 0 }));
const hidden = (groupId: string) => ({
	groupId,
	hidden: true,
	n: 0,
	noPreference: 0,
	chosen: counts(),
	joint: null
});

describe('an open measurement', () => {
	test('counts each group for itself: four of a municipality, of whom one has no preference and one left it open', () => {
		const [gemeente, verenigingen] = figuresOf([
			...chose('gemeente', ['openheid', 'constructor'], ['constructor'], [], undefined),
			...chose('verenigingen', ['eigenheid'])
		]);

		expect(gemeente).toEqual({
			groupId: 'gemeente',
			hidden: false,
			n: 3,
			noPreference: 1,
			chosen: counts(1, 0, 2),
			joint: null
		});
		expect(verenigingen).toMatchObject({ n: 1, noPreference: 0, chosen: counts(0, 1, 0) });
	});

	test('has what a group chose together beside the persons, in no count', () => {
		const [gemeente, verenigingen] = figuresOf([
			together('gemeente', ['eigenheid']),
			...chose('gemeente', ['openheid']),
			together('verenigingen', [])
		]);

		expect(gemeente).toMatchObject({ n: 1, chosen: counts(1, 0, 0), joint: ['eigenheid'] });
		expect(verenigingen).toMatchObject({ n: 0, chosen: counts(), joint: [] });
	});

	test('has nothing where the questionnaire has no closing question', () => {
		expect(computeTopicFigures(plain, groups, chose('gemeente', ['openheid']), { mode: 'open' })).toEqual([]);
	});
});

describe('an anonymous measurement', () => {
	test('shows all counts of a group, zero included, once as many as the threshold answered it', () => {
		const four = chose('gemeente', ['openheid'], ['openheid', 'constructor'], [], ['openheid']);

		expect(figuresOf([...four, ...chose('gemeente', undefined)], anonymous(5))[0]).toEqual(hidden('gemeente'));
		expect(figuresOf([...four, ...chose('gemeente', [])], anonymous(5))[0]).toEqual({
			groupId: 'gemeente',
			hidden: false,
			n: 5,
			noPreference: 2,
			chosen: counts(3, 0, 1),
			joint: null
		});
	});

	test('is shown by the choices alone, so that it is locked where nothing else shows', () => {
		const people = (count: number) =>
			Array.from({ length: count }, (_, index) =>
				aResponse({ id: `${index}`, measurementId: 'm', groupId: 'gemeente', answers: {}, topics: ['openheid'] })
			);
		const shows = (count: number) => anythingShows(questionnaire, { groups, privacy: anonymous(3) }, people(count));

		expect(shows(2)).toBe(false);
		expect(shows(3)).toBe(true);
	});
});

describe('in an anonymous measurement no adding or subtracting tells what fewer people than the threshold chose', () => {
	const topics = topicsArbitrary(ids);
	const room = fc.array(
		fc.record({
			groupId: fc.constantFrom('gemeente', 'verenigingen'),
			kind: fc.constant('individual' as const),
			topics
		}),
		{ maxLength: 14 }
	);
	const threshold = fc.constantFrom<Threshold[]>(3, 4, 5);
	/** The answers of a group given to others of it who answered: the first gets the second's, and so on. */
	function turned(people: readonly Person[], groupId: string): Person[] {
		const isIn = (one: Person) => one.groupId === groupId && one.topics !== undefined;
		const given = people.filter(isIn).map((one) => one.topics);
		const next = [...given.slice(1), ...given.slice(0, 1)];
		return people.map((one) => (isIn(one) ? { ...one, topics: next.shift() } : one));
	}
	const otherwise = (people: readonly Person[], groupId: string) =>
		people.map((one) =>
			one.groupId === groupId && one.topics
				? { ...one, topics: ids.filter((id) => !one.topics?.includes(id)).slice(0, 2) }
				: one
		);

	test('what is hidden is nowhere, what shows is the open count of at least the threshold, and weighs them alike', () => {
		fc.assert(
			fc.property(room, threshold, (people, limit) => {
				const open = figuresOf(people);
				const shown = figuresOf(people, anonymous(limit));
				for (const [index, side] of shown.entries()) {
					if (side.hidden) {
						expect(side).toEqual(hidden(side.groupId));
						expect(figuresOf(otherwise(people, side.groupId), anonymous(limit))).toEqual(shown);
					} else {
						expect(side.n).toBeGreaterThanOrEqual(limit);
						expect(side).toEqual(open[index]);
						expect(figuresOf(turned(people, side.groupId), anonymous(limit))).toEqual(shown);
					}
				}
			})
		);
	});

	test('another group says nothing of it, nor does a joint choice', () => {
		fc.assert(
			fc.property(room, threshold, (people, limit) => {
				const [gemeente] = figuresOf(people, anonymous(limit));
				expect(figuresOf(otherwise(people, 'verenigingen'), anonymous(limit))[0]).toEqual(gemeente);
				expect(figuresOf([together('gemeente', ['openheid']), ...people], anonymous(limit))[0]).toEqual(gemeente);
			})
		);
	});
});
