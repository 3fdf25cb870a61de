import type * as Export from './export';

/** What makes a file comes apart: with the check of all that goes in it is as much as a fifth of the first screen. */

export const EXPORT_NOT_LOADED =
	'Er is geen bestand gemaakt: dat deel van de app staat nog niet op dit toestel. Maak verbinding met internet, laad deze pagina opnieuw en probeer nog eens.';

/** @returns undefined when it is not on this device and cannot be fetched: say `EXPORT_NOT_LOADED` */
export function loadExport(): Promise<typeof Export | undefined> {
	return import('./export').catch(() => undefined);
}
