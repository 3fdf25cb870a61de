import type { EntryOutcome } from '$lib/state/desk/paper-entry.svelte';

/** What the typist is told of the last thing that was asked. */

/** What was done, in Dutch; '' when nothing was. */
export function entryDoneWords(outcome: EntryOutcome | undefined, groupName: (groupId: string) => string): string {
	if (outcome?.kind === 'stored') {
		const { number, groupId } = outcome.form;
		return `✓ Formulier ${number} bewaard (${groupName(groupId)}). Schrijf nummer ${number} op het blad.`;
	}
	if (outcome?.kind === 'taken-back')
		return `Formulier ${outcome.form.number} is niet meer bewaard. Verbeter de antwoorden en bewaar opnieuw.`;
	if (outcome?.kind === 'in-file')
		return `Formulier ${outcome.form.number} staat in het bestand ${outcome.fileName}, bij je downloads. Haal het later binnen bij "Start met scannen". Wis nu het rooster voor het volgende formulier.`;
	if (outcome?.kind === 'cleared') return 'Het rooster is gewist.';
	return '';
}

/** What was not done and why, in Dutch; '' when nothing is wrong. */
export function entryProblemWords(outcome: EntryOutcome | undefined): string {
	switch (outcome?.kind) {
		case 'no-group':
			return 'Kies eerst de groep die op het blad omcirkeld is.';
		case 'empty':
			return 'Er staat bij geen enkele stelling een antwoord. Er is niets bewaard.';
		case 'alike':
			return `Dit formulier lijkt op nummer ${outcome.number}. Toch bewaren? Druk dan nog eens op Enter of op de knop.`;
		case 'occupied':
			return 'Er staan nog antwoorden in het rooster. Bewaar of wis die eerst.';
		case 'failed':
			return `Formulier ${outcome.form.number} is niet bewaard. ${outcome.message} De antwoorden staan nog in het rooster.`;
		case 'kept':
			return `Formulier ${outcome.form.number} is nog altijd bewaard. ${outcome.message}`;
		case 'replaced':
			return `Formulier ${outcome.form.number} is niet teruggenomen. Intussen kwamen er andere antwoorden voor in de plaats, uit een bestand of een ander tabblad. Die blijven bewaard.`;
		default:
			return '';
	}
}
