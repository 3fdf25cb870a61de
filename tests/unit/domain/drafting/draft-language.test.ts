import { describe, expect, test } from 'vitest';
import { emptyQuestionnaire } from '$lib/domain/drafting/begin-draft';
import { checkDraft } from '$lib/domain/drafting/check-draft';
import { chooseLanguage } from '$lib/domain/drafting/draft-language';
import { stepBetween } from '$lib/domain/drafting/draft-version';
import { tidyDraft } from '$lib/domain/drafting/tidy-draft';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

let digits = 0;
const draft = emptyQuestionnaire(() => (digits++).toString(16).padStart(10, '0'));

describe('the language of a draft', () => {
	test('takes along the words that it began with, and not those that someone wrote', () => {
		const own = { ...draft, scale: { ...draft.scale, unknown: 'Geen idee' } };
		const french = chooseLanguage('fr')(own);

		expect(french.language).toBe('fr');
		expect(french.scale.points[0]).toBe('Pas du tout vrai');
		expect(french.scale.unknown).toBe('Geen idee');
		expect(french.roles.map(({ groupName }) => groupName)).toEqual(['Commune', 'Associations']);
		expect(french.frame?.question).toBe("Est-ce vrai aujourd'hui dans votre collaboration\u00A0?");
		expect(french.closing?.none).toBe('Pas de préférence');
	});

	test('goes from any language to any other, and back to Dutch leaves nothing of it', () => {
		const there = chooseLanguage('en')(chooseLanguage('fr')(draft));
		expect(there.scale.points[4]).toBe('Completely true');
		expect(chooseLanguage('nl')(there)).toEqual(draft);
	});

	test('stays in what is stored of it, and another one makes another set-up', () => {
		const french = chooseLanguage('fr')(draft);
		expect(tidyDraft(french).language).toBe('fr');
		expect(stepBetween(tidyDraft(draft), tidyDraft(french))).toBe('set-up');
	});

	test('of another language, nothing is said that is only known of Dutch words', () => {
		const main = publishedQuestionnaire('samenwerking', '2.0.0');
		const [first] = dimensionsOf(main)[0]?.dimension.items ?? [];
		const item = {
			id: first?.id ?? '',
			statement: 'La commune fait et dit open of dicht en niet.',
			explanation: 'Oui'
		};
		const withIt = {
			...main,
			exceptions: [],
			themes: main.themes.slice(0, 1).map((theme) => ({
				...theme,
				dimensions: theme.dimensions.slice(0, 1).map((dimension) => ({ ...dimension, items: [item] }))
			}))
		};
		const adviceOn = (content: typeof main) =>
			checkDraft(tidyDraft(content)).advice.filter(({ at }) => at.startsWith('themes.0.dimensions.0.items'));

		expect(adviceOn(withIt).length).toBeGreaterThan(2);
		expect(adviceOn({ ...withIt, language: 'fr' })).toEqual([]);
	});
});
