import { itemCount } from '../../looks/newest-questionnaire';
import { beginPassedRound } from '../../beginnings';
import { expect, test } from '../../test';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

test('a second tap on «Volgende» answers nothing, and a second tap on «Klaar» hands in once', async ({
	page,
	newPartnership,
	desk,
	sheet
}) => {
	const measurementId = await beginPassedRound({ newPartnership, desk, sheet }, 'Bevende handen', 'Verenigingen');
	for (let statement = 2; statement < itemCount; statement += 1) {
		await expect(sheet.at(statement)).toBeVisible();
		const next = page.getByRole('button', { name: 'Volgende' });
		await next.scrollIntoViewIfNeeded();
		const box = await next.boundingBox();
		const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
		await next.tap();
		await page.touchscreen.tap(x, y);
		await expect(sheet.at(statement + 1)).toBeVisible();
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	}
	await sheet.toLast();
	await page.getByRole('button', { name: 'Klaar' }).dblclick();
	await sheet.expectThanks();
	await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
	await desk.open(measurementId);
	await desk.expectCount('Verenigingen', 1);
});

test('whoever took the wrong group changes it, and keeps the answers', async ({
	page,
	newPartnership,
	desk,
	sheet
}) => {
	const measurementId = await beginPassedRound({ newPartnership, desk, sheet }, 'Verkeerde groep', 'Gemeente');
	await sheet.toFirst();
	await sheet.back();
	await page.getByRole('button', { name: 'Andere groep' }).click();
	await expect(sheet.group('Gemeente')).toBeChecked();
	await sheet.chooseGroup('Verenigingen');
	await expect(sheet.choice('3')).toBeChecked();
	await sheet.toLast();
	await sheet.done();
	await sheet.expectThanks();
	await desk.open(measurementId);
	await desk.expectCount('Verenigingen', 1);
	await desk.expectCount('Gemeente', 0);
});

test('an empty sheet is not handed in, and the screen says why', async ({ page, newPartnership, desk, sheet }) => {
	await newPartnership.open();
	await newPartnership.createOpen('Leeg');
	await desk.handOver();
	await sheet.chooseGroup('Gemeente');
	await sheet.toLast();
	await sheet.done();
	await expect(page.getByRole('alert').filter({ hasText: 'Je gaf nog geen enkel antwoord.' })).toBeVisible();
});

test('a closed or anonymous measurement takes no joint answers', async ({ page, newPartnership, desk }) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Niet samen', 3);
	const anonymous = await desk.measurementId();
	await page.goto(`./invullen/?meting=${anonymous}`);
	await expect(page.getByText('Deze meting is anoniem. Daarin antwoordt ieder apart.')).toBeVisible();
	await newPartnership.open();
	await newPartnership.createOpen('Gesloten');
	const closed = await desk.measurementId();
	await desk.closeWithNothing();
	await page.goto(`./invullen/?meting=${closed}`);
	await expect(page.getByText('De meting is gesloten.')).toBeVisible();
	await expect(page.getByRole('radio')).toHaveCount(0);
});
