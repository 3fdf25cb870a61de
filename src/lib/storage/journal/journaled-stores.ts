/** What the journal leaves out: it is made again, or is about the database itself. */
const LEFT_OUT: readonly string[] = ['summaries', 'meta'];

/** What one person answered, still in hand. All sheets of a device lie in one pile: there are few. */
export const SHEET_STORES = ['sheets', 'sheetEntries', 'sheetTrends'] as const;
/** What was handed in: a pile for each measurement. */
export const RESPONSE_STORE = 'responses';

export const SHEETS_PILE = 'sheets';

/** The pile with the responses of one measurement. */
export function responsesPile(measurementId: string): string {
	return `${RESPONSE_STORE} ${measurementId}`;
}

/** The measurement whose responses lie in this pile; undefined for the sheets. */
export function measurementOfPile(pile: string): string | undefined {
	return pile === SHEETS_PILE ? undefined : pile.slice(RESPONSE_STORE.length + 1);
}

/** Whether the journal keeps what is in this store. */
export function isJournaled(store: string): boolean {
	return !LEFT_OUT.includes(store);
}

/** Whether what is in this store lies in piles, and never in the log: a log tells in which order people answered. */
export function isPiled(store: string): boolean {
	return store === RESPONSE_STORE || (SHEET_STORES as readonly string[]).includes(store);
}

/** Whether what is in this store is in the copy and the log. */
export function isLogged(store: string): boolean {
	return isJournaled(store) && !isPiled(store);
}
