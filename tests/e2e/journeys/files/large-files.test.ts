import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { largeFile } from '../../devices/large-file';
import { DataPage } from '../../pages/data-page';
import { expect, test } from '../../test';

const PARTNERSHIPS = 60;
const text = largeFile(PARTNERSHIPS);
const large = { name: 'alles.json', mimeType: 'application/json', buffer: Buffer.from(text) };

declare global {
	interface Window {
		/** How long each part of a file in the making takes (ms). */
		slowness: number;
		/** Reading stands still at the part of this number from now. */
		standStillAt: (part: number) => void;
		/** Reading goes on, to the end. */
		goOn: () => void;
	}
}

/**
 * A slow device, and a disk that stands still until the test says otherwise: so nothing rests
 * on how fast this machine is.
 */
async function slowDown(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { text: read } = Blob.prototype;
		const RealBlob = Blob;
		let partsToGo = Number.POSITIVE_INFINITY;
		let free: Promise<void> = Promise.resolve();
		window.slowness = 0;
		window.goOn = () => undefined;
		window.standStillAt = (part) => (partsToGo = part);
		Blob.prototype.text = async function () {
			partsToGo -= 1;
			if (partsToGo === 0) free = new Promise((resolve) => (window.goOn = resolve));
			await free;
			return read.call(this);
		};
		window.Blob = class extends RealBlob {
			constructor(...options: ConstructorParameters<typeof Blob>) {
				super(...options);
				for (const end = performance.now() + window.slowness; performance.now() < end;);
			}
		};
	});
}

/** Everything that people stored. */
function countRecords(page: Page): Promise<number[]> {
	return page.evaluate(async () => {
		const settled = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('failed'));
			});
		const database = await settled(indexedDB.open('samenwerkingsmeter'));
		const tx = database.transaction(['partnerships', 'measurements', 'responses']);
		const counts = [...tx.objectStoreNames].map((name) => settled(tx.objectStore(name).count()));
		const found = await Promise.all(counts);
		database.close();
		return found;
	});
}

test('a whole device goes into a file and out of it, and can be stopped on the way', async ({
	page,
	site,
	browser,
	data
}) => {
	await slowDown(page);
	await data.open();
	await data.choose(large);
	await expect(page.getByText('60 overleggen. 60 metingen: 60 nieuw.')).toBeVisible();
	await data.confirm();
	await expect(page.getByText('Dit bestand bevat 120 volledige bladen.')).toBeVisible();

	await page.evaluate(() => (window.slowness = 300));
	await data.saveButton.click();
	await expect(data.progress).toHaveAccessibleName('Het bestand wordt gemaakt …');
	await expect(page.getByText(/^\d+ van 60 overleggen$/)).toBeVisible();
	await data.stopButton.click();
	await expect(page.getByText('Gestopt. Er is geen bestand gemaakt.')).toBeVisible();
	await expect(data.saveButton).toBeFocused();
	await page.evaluate(() => (window.slowness = 0));
	const saved = await data.save('Alles op dit toestel');
	expect(readFileSync(saved.path, 'utf8')).toBe(text);

	const context = await browser.newContext({ baseURL: site });
	const other = await context.newPage();
	await slowDown(other);
	const there = new DataPage(other);
	await there.open();
	await other.evaluate(() => window.standStillAt(31));
	await there.choose(saved.path);
	await expect(there.progress).toHaveAccessibleName('Het bestand wordt nagekeken en vergeleken met dit toestel …');
	await expect(other.getByText(/^(28|29) van 60 overleggen$/)).toBeVisible();
	await other.evaluate(() => window.goOn());
	await expect(other.getByText('60 metingen: 60 nieuw.')).toBeVisible();

	await other.evaluate(() => window.standStillAt(40));
	await other.getByRole('button', { name: 'Zet dit op dit toestel' }).click();
	await expect(there.progress).toHaveAccessibleName('Alles komt op dit toestel …');
	await expect(other.getByText(/^3[89] van 60 overleggen$/)).toBeVisible();
	const [done] = (await other.getByText(/ van 60 overleggen$/).innerText()).split(' ');
	await expect(there.progress).toHaveJSProperty('value', Number(done));
	await there.stopButton.click();
	await other.evaluate(() => window.goOn());
	await expect(other.getByText('Gestopt. Er is niets gewijzigd.')).toBeVisible();
	expect(await countRecords(other)).toEqual([0, 0, 0]);

	await there.confirm();
	expect(await countRecords(other)).toEqual([60, 60, 120]);
	expect(readFileSync((await there.save('Alles op dit toestel')).path, 'utf8')).toBe(text);
	await there.undo();
	expect(await countRecords(other)).toEqual([0, 0, 0]);
	await context.close();
});
