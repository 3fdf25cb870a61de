import type * as Workbook from './workbook';

/** What writes a workbook comes apart, with its library. @throws Error when it does not come: what to do, in Dutch */
export function loadWorkbook(): Promise<typeof Workbook> {
	return import('./workbook').catch((cause: unknown) => {
		throw new Error(PART_NOT_LOADED, { cause });
	});
}

export const PART_NOT_LOADED = 'Dit deel van de app is nog niet op dit toestel. Maak verbinding en probeer nog eens.';
