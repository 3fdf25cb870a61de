import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { fillDevice } from '../../devices/fill-device';
import { itemCount, onEachScreen } from '../../looks/newest-questionnaire';
import { axeViolations } from '../../looks/axe-violations';
import { PresentationPage } from '../../pages/presentation-page';
import { expect, test } from '../../test';

const PHONE = { width: 360, height: 640 };
const LAPTOP = { width: 1440, height: 900 };
test.use({ viewport: PHONE });

/** What is on the screen is looked at on a phone and on a laptop, so that people walk there once. */
async function expectNoViolations(page: Page): Promise<void> {
	for (const size of [LAPTOP, PHONE]) {
		await page.setViewportSize(size);
		await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
		expect(await axeViolations(page), `${page.url()} at ${size.width} px`).toEqual([]);
	}
}

async function expectNotTooWide(page: Page): Promise<void> {
	for (const size of [LAPTOP, PHONE]) {
		await page.setViewportSize(size);
		const width = () => page.evaluate(() => document.documentElement.scrollWidth);
		await expect.poll(width, `${page.url()} at ${size.width} px`).toBeLessThanOrEqual(size.width);
	}
}

test('axe finds nothing on any route', async ({ page, home, newPartnership, filling, result }) => {
	await home.open();
	await expectNoViolations(page);
	await newPartnership.open();
	await expect(newPartnership.make).toBeEnabled();
	await newPartnership.unfold();
	await expectNoViolations(page);
	await newPartnership.make.click();
	await expect(newPartnership.problems).toBeVisible();
	await expectNoViolations(page);
	await newPartnership.create('Toegankelijk');
	await filling.answerScreen({ Gemeente: '444', Verenigingen: '220' });
	await filling.writeNote(1, 'Een notitie');
	await expectNoViolations(page);
	await home.open();
	await home.openExample();
	await result.expectRadar();
	await result.showAllTips();
	await result.openStatements('Over de muur kijken');
	await expectNoViolations(page);
	await home.open();
	await expect(page.getByRole('heading', { name: 'Op dit toestel' })).toBeVisible();
	await expectNoViolations(page);
	await page.goto('./uitleg/');
	await expectNoViolations(page);
	await page.goto('./gegevens/');
	await page.getByLabel('Sluit het bestand met een wachtwoord').check();
	await page.getByRole('button', { name: 'Stel een wachtwoord voor' }).click();
	await expectNoViolations(page);
	const file = fileURLToPath(new URL('../../../fixtures/exchange/v3-everything.json', import.meta.url));
	await page.getByLabel('Kies een bestand').setInputFiles(file);
	await expect(page.getByRole('button', { name: 'Zet dit op dit toestel' })).toBeVisible();
	await expectNoViolations(page);
});

