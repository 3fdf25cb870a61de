import type { Page } from '@playwright/test';
import { expectDrawn } from '../../looks/drawn-as';
import { onEveryStatement } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

const SCREENS = [
	{ width: 1280, height: 720 },
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 1024, height: 768 }
];

/** Types a form: every statement the same key. */
async function typeForm(page: Page, group: string, number: number, key: string): Promise<void> {
	await page.getByRole('radio', { name: group }).check();
	await page.getByRole('textbox', { name: /^Stelling 1:/ }).focus();
	await page.keyboard.type(onEveryStatement(key));
	await page.keyboard.press('Enter');
	await expect(page.getByText(`Formulier ${number} bewaard`)).toBeVisible();
}

/** Nothing of the page lies beyond the screen. */
async function expectWhole(page: Page): Promise<void> {
	const beyond = await page.evaluate(() => {
		const { scrollHeight, scrollWidth } = document.documentElement;
		return [scrollHeight - innerHeight, scrollWidth - innerWidth];
	});
	expect(beyond).toEqual([0, 0]);
}

test('the room sees the code and how many are in, without a connection too, until the answers are in', async ({
	page,
	context,
	newPartnership,
	desk
}) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Zaal vol', 3, { Gemeente: 6, Verenigingen: 24 });
	const measurementId = await desk.measurementId();
	await desk.invitationLink('https://meter.example/');
	const opening = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Toon QR in de zaal' }).click();
	const hall = await opening;
	await expect(page.getByText('Het zaalscherm staat in een eigen venster.')).toBeVisible();
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('Scan en antwoord');
	await expect(hall.getByRole('img', { name: /^QR-code/ })).toBeVisible();
	await expect(hall.getByRole('status')).toHaveText(/^\s*0\s+van 30 binnen\s*$/);
	await expect(hall.getByRole('link', { name: 'Gegevens' })).toBeHidden();
	await expect(hall.getByRole('link', { name: 'Terug naar de meting' })).toHaveCount(0);
	for (const size of SCREENS) {
		await hall.setViewportSize(size);
		await expectWhole(hall);
	}

	await desk.enterPaper();
	for (const [index, group] of ['Gemeente', 'Gemeente', 'Gemeente', 'Verenigingen'].entries()) {
		await typeForm(page, group, index + 1, String(index + 1));
		// What the first form loads, no service worker keeps here.
		if (index === 0) await context.setOffline(true);
		await expect(hall.getByRole('status')).toHaveText(new RegExp(`^\\s*${index + 1}\\s+van 30 binnen\\s*$`));
	}
	await expect(hall.getByRole('img', { name: /^Wie binnen is/ })).toHaveAccessibleName(
		'Wie binnen is. Gemeente: 3 van 6. Verenigingen: 1 van 24.'
	);
	await context.setOffline(false);

	await desk.open(measurementId);
	await desk.close();
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('De antwoorden zijn binnen');
	await expect(hall.getByText('Kijk straks mee.')).toBeVisible();
	await expect(hall.getByRole('img', { name: /^QR-code/ })).toHaveCount(0);
});

test('where a browser keeps the window back, the screen of the hall opens in the same tab, and one comes back', async ({
	page,
	newPartnership,
	desk
}) => {
	await page.addInitScript(() => (window.open = () => null));
	await newPartnership.open();
	await newPartnership.createAnonymous('Geen venster', 3);
	await desk.measurementId();
	await desk.invitationLink('https://meter.example/');
	await page.getByRole('button', { name: 'Toon QR in de zaal' }).click();
	await expect(page.getByText('Je browser hield het venster tegen.')).toBeVisible();
	await page.getByRole('link', { name: 'open het zaalscherm in dit tabblad' }).click();
	await expect(page.getByRole('img', { name: /^QR-code/ })).toBeVisible();
	await page.getByRole('link', { name: 'Terug naar de meting' }).click();
	await expect(page.getByRole('heading', { name: 'Toon de QR-code in de zaal' })).toBeVisible();
});

test('cards for on the tables print on one sheet, with the code on each', async ({ page, newPartnership, desk }) => {
	await newPartnership.open();
	await newPartnership.createAnonymous('Op tafel', 3);
	await desk.measurementId();
	await desk.invitationLink('https://meter.example/');
	await page.getByRole('link', { name: 'Tafelkaartjes' }).click();
	await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeVisible();

	const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });

	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('the screen of the hall looks as it was drawn', { tag: '@whole' }, async ({ page, newPartnership, desk }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await newPartnership.open();
	await newPartnership.chooseDate('2026-11-29');
	await newPartnership.createAnonymous('Gemeente X en haar verenigingen', 3, { Gemeente: 6, Verenigingen: 24 });
	const measurementId = await desk.measurementId();
	await desk.invitationLink('https://meter.example/');
	await page.goto(`./zaal/?meting=${measurementId}`);
	const code = page.getByRole('img', { name: /^QR-code/ });
	await expect(code).toBeVisible();

	// Each measurement has a code of its own.
	const picture = page.locator('.hall:not(.seats)');
	await expectDrawn({ page, picture, name: 'hall.png', mark: picture.locator('.room svg path').last(), mask: [code] });
});
