import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { itemCount } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';
import { expectArrival } from '../../looks/view-in-focus';

const press = async (page: Page, name: string | RegExp) => {
	const button = page.getByRole('button', { name }).first();
	await expect(button).toBeEnabled();
	await button.focus();
	await page.keyboard.press('Enter');
};

test('a measurement that is closed, opened again, removed and put back says each time where people are', async ({
	page,
	newPartnership,
	desk
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Op toetsen');
	await desk.measurementId();
	await desk.toAnswers();
	await press(page, 'Sluit af en ga praten');
	await expectArrival(page, 'De meting is gesloten', /^De meting is gesloten · Op toetsen/);
	await press(page, 'Heropen de meting');
	await expectArrival(page, 'Scan wie klaar is', /^De meting is open · .* · Op toetsen/);
	await press(page, 'Meting wissen');
	await expectArrival(page, 'Op toetsen', /^De meting is verwijderd · Op toetsen/);
	await press(page, 'Maak ongedaan');
	await expectArrival(page, 'Scan wie klaar is', /^De meting is open · .* · Op toetsen/);
	await desk.toPartnership();
	await expectArrival(page, 'Op toetsen', /^Op toetsen · /);
	await press(page, /^Verwijder dit overleg/);
	await expectArrival(page, 'Overleg', /^Verwijderd · /);
	await press(page, 'Maak ongedaan');
	await expectArrival(page, 'Op toetsen', /^Op toetsen · /);
});

test('a device that is passed round says each time where people are', async ({ page, newPartnership, desk, sheet }) => {
	await newPartnership.open();
	await newPartnership.createOpen('Doorgegeven');
	await desk.measurementId();
	await desk.handOver();
	await expectArrival(page, 'Waar zit jij aan tafel?', /^Waar zit jij aan tafel\? · Toestel doorgeven/);
	await sheet.group('Verenigingen').focus();
	await page.keyboard.press('Space');
	await press(page, 'Begin');
	await expectArrival(page, /^Vooraf: /, /· Toestel doorgeven/);
	await press(page, 'Naar de stellingen');
	await expectArrival(page, /^Stelling 1 van/, /^Stelling 1 van \d+ · Toestel doorgeven/);
	await sheet.choice('3').click();
	await sheet.expectSaved();
	await page.reload();
	await press(page, 'Dat ben ik: verder invullen');
	for (let statement = 2; statement <= itemCount; statement += 1) {
		await expectArrival(page, new RegExp(`^Stelling ${statement} van`), new RegExp(`^Stelling ${statement} van`));
		await press(page, 'Volgende');
	}
	await expectArrival(page, /^Tot slot: /, /· Toestel doorgeven/);
	await press(page, 'Klaar');
	await expectArrival(page, 'Dank je!', /^Dank je! · Toestel doorgeven/);
	await press(page, 'Volgende persoon: begin');
	await expectArrival(page, 'Waar zit jij aan tafel?', /^Waar zit jij aan tafel\?/);
	await sheet.chooseGroup('Gemeente');
	await sheet.choice('2').click();
	await sheet.expectSaved();
	await page.reload();
	await press(page, 'Wis deze antwoorden');
	await expect(page.getByRole('button', { name: 'Nee, laat staan' })).toBeFocused();
	await press(page, 'Ja, wis deze antwoorden');
	await expectArrival(page, 'Waar zit jij aan tafel?', /^Waar zit jij aan tafel\?/);
	await press(page, 'Maak ongedaan');
	await expectArrival(page, 'Er ligt nog een blad klaar', /^Er ligt nog een blad klaar/);
});

test('the steps of a file and the camera take the focus along', async ({ page, newPartnership, desk }) => {
	await page.goto('./gegevens/');
	const file = fileURLToPath(new URL('../../../fixtures/exchange/v2-everything.json', import.meta.url));
	const input = page.getByLabel('Kies een bestand');
	await input.focus();
	await page.keyboard.press('ArrowDown');
	await input.setInputFiles(file);
	await expect(page.getByRole('heading', { name: 'Dit zit in v2-everything.json' })).toBeFocused();
	await expect(page).toHaveTitle(/^Dit zit in v2-everything.json · Gegevens/);
	await press(page, 'Zet dit op dit toestel');
	await expect(page.getByRole('heading', { name: 'Open een bestand' })).toBeFocused();
	await expect(page).toHaveTitle(/^Het bestand staat op dit toestel · Gegevens/);
	await press(page, 'Maak ongedaan');
	await expect(page.getByRole('heading', { name: 'Open een bestand' })).toBeFocused();
	await expect(page).toHaveTitle(/^Ongedaan gemaakt · Gegevens/);

	await newPartnership.open();
	await newPartnership.createOpen('Met de camera');
	await desk.measurementId();
	await desk.collect();
	await expect(page.getByRole('heading', { name: 'Antwoorden binnenhalen' })).toBeFocused();
	const heading = page.getByRole('heading', { name: 'Scan de QR-codes' });
	const started = /^De camera staat aan · Antwoorden binnenhalen/;
	const noCamera = page.getByText('Dit toestel heeft geen camera.');
	// It starts by itself where people come to scan.
	await expect(noCamera).toBeVisible();
	await expect(page).toHaveTitle(started);
	for (const [button, title, seen] of [
		['Stop de camera', /^Antwoorden binnenhalen · /, heading],
		['Start de camera', started, noCamera]
	] as const) {
		await press(page, button);
		await expect(heading).toBeFocused();
		await expect(seen).toBeInViewport();
		await expect(page).toHaveTitle(title);
	}
});

test('the same wrong code is told each time, and its box is marked', async ({
	page,
	newPartnership,
	desk,
	collection
}) => {
	await newPartnership.open();
	await newPartnership.createOpen('Verkeerde code');
	await desk.measurementId();
	await desk.collect();
	await collection.typeCode('ABCD');
	const field = collection.codeBox(2);
	await expect(field).toBeFocused();
	await field.press('Enter');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	const alert = page.getByRole('alert').filter({ hasText: 'De code is niet volledig' });
	const first = await alert.innerText();
	await field.press('Enter');
	await expect(alert).not.toHaveText(first);
	await expect(alert).toContainText('Opnieuw');
	await expect(field).toBeFocused();
});

test('what is wrong with a new measurement is marked at its field, and the first has the focus', async ({
	page,
	newPartnership
}) => {
	await newPartnership.open();
	await expect(newPartnership.make).toBeEnabled();
	await newPartnership.make.click();
	await expect(newPartnership.name).toBeFocused();
	await expect(newPartnership.name).toHaveAttribute('aria-invalid', 'true');
	await expect(newPartnership.name).toHaveAccessibleDescription(/Geef het overleg een naam\./);
	await newPartnership.name.fill('Nu wel');
	await newPartnership.peopleUnknown.check();
	await newPartnership.unfold();
	await newPartnership.groupName(2).fill('Gemeente');
	await page.getByLabel('Datum van de meting').fill('');
	// What is not right is unfolded by itself.
	await page.getByRole('button', { name: /^Wijzig/ }).click();
	await newPartnership.make.click();
	await expect(newPartnership.groupName(2)).toBeFocused();
	await expect(newPartnership.groupName(2)).toHaveAccessibleDescription(/twee groepen heten nu hetzelfde/);
	await expect(page.getByLabel('Datum van de meting')).toHaveAccessibleDescription(/Kies een datum tussen/);
	await expect(newPartnership.name).not.toHaveAttribute('aria-invalid', 'true');
});
