import { readFileSync } from 'node:fs';
import { readExchangeFile } from '../../../../src/lib/exchange/files/exchange-file';
import { goodOf } from '../../../builders/outcomes';
import { CollectionPage } from '../../pages/collection-page';
import { SheetPage } from '../../pages/sheet-page';
import { dimensions, newestQuestionnaire, onEachScreen, onEveryStatement } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

const [first, second, third] = dimensions.map(({ name }) => name) as [string, string, string];
const none = newestQuestionnaire.closing?.none ?? '';

test('people say on a phone and on paper what they surely want to talk about, and the facilitator gets it', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	data
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Met een slotvraag');
	const measurementId = await desk.measurementId();
	const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;

	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${fragment}`);
	await sheet.chooseGroup('Verenigingen');
	await expect(sheet.closingQuestion).toHaveCount(0);
	await sheet.answerAll(onEachScreen('4'));
	await sheet.topic(second).check();
	await sheet.topic(first).check();
	await expect(sheet.closingQuestion.getByRole('status')).toHaveText(/^Je koos er 2: meer kan niet/);
	await sheet.topic(third).tap({ force: true });
	await expect(sheet.topic(third)).not.toBeChecked();
	for (const box of await sheet.closingQuestion.locator('label').all())
		expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	const width = await phonePage.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(360);
	await sheet.expectSaved();

	// What was chosen is really stored: it is there again after the page was closed.
	await phonePage.reload();
	await phonePage.getByRole('button', { name: 'Verder invullen' }).click();
	await expect(sheet.topic(first)).toBeChecked();
	await expect(sheet.topic(second)).toBeChecked();
	const code = await sheet.finish();
	expect(code.replaceAll(' ', '')).toHaveLength(44);
	await phone.close();

	await desk.collect();
	const collection = new CollectionPage(page);
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Verenigingen.');

	await desk.open(measurementId);
	await desk.enterPaper();
	await page.getByRole('radio', { name: 'Gemeente' }).check();
	await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
	await page.keyboard.type(onEveryStatement('3'));
	await expect(page.getByRole('checkbox', { name: first })).toBeFocused();
	await page.getByRole('checkbox', { name: none }).check();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^✓ Formulier \d+ bewaard/)).toBeVisible();

	await data.open();
	const { path } = await data.save('Alles op dit toestel');
	const { bundles } = goodOf(readExchangeFile(readFileSync(path, 'utf8')));
	const responses = bundles.flatMap(({ measurements }) => measurements.flatMap((one) => one.responses));
	expect(responses.map(({ topics }) => topics)).toEqual(
		expect.arrayContaining([[], dimensions.slice(0, 2).map(({ id }) => id)])
	);
	await page.goto(`./formulier/?meting=${measurementId}`);
	await expect(page.getByText(newestQuestionnaire.closing?.question ?? '')).toBeVisible();
});

test('each side answers the closing question together, once, and may leave it', async ({
	page,
	newPartnership,
	filling
}) => {
	await newPartnership.open();
	await newPartnership.create('Samen een slotvraag');
	await expect(page).toHaveURL(/\/invullen\//);
	for (let at = 1; at < dimensions.length; at += 1) await filling.next.click();
	const of = (group: string) => page.getByRole('group', { name: new RegExp(`^${group}: Waarover`) });
	await of('Gemeente').getByRole('checkbox', { name: third }).check();
	await filling.expectSaved();
	await page.reload();
	await expect(of('Gemeente').getByRole('checkbox', { name: third })).toBeChecked();
	await expect(of('Verenigingen').getByRole('checkbox', { checked: true })).toHaveCount(0);
	await expect(filling.toResult).toBeVisible();
});
