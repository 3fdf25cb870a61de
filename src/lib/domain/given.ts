/**
 * What may be missing, or refused at the mere asking, such as a part of the browser where site data is blocked, in a
 * private window, in an embedded or an old browser.
 * @returns undefined then
 */
export function given<Part>(ask: () => Part): NonNullable<Part> | undefined {
	try {
		return ask() ?? undefined;
	} catch {
		return undefined;
	}
}
