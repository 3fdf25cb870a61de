import { formatDate } from '$lib/domain/dates';
import type { Privacy } from '$lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { counted } from './counting-words';

/** Dutch words for what a new measurement begins with, before people change any of it. */

interface Setup {
	privacy: Privacy;
	/** Whether the sides answer on one screen, each as one. */
	together: boolean;
	questionnaire: Questionnaire;
	/** ISO date, yyyy-mm-dd; '' while people type it. */
	date: string;
	/** ISO date, yyyy-mm-dd. */
	today: string;
	/** Whether people also say what goes better than last time. */
	asksTrend: boolean;
}

/** «anoniem, cijfers vanaf 5 mensen. 36 stellingen: Samenwerking tussen gemeente en verenigingen. Vandaag.» */
export function setupWords({ privacy, together, questionnaire, date, today, asksTrend }: Setup): string {
	const statements = counted(itemsOf(questionnaire).length, 'stelling', 'stellingen');
	const day = date === today ? 'Vandaag' : date === '' ? 'Nog geen datum' : formatDate(date);
	const trend = asksTrend ? ' Ook gevraagd: gaat het beter dan de vorige keer?' : '';
	return `${privacyWords(privacy, together)}. ${statements}: ${questionnaire.title}. ${day}.${trend}`;
}

function privacyWords(privacy: Privacy, together: boolean): string {
	if (privacy.mode === 'anoniem') return `anoniem, cijfers vanaf ${privacy.threshold} mensen`;
	return together
		? 'open, want op één scherm ziet iedereen wat elke kant antwoordt'
		: 'open, antwoorden zijn zichtbaar';
}
