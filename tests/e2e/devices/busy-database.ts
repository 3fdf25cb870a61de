import type { BrowserContext } from '@playwright/test';

/**
 * Keeps the whole database of this site busy from another tab, as a slow disk or a large import does:
 * whoever wants to write waits.
 * @returns lets go of it
 */
export async function keepDatabaseBusy(context: BrowserContext, site: string): Promise<() => Promise<void>> {
	const other = await context.newPage();
	// A page of the site that runs no script; the browser asks for an icon of it, which is none of the app's.
	await other.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await other.goto(`${site}exchange-file.schema.json`);
	await other.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('samenwerkingsmeter');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error ?? new Error('The database does not open'));
		});
		const tx = db.transaction([...db.objectStoreNames], 'readwrite');
		const held = new Promise((resolve) => (tx.oncomplete = resolve)).then(() => db.close());
		await new Promise<void>((resolve) => {
			// A transaction lives as long as something is asked of it.
			const goOn = () => {
				resolve();
				if (!Reflect.get(window, 'letGo')) tx.objectStore('meta').count().onsuccess = goOn;
			};
			goOn();
		});
		Object.assign(window, { held });
	});
	return async () => {
		await other.evaluate(async () => {
			Object.assign(window, { letGo: true });
			await (Reflect.get(window, 'held') as Promise<void>);
		});
		await other.close();
	};
}
