import type { Page } from '@playwright/test';
import { onEveryStatement } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

/** How many people each side has: asked when a measurement is made, beside what came in, and before it closes. */

/**
 * One form for each key, every statement the same: two that are alike would be asked about.
 * @param before how many were typed before
 */
async function typeForms(page: Page, group: string, keys: string, before = 0): Promise<void> {
	for (const [index, key] of [...keys].entries()) {
		await page.getByRole('radio', { name: group }).check();
		await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
		await page.keyboard.type(onEveryStatement(key));
		await page.keyboard.press('Enter');
		await expect(page.getByText(`Formulier ${before + index + 1} bewaard`)).toBeVisible();
	}
}

test('the form asks how many people there are, says which field is wrong, and tells which group can never show', async ({
	page,
	newPartnership,
	desk
}) => {
	await newPartnership.open();
	await newPartnership.name.fill('Kleine kant');
	await newPartnership.make.click();
	await expect(newPartnership.problems).toContainText('Gemeente: typ hoeveel mensen er zijn');
	await expect(newPartnership.people('Gemeente')).toBeFocused();
	await expect(newPartnership.people('Gemeente')).toHaveAttribute('aria-invalid', 'true');
	await newPartnership.people('Gemeente').fill('8');
	await newPartnership.people('Verenigingen').fill('drie');
	await newPartnership.make.click();
	await expect(newPartnership.problems).toContainText('Verenigingen: typ een heel aantal mensen, van 1 tot 9999.');
	await expect(newPartnership.people('Verenigingen')).toBeFocused();
	await expect(newPartnership.people('Gemeente')).toHaveAttribute('aria-invalid', 'false');

	await newPartnership.people('Verenigingen').fill('3');
	const never = page.getByText(/Verenigingen: 3 mensen, en jullie tonen alleen resultaten over minstens 5\./);
	await expect(never).toContainText('De cijfers van deze groep komen nooit op het scherm.');
	await newPartnership.chooseThreshold(3);
	await expect(never).toHaveCount(0);
	await newPartnership.make.click();
	await desk.measurementId();
	await expect(page.getByText('0 van 8')).toBeVisible();
	await expect(page.getByText('0 van 3')).toBeVisible();

	// Offered again for the next one.
	await desk.toPartnership();
	await page.getByRole('link', { name: 'Nieuwe meting' }).click();
	await expect(newPartnership.people('Gemeente')).toHaveValue('8');
	await expect(newPartnership.people('Verenigingen')).toHaveValue('3');
	await newPartnership.chooseMethod('Samen op één scherm');
	await expect(newPartnership.people('Gemeente')).toHaveCount(0);
});

test('who closes too early and shows too early loses nothing, and goes on', async ({
	page,
	newPartnership,
	desk,
	result
}) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createAnonymous('Te vroeg', 5, { Gemeente: 6, Verenigingen: 3 });
	const measurementId = await desk.measurementId();
	await desk.enterPaper();
	await typeForms(page, 'Gemeente', '2345');
	await desk.open(measurementId);
	await desk.expectCount('Gemeente', 4);
	await desk.closeButton.click();
	await expect(desk.closingQuestion).toHaveAccessibleDescription(/nog niet/);
	await expect(desk.beforeClosing).toContainText(
		'Gemeente: 4 binnen, en er zijn er minstens 5 nodig. De cijfers van deze groep blijven verborgen.'
	);
	await expect(desk.beforeClosing).toContainText('Gemeente: 4 van 6 binnen. 2 mensen antwoordden nog niet.');
	await expect(desk.beforeClosing).toContainText('Verenigingen: 0 van 3 binnen.');
	await desk.closingQuestion.getByRole('button', { name: 'Nog niet' }).click();
	await expect(desk.closeButton).toBeFocused();

	await desk.closeWithNothing();
	await expect(page.getByText('Van geen enkele groep kwamen er genoeg binnen')).toBeVisible();
	for (const address of ['resultaat', 'verslag']) {
		await page.goto(`./${address}/?meting=${measurementId}`);
		await expect(page.getByRole('heading', { name: 'Er is nog niets te tonen' })).toBeVisible();
		await expect(page.getByText('minstens 5 nodig: nog 1 te weinig')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Toon het resultaat' })).toHaveCount(0);
	}
	await page.getByRole('link', { name: 'Naar de meting' }).click();
	await desk.reopen();
	await desk.enterPaper();
	await typeForms(page, 'Gemeente', '10');
	await desk.open(measurementId);
	await desk.close();
	await desk.toResult();
	await expect(page.getByText('Kijk dit eerst na.')).toBeVisible();
	await expect(page.getByText('6 van 6').first()).toBeVisible();
	await page.getByRole('button', { name: 'Toon het resultaat' }).click();
	await result.expectRadar();
	await desk.open(measurementId);
	await expect(page.getByText('De resultaten zijn al getoond.').first()).toBeVisible();
	await desk.unfold();
	await expect(page.getByRole('heading', { name: 'Naam en datum' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Aantal mensen in elke groep' })).toHaveCount(0);
});

test('more in than there are people is said with words, also where answers come in, until the number is right', async ({
	page,
	newPartnership,
	desk,
	collection
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Te veel', 3, { Gemeente: 1, Verenigingen: 2 });
	const measurementId = await desk.measurementId();
	await desk.enterPaper();
	await typeForms(page, 'Gemeente', '34');
	const warning = page.getByText(/Gemeente: 2 van 1\. Er kwam meer binnen dan er mensen zijn\./);
	await collection.open(measurementId);
	await expect(warning).toBeVisible();
	await collection.expectCount(2);
	await desk.open(measurementId);
	await expect(warning).toBeVisible();
	await desk.setPeople({ Gemeente: 'twee' });
	await expect(page.getByText('Gemeente: typ een heel aantal mensen, van 1 tot 9999.')).toBeVisible();
	await expect(page.getByLabel('Aantal mensen: Gemeente')).toBeFocused();
	await page.getByLabel('Aantal mensen: Gemeente').fill('2');
	await page.getByRole('button', { name: 'Bewaar de aantallen' }).click();
	await expect(page.getByText('✓ Bewaard op dit toestel')).toBeVisible();
	await expect(warning).toHaveCount(0);
	await expect(page.getByText('2 van 2')).toBeVisible();
	await page.reload();
	await expect(page.getByText('2 van 2')).toBeVisible();
});

test('once everybody is in, closing is the main thing to do', async ({ page, newPartnership, desk, result }) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Iedereen binnen', 3, { Gemeente: 3, Verenigingen: 3 });
	const measurementId = await desk.measurementId();
	await desk.enterPaper();
	await typeForms(page, 'Gemeente', '234');
	await typeForms(page, 'Verenigingen', '12', 3);
	await desk.open(measurementId);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scan wie klaar is');
	await desk.enterPaper();
	await typeForms(page, 'Verenigingen', '4');
	await desk.open(measurementId);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Iedereen is binnen');
	await expect(desk.closeButton).toHaveCount(1);
	await desk.close();
	await desk.showAnonymousResult();
	await expect(result.picture).toBeVisible();
});
