import { emptyQuestionnaire } from '$lib/domain/drafting/begin-draft';
import { chooseLanguage } from '$lib/domain/drafting/draft-language';
import type { Language } from '$lib/domain/language/languages';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';

const texts = {
	fr: {
		title: 'Notre fête de quartier',
		name: 'Préparer',
		statement: 'Chacun sait un mois avant qui fait quoi.',
		explanation: 'Exemple : la liste dit qui monte la tente.',
		term: 'Toute personne qui y travaille.'
	},
	en: {
		title: 'Our street party',
		name: 'Preparing',
		statement: 'A month before, everybody knows who does what.',
		explanation: 'Such as: the list says who puts up the tent.',
		term: 'Anyone who works there.'
	}
};

/** A small questionnaire in another language, as the editor makes one: a frame, one dimension, a closing question. */
export function questionnaireIn(language: Exclude<Language, 'nl'>): Questionnaire {
	let digits = 0;
	const draft = chooseLanguage(language)(emptyQuestionnaire(() => (digits++).toString(16).padStart(10, '0')));
	const { title, name, statement, explanation, term } = texts[language];
	const themes = draft.themes.map((theme) => ({
		...theme,
		id: 'theme',
		name,
		description: name,
		dimensions: theme.dimensions.map((dimension) => ({
			...dimension,
			id: 'dimension',
			name,
			shortName: name,
			radarLabel: [name],
			description: name,
			items: ['one', 'two'].map((id) => ({ id, statement: `${statement} (${id})`, explanation }))
		}))
	}));
	const frame = draft.frame && {
		...draft.frame,
		terms: draft.frame.terms.map((each) => ({ ...each, text: term }))
	};
	return {
		...draft,
		id: 'street-party',
		title,
		summary: title,
		minutes: { from: 2, to: 3 },
		frame,
		closing: draft.closing && { ...draft.closing, id: 'closing', max: 1 },
		themes,
		changes: [{ version: '1.0.0', text: title }]
	};
}
