import { counted } from './counting-words';

/** What the facilitator's screens say of a letterbox, in Dutch. */

/** Why a letterbox did not open, and what to do. @param hadWord whether a word was given */
export function notOpenedWords(
	why: { kind: 'word' | 'full' | 'closed' | 'unreachable' } | { kind: 'busy'; seconds: number },
	hadWord: boolean
): string {
	switch (why.kind) {
		case 'word':
			return hadWord
				? 'Dat is niet het wachtwoord van deze website. Vraag het aan wie de app plaatste, en probeer opnieuw.'
				: 'Deze website vraagt een wachtwoord. Vraag het aan wie de app plaatste.';
		case 'busy':
			return `De brievenbus heeft het nu te druk. Er is niets veranderd. Probeer het over ${counted(why.seconds, 'seconde', 'seconden')} opnieuw.`;
		case 'full':
			return 'De brievenbus van deze website is vol. Er is niets veranderd: scannen blijft werken. Vraag raad aan wie de app plaatste.';
		case 'closed':
			return 'De meting is intussen gesloten. De brievenbus blijft uit.';
		case 'unreachable':
			return 'De brievenbus antwoordt niet. Er is niets veranderd: scannen blijft werken. Probeer het straks opnieuw.';
	}
}

/** How it stands with a letterbox that is on, in one sentence. */
export function lineWords(state: 'connecting' | 'live' | 'trying' | 'not-stored' | 'closed'): string {
	switch (state) {
		case 'connecting':
			return 'Brievenbus aan: we maken verbinding.';
		case 'live':
			return 'Brievenbus aan: antwoorden komen vanzelf binnen.';
		case 'trying':
			return 'De brievenbus antwoordt niet. We proberen opnieuw.';
		case 'not-stored':
			return 'Dit toestel kan de antwoorden uit de brievenbus nu niet bewaren. Ze blijven daar liggen, en we proberen opnieuw.';
		case 'closed':
			return 'De brievenbus is dicht: op een andere laptop, of door de website. Er komt zo niets meer binnen.';
	}
}

/** That some envelopes do not come in; empty when all do. */
export function skippedWords(skipped: number): string {
	if (skipped === 0) return '';
	const what =
		skipped === 1 ? '1 omslag in de brievenbus kon niet open' : `${skipped} omslagen in de brievenbus konden niet open`;
	return `${what}. Dat telt niet mee; wat binnen is, blijft. Mist er iemand? Scan dan de QR-code op die telefoon.`;
}

/** Before a measurement closes whose letterbox does not answer. */
export const NOT_FETCHED = 'De brievenbus antwoordt niet. Wat er nog in ligt, telt dan niet mee.';
