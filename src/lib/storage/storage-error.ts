export type StorageProblem =
	'unavailable' | 'unreadable' | 'blocked' | 'newer' | 'overtaken' | 'gone' | 'removed' | 'closed' | 'full' | 'failed';

const messages: Record<StorageProblem, string> = {
	unavailable:
		'Deze browser laat niet toe om gegevens te bewaren. Wat er al stond, is niet gewist. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.',
	unreadable:
		'De browser kan de gegevens op dit toestel nu niet openen. Er is niets gewist. Misschien is er geen plaats meer: maak plaats vrij. Sluit daarna de browser helemaal, en open deze pagina opnieuw. Bij Gegevens kun je de reservekopie in een bestand bewaren.',
	blocked:
		'Deze pagina staat nog open in een ander tabblad met een oudere versie. Er is niets verloren. Sluit dat tabblad en laad deze pagina opnieuw.',
	newer:
		'De gegevens op dit toestel komen van een nieuwere versie van deze app. Alles is bewaard. Laad de pagina opnieuw om de nieuwe versie te krijgen.',
	overtaken:
		'In een ander tabblad is een nieuwere versie van deze app geopend. Hier kun je nog lezen, maar niet meer bewaren. Laad deze pagina opnieuw.',
	removed: 'Dit is intussen verwijderd, misschien in een ander tabblad. Er is niets bewaard.',
	gone: 'Dit is intussen gewist of al afgegeven, misschien in een ander tabblad. Er is niets bijgeschreven.',
	closed: 'De meting is intussen gesloten. Er is niets bijgeschreven.',
	full: 'Het toestel heeft geen plaats meer. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.',
	failed:
		'Bewaren is niet gelukt. Misschien is er geen plaats meer op dit toestel. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.'
};

/** What went wrong with storage, in Dutch for the screen; the technical reason is the cause. */
export class StorageError extends Error {
	constructor(
		readonly problem: StorageProblem,
		options?: ErrorOptions
	) {
		super(messages[problem], options);
		this.name = 'StorageError';
	}
}

export function asStorageError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	return new StorageError(isFull(cause) ? 'full' : 'failed', { cause });
}

/** Whether the browser says that there is no room left. */
export function isFull(cause: unknown): boolean {
	return cause instanceof DOMException && cause.name === 'QuotaExceededError';
}
