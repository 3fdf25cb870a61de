import { onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

/** One phone for more than one person, and a phone on which somebody has not handed in yet. */

test('whoever comes next on the same phone finds nothing of the one before, whichever way they look', async ({
	page,
	site,
	context,
	newPartnership,
	desk,
	sheet,
	collection
}) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createAnonymous('Eén telefoon', 3);
	const measurementId = await desk.measurementId();
	const { hash } = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example')));
	await page.goto(`./meedoen/${hash}`);
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerAll(onEachScreen('345'));
	await sheet.done();
	await sheet.expectHandBack();
	await expect(page.getByText('Er is nog niets verzonden.')).toBeVisible();
	const first = await sheet.code();

	// The same phone has it open twice, once from the start page, with the first one still in its history.
	const other = await context.newPage();
	await other.goto(`./meedoen/${hash}`);
	expect(await new SheetPage(other).code()).toBe(first);
	await page.goto('./');
	await page.getByRole('link', { name: /^Verder met je antwoorden/ }).click();
	expect(await sheet.code()).toBe(first);

	await page.getByRole('button', { name: 'Iemand anders op deze telefoon' }).click();
	await page.getByRole('button', { name: 'Ja, wis ze voor wie nu komt' }).click();
	const expectClean = async () => {
		await expect(sheet.group('Verenigingen')).toBeVisible();
		await expect(page.getByTestId('code')).toHaveCount(0);
		await expect(page.getByRole('img')).toHaveCount(0);
		await expect(page.locator('canvas')).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Maak ongedaan' })).toHaveCount(0);
	};
	await expectClean();
	await expect(new SheetPage(other).group('Verenigingen')).toBeVisible();
	await expect(other.getByTestId('code')).toHaveCount(0);
	await other.close();
	await page.reload();
	await expectClean();
	expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('blad')))).toEqual([]);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: 'Eén telefoon' })).toBeVisible();
	await expect(page.getByText('Van een andere laptop')).toBeVisible();
	await page.goBack();
	await expectClean();
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1, name: 'Eén telefoon' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Verder met je antwoorden/ })).toHaveCount(0);

	await page.goto(`./meedoen/${hash}`);
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerAll(onEachScreen('543'));
	const second = await sheet.finish();
	expect(second).not.toBe(first);
	await collection.open(measurementId);
	for (const code of [first, second]) {
		await collection.typeCode(code);
		await collection.expectMessage('Net binnen: Verenigingen.');
	}
	await collection.expectCount(2);
});

test('the start page of a phone leads back to answers that are not handed in, until they are wiped', async ({
	page,
	site,
	newPartnership,
	desk,
	sheet
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Nog niet af', 3);
	await desk.measurementId();
	const { hash } = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example')));
	await page.goto(`./meedoen/${hash}`);
	await sheet.chooseGroup('Gemeente');
	await sheet.choice('4').click();
	await sheet.expectSaved();
	await page.goto('./');
	await expect(page.getByText('Ze zijn nog niet af.')).toBeVisible();
	const onwards = page.getByRole('link', { name: /^Verder met je antwoorden/ });
	await onwards.click();
	await expect(page.getByText('Je bent al begonnen: 1 antwoord')).toBeVisible();
	expect(new URL(page.url()).hash).toBe(hash);
	await page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }).click();
	await page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	await expect(page.getByText('✓ Je antwoorden zijn gewist van deze telefoon.')).toBeVisible();
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1, name: 'Nog niet af' })).toBeVisible();
	await expect(onwards).toHaveCount(0);
});
