import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hallQuestion } from '$lib/domain/words/hall-question';
import { publishedQuestionnaire, questionsFolder } from '../../../builders/published-questionnaire';

const published = readdirSync(questionsFolder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) =>
		readdirSync(`${questionsFolder}/${name}`)
			.filter((file) => file.endsWith('.json'))
			.map((file) => publishedQuestionnaire(name, file.replace('.json', '')))
	);
const prompts = published.flatMap(({ themes, generalPrompts }) => [
	...themes.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.prompts)),
	...generalPrompts
]);

test('of a prompt the last question stands large, and what comes before it small', () => {
	expect(
		hallQuestion({ when: 'gap', question: 'Neem een plan van dit jaar. Wat viel er te kiezen? Wat is nog open?' })
	).toEqual({ before: 'Neem een plan van dit jaar. Wat viel er te kiezen?', question: 'Wat is nog open?' });
	expect(hallQuestion({ when: 'middling', question: 'Wat ging er vlot?' })).toEqual({
		before: '',
		question: 'Wat ging er vlot?'
	});
	expect(hallQuestion({ when: 'gap', question: 'Hoe liep dat? De verenigingen vullen aan.' })).toEqual({
		before: 'De verenigingen vullen aan.',
		question: 'Hoe liep dat?'
	});
});

test('a first sentence that the picture tells already is left out', () => {
	for (const first of [
		'De gemeente ziet meer openheid dan de verenigingen.',
		'De groepen antwoorden hier verschillend.'
	])
		expect(hallQuestion({ when: 'gap', question: `${first} Hoe komt dat?` }).before).toBe('');
	expect(hallQuestion({ when: 'divided', question: 'Binnen een groep lopen ze uiteen. Waar lukte het?' }).before).toBe(
		''
	);
	expect(hallQuestion({ when: 'gap', question: 'Laat de gemeente beginnen. Hoe liep dat?' }).before).not.toBe('');
});

test('what is no question stands there whole', () => {
	expect(hallQuestion({ when: 'low', question: 'Vertel elkaar een voorbeeld.' })).toEqual({
		before: '',
		question: 'Vertel elkaar een voorbeeld.'
	});
});

test('of every published prompt one question is large, and nothing of its letters is lost but such a sentence', () => {
	expect(prompts.length).toBeGreaterThan(200);
	for (const prompt of prompts) {
		const { before, question } = hallQuestion(prompt);
		expect(question.match(/\?/g)).toHaveLength(1);
		const sentences = prompt.question.match(/[^.?!]+[.?!]+/g)?.length ?? 0;
		const shown = `${before} ${question}`.match(/[^.?!]+[.?!]+/g)?.length ?? 0;
		expect(sentences - shown).toBeLessThanOrEqual(1);
	}
});
