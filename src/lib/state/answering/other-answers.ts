import { t } from '$lib/domain/language/say';
import { isPublished } from '$lib/content/published';
import type { Terms } from '$lib/domain/measurement/terms';
import { sentences } from '$lib/domain/measurement/terms-difference';
import { writeInvitation } from '$lib/exchange/link/invitation';
import type { LoadedSheet } from '$lib/storage/records/sheet-records';

/** Answers on this phone to another link of the same measurement, in Dutch: they stay, and go nowhere else. */
export interface OtherAnswers {
	/** What happened, what was kept, what to do. */
	text: string;
	/** What stands behind the # in that link; empty where only the link itself brings the questionnaire. */
	fragment: string;
}

/** Loaded only where there are any. @param here of the link that is open */
export function describeOther(here: Terms, { sheet, entries }: LoadedSheet): OtherAnswers {
	const count = entries.filter(({ answer }) => answer !== null).length;
	const fragment = isPublished(sheet.terms.questionnaire.id) ? writeInvitation(sheet.invitation) : '';
	const what =
		count === 1
			? t`Op deze telefoon staat al 1 antwoord op een andere link van deze meting.`
			: t`Op deze telefoon staan al ${count} antwoorden op een andere link van deze meting.`;
	const rest = t`Wat je daar antwoordde, blijft bij die link: het staat er nog, en het gaat niet mee naar hier. Vraag aan je begeleider welke link de juiste is. Is het deze, kies dan hieronder je groep en antwoord opnieuw.`;
	const back = fragment === '' ? ` ${t`Is het de andere, open die dan opnieuw.`}` : '';
	return { text: `${what} ${sentences(here, sheet.terms)} ${rest}${back}`, fragment };
}
