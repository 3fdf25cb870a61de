import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { serve } from '../../../.tools/serve/serve.mjs';
import { newProfile, startChromium } from '../../faults/chromium-process';

/** How many times slower than this machine. */
const CPU_RATE = 4;
const SCREEN = { width: 1366, height: 768 };

/**
 * A facilitator's laptop with a profile of its own, on which everything of the app is kept for use without internet.
 */
export interface Laptop {
	context: BrowserContext;
	/** Of the app, with a slash at the end. */
	url: string;
	/** A new tab, slower than this machine; empty as yet. */
	open: () => Promise<{ page: Page; session: CDPSession }>;
	/** Writes records in the app's database: by store, whole. */
	put: (records: Readonly<Record<string, readonly object[]>>) => Promise<void>;
	/** A tab at full speed, which has made the app's database. */
	desk: Page;
	/** Closes it and throws its profile away. */
	discard: () => Promise<void>;
}

type Host = (options: { site: string }) => Promise<{ url: string; close: () => Promise<void> }>;

/**
 * @param appFolder the folder of the built app
 * @param host what serves it, when not files alone
 */
export async function newLaptop(appFolder: string, host?: Host): Promise<Laptop> {
	const { url, close: closeServer } = await (host?.({ site: appFolder }) ?? serve({ port: 0, folder: appFolder }));
	const profile = newProfile();
	const { context, page: desk, close } = await startChromium(profile, ['--enable-precise-memory-info']);
	await visitOnce(desk, url);
	return {
		context,
		url,
		desk,
		open: async () => {
			const page = await context.newPage();
			await page.setViewportSize(SCREEN);
			const session = await context.newCDPSession(page);
			await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
			return { page, session };
		},
		put: (records) => desk.evaluate(putRecords, records),
		discard: async () => {
			await close();
			await closeServer();
			profile.remove();
		}
	};
}

/** Until the whole app is kept: from then on no page asks the server for anything. */
async function visitOnce(page: Page, url: string): Promise<void> {
	await page.goto(`${url}overzicht/`);
	await page.getByText('Er staan nog geen overleggen op dit toestel.').waitFor();
	await page.getByText('De hele app werkt op dit toestel ook zonder internet').waitFor({ timeout: 60_000 });
}

/** Runs in the page. */
async function putRecords(records: Readonly<Record<string, readonly object[]>>): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('samenwerkingsmeter');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database does not open'));
	});
	const tx = db.transaction(Object.keys(records), 'readwrite');
	for (const [store, values] of Object.entries(records)) {
		for (const value of values) tx.objectStore(store).put(value);
	}
	await new Promise((resolve, reject) => {
		tx.oncomplete = resolve;
		tx.onabort = () => reject(tx.error ?? new Error('Nothing was written'));
	});
	db.close();
}
