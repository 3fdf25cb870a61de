import { readFileSync } from 'node:fs';
import { fr } from '../../../../src/lib/domain/language/fr';
import { dutchWordsIn } from '../../../builders/language/dutch-words';
import { readableText } from '../../../builders/language/readable-text';
import { EditorPage } from '../../pages/editor-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

test('made in French by keyboard alone, taken up again, used, filled in on a phone in French, and taken in', async ({
	page,
	site,
	browser,
	questionnaires,
	newPartnership,
	desk,
	collection
}) => {
	const editor = new EditorPage(page);
	await questionnaires.open();
	await editor.begin();
	await editor.field('Titel').focus();
	await editor.type('Notre kermesse');
	await editor.finish();
	await expect(page.getByRole('heading', { name: /^Nog \d+ velden te gaan$/ })).toBeFocused();
	await editor.expectSaved();

	// As after a crash: what was typed is there, in the list of what is not ready.
	await questionnaires.open();
	await page.getByRole('link', { name: 'Werk verder aan Notre kermesse' }).press('Enter');
	await expect(editor.field('Titel')).toHaveValue('Notre kermesse');
	await page.getByLabel('Taal voor wie antwoordt').press('F');
	await expect(page.getByLabel('Taal voor wie antwoordt')).toHaveValue('fr');
	await editor.finish();
	await editor.fillTodo([
		[/^Thema 1, naam/, 'La kermesse'],
		[/onderdeel 1, naam|onderdeel «», naam/, 'Avant'],
		[/wie de woorden zijn/, 'Toute personne qui y travaille.'],
		[/waarover ze gaat/, 'La fête de notre quartier.'],
		[/de stelling$/, 'Chacun sait un mois avant qui fait quoi.'],
		[/voorbeeld$/, 'La liste dit qui monte la tente.']
	]);
	await editor.press(/^Stelling erbij/);
	await expect(editor.field('Stelling 2')).toBeFocused();
	await editor.type('La commune demande aux associations ce que chacune veut.');
	await page.keyboard.press('Tab');
	await editor.type('On parle de la date.');
	await editor.press(/^Omhoog \(stelling 2:/);
	await expect(editor.field('Stelling 1')).toHaveValue('La commune demande aux associations ce que chacune veut.');
	await expect(page.getByText(/^Raad:.*voorbeeld/)).toHaveCount(0);
	await editor.finish();
	await expect(page.getByRole('heading', { name: '«Notre kermesse» is klaar' })).toBeFocused();
	await page.getByRole('link', { name: 'Begin er een meting mee' }).press('Enter');
	await expect(page.getByLabel('Vragenlijst')).toHaveValue('notre-kermesse');

	await newPartnership.createOpen('Quartier du Nord');
	const measurementId = await desk.measurementId();
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	expect(new URL(link).hash).toMatch(/^#fr\./);
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, locale: 'nl-BE' });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage, fr);
	const own = ['Notre kermesse', 'Quartier du Nord', 'Samenwerkingsmeter', 'Commune Associations', 'La liste dit'];
	const expectFrench = async () => {
		const shown = await phonePage.locator('body').evaluate(readableText);
		expect(dutchWordsIn(`${shown} ${await phonePage.title()}`, fr, own)).toEqual([]);
	};
	await phonePage.goto(`${site}meedoen/${new URL(link).hash}`);
	await expect(phonePage.locator('html')).toHaveAttribute('lang', 'fr-BE');
	await phonePage.getByRole('button', { name: fr['Wie ziet wat?'] ?? '' }).click();
	await expectFrench();
	await sheet.pickGroup('Associations');
	await expectFrench();
	await phonePage.getByRole('button', { name: fr['Naar de stellingen'] ?? '' }).click();
	await expect(phonePage.getByRole('heading', { name: 'La commune demande aux associations' })).toBeVisible();
	await expectFrench();
	await sheet.answerAll(['42']);
	await sheet.expectSaved();
	await expectFrench();
	const code = await sheet.finish();
	await expect(phonePage.getByText(fr['Alleen jij ziet dit.'] ?? '')).toBeVisible();
	await expectFrench();

	await collection.open(measurementId);
	await collection.typeCode(code);
	await collection.expectCount(1);
	await page.goto(`./formulier/?meting=${measurementId}`);
	const form = page.getByRole('article');
	await expect(form).toHaveAttribute('lang', 'fr-BE');
	expect(dutchWordsIn(await form.evaluate(readableText), fr, own)).toEqual([]);
	await phone.close();
});

test('a workbook opens as a draft; a wrong one names its cells, and nothing is stored', async ({
	page,
	questionnaires
}) => {
	await questionnaires.open();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'sjabloon voor Excel' }).click();
	const template = readFileSync(await (await download).path());
	const choose = (buffer: Buffer, name: string) =>
		page.getByLabel('Kies een werkmap').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

	await choose(Buffer.from('Thema;Onderdeel'), 'lijst.xlsx');
	await expect(page.getByRole('heading', { name: 'lijst.xlsx is nog niet in orde' })).toBeFocused();
	await expect(page.getByText('Dit is geen werkmap die we kunnen lezen.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Nog niet klaar', exact: true })).toHaveCount(0);

	await choose(template, 'kermis.xlsx');
	await expect(page.getByRole('textbox', { name: 'Titel', exact: true })).toHaveValue('kermis');
	await expect(page.getByRole('button', { name: '2 stellingen van Vooraf afspreken' })).toBeVisible();
});
