import type { Locator, Page } from '@playwright/test';
import { invitation } from '../../beginnings';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';
import { expectArrival } from '../../looks/view-in-focus';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

/** As a participant has it: the page of an own phone, opened by its link. */
const phoneTest = test.extend<{ phone: SheetPage }>({
	phone: async ({ page }, use) => {
		await page.goto(`./meedoen/${invitation}`);
		await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
		await use(new SheetPage(page));
	}
});

const fragmentOf = (page: Page) => page.evaluate(() => location.hash);

/**
 * Taps one spot several times, as a shaking hand does, by a clock that no busy machine hurries.
 * @param gaps between the taps (ms)
 */
async function tapOnOneSpot(page: Page, control: Locator, gaps: readonly number[]): Promise<void> {
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

phoneTest('nothing that people press changes the invitation in the address', async ({ page, phone }) => {
	const skip = async () => {
		await page.getByText('Naar de inhoud').press('Enter');
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');
		expect(await fragmentOf(page)).toBe(invitation);
	};
	expect(await page.locator('a[href^="#"]').count()).toBe(0);
	await skip();
	await phone.chooseGroup('Gemeente');
	await skip();
	for (const name of ['Bijvoorbeeld', 'Woorden', 'Notitie', 'Vorige', 'Andere groep']) {
		await page.getByRole('button', { name }).click();
		expect(await fragmentOf(page)).toBe(invitation);
	}
	await phone.chooseGroup('Verenigingen');
	await phone.answerAll(onEachScreen('345'));
	await phone.done();
	await phone.expectHandBack();
	await skip();
	for (const name of ['Lees een code voor', 'Bewaar een bestand', 'Pas mijn antwoorden aan']) {
		await page.getByRole('button', { name }).click();
		expect(await fragmentOf(page)).toBe(invitation);
	}
	await page.reload();
	await expect(page.getByText(/Je bent al begonnen/)).toBeVisible();
	expect(await fragmentOf(page)).toBe(invitation);
});

for (const gap of [60, 120, 200, 350]) {
	phoneTest(`a second tap ${gap} ms after an answer answers nothing else`, async ({ page, phone }) => {
		await phone.chooseGroup('Gemeente');
		await tapOnOneSpot(page, phone.choice('2'), [gap]);
		await expect(phone.at(2)).toBeVisible();
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
		await phone.back();
		await expect(phone.choice('2')).toBeChecked();
	});
}

// What lies between: tests/component/ui/pressing/confirm-button.test.ts.
for (const gaps of [[60], [350], [700], Array.from({ length: 9 }, (_, place) => 60 + place * 80)]) {
	phoneTest(`taps on «Wis mijn antwoorden» ${gaps.join(', ')} ms apart wipe nothing`, async ({ page, phone }) => {
		await phone.chooseGroup('Gemeente');
		await phone.choice('3').click();
		await phone.expectSaved();
		await page.reload();
		await tapOnOneSpot(page, page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }), gaps);
		await expect(page.getByText('Je bent al begonnen: 1 antwoord')).toBeVisible();
		await page.reload();
		await expect(page.getByText('Je bent al begonnen: 1 antwoord')).toBeVisible();
	});
}

phoneTest('what was wiped can be taken back, finished or not', async ({ page, phone }) => {
	await phone.chooseGroup('Gemeente');
	await phone.choice('3').click();
	await phone.expectSaved();
	await page.reload();
	await page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }).click();
	await page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(page.getByText('Je bent al begonnen: 1 antwoord')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Verder invullen' }).click();
	await phone.back();
	await expect(phone.choice('3')).toBeChecked();
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
		const statement = (number: number) =>
			expectArrival(page, new RegExp(`^Stelling ${number} van`), new RegExp(`^Stelling ${number} van \\d+ · Meedoen`));
		await statement(1);
		await phone.choice('3').click();
		await statement(2);
		await phone.next();
		await statement(3);
		await phone.back();
		await statement(2);
		await phone.back();
		await statement(1);
		await phone.back();
		await expectArrival(page, /^Vooraf: /, /· Meedoen · Samenwerkingsmeter$/);
		await page.getByRole('button', { name: 'Andere groep' }).click();
		await expectArrival(page, 'Waar zit jij aan tafel?', /^Andere groep/);
		await phone.chooseGroup('Verenigingen');
		await statement(1);
		await phone.expectSaved();
		await page.reload();
		await page.evaluate(() => scrollTo(0, 400));
		await page.getByRole('button', { name: 'Verder invullen' }).click();
		await statement(2);
		await phone.answerAll(onEachScreen('345'));
		await expectArrival(page, /^Tot slot: /, /· Meedoen · Samenwerkingsmeter$/);
		await phone.done();
		await expectArrival(page, 'Laat dit scannen', /^Laat dit scannen · Meedoen/);
		await page.getByRole('button', { name: 'Vorige' }).click();
		await expectArrival(page, /^Tot slot: /, /· Meedoen · Samenwerkingsmeter$/);
		await phone.done();
		await page.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
		await statement(1);
		await phone.answerAll(onEachScreen('345'));
		await phone.done();
		await phone.wipe();
		await expectArrival(page, 'Waar zit jij aan tafel?', /Meedoen · Samenwerkingsmeter$/);
		await page.getByRole('button', { name: 'Maak ongedaan' }).click();
		await expectArrival(page, 'Laat dit scannen', /^Laat dit scannen · Meedoen/);
	}
);
