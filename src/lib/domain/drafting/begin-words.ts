import { frenchSpaces } from '$lib/domain/language/french-spaces';
import type { Language } from '$lib/domain/language/languages';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** What a new questionnaire says before anyone wrote in it; the Dutch words are those of the app's own ones. */

interface BeginWords {
	/** Of the role «gemeente», then «vereniging». */
	groupNames: readonly [string, string];
	scale: Questionnaire['scale'];
	frame: { question: string; period: string; partly: string; unknown: string };
	closing: { question: string; explanation: string; none: string };
}

export const BEGIN_WORDS: Record<Language, BeginWords> = {
	nl: {
		groupNames: ['Gemeente', 'Verenigingen'],
		scale: {
			points: ['Klopt helemaal niet', 'Klopt eerder niet', 'Klopt deels', 'Klopt grotendeels', 'Klopt helemaal'],
			unknown: 'Weet niet, of komt hier niet voor'
		},
		frame: {
			question: 'Klopt dit vandaag in jullie samenwerking?',
			period: 'Met «vandaag» bedoelen we het voorbije jaar. Denk aan wat je in dat jaar zelf zag of meemaakte.',
			partly: '«Klopt deels» betekent: de ene keer wel en de andere keer niet.',
			unknown: 'Weet je het niet, of kwam het niet voor? Kies dan «weet niet, of komt hier niet voor».'
		},
		closing: {
			question: 'Waarover wil je het vandaag zeker hebben?',
			explanation: 'Kies hoogstens twee onderdelen. Het telt in geen score mee.',
			none: 'Geen voorkeur'
		}
	},
	fr: {
		groupNames: ['Commune', 'Associations'],
		scale: {
			points: ['Pas du tout vrai', 'Plutôt pas vrai', 'En partie vrai', 'Plutôt vrai', 'Tout à fait vrai'],
			unknown: "Je ne sais pas, ou cela n'existe pas ici"
		},
		frame: {
			question: frenchSpaces("Est-ce vrai aujourd'hui dans votre collaboration ?"),
			period: frenchSpaces(
				"Par « aujourd'hui », nous entendons l'année écoulée. Pensez à ce que vous avez vu ou vécu vous-même cette année-là."
			),
			partly: frenchSpaces('« En partie vrai » veut dire : parfois oui, parfois non.'),
			unknown: frenchSpaces(
				"Vous ne savez pas, ou cela ne s'est pas présenté ? Choisissez « je ne sais pas, ou cela n'existe pas ici »."
			)
		},
		closing: {
			question: frenchSpaces("De quoi voulez-vous certainement parler aujourd'hui ?"),
			explanation: 'Choisissez deux parties au plus. Cela ne compte dans aucun score.',
			none: 'Pas de préférence'
		}
	},
	en: {
		groupNames: ['Municipality', 'Associations'],
		scale: {
			points: ['Not true at all', 'Mostly not true', 'Partly true', 'Mostly true', 'Completely true'],
			unknown: 'Do not know, or does not exist here'
		},
		frame: {
			question: 'Is this true today in how you work together?',
			period: 'By “today” we mean the past year. Think of what you saw or went through yourself in that year.',
			partly: '“Partly true” means: sometimes it is, and sometimes it is not.',
			unknown: 'You do not know, or it did not happen? Then choose “do not know, or does not exist here”.'
		},
		closing: {
			question: 'What do you surely want to talk about today?',
			explanation: 'Choose at most two parts. It counts in no score.',
			none: 'No preference'
		}
	}
};
