import type * as Lock from './lock';

/** The little of a locked file that is needed before there is one: most people never have any. */

const beginning = /^(?:age-encryption\.org\/|\s*-----BEGIN AGE ENCRYPTED FILE-----)/;

/** Whether a text, or the beginning of one, is that of a locked file. */
export function isLocked(text: string): boolean {
	return beginning.test(text);
}

export const LOCK_NOT_LOADED =
	'Het slot staat nog niet op dit toestel. Maak verbinding met internet en probeer nog eens.';

/** @returns undefined when it is not on this device and cannot be fetched: say `LOCK_NOT_LOADED` */
export function loadLock(): Promise<typeof Lock | undefined> {
	return import('./lock').catch(() => undefined);
}
