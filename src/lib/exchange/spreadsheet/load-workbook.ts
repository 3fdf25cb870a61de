import type * as Workbook from './workbook';

/** What writes a workbook comes apart, with its library. @throws Error when it does not come: what to do, in Dutch */
export function loadWorkbook(): Promise<typeof Workbook> {
	return orNotHere(import('./workbook'));
}

/** Parts that are loaded when asked for. @throws Error when they do not come: what to do, in Dutch */
export async function orNotHere<Parts>(loading: Promise<Parts>): Promise<Parts> {
	return loading.catch((cause: unknown) => {
		throw new Error('Dit deel van de app is nog niet op dit toestel. Maak verbinding en probeer nog eens.', { cause });
	});
}