test('axe finds nothing where a questionnaire is looked at, refused and kept', async ({ page, questionnaires }) => {
	await questionnaires.open();
	await page.getByRole('button', { name: /^Bekijk "Samenwerking tussen/ }).click();
	await page.getByRole('button', { name: 'Wat elk veld betekent' }).click();
	await expectNoViolations(page);
	await questionnaires.choose('tests/fixtures/questionnaires/several/every-place.json');
	await expect(questionnaires.problems).toHaveCount(4);
	await expectNoViolations(page);
	await questionnaires.choose('tests/fixtures/questionnaires/own/eigen-lijst.json');
	await page.getByRole('button', { name: /^Toon wat je kan nakijken/ }).click();
	await expectNoViolations(page);
	await questionnaires.keep();
	await expectNoViolations(page);
	await expectNotTooWide(page);
});

test('axe finds nothing where a questionnaire is made, in each way it is looked at', async ({
	page,
	questionnaires
}) => {
	await questionnaires.open();
	await page.getByRole('button', { name: 'Maak een kopie' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Maak een vragenlijst' })).toBeVisible();
	await page.getByRole('button', { name: /^Wie antwoordt/ }).click();
	await page.getByRole('button', { name: '3 stellingen van Nieuwe vragen en groepen' }).click();
	await page.getByRole('button', { name: /tips bij Nieuwe vragen en groepen$/ }).click();
	await page.getByRole('button', { name: /bronnen$/ }).click();
	for (const way of ['Telefoon', 'Papier', 'Beeld', 'Alles']) {
		await page.getByText(way, { exact: true }).click();
		await expect(page.getByRole('radio', { name: way, exact: true })).toBeChecked();
		await expectNoViolations(page);
	}
	await expectNotTooWide(page);
});

test('axe finds nothing on any route of the workshop', async ({ page, site, newPartnership, desk, sheet, result }) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createAnonymous('Toegankelijk', 3);
	const measurementId = await desk.measurementId();
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	await expectNoViolations(page);
	for (const [address, heading] of [
		['doorgeven', 'Waar zit jij aan tafel?'],
		['verzamelen', 'Antwoorden binnenhalen'],
		['zaal', 'Scan en antwoord'],
		['tafelkaartjes', 'Tafelkaartjes'],
		['formulier', /formulier/i],
		['overtypen', 'Formulieren overtypen'],
		['draaiboek', /Draaiboek/]
	] as const) {
		await page.goto(`./${address}/?meting=${measurementId}`);
		await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
		await expectNoViolations(page);
	}
	for (const number of [1, 2, 3, 4]) {
		await page.goto(`./overtypen/?meting=${measurementId}`);
		await page.getByRole('radio', { name: number > 3 ? 'Verenigingen' : 'Gemeente' }).check();
		await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
		await page.keyboard.type(`${number}2345`.repeat(itemCount).slice(0, itemCount));
		await page.keyboard.press('Enter');
		await expect(page.getByText('Formulier 1 bewaard')).toBeVisible();
	}
	await page.goto(`./meedoen/${new URL(link).hash}`);
	await expect(page.getByText(`${itemCount} stellingen`)).toBeVisible();
	await expectNoViolations(page);
	await sheet.pickGroup('Gemeente');
	await expect(page.getByRole('button', { name: 'Naar de stellingen' })).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Naar de stellingen' }).click();
	await expect(sheet.at(1)).toBeVisible();
	await expectNoViolations(page);
	await sheet.toLast();
	await expectNoViolations(page);
	await sheet.answerAll(onEachScreen('345'));
	await sheet.done();
	await expect(sheet.qrCode).toBeVisible();
	await result.expectOwnRadar();
	await expectNoViolations(page);

	await desk.open(measurementId);
	await desk.close();
	await expectNoViolations(page);
	await desk.toResult();
	await expect(page.getByRole('button', { name: 'Toon het resultaat' })).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Toon het resultaat' }).click();
	await result.expectRadar();
	await result.openStatements('Over de muur kijken');
	await expectNoViolations(page);
	await page.goto(`./verslag/?meting=${measurementId}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Verslag' })).toBeVisible();
	await page.getByRole('button', { name: 'Toon het volledige verslag' }).click();
	await expectNoViolations(page);
	await page.goto(`./tonen/?meting=${measurementId}`);
	const presentation = new PresentationPage(page);
	await expect(page.getByText('Dit is een voorstel.')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Radar' }).click();
	await expect(page.getByRole('img', { name: /^Radar van 1 tot 5/ }).first()).toBeVisible();
	await expectNoViolations(page);
	await presentation.beginChoosing();
	await expectNoViolations(page);
	await page.keyboard.press('Escape');
	await presentation.begin();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Maak afspraak' }).click();
	await expectNoViolations(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Alle onderwerpen' }).click();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Dit ligt op tafel' }).click();
	await expect(presentation.heading).toHaveText('Dit ligt op tafel');
	await expectNoViolations(page);
});

test('axe finds nothing where it is asked how it goes beside last time', async ({
	page,
	newPartnership,
	desk,
	partnership,
	sheet
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Opnieuw', 3);
	await desk.measurementId();
	await desk.toPartnership();
	await partnership.measureAgain();
	await newPartnership.unfold();
	await newPartnership.trendOption.check();
	await expectNoViolations(page);
	await newPartnership.peopleUnknown.check();
	await newPartnership.make.click();
	const measurementId = await desk.measurementId();
	await expect(page.getByRole('heading', { name: 'Toon de QR-code in de zaal' })).toBeVisible();
	await expectNoViolations(page);
	await desk.handOver();
	await sheet.chooseGroup('Gemeente');
	await sheet.answerToTrend('4');
	await expectNoViolations(page);
	for (const address of ['formulier', 'overtypen']) {
		await page.goto(`./${address}/?meting=${measurementId}`);
		await expect(page.getByText(/tegenover de vorige keer/i).first()).toBeVisible();
		await expectNoViolations(page);
	}
});

test('axe finds nothing in the overview, of one partnership, over time and beside others', async ({
	page,
	partnership,
	comparison,
	portfolio
}) => {
	await portfolio.open();
	await expect(page.getByText('Er staan nog geen overleggen op dit toestel.')).toBeVisible();
	await expectNoViolations(page);
	await fillDevice(page, { partnerships: 5, measurements: 1, responses: 4, latestDate: '2026-03-19' });
	await page.goto('./naast-anderen/?meting=verband-1-0');
	await expect(page.getByRole('heading', { name: 'Er zijn nog te weinig anderen' })).toBeVisible();
	await expectNoViolations(page);
	await fillDevice(page, { partnerships: 12, measurements: 2, responses: 4, latestDate: '2026-03-19' });
	await portfolio.open();
	await expect(portfolio.count).toHaveText('12 overleggen');
	await expectNoViolations(page);
	await partnership.open('verband-1');
	await expect(partnership.measurements).toHaveCount(2);
	await expectNoViolations(page);
	await page.goto('./vergelijken/?meting=verband-1-1&meting=verband-1-0');
	await comparison.expectOpen();
	await expectNoViolations(page);
	await page.goto('./naast-anderen/?meting=verband-1-0');
	await page.getByRole('button', { name: 'Hoe lees ik dit?' }).click();
	await expectNoViolations(page);
});

test('axe finds nothing on the pages about the app', async ({ page, home }) => {
	await home.open();
	for (const [link, heading] of [
		['Privacy', 'Privacy'],
		['Toegankelijkheid', 'Toegankelijkheidsverklaring'],
		['Beveiliging', 'Beveiliging']
	] as const) {
		await page.getByRole('navigation', { name: 'Over deze app' }).getByRole('link', { name: link }).click();
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		await expectNoViolations(page);
		await expectNotTooWide(page);
	}
	for (const chapter of await page.locator('button[aria-expanded]').all()) await chapter.click();
	await expectNoViolations(page);
	await expectNotTooWide(page);
	await page.goto('./gewist/');
	await expect(page.getByText(/Er is niets gewist|Van deze app staat niets/)).toBeVisible();
	await expectNoViolations(page);
	await page.goto('./niet-gevonden/');
	await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
	await expectNoViolations(page);
});

test('at 200 % text on a laptop nothing is cut off or lost', async ({ page, newPartnership, filling, result }) => {
	// A laptop of 1280 × 720 at 200 % zoom lays out as 640 × 360.
	await page.setViewportSize({ width: 640, height: 360 });
	await newPartnership.open();
	await newPartnership.create('Grote letters');
	await filling.answerScreen({ Gemeente: '444', Verenigingen: '222' });
	await expect(filling.next).toBeVisible();
	await page.goto(`./resultaat/${new URL(page.url()).search}`);
	await result.expectRadar();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
