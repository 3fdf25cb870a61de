import { resolve } from '$app/paths';

/** Every address in the app. Ids go in the query, so that each page is one prerendered file. */
export const addresses = {
	home: () => resolve('/'),
	newPartnership: () => resolve('/nieuw/'),
	/** Without a dimension: where the people filling in left off. */
	fill: (measurementId: string, dimensionId?: string) =>
		`${resolve('/invullen/')}?meting=${measurementId}${dimensionId === undefined ? '' : `&onderdeel=${dimensionId}`}`,
	result: (measurementId: string) => `${resolve('/resultaat/')}?meting=${measurementId}`,
	explanation: () => resolve('/uitleg/')
};

/** The measurement that the address of this page names; only in the browser, a prerendered page has none. */
export function measurementInAddress(): string {
	return new URLSearchParams(location.search).get('meting') ?? '';
}
