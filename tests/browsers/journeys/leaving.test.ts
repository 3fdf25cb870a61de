import fc from 'fast-check';
import { expect, test } from '../test';
import type { Visitor } from '../visitor';
import { beginWithPhones } from '../workshop';

/** What WebKit keeps of a page that was left, for who comes back, holds up nothing. */

/** How many pages are left; docs/fault-runs.md tells of a longer run. */
const VISITS = Number(process.env['VISITS'] ?? 10);
/** In milliseconds: a write that waits longer holds people up. */
const PATIENCE = 5000;

/** Whether the next page can store: after whatever earlier pages still do in the database. */
const CAN_STORE = `new Promise((resolve) => {
	const opening = indexedDB.open('samenwerkingsmeter');
	opening.onsuccess = () => {
		const db = opening.result;
		const tx = db.transaction([...db.objectStoreNames], 'readwrite');
		tx.objectStore('settings').put({ key: 'appAddress', value: 'http://meter.example/' });
		tx.oncomplete = () => {
			db.close();
			resolve(true);
		};
		setTimeout(() => {
			resolve(false);
			tx.abort();
		}, ${PATIENCE});
	};
})`;

/**
 * WebKitGTK's own network process ends by itself about once in 150 of these visits, and a page that loads just then
 * says «WebKit encountered an internal error»: people load it again.
 */
async function arrive(laptop: Visitor, address: string): Promise<void> {
	await laptop.goto(address).catch((cause: unknown) => {
		if (!String(cause).includes('internal error')) throw cause;
		return laptop.goto(address);
	});
}

test('a page that is left while it reads and writes never holds up the next one', async ({ laptop, host }) => {
	const measurementId = await beginWithPhones(laptop, host.url, 'Even kijken');
	const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now());
	const visit = fc.record({ page: fc.constantFrom('meting', 'gegevens', 'verslag'), after: fc.nat(200) });
	for (const { page, after } of fc.sample(visit, { numRuns: VISITS, seed })) {
		await arrive(laptop, `${host.url}${page}/?meting=${measurementId}`);
		await laptop.window.evaluate(`new Promise((resolve) => setTimeout(resolve, ${after}))`);
		// To one that reads nothing.
		await arrive(laptop, `${host.url}uitleg/`);
		const left = `${page}, left after ${after} ms, FAST_CHECK_SEED=${seed}`;
		expect(await laptop.window.evaluate(CAN_STORE), left).toBe(true);
	}
});
