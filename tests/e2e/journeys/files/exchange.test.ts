import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { DataPage } from '../../pages/data-page';
import { expect, test } from '../../test';

const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/exchange/${name}`, import.meta.url));
const EXAMPLE = 'Voorbeeld: een gemeente met haar verenigingen';

/**
 * Everything in the browser's database: the records of each store in key order. Summaries are made again, and what it
 * says of itself is of this device only; so is what it remembers of who shows a measurement, and its name for that.
 */
function dump(page: Page): Promise<Record<string, unknown[]>> {
	return page.evaluate(async () => {
		const settled = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('failed'));
			});
		const database = await settled(indexedDB.open('samenwerkingsmeter'));
		const names = [...database.objectStoreNames].filter(
			(name) => !['summaries', 'meta', 'showings', 'settings'].includes(name)
		);
		const tx = database.transaction(names);
		const stores = await Promise.all(
			names.map(async (name) => [name, await settled(tx.objectStore(name).getAll())] as const)
		);
		database.close();
		return Object.fromEntries(stores);
	});
}

/** Another device: a browser that has never seen this app. */
async function otherDevice(browser: Browser, site: string): Promise<{ page: Page; data: DataPage }> {
	const context = await browser.newContext({ baseURL: site });
	const page = await context.newPage();
	const data = new DataPage(page);
	await data.open();
	return { page, data };
}

test('everything goes to another device by file, and is identical there', async ({
	page,
	site,
	browser,
	home,
	newPartnership,
	filling,
	data
}) => {
	await newPartnership.open();
	await newPartnership.create('Overleg <b>aan</b> de beek');
	await filling.answerScreen({ Gemeente: '450', Verenigingen: '211' });
	await filling.writeNote(1, 'Zo & "anders" 😀');
	await filling.expectSaved();
	await home.open();
	await home.openExample();

	await data.open();
	await expect(page.getByText('Dit bestand bevat 62 volledige bladen.')).toBeVisible();
	const saved = await data.save('Alles op dit toestel');
	expect(saved.name).toMatch(/^samenwerkingsmeter-alles-\d{4}-\d{2}-\d{2}\.json$/);
	const before = await dump(page);

	const other = await otherDevice(browser, site);
	await other.data.choose(saved.path);
	await expect(other.data.preview).toHaveCount(3);
	await expect(other.data.preview.filter({ hasText: 'Nieuw: 6 gezamenlijke antwoorden en 1 notitie.' })).toHaveCount(1);
	expect((await dump(other.page))['partnerships']).toEqual([]);
	await other.data.confirm();
	expect(await dump(other.page)).toEqual(before);
	const again = await other.data.save('Alles op dit toestel');
	expect(readFileSync(again.path, 'utf8')).toBe(readFileSync(saved.path, 'utf8'));

	await other.data.choose(saved.path);
	await expect(other.data.preview.filter({ hasText: 'Hetzelfde als hier' })).toHaveCount(3);
	await expect(other.page.getByText('Er is niets om toe te voegen.')).toBeVisible();
	await other.page.context().close();
});

test('a file with a passphrase opens with that one only', async ({ page, site, browser, home, data }) => {
	await home.open();
	await home.openExample();
	await data.open();
	await page.getByLabel('Sluit het bestand met een wachtwoord').check();
	await page.getByLabel('Wachtwoord', { exact: true }).fill('te kort');
	await data.saveButton.click();
	await expect(data.problem).toContainText('minstens 10 tekens');
	await page.getByLabel('Wachtwoord', { exact: true }).fill('1234567890');
	await data.saveButton.click();
	await expect(data.problem).toContainText('Te zwak. Tekens die op elkaar volgen');
	const locked = await data.save(`Alles van ${EXAMPLE}`, 'drie ezels in de regen');
	expect(locked.name).toMatch(/\.json\.age$/);
	expect(readFileSync(locked.path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
	expect(readFileSync(locked.path, 'utf8')).not.toContain('verenigingen');

	const other = await otherDevice(browser, site);
	await other.data.choose(locked.path);
	await other.data.unlock('drie ezels in de zon');
	await expect(other.data.problem).toContainText('Dit wachtwoord past niet op dit bestand.');
	await other.data.unlock('drie ezels in de regen');
	await other.data.confirm();
	const [here, there] = [await dump(page), await dump(other.page)];
	expect(there).toEqual(here);
	await other.page.context().close();
});

test('a sentence is proposed for who wants none of their own, and locks', async ({ page, home, data }) => {
	await home.open();
	await home.openExample();
	await data.open();
	await page.getByLabel('Sluit het bestand met een wachtwoord').check();
	await page.getByRole('button', { name: 'Stel een wachtwoord voor' }).click();
	const proposed = await page.getByLabel('Wachtwoord', { exact: true }).inputValue();
	await expect(page.getByText(proposed, { exact: true })).toBeVisible();
	const download = page.waitForEvent('download');
	await data.saveButton.click();
	await data.choose(await (await download).path());
	await data.unlock(proposed);
	await expect(data.preview.filter({ hasText: 'Hetzelfde als hier' }).first()).toBeVisible();
});

test(
	'opening a file is undone exactly, unless something changed since',
	{ tag: '@page' },
	async ({ page, home, filling, data }) => {
		await home.open();
		await home.openExample();
		await data.open();
		const before = await dump(page);

		await data.choose(fixture('v3-unknown-questionnaire.json'));
		await expect(
			data.preview.filter({ hasText: 'De vragenlijst (eigen-lijst 2.0.0) staat niet op dit toestel' })
		).toHaveCount(1);
		await data.confirm();
		expect(await dump(page)).not.toEqual(before);
		await data.undo();
		expect(await dump(page)).toEqual(before);

		await data.choose(fixture('v3-measurement.json'));
		await data.confirm();
		await page.getByRole('link', { name: 'Naar de meting' }).click();
		await page.getByRole('link', { name: 'Vul samen in' }).click();
		await filling.choose('Gemeente', 1, '3');
		await filling.expectSaved();
		await page.getByRole('link', { name: 'Gegevens' }).click();
		await page.getByRole('button', { name: 'Maak ongedaan' }).click();
		await expect(data.problem).toContainText('Er is sindsdien iets gewijzigd.');
	}
);

test('files of before open, from the home page as well; what is no file of this app changes nothing', async ({
	page,
	home,
	data
}) => {
	await home.open();
	await home.openFile(fixture('v3-measurement.json'));
	await expect(page.getByRole('main').getByText('Halle-aan-Zee en verenigingen')).toBeVisible();

	await data.open();
	await data.choose(fixture('v2-everything.json'));
	await data.confirm();
	await data.choose(fixture('v3-locked.json.age'));
	await data.unlock('een lange geheime zin');
	await expect(data.preview).toContainText('Hetzelfde als hier');
	await data.open();
	const before = await dump(page);
	await data.choose(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
	await expect(data.problem).toContainText('Dit is geen bestand met metingen');
	expect(await dump(page)).toEqual(before);
});

test('the header stays on one line on a small phone', async ({ page, home }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await home.open();
	const boxes = await Promise.all(
		['Samenwerkingsmeter', 'Gegevens', 'Uitleg'].map((name) =>
			page.getByRole('banner').getByRole('link', { name }).boundingBox()
		)
	);
	const middles = boxes.map((box) => (box ? box.y + box.height / 2 : NaN));
	expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
