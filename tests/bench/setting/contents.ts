import { readFileSync } from 'node:fs';
import { formatDate } from '../../../src/lib/domain/dates';
import type { Invitation } from '../../../src/lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '../../../src/lib/domain/questionnaire/schema';
import { newestVersion } from '../../e2e/looks/newest-questionnaire';

/** The main questionnaire in its newest version. */
export const mainQuestionnaire: Questionnaire = questionnaireSchema.parse(
	JSON.parse(readFileSync(`questions/samenwerking/${newestVersion}.json`, 'utf8'))
);

/** The same texts, again and again until there are this many statements: 50 dimensions of 4. */
export const longQuestionnaire: Questionnaire = repeated(mainQuestionnaire, { themes: 10, dimensions: 5, items: 4 });

function repeated(source: Questionnaire, size: { themes: number; dimensions: number; items: number }): Questionnaire {
	const statements = itemsOf(source);
	const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
	let taken = 0;
	const nextItem = () => {
		const { statement = '', explanation = '' } = statements[taken % statements.length] ?? {};
		taken += 1;
		return { id: `stelling-${taken}`, statement, explanation };
	};
	return {
		...source,
		id: 'lange-lijst',
		version: '1.0.0',
		title: 'Lange vragenlijst',
		themes: numbers(size.themes).map((theme) => ({
			id: `thema-${theme + 1}`,
			name: `Thema ${theme + 1}`,
			description: `Wat bij thema ${theme + 1} hoort.`,
			dimensions: numbers(size.dimensions).map((dimension) => ({
				id: `onderdeel-${theme + 1}-${dimension + 1}`,
				name: `Onderdeel ${theme + 1}.${dimension + 1}`,
				shortName: `Deel ${theme + 1}.${dimension + 1}`,
				radarLabel: ['Onderdeel', `${theme + 1}.${dimension + 1}`],
				description: `Hoe het met ${theme + 1}.${dimension + 1} gaat.`,
				restsOn: [],
				items: numbers(size.items).map(nextItem),
				tips: [],
				prompts: []
			}))
		})),
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: [{ version: '1.0.0', text: 'Eerste versie.' }]
	};
}

/** What the link asks; the other contenders say the same on their first screen. */
export function invitationTo({ id, version, roles }: Questionnaire): Invitation {
	return {
		measurementId: '5e2f0c91a7b348d6b1c2d3e4f5061728',
		questionnaire: { id, version },
		groups: roles.map((role, index) => ({
			id: `${index + 1}`.padStart(32, '4d7a'),
			role: role.id,
			name: role.groupName
		})),
		privacy: { mode: 'anoniem', threshold: 5 },
		partnershipName: 'Cultuurraad Zonnedorp',
		date: '2026-11-12',
		asksTrend: false
	};
}

/** The texts of the first screen, as the app words them. */
export function firstScreen(questionnaire: Questionnaire) {
	const { partnershipName, date, groups } = invitationTo(questionnaire);
	const { from, to } = questionnaire.minutes;
	return {
		occasion: `${partnershipName} · ${formatDate(date)}`,
		title: questionnaire.title,
		introduction: `${itemsOf(questionnaire).length} stellingen, ongeveer ${from} tot ${to} minuten. Er zijn geen juiste of foute antwoorden. Je antwoorden blijven op deze telefoon, tot je ze zelf teruggeeft.`,
		promise: [
			'Deze meting is anoniem. Niemand vraagt je naam.',
			'Resultaten verschijnen pas als de meting gesloten is, en alleen waar minstens 5 mensen van een groep antwoordden.',
			'Antwoordt (bijna) heel je groep hetzelfde, dan is dat te zien, en weet iedereen ook wat jij antwoordde.',
			"Je begeleider krijgt je antwoorden onder een willekeurig nummer, zonder naam, tijd of volgorde. Wie de QR-code of de code op je scherm ziet, of zo'n bestand opent, kan die antwoorden lezen."
		],
		groups: groups.map(({ name }) => name)
	};
}
