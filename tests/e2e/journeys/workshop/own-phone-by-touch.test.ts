import type { Page } from '@playwright/test';
import { dimensions, onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';
import { expectArrival } from '../../looks/view-in-focus';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

/** As a participant has it: the page of an own phone, opened by its link. */
const phoneTest = test.extend<{ phone: SheetPage; fragment: string }>({
	fragment: async ({ newPartnership, desk }, use) => {
		await newPartnership.open();
		await newPartnership.createOpen('Op de eigen telefoon');
		await desk.measurementId();
		await use(new URL(await desk.invitationLink('https://meter.example/')).hash);
	},
	phone: async ({ page, fragment }, use) => {
		await page.goto(`./meedoen/${fragment}`);
		await expect(page.getByRole('heading', { name: 'Bij welke groep hoor je?' })).toBeVisible();
		await use(new SheetPage(page));
	}
});

const fragmentOf = (page: Page) => page.evaluate(() => location.hash);

/**
 * Taps one spot several times, as a shaking hand does, by a clock that no busy machine hurries.
 * @param gaps between the taps (ms)
 */
async function tapOnOneSpot(page: Page, name: string, gaps: readonly number[]): Promise<void> {
	const control = page.getByRole('button', { name });
	await control.scrollIntoViewIfNeeded();
	await control.click({ trial: true });
	const box = await control.boundingBox();
	const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
	await page.clock.install();
	await page.clock.pauseAt(Date.now() + 1000);
	await page.touchscreen.tap(x, y);
	for (const gap of gaps) {
		await page.clock.runFor(gap);
		await page.touchscreen.tap(x, y);
	}
	await page.clock.resume();
}

phoneTest('nothing that people press changes the invitation in the address', async ({ page, phone, fragment }) => {
	const skip = async () => {
		await page.getByText('Naar de inhoud').press('Enter');
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');
		expect(await fragmentOf(page)).toBe(fragment);
	};
	expect(await page.locator('a[href^="#"]').count()).toBe(0);
	await skip();
	await phone.chooseGroup('Gemeente');
	await skip();
	for (const name of ['Waar denk je aan?', 'Notitie', 'Andere groep']) {
		for (const button of await page.getByRole('button', { name }).all()) await button.click();
		expect(await fragmentOf(page)).toBe(fragment);
	}
	await phone.chooseGroup('Verenigingen');
	await phone.answerAll(onEachScreen('345'));
	await phone.done();
	await phone.expectHandBack();
	await skip();
	for (const name of ['Bewaar het bestand', 'Pas mijn antwoorden aan']) {
		await page.getByRole('button', { name }).click();
		expect(await fragmentOf(page)).toBe(fragment);
	}
	await page.reload();
	await expect(page.getByText(/Je bent al begonnen/)).toBeVisible();
	expect(await fragmentOf(page)).toBe(fragment);
});

for (const gap of [60, 120, 200, 350]) {
	phoneTest(`a second tap ${gap} ms after choosing a group answers nothing`, async ({ page, phone }) => {
		await tapOnOneSpot(page, 'Gemeente', [gap]);
		await expect(page.getByText(`Onderdeel 1 van ${dimensions.length}`)).toBeVisible();
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
		await phone.choice(1, '3').check();
	});
}

for (const gaps of [[60], [120], [350], [700], [200, 200], Array.from({ length: 9 }, (_, place) => 60 + place * 80)]) {
	phoneTest(`taps on «Wis mijn antwoorden» ${gaps.join(', ')} ms apart wipe nothing`, async ({ page, phone }) => {
		await phone.chooseGroup('Gemeente');
		await phone.choice(1, '3').check();
		await phone.expectSaved();
		await page.reload();
		await tapOnOneSpot(page, 'Wis mijn antwoorden en begin opnieuw', gaps);
		await expect(page.getByText('Je bent al begonnen: 1 antwoord.')).toBeVisible();
		await page.reload();
		await expect(page.getByText('Je bent al begonnen: 1 antwoord.')).toBeVisible();
	});
}

phoneTest('what was wiped can be taken back, finished or not', async ({ page, phone }) => {
	await phone.chooseGroup('Gemeente');
	await phone.choice(1, '3').check();
	await phone.expectSaved();
	await page.reload();
	await page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }).click();
	await page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(page.getByText('Je bent al begonnen: 1 antwoord.')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Verder invullen' }).click();
	await expect(phone.choice(1, '3')).toBeChecked();
	await phone.answerAll(onEachScreen('345'));
	await phone.done();
	await phone.wipe();
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await phone.expectHandBack();
	await page.reload();
	await phone.expectHandBack();
});

phoneTest(
	'each view comes with the focus on its heading, from its top, and with its title',
	async ({ page, phone }) => {
		await phone.chooseGroup('Gemeente');
		const [first, second] = dimensions;
		await expectArrival(page, first?.name ?? '', /^.+ · Meedoen · Samenwerkingsmeter$/);
		await phone.choice(1, '3').check();
		await phone.next();
		await expectArrival(page, second?.name ?? '', new RegExp(`^${second?.name}`));
		await page.getByRole('button', { name: 'Vorige' }).click();
		await expectArrival(page, first?.name ?? '', new RegExp(`^${first?.name}`));
		await page.getByRole('button', { name: 'Andere groep' }).click();
		await expectArrival(page, 'Bij welke groep hoor je?', /^Andere groep/);
		await phone.chooseGroup('Verenigingen');
		await expectArrival(page, first?.name ?? '', new RegExp(`^${first?.name}`));
		await phone.expectSaved();
		await page.reload();
		await page.evaluate(() => scrollTo(0, 400));
		await page.getByRole('button', { name: 'Verder invullen' }).click();
		await expectArrival(page, first?.name ?? '', new RegExp(`^${first?.name}`));
		await phone.answerAll(onEachScreen('345'));
		await phone.done();
		await expectArrival(page, /Geef je antwoorden terug/, /^Geef je antwoorden terug · Meedoen/);
		await page.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
		await expectArrival(page, first?.name ?? '', new RegExp(`^${first?.name}`));
		await phone.answerAll(onEachScreen('345'));
		await phone.done();
		await phone.wipe();
		await expectArrival(page, /Samenwerking/, /Meedoen · Samenwerkingsmeter$/);
		await page.getByRole('button', { name: 'Maak ongedaan' }).click();
		await expectArrival(page, /Geef je antwoorden terug/, /^Geef je antwoorden terug · Meedoen/);
	}
);
