import { describe, expect, test } from 'vitest';
import { example, parseExampleAnswer } from '$lib/content/example';
import { groupProblems } from '$lib/domain/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire';
import { publishedQuestionnaire } from './published-questionnaire';

describe('the filled-in example', () => {
	const questionnaire = publishedQuestionnaire(example.questionnaire.id, example.questionnaire.version);
	const lengths = dimensionsOf(questionnaire).map(({ dimension }) => dimension.items.length);

	test('has groups that a measurement may have, each with answers', () => {
		expect(groupProblems(example.groups, questionnaire)).toEqual([]);
		expect(Object.keys(example.answers)).toEqual(example.groups.map(({ id }) => id));
	});

	test.each(Object.entries(example.answers))('%s answers every item of every dimension', (_, rows) => {
		expect(rows.map((row) => row.length)).toEqual(lengths);
		for (const row of rows) expect(row).toMatch(/^[1-5?]+$/);
	});

	test('has notes on items that exist', () => {
		const ids = itemsOf(questionnaire).map(({ id }) => id);
		for (const id of Object.keys(example.notes)) expect(ids).toContain(id);
	});

	test('reads a point as a point and anything else as «weet niet»', () => {
		expect(['1', '5', '?', '6', ''].map(parseExampleAnswer)).toEqual([1, 5, 'unknown', 'unknown', 'unknown']);
	});
});
