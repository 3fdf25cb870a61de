import { asset, resolve } from '$app/paths';

const EXAMPLE = 'voorbeeld';

/** Every address in the app. Ids go in the query, so that each page is one prerendered file. */
export const addresses = {
	home: () => resolve('/'),
	/** With this questionnaire chosen, when there is one. */
	newPartnership: (questionnaireId?: string) =>
		`${resolve('/nieuw/')}${questionnaireId === undefined ? '' : `?vragenlijst=${questionnaireId}`}`,
	/** A next measurement of a partnership that is on this device. */
	newMeasurement: (partnershipId: string) => `${resolve('/nieuw/')}?verband=${partnershipId}`,
	partnership: (partnershipId: string) => `${resolve('/samenwerkingsverband/')}?verband=${partnershipId}`,
	/** Two to five measurements of one partnership; from which place on the newest is compared, 0 for the oldest. */
	compare: (measurementIds: readonly string[], from = 0) =>
		`${resolve('/vergelijken/')}?${comparedQuery(measurementIds, from)}`,
	/** The same as a report. */
	comparisonReport: (measurementIds: readonly string[], from: number) =>
		`${resolve('/verslag/')}?${comparedQuery(measurementIds, from)}`,
	/** Without a dimension: where the people filling in left off. */
	fill: (measurementId: string, dimensionId?: string) =>
		`${resolve('/invullen/')}?meting=${measurementId}${dimensionId === undefined ? '' : `&onderdeel=${dimensionId}`}`,
	/** The facilitator's page of a measurement. */
	measurement: (measurementId: string) => `${resolve('/meting/')}?meting=${measurementId}`,
	/** The first two steps of the path of a measurement; the third is its result. */
	prepare: (measurementId: string) => `${resolve('/meting/')}?meting=${measurementId}&stap=klaarzetten`,
	answer: (measurementId: string) => `${resolve('/meting/')}?meting=${measurementId}&stap=antwoorden`,
	/** The screen that the room looks at while people answer. */
	hall: (measurementId: string) => `${resolve('/zaal/')}?meting=${measurementId}`,
	/** Cards for on the tables, with the QR code. */
	tableCards: (measurementId: string) => `${resolve('/tafelkaartjes/')}?meting=${measurementId}`,
	handOver: (measurementId: string) => `${resolve('/doorgeven/')}?meting=${measurementId}`,
	collect: (measurementId: string) => `${resolve('/verzamelen/')}?meting=${measurementId}`,
	paperForm: (measurementId: string) => `${resolve('/formulier/')}?meting=${measurementId}`,
	paperEntry: (measurementId: string) => `${resolve('/overtypen/')}?meting=${measurementId}`,
	guide: (measurementId: string) => `${resolve('/draaiboek/')}?meting=${measurementId}`,
	presentation: (measurementId: string) => `${resolve('/tonen/')}?meting=${measurementId}`,
	result: (measurementId: string) => `${resolve('/resultaat/')}?meting=${measurementId}`,
	/** The last step: what is agreed, and when to measure again. */
	agree: (measurementId: string) => `${resolve('/afspreken/')}?meting=${measurementId}`,
	/** The result of the filled-in example, which is put on the device first: a link works before the page runs. */
	example: () => `${resolve('/resultaat/')}?${EXAMPLE}`,
	privacy: () => resolve('/privacy/'),
	accessibility: () => resolve('/toegankelijkheid/'),
	/** For the IT department of who hosts or uses the app. */
	security: () => resolve('/beveiliging/'),
	/** Saving and opening files; with this measurement chosen to save, when there is one. */
	data: (measurementId?: string) =>
		`${resolve('/gegevens/')}${measurementId === undefined ? '' : `?meting=${measurementId}`}`,
	report: (measurementId: string) => `${resolve('/verslag/')}?meting=${measurementId}`,
	/** The questionnaires of the app, and those that people made and keep on this device. */
	questionnaires: () => resolve('/vragenlijsten/'),
	/** Where one is made: a draft on this device. */
	questionnaireDraft: (draftId: string) => `${resolve('/vragenlijsten/maken/')}?ontwerp=${draftId}`,
	/** A small questionnaire to begin one's own from. */
	template: () => asset('/vragenlijst-sjabloon.json'),
	/** Made by the build: of every package that the app holds something of. */
	licences: () => asset('/licenties.txt'),
	/** All partnerships; the query says what to search and how to sort (overzicht/view-query.ts). */
	portfolio: (query = '') => `${resolve('/overzicht/')}${query}`,
	/** A measurement beside those of other partnerships; only those with each of these tags, when there are any. */
	peers: (measurementId: string, tags: readonly string[] = []) =>
		`${resolve('/naast-anderen/')}?meting=${measurementId}${tags.map((tag) => `&trefwoord=${encodeURIComponent(tag)}`).join('')}`,
	/** Where everything is wiped that was asked to be, and where tabs end that heard of it. */
	wiped: () => resolve('/gewist/'),
	/** Without an invitation: there people can paste their link. */
	participate: () => resolve('/meedoen/'),
	explanation: () => resolve('/uitleg/'),
	/** For a page that starts by itself. */
	serviceWorker: () => asset('/service-worker.js')
};

function comparedQuery(measurementIds: readonly string[], from: number): string {
	const ids = measurementIds.map((id) => `meting=${id}`).join('&');
	return `${ids}${from === 0 ? '' : `&vanaf=${from}`}`;
}

/** The measurement that the address of this page names; only in the browser, a prerendered page has none. */
export function measurementInAddress(): string {
	return new URLSearchParams(location.search).get('meting') ?? '';
}

/** The id of the questionnaire that the address of this page names; only in the browser. */
export function questionnaireInAddress(): string {
	return new URLSearchParams(location.search).get('vragenlijst') ?? '';
}

/** The draft of a questionnaire that the address of this page names; only in the browser. */
export function draftInAddress(): string {
	return new URLSearchParams(location.search).get('ontwerp') ?? '';
}

/** The measurements that the address names, in its order. */
export function measurementsInAddress(): string[] {
	return new URLSearchParams(location.search).getAll('meting');
}

/** The tags that the address asks for, in its order. */
export function tagsInAddress(): string[] {
	return new URLSearchParams(location.search).getAll('trefwoord');
}

/** From which place on a comparison goes; 0 for the oldest, or when the address says nothing useful. */
export function placeInAddress(): number {
	return Number.parseInt(new URLSearchParams(location.search).get('vanaf') ?? '', 10) || 0;
}

/** Empty when the address names none. */
export function partnershipInAddress(): string {
	return new URLSearchParams(location.search).get('verband') ?? '';
}

export function isExampleAddress(): boolean {
	return new URLSearchParams(location.search).has(EXAMPLE);
}

/** Where this app runs now, ending with a slash. */
export function pageAddress(): string {
	return new URL(resolve('/'), location.href).href;
}
