import { said } from '$lib/domain/language/say';

/** Who sits on a side, by the roles of the questionnaires of the app. */
const WHO: Readonly<Record<string, string>> = {
	gemeente: 'Je werkt voor de gemeente, of je bent verkozen.',
	vereniging: 'Je bent lid, bestuurder of vrijwilliger.',
	bestuur: 'Je werkt voor een gemeente of een verband van gemeenten, of je bent verkozen.',
	partner: 'Je werkt of helpt mee bij een van de organisaties.'
};

/** Who sits on a side with this role, to someone who has to choose; undefined for a role of an own questionnaire. */
export function whoSits(role: string): string | undefined {
	return Object.hasOwn(WHO, role) ? said(WHO[role] ?? '') : undefined;
}
