import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import { checkQuestionnaireText } from '$lib/domain/questionnaire/check-text';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';

const small = JSON.parse(readFileSync('tests/fixtures/questionnaires/own/eigen-lijst.json', 'utf8')) as Questionnaire;

test('thousands of roles and dimensions are refused for that alone, before any rule multiplies them', () => {
	const [theme] = small.themes;
	const [dimension] = theme?.dimensions ?? [];
	if (!theme || !dimension) throw new Error('the fixture is empty');
	const huge = {
		...small,
		roles: Array.from({ length: 5000 }, (_, index) => ({ id: `rol-${index}`, groupName: 'Rol' })),
		themes: [
			{ ...theme, dimensions: Array.from({ length: 1000 }, (_, index) => ({ ...dimension, id: `deel-${index}` })) }
		]
	};
	const outcome = checkQuestionnaire(huge, 'own');
	expect(outcome.kind === 'refused' ? outcome.problems.map(({ message }) => message) : []).toEqual([
		'Dit zijn 5000 rollen; hoogstens 10.',
		'Dit zijn 1000 onderdelen; hoogstens 100.',
		'Dit zijn 1000 stellingen; hoogstens 500.'
	]);
});

test('every one of many mistakes is placed on its own line', () => {
	const lines = Array.from({ length: 2000 }, () => '0');
	const outcome = checkQuestionnaireText(`{"format":1,"themes":[\n${lines.join(',\n')}\n]}`, 'own');
	const places = outcome.kind === 'refused' ? outcome.problems.filter(({ path }) => path.length === 2) : [];
	expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(lines.map((_, index) => `${index + 2}:1`));
});
