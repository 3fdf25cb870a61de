import { describe, expect, test } from 'vitest';
import { example } from '$lib/content/example';
import { parseExampleAnswer, parseExampleTrend } from '$lib/content/example-answers';
import { loadNewestQuestionnaires } from '$lib/content/questionnaires';
import { groupProblems } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../builders/published-questionnaire';

describe('the filled-in example', () => {
	const questionnaire = publishedQuestionnaire(example.questionnaire.id, example.questionnaire.version);
	const lengths = dimensionsOf(questionnaire).map(({ dimension }) => dimension.items.length);

	const ids = itemsOf(questionnaire).map(({ id }) => id);
	const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);

	test('has groups that a measurement may have', () => {
		expect(groupProblems(example.groups, questionnaire)).toEqual([]);
	});

	test('is of two years, oldest first', () => {
		expect(example.measurements.map(({ date }) => date)).toEqual(['2025-03-20', '2026-03-19']);
	});

	test('is about the newest version of its questionnaire', async () => {
		const newest = (await loadNewestQuestionnaires()).find(({ id }) => id === example.questionnaire.id);
		expect(example.questionnaire.version).toBe(newest?.version);
	});

	describe.each(example.measurements)('on $date', ({ people, commitments, asksTrend }) => {
		const persons = Object.values(people).flat();

		test('six people of the municipality and twenty-four of associations answer', () => {
			expect(Object.entries(people).map(([id, side]) => [id, side.length])).toEqual([
				['gemeente', 6],
				['verenigingen', 24]
			]);
		});

		test('each of them has an answer, or none, at every item of every dimension', () => {
			for (const { answers } of persons) {
				expect(answers.split(' ').map((word) => word.length)).toEqual(lengths);
				expect(answers).toMatch(/^[-1-5? ]+$/);
			}
		});

		test('trends are of every dimension, and only where they are asked', () => {
			const given = persons.flatMap(({ trends }) => trends ?? []);
			expect(given.filter((trends) => trends.length !== lengths.length || !/^[-+=]+$/.test(trends))).toEqual([]);
			expect(given.length > 0).toBe(asksTrend);
		});

		test('topics, notes and commitments are about dimensions and items that exist', () => {
			const topics = persons.flatMap((person) => person.topics ?? []);
			expect(topics.filter((id) => !dimensionIds.includes(id))).toEqual([]);
			expect(persons.filter((person) => (person.topics ?? []).length > (questionnaire.closing?.max ?? 0))).toEqual([]);
			expect(persons.flatMap(({ notes = {} }) => Object.keys(notes)).filter((id) => !ids.includes(id))).toEqual([]);
			expect(commitments.filter(({ dimensionId }) => !dimensionIds.includes(dimensionId))).toEqual([]);
		});
	});

	test('reads a point as a point, a dash as no answer and anything else as «weet niet»', () => {
		expect(['1', '5', '-', '?', '6', ''].map(parseExampleAnswer)).toEqual([
			1,
			5,
			undefined,
			'unknown',
			'unknown',
			'unknown'
		]);
	});

	test('reads a trend', () => {
		expect(['+', '=', '-'].map(parseExampleTrend)).toEqual(['better', 'same', 'worse']);
	});
});
