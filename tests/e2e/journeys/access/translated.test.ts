import type { Page } from '@playwright/test';
import { writeInvitation } from '../../../../src/lib/exchange/link/invitation';
import { anInvitation } from '../../../builders/records';
import { newestVersion, onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';
import { translateEverything } from '../../devices/translator';

const invitation = anInvitation({ questionnaire: { id: 'samenwerking', version: newestVersion }, asksTrend: true });

/** What people read, but for the code, which is another each time. */
async function wordsOf(page: Page): Promise<string> {
	const text = await page.locator('main').innerText();
	return text.replace(/([0-9A-Z]{4} )+[0-9A-Z]{4}/g, 'CODE').replace(/\s+/g, ' ');
}

test('a translated phone shows at every step what an untranslated one shows', async ({ page, browser, site }) => {
	const other = await browser.newContext();
	const plainPage = await other.newPage();
	await translateEverything(page);
	const pages = [page, plainPage];
	const sheets = pages.map((one) => new SheetPage(one));
	const compare = () =>
		expect(async () => {
			expect(await wordsOf(page)).toBe(await wordsOf(plainPage));
		}).toPass({ timeout: 20_000 });
	const both = async (step: (sheet: SheetPage) => Promise<unknown>) => {
		for (const sheet of sheets) await step(sheet);
		await compare();
	};

	for (const one of pages) await one.goto(`${site}meedoen/#${writeInvitation(invitation)}`);
	await both(async (sheet) => sheet.chooseGroup('Verenigingen'));
	expect(await page.locator('font').count()).toBeGreaterThan(10);
	await both(async (sheet) => sheet.choice('4').click());
	await both(async (sheet) => sheet.expectSaved());
	await both(async (sheet) => expect(sheet.at(2)).toBeVisible());
	await both(async (sheet) => sheet.next());
	await both(async (sheet) => expect(sheet.at(3)).toBeVisible());
	await both(async (sheet) => sheet.back());
	await both(async (sheet) => sheet.answerAll(onEachScreen('3-0')));
	await both(async (sheet) => sheet.done());
	await both(async (sheet) => sheet.expectHandBack());
	for (const one of pages) await one.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
	await compare();
	await both(async (sheet) => sheet.choice('5').click());
	await other.close();
});

test('a translated desk counts what comes in, and says so of each code', async ({
	page,
	browser,
	site,
	newPartnership,
	desk,
	collection
}) => {
	await translateEverything(page);
	await newPartnership.open();
	await newPartnership.createOpen('Vertaald');
	const { hash } = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example')));
	const phone = await browser.newContext();
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${hash}`);
	await sheet.chooseGroup('Gemeente');
	await sheet.answerAll(onEachScreen('444'));
	await sheet.done();
	const code = await sheet.code();
	await phone.close();

	await desk.collect();
	await collection.expectCount(0);
	await collection.typeCode(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
	await collection.expectMessage('klopt niet');
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Gemeente.');
	await collection.expectCount(1);
	await collection.typeCode(code);
	await collection.expectMessage('was al binnen');
	await desk.open(new URL(page.url()).searchParams.get('meting') ?? '');
	await desk.expectCount('Gemeente', 1);
	await desk.expectCount('Verenigingen', 0);
	expect(await page.locator('font').count()).toBeGreaterThan(10);
});

test('filling in together on a translated screen goes on to the result', async ({
	page,
	newPartnership,
	filling,
	result
}) => {
	await translateEverything(page);
	await newPartnership.open();
	await newPartnership.create('Samen vertaald');
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await filling.answerScreen({ Gemeente: '444', Verenigingen: '222' });
	await filling.expectSaved();
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await page.getByRole('link', { name: 'Volgende' }).click();
	await expect(page.getByText('Onderdeel 2 van 12')).toBeVisible();
	await page.goBack();
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await page.goto(`./resultaat/${new URL(page.url()).search}`);
	await result.expectRadar();
	expect(await result.row('Over de muur kijken')).toEqual(['4,0', '2,0', '3,0', '2,0 groot verschil']);
});
