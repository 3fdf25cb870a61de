import type { Page } from '@playwright/test';

/** What the app makes anew by itself, or notes of itself. */
const NOT_OF_PEOPLE = ['summaries', 'meta', 'showings'];

/**
 * Every record that people made on this device, by store, as text in which the order of fields and the number of a
 * revision play no part. The app must have made its database.
 */
export function storedRecords(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(async (left) => {
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const inOrder = (_: string, value: unknown): unknown =>
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? Object.fromEntries(
						Object.entries(value)
							.filter(([name]) => name !== 'revision')
							.sort(([one], [other]) => (one < other ? -1 : 1))
					)
				: value;
		const db = await done(indexedDB.open('samenwerkingsmeter'));
		const names = [...db.objectStoreNames].filter((name) => !left.includes(name));
		const tx = db.transaction(names);
		const records: Record<string, string[]> = {};
		for (const name of names)
			records[name] = (await done(tx.objectStore(name).getAll()))
				.map((record) => JSON.stringify(record, inOrder))
				.sort();
		db.close();
		return records;
	}, NOT_OF_PEOPLE);
}
