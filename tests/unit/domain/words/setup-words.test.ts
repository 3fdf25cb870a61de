import { describe, expect, test } from 'vitest';
import { setupWords } from '$lib/domain/words/setup-words';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

const usual = {
	privacy: { mode: 'anoniem', threshold: 5 },
	together: false,
	questionnaire: publishedQuestionnaire('samenwerking', '2.0.0'),
	date: '2026-11-30',
	today: '2026-11-30',
	asksTrend: false
} as const;

describe('what a new measurement begins with', () => {
	test('is said in one line, counted from the questionnaire', () => {
		expect(setupWords(usual)).toBe(
			'anoniem, cijfers vanaf 5 mensen. 36 stellingen: Samenwerking tussen gemeente en verenigingen. Vandaag.'
		);
	});

	test('says that one screen makes it open, and that an open one shows answers', () => {
		const open = { ...usual, privacy: { mode: 'open' } } as const;
		expect(setupWords({ ...open, together: true })).toMatch(/^open, want op één scherm ziet iedereen/);
		expect(setupWords(open)).toMatch(/^open, antwoorden zijn zichtbaar\./);
	});

	test('names another day, and that the day is missing', () => {
		expect(setupWords({ ...usual, date: '2027-01-05' })).toContain('5 januari 2027.');
		expect(setupWords({ ...usual, date: '' })).toContain('Nog geen datum.');
	});

	test('tells that people are asked about last time too', () => {
		expect(setupWords({ ...usual, asksTrend: true })).toMatch(/beter dan de vorige keer\?$/);
	});
});
