import type { Page } from '@playwright/test';
import { SheetPage } from '../../pages/sheet-page';
import { dimensions, onEachScreen, resultNames } from '../../looks/newest-questionnaire';
import { measureAgainAskingTrend } from '../../beginnings';
import { expect, test } from '../../test';

const [first, second] = dimensions;

/** Keys for a whole paper form: every statement the same, and a sign after each dimension. */
const paperKeys = (answer: string, sign: string) =>
	dimensions.map(({ items }) => answer.repeat(items.length) + sign).join('');

async function typePaper(page: Page, group: string, keys: string): Promise<void> {
	await page.getByRole('radio', { name: group }).check();
	await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
	await page.keyboard.type(keys);
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^✓ Formulier \d+ bewaard/)).toBeVisible();
}

test('a second measurement asks how it goes beside last time: on a phone, by code, on paper and in the result', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	partnership,
	collection,
	result
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Opnieuw gevraagd');
	await desk.measurementId();
	await expect(page.getByText(/dan de vorige keer/)).toHaveCount(0);
	await desk.toPartnership();
	await partnership.measureAgain();
	await newPartnership.unfold();
	await newPartnership.chooseMethod('Samen op één scherm');
	await expect(newPartnership.trendOption).toHaveCount(0);
	await newPartnership.chooseMethod('Eén toestel gaat rond');
	await expect(newPartnership.trendOption).not.toBeChecked();
	await newPartnership.trendOption.check();
	await newPartnership.make.click();
	const measurementId = await desk.measurementId();
	await expect(page.getByText(/Wie apart antwoordt, krijgt per onderdeel ook de vraag/)).toBeVisible();
	const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;

	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${fragment}`);
	await expect(phonePage.getByText(/Na elk onderdeel vragen we ook hoe het gaat/)).toBeVisible();
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerToTrend('4');
	await expect(sheet.question).toContainText(first?.name ?? '');
	await sheet.trend('Minder goed').click();
	await expect(sheet.question).toContainText(/^Stelling /);
	await sheet.back();
	await expect(sheet.trend('Minder goed')).toBeChecked();
	await sheet.trend('Beter').click();
	await expect(sheet.question).toContainText(/^Stelling /);
	await sheet.answerToTrend('4');
	await expect(sheet.question).toContainText(second?.name ?? '');
	await expect(sheet.trendQuestion.getByRole('radio', { checked: true })).toHaveCount(0);
	await sheet.trend('Beter').click();
	await expect(sheet.question).toContainText(/^Stelling /);
	await sheet.back();
	await sheet.trend('Weet ik niet, of ik was er toen niet bij').click();
	await sheet.expectSaved();

	// What was chosen is really stored: it is there again after the page was closed.
	await phonePage.reload();
	await phonePage.getByRole('button', { name: 'Verder invullen' }).click();
	await sheet.toFirst();
	await sheet.answerToTrend('4');
	await expect(sheet.trend('Beter')).toBeChecked();
	await sheet.answerAll(onEachScreen('4'));
	const code = await sheet.finish();
	await phone.close();

	await desk.collect();
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Verenigingen.');
	await desk.open(measurementId);
	await desk.enterPaper();
	await typePaper(page, 'Gemeente', paperKeys('3', '-'));
	await typePaper(page, 'Gemeente', paperKeys('4', 'g'));

	await page.goto(`./resultaat/?meting=${measurementId}`);
	await result.unfold('Alle stellingen');
	await expect(result.trend(resultNames[0] ?? '')).toHaveText(
		/: 0 beter, 1 gelijk, 1 minder goed \(Gemeente\); 1 beter, 0 gelijk, 0 minder goed \(Verenigingen\)$/
	);
	await expect(result.trend(resultNames[1] ?? '')).toHaveText(
		/: 0 beter, 1 gelijk, 1 minder goed \(Gemeente\); geen antwoord \(Verenigingen\)$/
	);
	await page.goto(`./formulier/?meting=${measurementId}`);
	await expect(page.getByRole('rowheader', { name: 'Hoe gaat dit tegenover de vorige keer?' })).toHaveCount(
		dimensions.length
	);
});

test('of an anonymous measurement the counts show only from twice the threshold on, and only once it is shown', async ({
	page,
	newPartnership,
	desk,
	partnership,
	sheet,
	result
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Anoniem opnieuw', 3);
	await measureAgainAskingTrend({ newPartnership, desk, partnership });
	const measurementId = await desk.measurementId();

	await desk.enterPaper();
	await typePaper(page, 'Gemeente', paperKeys('3', '+'));
	await typePaper(page, 'Gemeente', paperKeys('4', '='));
	await typePaper(page, 'Gemeente', paperKeys('5', '+'));
	await typePaper(page, 'Gemeente', paperKeys('4', '+'));
	await typePaper(page, 'Gemeente', paperKeys('2', '='));
	await typePaper(page, 'Gemeente', paperKeys('3', '-'));
	await typePaper(page, 'Verenigingen', paperKeys('2', '-'));
	await typePaper(page, 'Verenigingen', paperKeys('3', '-'));
	// The third of the associations was not there last time.
	await desk.open(measurementId);
	await desk.handOver();
	await page.getByRole('button', { name: 'Wie ziet wat?' }).click();
	await expect(page.getByText(/Hoe het gaat tegenover de vorige keer tonen we pas vanaf 6 mensen/)).toBeVisible();
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerAll(onEachScreen('4'));
	await sheet.done();
	await sheet.expectThanks();

	await page.goto(`./resultaat/?meting=${measurementId}`);
	await expect(page.getByRole('heading', { name: 'De meting is nog open' })).toBeVisible();
	await expect(page.getByText(/Gevraagd aan de deelnemers/)).toHaveCount(0);
	await desk.open(measurementId);
	await desk.close();
	await desk.showAnonymousResult();
	await result.unfold('Alle stellingen');
	for (const name of resultNames) {
		await expect(result.trend(name)).toHaveText(
			/: 3 beter, 2 gelijk, 1 minder goed \(Gemeente\); niet getoond, om niemand herkenbaar te maken \(Verenigingen\)$/
		);
	}
});
