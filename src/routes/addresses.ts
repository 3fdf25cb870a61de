import { resolve } from '$app/paths';

/** Every address in the app. Ids go in the query or the fragment, so that each page is one prerendered file. */
export const addresses = {
	home: () => resolve('/'),
	newPartnership: () => resolve('/nieuw/'),
	fill: (measurementId: string) => `${resolve('/invullen/')}?meting=${measurementId}`,
	result: (measurementId: string) => `${resolve('/resultaat/')}?meting=${measurementId}`,
	explanation: () => resolve('/uitleg/')
};

/** The measurement that the address of this page names; only in the browser, a prerendered page has none. */
export function measurementInAddress(): string {
	return new URLSearchParams(location.search).get('meting') ?? '';
}
