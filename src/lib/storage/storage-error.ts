import { WorkEnded } from '$lib/domain/long-work';

/** Why something could not be stored or read: the true cause, as far as the browser lets it be known. */
export type StorageProblem =
	/** The browser gives this website no storage: cookies blocked, some private windows. */
	| 'unavailable'
	/** The browser's storage does not answer, or gives errors: often it does again after a reload. */
	| 'unreachable'
	/** The browser's storage works, but this database does not open: it is damaged. */
	| 'unreadable'
	/** A tab with an older version does not let go of the database. */
	| 'blocked'
	/** The database is of a newer version of the app. */
	| 'newer'
	/** A newer version in another tab took over: this one only reads. */
	| 'overtaken'
	| 'gone'
	| 'removed'
	| 'closed'
	/** The browser said, or a test file showed, that there is no room. */
	| 'full'
	/** A mistake in the app: trying again as it is will not help. */
	| 'failed';

const messages: Record<StorageProblem, string> = {
	unavailable:
		'Deze browser laat niet toe om gegevens te bewaren. Wat er al stond, is niet gewist. Zijn cookies geblokkeerd? Sta ze dan toe voor deze website. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.',
	unreachable:
		'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.',
	unreadable:
		'De browser kan de gegevens op dit toestel niet openen. Er is niets gewist. Sluit de browser helemaal, en open deze pagina opnieuw. Lukt het dan nog niet? Bij Gegevens kun je de reservekopie in een bestand bewaren.',
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
		'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.'
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

/**
 * What is stored, for whoever works on with it.
 * @param problem what to say when there is nothing
 * @throws StorageError then: another tab may have deleted it
 */
export function mustBeThere<Value>(found: Value | undefined, problem: StorageProblem = 'removed'): Value {
	if (found === undefined) throw new StorageError(problem);
	return found;
}

export function asStorageError(cause: unknown): StorageError {
	return cause instanceof StorageError ? cause : new StorageError(problemOf(cause), { cause });
}

/** Why something was not stored, in Dutch for the screen: also when it ended on purpose. */
export function reasonOf(cause: unknown): string {
	return (cause instanceof WorkEnded ? cause : asStorageError(cause)).message;
}

/**
 * What an error of the browser says; any other error is a mistake of the app. The one place where errors become causes.
 */
export function problemOf(cause: unknown): StorageProblem {
	if (cause instanceof StorageError) return cause.problem;
	if (!(cause instanceof DOMException)) return 'failed';
	return problemByName[cause.name] ?? 'unreachable';
}

/** Every other name tells of storage that does not do what it should: `unreachable`. */
const problemByName: Record<string, StorageProblem> = {
	QuotaExceededError: 'full',
	SecurityError: 'unavailable',
	NotAllowedError: 'unavailable',
	VersionError: 'newer',
	ConstraintError: 'failed',
	DataCloneError: 'failed',
	DataError: 'failed',
	ReadOnlyError: 'failed',
	SyntaxError: 'failed'
};
