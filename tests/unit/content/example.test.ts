import { describe, expect, test } from 'vitest';
import { example, parseExampleAnswer } from '$lib/content/example';
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

	describe.each(example.measurements)('on $date', ({ answers, notes, commitments }) => {
		test('each group answers every item of every dimension', () => {
			expect(Object.keys(answers)).toEqual(example.groups.map(({ id }) => id));
			for (const rows of Object.values(answers)) {
				expect(rows.map((row) => row.length)).toEqual(lengths);
				for (const row of rows) expect(row).toMatch(/^[1-5?]+$/);
			}
		});

		test('notes and commitments are about items and dimensions that exist', () => {
			expect(Object.keys(notes).filter((id) => !ids.includes(id))).toEqual([]);
			expect(commitments.filter(({ dimensionId }) => !dimensionIds.includes(dimensionId))).toEqual([]);
		});
	});

	test('reads a point as a point and anything else as «weet niet»', () => {
		expect(['1', '5', '?', '6', ''].map(parseExampleAnswer)).toEqual([1, 5, 'unknown', 'unknown', 'unknown']);
	});
});
