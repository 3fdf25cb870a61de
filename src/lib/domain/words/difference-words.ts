import { joinDutch } from './counting-words';
import { formatDate } from '$lib/domain/dates';
import type { Difference, DifferencePlace, DifferenceValue } from '$lib/domain/intake/differences';
import { COMMITMENT_LABELS, COMMITMENT_STATUSES, statusWord } from '$lib/domain/measurement/commitment';
import type { NameOf } from './score-words';

/** What stands here and in a file in other words, in Dutch. */

/** What it is about; of a commitment as it stands here. @param nameOf a dimension, a statement or a tip, by id */
export function subjectWords({ place, title }: Pick<Difference, 'place' | 'title'>, nameOf: NameOf): string {
	switch (place.kind) {
		case 'agreedScore':
			return `Afgesproken bij «${nameOf(place.dimensionId)}»`;
		case 'commitment':
			return `Afspraak «${title}»`;
		case 'note':
			return `Notitie bij «${nameOf(place.itemId)}»`;
		case 'agenda':
			return 'Onderwerpen om te bespreken';
		case 'reportChoice':
			return 'Keuzes voor het verslag';
		case 'privateNote':
			return 'Eigen notities';
		case 'draft':
			return title === '' ? 'Vragenlijst zonder titel, nog niet klaar' : `Vragenlijst «${title}», nog niet klaar`;
	}
}

/** Which part of it differs. */
export function partWords(place: DifferencePlace): string {
	switch (place.kind) {
		case 'agreedScore':
			return place.field === 'score' ? 'Score' : 'Notitie';
		case 'commitment':
			return COMMITMENT_LABELS[place.field];
		case 'note':
		case 'privateNote':
			return 'Tekst';
		case 'agenda':
			return 'Keuze';
		case 'reportChoice':
			return place.field === 'ownWords' ? 'Eigen woorden' : 'Tips en vragen';
		case 'draft':
			return 'Inhoud';
	}
}

/** One of both. @param nameOf a dimension or a tip, by id */
export function valueWords(place: DifferencePlace, value: DifferenceValue, nameOf: NameOf): string {
	if (place.kind === 'reportChoice' && value === null) return 'de eerste vijf';
	if (value === null || value === '' || (typeof value === 'object' && value.length === 0)) return '(leeg)';
	if (typeof value === 'object') return joinDutch(value.map(nameOf));
	if (place.kind !== 'commitment') return String(value);
	if (place.field === 'by') return formatDate(String(value));
	const status = COMMITMENT_STATUSES.find((one) => one === value);
	return place.field === 'status' && status ? statusWord(status) : String(value);
}

/** Which of both was made of the other; empty where nothing tells. */
export function newerWords(newer: Difference['newer']): string {
	if (newer === null) return '';
	return newer === 'file' ? 'nieuwer in het bestand' : 'nieuwer op dit toestel';
}
