import { onEachScreen } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

test(
	'after «Klaar» the next person sees nothing of the last one: not on the screen, by Back or by a reload',
	{ tag: '@page' },
	async ({ page, newPartnership, desk, sheet }) => {
		await newPartnership.open();
		await newPartnership.createAnonymous('Doorgeven', 3);
		const measurementId = await desk.measurementId();
		await desk.handOver();
		await sheet.chooseGroup('Gemeente');
		await sheet.answerAll(onEachScreen('555'));
		await sheet.done();
		await sheet.expectThanks();
		await expect(page.getByRole('radio')).toHaveCount(0);

		await page.goBack();
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
		await page.goForward();
		await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
		await page.reload();
		await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
		await sheet.chooseGroup('Gemeente');
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

		await desk.open(measurementId);
		await desk.expectCount('Gemeente', 1);
	}
);

test('someone who leaves halfway finds the answers back, and another can wipe them unseen', async ({
	page,
	newPartnership,
	desk,
	sheet
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Halfweg', 3);
	await desk.handOver();
	await sheet.chooseGroup('Verenigingen');
	await sheet.choice('2').click();
	await sheet.expectSaved();
	await page.reload();
	await expect(page.getByText('gaf 1 antwoord')).toBeVisible();
	await page.getByRole('button', { name: 'Dat ben ik: verder invullen' }).click();
	await expect(sheet.at(2)).toBeVisible();
	await sheet.back();
	await expect(sheet.choice('2')).toBeChecked();
	await page.reload();
	await page.getByRole('button', { name: 'Wis deze antwoorden' }).click();
	await page.getByRole('button', { name: 'Ja, wis deze antwoorden' }).click();
	await sheet.chooseGroup('Verenigingen');
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
