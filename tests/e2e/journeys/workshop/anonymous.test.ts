import type { Page } from '@playwright/test';
import { CollectionPage } from '../../pages/collection-page';
import { HomePage } from '../../pages/home-page';
import { onEveryStatement } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

/** Types a paper form: every statement the same key. */
async function paperForm(page: Page, group: string, number: number, keys: string): Promise<void> {
	await page.getByRole('radio', { name: group }).check();
	await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
	await page.keyboard.type(keys);
	await page.keyboard.press('Enter');
	await expect(page.getByText(`Formulier ${number} bewaard`)).toBeVisible();
}

test('an anonymous measurement shows nothing while open, hides a small group, and is sealed once shown', async ({
	page,
	newPartnership,
	desk,
	collection,
	result
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Anoniem', 3);
	const measurementId = await desk.measurementId();
	await desk.enterPaper();
	await paperForm(page, 'Gemeente', 1, onEveryStatement('4'));
	await paperForm(page, 'Gemeente', 2, onEveryStatement('5'));
	await paperForm(page, 'Gemeente', 3, onEveryStatement('3'));
	await paperForm(page, 'Verenigingen', 4, onEveryStatement('1'));
	await paperForm(page, 'Verenigingen', 5, onEveryStatement('2'));

	await page.goto(`./resultaat/?meting=${measurementId}`);
	await expect(page.getByRole('heading', { name: 'De meting is nog open' })).toBeVisible();
	await desk.open(measurementId);
	await expect(page.getByRole('link', { name: 'Vul samen in' })).toHaveCount(0);
	await desk.close();
	await desk.reopen();
	await desk.close();
	await desk.showAnonymousResult();
	await result.expectRadar();
	const [first, second, together, gap] = await result.row('Over de muur kijken');
	expect(first).toContain('4,0');
	expect(first).toContain('3 mensen');
	expect(second).toContain('niet getoond');
	expect(together).toContain('niet getoond');
	expect(gap).toBe('–');
	// Two people answered 1 and 2: no figure between 1 and 2 may be anywhere on the page.
	expect(await page.locator('main').innerText()).not.toMatch(/\b1,\d|\bn 2\b/);

	await desk.open(measurementId);
	await expect(page.getByRole('button', { name: 'Heropen de meting' })).toHaveCount(0);
	await expect(page.getByText('De resultaten zijn al getoond.').first()).toBeVisible();
	await collection.open(measurementId);
	await expect(collection.codeBox(1)).toHaveCount(0);
	await page.goto(`./doorgeven/?meting=${measurementId}`);
	await expect(page.getByText('De resultaten zijn al getoond.')).toBeVisible();
});

test('two laptops merge by file, in either order and twice, with the same result', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	collection
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Twee laptops', 3);
	const measurementId = await desk.measurementId();
	await desk.collect();
	const empty = await collection.saveTransfer();
	await desk.open(measurementId);
	await desk.enterPaper();
	await paperForm(page, 'Gemeente', 1, onEveryStatement('4'));
	await paperForm(page, 'Gemeente', 2, onEveryStatement('5'));

	const other = await browser.newContext({ baseURL: site });
	const otherPage = await other.newPage();
	const otherHome = new HomePage(otherPage);
	await otherHome.open();
	await otherHome.openFile(empty);
	await otherPage.goto(`./overtypen/?meting=${measurementId}`);
	await paperForm(otherPage, 'Verenigingen', 1, onEveryStatement('2'));

	await collection.open(measurementId);
	const mine = await collection.saveTransfer();
	await otherPage.goto(`./verzamelen/?meting=${measurementId}`);
	const others = new CollectionPage(otherPage);
	const theirs = await others.saveTransfer();

	await collection.openFile(theirs);
	await collection.expectCount(3);
	await collection.openFile(theirs);
	await collection.expectMessage('Samengevoegd: 0 nieuw');
	await collection.expectCount(3);
	await others.openFile(mine);
	await others.expectCount(3);
	await other.close();
});
