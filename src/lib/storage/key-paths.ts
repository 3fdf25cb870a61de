import type { StoreName } from './transaction';

/** The field, or the fields, that a record is found by. */
export type KeyPath = string | readonly string[];

/** Of each store, as the upgrades made it: for whatever has records and no database. */
export const keyPaths: Readonly<Record<StoreName, KeyPath>> = {
	partnerships: 'id',
	measurements: 'id',
	answers: ['responseId', 'itemId'],
	notes: ['measurementId', 'itemId'],
	positions: 'measurementId',
	responses: 'id',
	sheets: 'responseId',
	sheetEntries: ['responseId', 'itemId'],
	sheetTrends: ['responseId', 'dimensionId'],
	agreedScores: ['measurementId', 'dimensionId'],
	settings: 'key',
	commitments: 'id',
	reportChoices: 'measurementId',
	questionnaires: ['id', 'version'],
	questionnaireDrafts: 'id',
	summaries: 'measurementId',
	showings: 'measurementId',
	letterboxes: 'measurementId',
	meta: 'key'
};

/** @returns undefined for a store that this version does not have: it belongs to a newer one */
export function keyPathOf(store: string): KeyPath | undefined {
	return Object.hasOwn(keyPaths, store) ? keyPaths[store as StoreName] : undefined;
}
