import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { checkQuestionnaireText } from '$lib/domain/questionnaire/check-text';
import { isPublished } from '$lib/content/published';
import { questionnaireJsonSchema } from '../../../.tools/build/questionnaire-files';
import { fieldWords } from '../../../src/routes/vragenlijsten/field-words';

/** What someone who makes a questionnaire starts from and reads. */
const template = readFileSync('static/vragenlijst-sjabloon.json', 'utf8');
const guide = readFileSync('docs/eigen-vragenlijst.md', 'utf8');

describe('the template', () => {
	test('passes the check of the published ones, without a warning', () => {
		expect(checkQuestionnaireText(template, 'published').kind).toBe('good');
		expect(checkQuestionnaireText(template, 'own').kind).toBe('good');
	});

	test('is small, complete, and in nobody’s way', () => {
		const outcome = checkQuestionnaireText(template, 'own');
		if (outcome.kind !== 'good') throw new Error('The template is not good');
		const { questionnaire } = outcome;
		expect(isPublished(questionnaire.id)).toBe(false);
		expect(questionnaire.themes).toHaveLength(1);
		expect(dimensionsOf(questionnaire).map(({ dimension }) => dimension.items.length)).toEqual([2, 2]);
		expect(itemsOf(questionnaire)).toHaveLength(4);
	});
});

describe('the guide', () => {
	/** Every name of a field, at any depth. */
	function fieldsIn(schema: unknown, found = new Set<string>()): Set<string> {
		if (typeof schema !== 'object' || schema === null) return found;
		for (const [key, value] of Object.entries(schema)) {
			if (key === 'properties' && typeof value === 'object' && value !== null) {
				for (const field of Object.keys(value)) found.add(field);
			}
			fieldsIn(value, found);
		}
		return found;
	}

	test.each([...fieldsIn(questionnaireJsonSchema())])('explains the field %s', (field) => {
		expect(guide).toContain(`\`${field}\``);
	});

	test('and its short version on the page name every field at the top', () => {
		const short = fieldWords.flatMap(({ field }) => field.split(', '));
		const schema = questionnaireJsonSchema() as { required: string[] };
		expect(schema.required.filter((field) => !short.includes(field))).toEqual([]);
	});
});
