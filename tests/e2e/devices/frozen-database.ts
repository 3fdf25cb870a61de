import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Frozen {
	version: number;
	stores: Record<string, Record<string, unknown>[]>;
}

/** A database as the app of that time left it in Chromium; never changed since. */
export const frozen = JSON.parse(readFileSync('tests/fixtures/databases/version-3.json', 'utf8')) as Frozen;

/** The stores of version 3 with their keys and indexes, written down apart from the app. */
const layout: Record<string, { key: string | string[]; indexes: Record<string, string> }> = {
	partnerships: { key: 'id', indexes: {} },
	measurements: { key: 'id', indexes: { byPartnership: 'partnershipId' } },
	answers: { key: ['responseId', 'itemId'], indexes: { byMeasurement: 'measurementId' } },
	notes: { key: ['measurementId', 'itemId'], indexes: { byMeasurement: 'measurementId' } },
	positions: { key: 'measurementId', indexes: {} },
	responses: { key: 'id', indexes: { byMeasurement: 'measurementId' } },
	sheets: { key: 'responseId', indexes: { byMeasurement: 'measurementId' } },
	sheetEntries: { key: ['responseId', 'itemId'], indexes: { byResponse: 'responseId' } },
	agreedScores: { key: ['measurementId', 'dimensionId'], indexes: { byMeasurement: 'measurementId' } },
	settings: { key: 'key', indexes: {} },
	commitments: { key: 'id', indexes: { byPartnership: 'partnershipId', byMeasurement: 'measurementId' } },
	reportChoices: { key: 'measurementId', indexes: {} }
};

/** Puts the frozen database into this browser, before the app opens: on a page of the site that runs no script. */
export async function restoreFrozenDatabase(page: Page): Promise<void> {
	// The browser asks for an icon of that page, which is none of the app's.
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await page.goto('./exchange-file.schema.json');
	await page.evaluate(
		({ version, stores, layout: plan }) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('samenwerkingsmeter', version);
				opening.onupgradeneeded = () => {
					for (const [name, { key, indexes }] of Object.entries(plan)) {
						const store = opening.result.createObjectStore(name, { keyPath: key });
						for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
						for (const record of stores[name] ?? []) store.put(record);
					}
				};
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
				opening.onerror = () => reject(opening.error ?? new Error('failed'));
			}),
		{ ...frozen, layout }
	);
}
