import type { Page } from '@playwright/test';
import { onEveryStatement } from '../../looks/newest-questionnaire';
import { CollectionPage } from '../../pages/collection-page';
import { DataPage } from '../../pages/data-page';
import { DeskPage } from '../../pages/desk-page';
import { HomePage } from '../../pages/home-page';
import { ResultPage } from '../../pages/result-page';
import { expect, test } from '../../test';

/** An anonymous measurement on two laptops: figures show over one set of people, once. */

/** One form for each key, every statement the same. */
async function typeForms(page: Page, measurementId: string, keys: string): Promise<void> {
	await page.goto(`./overtypen/?meting=${measurementId}`);
	for (const [index, key] of [...keys].entries()) {
		await page.getByRole('radio', { name: 'Gemeente' }).check();
		await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
		await page.keyboard.type(onEveryStatement(key));
		await page.keyboard.press('Enter');
		await expect(page.getByText(`Formulier ${index + 1} bewaard`)).toBeVisible();
	}
}

test('the other laptop only collects and says where it shows, until it is handed over to it', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	collection,
	data,
	result
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Twee laptops', 3);
	const measurementId = await desk.measurementId();
	await collection.open(measurementId);
	const empty = await collection.saveTransfer();
	await typeForms(page, measurementId, '345');

	const other = await browser.newContext({ baseURL: site });
	const otherPage = await other.newPage();
	const [otherDesk, otherData] = [new DeskPage(otherPage), new DataPage(otherPage)];
	const otherHome = new HomePage(otherPage);
	await otherHome.open();
	await otherHome.openFile(empty);
	await typeForms(otherPage, measurementId, '2');

	await otherDesk.open(measurementId);
	await expect(otherPage.getByText('Dit toestel verzamelt alleen.')).toBeVisible();
	await expect(otherPage.getByRole('link', { name: 'Bewaar hier een bestand' })).toBeVisible();
	await expect(otherDesk.closeButton).toHaveCount(0);
	await otherPage.goto(`./verzamelen/?meting=${measurementId}`);
	await expect(otherPage.getByText('Dit toestel verzamelt alleen.')).toBeVisible();
	for (const door of ['resultaat', 'verslag']) {
		await otherPage.goto(`./${door}/?meting=${measurementId}`);
		await expect(otherPage.getByRole('heading', { name: 'Het resultaat komt op een andere laptop' })).toBeVisible();
		await expect(otherPage.getByRole('button', { name: 'Toon het resultaat' })).toHaveCount(0);
	}
	await otherPage.goto(`./tonen/?meting=${measurementId}`);
	await expect(otherPage.getByText('De cijfers van deze meting worden nog niet getoond.')).toBeVisible();

	await otherData.open();
	await otherPage.getByRole('button', { name: 'Toon de code van dit toestel' }).click();
	const code = (await otherPage.getByText('Code van dit toestel:').getByRole('strong').textContent()) ?? '';
	await page.goto(`./gegevens/?meting=${measurementId}`);
	await page.getByRole('radio', { name: /^Geef sluiten en tonen door/ }).check();
	await page.getByLabel('Code van de andere laptop').fill(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
	await data.saveButton.click();
	await expect(data.problem).toContainText('Deze code klopt niet.');
	await page.getByLabel('Code van de andere laptop').fill(code.toLowerCase());
	const downloading = page.waitForEvent('download');
	await data.saveButton.click();
	const handedOver = await (await downloading).path();
	await expect(page.getByText('Doorgegeven: dit toestel verzamelt alleen nog.')).toBeVisible();
	await desk.open(measurementId);
	await expect(page.getByText(code)).toBeVisible();
	await expect(desk.closeButton).toHaveCount(0);

	await otherData.open();
	await otherData.choose(handedOver);
	await expect(otherData.preview).toContainText('Dit toestel sluit ze, en toont het resultaat.');
	await otherData.confirm();
	await otherDesk.open(measurementId);
	await otherDesk.close();
	await otherDesk.showAnonymousResult();
	expect((await new ResultPage(otherPage).row('Over de muur kijken'))[0]).toContain('4 mensen');
	await new CollectionPage(otherPage).open(measurementId);
	const shown = await new CollectionPage(otherPage).saveTransfer();

	// Over exactly the same people it shows here as well.
	await collection.open(measurementId);
	await collection.openFile(shown);
	await collection.expectCount(4);
	await page.goto(`./resultaat/?meting=${measurementId}`);
	await result.expectRadar();
	await other.close();
});

test('what was deleted after it was shown, and comes back with somebody more, shows nothing and says why', async ({
	page,
	newPartnership,
	desk,
	data,
	home,
	result
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Twee keer', 3);
	const measurementId = await desk.measurementId();
	await typeForms(page, measurementId, '345');
	await data.open();
	const { path } = await data.saveBackup();
	await desk.open(measurementId);
	await desk.close();
	await desk.showAnonymousResult();
	expect((await result.row('Over de muur kijken'))[0]).toContain('3 mensen');
	await desk.open(measurementId);
	await page.getByRole('button', { name: 'Meting wissen' }).click();
	await expect(page.getByText('De meting is verwijderd')).toBeVisible();

	await home.open();
	await home.openFile(path);
	await typeForms(page, measurementId, '1');
	await desk.open(measurementId);
	await expect(page.getByText('over andere mensen dan hier nu staan')).toBeVisible();
	await expect(page.getByRole('link', { name: 'maak een nieuwe meting' })).toBeVisible();
	await page.goto(`./resultaat/?meting=${measurementId}`);
	await expect(page.getByRole('heading', { name: 'Het resultaat werd al getoond' })).toBeVisible();
	await expect(page.getByText(/4 mensen/)).toHaveCount(0);
});

test('a back-up on another device asks whether the one that shows it still exists', async ({
	site,
	browser,
	newPartnership,
	desk,
	data
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Back-up', 3);
	const measurementId = await desk.measurementId();
	await data.open();
	const { path } = await data.saveBackup();

	const other = await browser.newContext({ baseURL: site });
	const otherPage = await other.newPage();
	const otherData = new DataPage(otherPage);
	await otherData.open();
	await otherData.choose(path);
	await expect(otherData.preview).toContainText('Hier wordt alleen verzameld');
	await otherPage.getByRole('radio', { name: /^Nee, het is gewist, stuk of verloren/ }).check();
	await expect(otherData.preview).toContainText('Dit toestel sluit ze, en toont het resultaat.');
	await otherData.confirm();
	await new DeskPage(otherPage).open(measurementId);
	await new DeskPage(otherPage).toAnswers();
	await expect(new DeskPage(otherPage).closeButton).toBeVisible();
	await other.close();
});
