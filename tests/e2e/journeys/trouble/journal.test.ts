import type { Page } from '@playwright/test';
import { DataPage } from '../../pages/data-page';
import { DeskPage } from '../../pages/desk-page';
import { FillingPage } from '../../pages/filling-page';
import { privateText } from '../../devices/private-files';
import { expect, test } from '../../test';

/** On a page of this site that runs no script of the app, so that nothing is restored yet. */
async function onScriptlessPage(page: Page, work: () => Promise<void>): Promise<void> {
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await page.goto('./exchange-file.schema.json');
	await page.evaluate(work);
}

function deleteDatabase(): Promise<void> {
	return new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase('samenwerkingsmeter');
		deleting.onsuccess = () => resolve();
		deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
		deleting.onblocked = () => reject(new Error('blocked'));
	});
}

async function emptyDatabase(): Promise<void> {
	const opening = indexedDB.open('samenwerkingsmeter');
	await new Promise((resolve) => (opening.onsuccess = resolve));
	const stores = [...opening.result.objectStoreNames];
	const tx = opening.result.transaction(stores, 'readwrite');
	for (const store of stores) tx.objectStore(store).clear();
	await new Promise((resolve) => (tx.oncomplete = resolve));
	opening.result.close();
}

for (const [what, lose] of [
	['gone', deleteDatabase],
	['empty', emptyDatabase]
] as const) {
	test(`a database that is ${what} comes back from the journal, and the screen says so`, async ({
		page,
		newPartnership,
		filling,
		desk
	}) => {
		await newPartnership.open();
		await newPartnership.create('Teruggezet');
		await filling.choose('Gemeente', 1, '4');
		await filling.writeNote(2, 'Blijft bestaan.');
		await filling.choose('Verenigingen', 3, '2');
		await filling.expectSaved();
		const address = page.url();

		await onScriptlessPage(page, lose);
		await page.goto(address);

		await expect(page.getByText('De gegevens in deze browser waren weg of beschadigd.')).toContainText(
			'1 meting komt terug uit de reservekopie op dit toestel'
		);
		await expect(filling.choice('Gemeente', 1, '4')).toBeChecked();
		await expect(filling.choice('Verenigingen', 3, '2')).toBeChecked();
		await expect(filling.note(2)).toHaveValue('Blijft bestaan.');
		await page.getByRole('button', { name: 'Begrepen' }).click();
		await expect(page.getByText('De gegevens in deze browser waren')).toBeHidden();

		// And it goes on from there.
		await filling.choose('Gemeente', 2, '5');
		await filling.expectSaved();
		await onScriptlessPage(page, lose);
		await page.goto(address);
		await expect(filling.choice('Gemeente', 2, '5')).toBeChecked();
		await desk.open(new URL(address).searchParams.get('meting') ?? '');
		await expect(page.getByRole('main')).toContainText('Teruggezet');
	});
}

test('a database that the browser cannot open: the journal is saved in a file, which opens elsewhere', async ({
	page,
	browser,
	site,
	newPartnership,
	filling,
	data
}) => {
	await newPartnership.open();
	await newPartnership.create('Onleesbaar');
	await filling.choose('Gemeente', 1, '4');
	await filling.writeNote(2, 'Uit de reservekopie.');
	await filling.expectSaved();

	// As Chromium does when a part of the database is gone from the disk: opening and deleting both fail.
	await page.addInitScript(() => {
		for (const method of ['open', 'deleteDatabase'] as const) {
			IDBFactory.prototype[method] = () => {
				const request = new EventTarget() as IDBOpenDBRequest;
				const error = new DOMException('Internal error opening backing store.', 'UnknownError');
				Object.defineProperties(request, { error: { value: error }, readyState: { value: 'done' } });
				setTimeout(() => request.dispatchEvent(new Event('error')));
				return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
			};
		}
	});
	await data.open();
	await expect(page.getByText('De browser kan de gegevens op dit toestel niet openen.')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bewaar de reservekopie in een bestand' }).click();
	const path = await (await download).path();

	const elsewhere = await browser.newContext({ baseURL: site });
	const there = await elsewhere.newPage();
	const dataThere = new DataPage(there);
	await dataThere.open();
	await dataThere.choose(path);
	await dataThere.confirm();
	await there.getByRole('link', { name: 'Naar de meting' }).click();
	await new DeskPage(there).fillTogether();
	const restored = new FillingPage(there);
	await expect(restored.choice('Gemeente', 1, '4')).toBeChecked();
	await expect(restored.note(2)).toHaveValue('Uit de reservekopie.');
	await elsewhere.close();
});

test(
	'answers wiped from a phone are nowhere on it any more',
	{ tag: '@page' },
	async ({ page, newPartnership, desk, sheet, site }) => {
		await newPartnership.open();
		await newPartnership.createOpen('Gewist');
		await desk.measurementId();
		const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
		await page.goto(`./meedoen/${new URL(link).hash}`);
		await sheet.chooseGroup('Verenigingen');
		await page.getByRole('button', { name: 'Notitie' }).click();
		await page.getByRole('textbox').fill('Dit blijft onder ons');
		await sheet.choice('2').click();
		await sheet.expectSaved();
		expect(await privateText(page)).toContain('Dit blijft onder ons');
		await page.reload();
		await page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }).click();
		await page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
		await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
		const text = await privateText(page);
		expect(text).toContain('Gewist');
		expect(text).not.toContain('Dit blijft onder ons');
	}
);
