import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadNewestQuestionnaires } from '$lib/content/questionnaires';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';

const page = readFileSync('docs/content.md', 'utf8');
const section = (heading: RegExp) => page.split(/^(?=##+ )/m).find((part) => heading.test(part)) ?? '';

/** Rows of a table that end their first column with this id: what is judged on the page. */
const rows = (part: string) =>
	[...part.matchAll(/^\| (.*?) \(`([a-z0-9-]+)`\) \|/gm)].map(([, text = '', id = '']) => ({ id, text }));

describe.each(await loadNewestQuestionnaires())('docs/content.md on $id $version', (questionnaire) => {
	const { id, version } = questionnaire;

	test('judges every statement, in the words that people answer', () => {
		expect(rows(section(new RegExp(`^### Statements of \`${id}\` ${version}`)))).toEqual(
			itemsOf(questionnaire).map((item) => ({ id: item.id, text: item.statement }))
		);
	});

	test('says on what every tip rests', () => {
		const tips = dimensionsOf(questionnaire).flatMap(({ dimension }) => dimension.tips);
		expect(rows(section(new RegExp(`^### Tips of \`${id}\` ${version}`)))).toEqual(
			tips.map((tip) => ({ id: tip.id, text: tip.action }))
		);
	});

	test('has every dimension in its table, with its name in the result', () => {
		const found = section(new RegExp(`^### \`${id}\``)).matchAll(/^\| `([a-z-]+)` .*?\| .*? \| (.*?) \|/gm);
		expect([...found].map(([, dimensionId, name]) => [dimensionId, name])).toEqual(
			dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, dimension.resultName ?? dimension.name])
		);
	});
});
