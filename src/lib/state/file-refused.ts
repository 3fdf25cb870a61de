import { WorkEnded } from '$lib/domain/long-work';

const UNREADABLE =
	'De browser kan dit bestand niet lezen. Er is niets gewijzigd. Kijk na of het er nog staat, en kies het opnieuw.';

/** Nothing of a file comes in; the message says why, in Dutch. */
export class FileRefused extends WorkEnded {}

/** What a browser throws when a file is not there any more or has changed, as a reason for people. */
export function asFileRefused(cause: unknown): unknown {
	const gone = cause instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(cause.name);
	return gone ? new FileRefused(UNREADABLE) : cause;
}
