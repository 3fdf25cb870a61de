import { counted, joinDutch } from './counting-words';
import type { Arrivals, RightToShow, Verdict } from '$lib/domain/intake/import-verdict';

/**
 * What opening a file would do with one measurement, in one sentence.
 * @param taken of how many differences people take what is in the file
 */
export function verdictWords(verdict: Verdict, taken = 0): string {
	switch (verdict.kind) {
		case 'new':
			return `Nieuw: ${joinDutch(arrivalWords(verdict.arrivals)) || 'nog zonder antwoorden'}.${rightWords(verdict.right)}${refusedWords(verdict.refused)}`;
		case 'newer':
			return `Hier komt iets bij: ${joinDutch(arrivalWords(verdict.arrivals)) || 'hoe er ingevuld is, of wie ze toont'}.${rightWords(verdict.right)}${keptWords(verdict.kept, taken)}${refusedWords(verdict.refused)}`;
		case 'same':
			return `${verdict.kept > 0 ? 'Er komt niets bij.' : 'Hetzelfde als hier: er komt niets bij.'}${keptWords(verdict.kept, taken)}${refusedWords(verdict.refused)}`;
		case 'refused':
			return `Geweigerd: ${verdict.reason}`;
	}
}

/** What opening a file would do with all its measurements together, in one sentence; empty when there are none. */
export function verdictsWords(verdicts: readonly Verdict[]): string {
	const count = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length;
	const parts: [number, string][] = [
		[count('new'), 'nieuw'],
		[count('newer'), 'met iets wat erbij komt'],
		[count('same'), 'hetzelfde als hier'],
		[count('refused'), 'geweigerd']
	];
	const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	return verdicts.length === 0 ? '' : `${counted(verdicts.length, 'meting', 'metingen')}: ${joinDutch(words)}.`;
}

function arrivalWords(arrivals: Arrivals): string[] {
	return [
		some(arrivals.added, 'blad', 'bladen'),
		some(arrivals.replaced, 'vernieuwd blad', 'vernieuwde bladen'),
		some(arrivals.jointAnswers, 'gezamenlijk antwoord', 'gezamenlijke antwoorden'),
		some(arrivals.notes, 'notitie', 'notities'),
		some(arrivals.agreedScores, 'afgesproken score', 'afgesproken scores'),
		some(arrivals.commitments, 'afspraak', 'afspraken'),
		...(arrivals.reportChoice ? ['de keuzes voor het verslag'] : []),
		...(arrivals.agenda ? ['de gekozen onderwerpen'] : []),
		...(arrivals.letterbox ? ['de brievenbus'] : [])
	].filter((words) => words !== '');
}

function some(count: number, one: string, many: string): string {
	return count === 0 ? '' : counted(count, one, many);
}

/** Who shows it from now on, with a space before it; empty when nothing changes. */
export function rightWords(right: RightToShow): string {
	switch (right) {
		case null:
			return '';
		case 'here':
			return ' Dit toestel sluit ze, en toont het resultaat.';
		case 'elsewhere':
			return ' Hier wordt alleen verzameld: een andere laptop sluit ze, en toont het resultaat.';
		case 'over-others':
			return ' Resultaten komen er hier niet van: die werden al getoond, over andere mensen.';
	}
}

function keptWords(differing: number, taken: number): string {
	const kept = differing - taken;
	const stays = [
		'',
		' Eén ding in het bestand is anders dan hier: wat hier staat, blijft.',
		` ${kept} dingen in het bestand zijn anders dan hier: wat hier staat, blijft.`
	];
	const comes = ['', ' Eén ding neem je over uit het bestand.', ` ${taken} dingen neem je over uit het bestand.`];
	return `${stays[Math.min(kept, 2)] ?? ''}${comes[Math.min(taken, 2)] ?? ''}`;
}

function refusedWords(refused: number): string {
	if (refused === 0) return '';
	return refused === 1
		? ' Eén blad in het bestand komt niet mee: er staat geen enkel antwoord in.'
		: ` ${refused} bladen in het bestand komen niet mee: er staat geen enkel antwoord in.`;
}
