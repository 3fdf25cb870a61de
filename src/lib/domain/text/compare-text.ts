/** Two ways to set texts in order, as for sorting: negative, zero or positive; and which people take for the same. */

/**
 * By code unit: the same on every device, whatever its language. For ids, ISO dates, and all that is written or
 * compared.
 */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** Made when a page needs it: where people answer, none does. */
let collator: Intl.Collator | undefined;

/** For names and titles on a screen, as people look for them: «é» beside «e», and «Kern 2» before «Kern 10». */
export function compareNames(a: string, b: string): number {
	collator ??= new Intl.Collator('nl-BE', { numeric: true });
	return collator.compare(a, b);
}

/** Without case and accents: «Oudenaarde-Één» is found by «een». */
export function foldText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl-BE');
}

/** The same record with its keys in order: what is made of the same content is then the same. */
export function inKeyOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
