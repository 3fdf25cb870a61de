import { readFileSync } from 'node:fs';
import { EditorPage } from '../../pages/editor-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

test('made on the screen by keyboard alone, taken up again, used, and filled in on a phone by its link', async ({
	page,
	site,
	browser,
	questionnaires,
	newPartnership,
	desk
}) => {
	const editor = new EditorPage(page);
	await questionnaires.open();
	await editor.begin();
	await editor.field('Titel').focus();
	await editor.type('Samen de kermis maken');
	await editor.finish();
	await expect(page.getByRole('heading', { name: /^Nog \d+ velden te gaan$/ })).toBeFocused();
	await editor.expectSaved();

	// As after a crash: what was typed is there, in the list of what is not ready.
	await questionnaires.open();
	await page.getByRole('link', { name: 'Werk verder aan Samen de kermis maken' }).press('Enter');
	await expect(editor.field('Titel')).toHaveValue('Samen de kermis maken');
	await editor.finish();
	await editor.fillTodo([
		[/^Thema 1, naam/, 'De kermis'],
		[/onderdeel 1, naam|onderdeel «», naam/, 'Vooraf'],
		[/de stelling$/, 'Iedereen weet een maand vooraf wie wat doet.'],
		[/voorbeeld$/, 'Bijvoorbeeld: op de lijst staat wie de tent opzet.']
	]);
	await editor.press(/^Stelling erbij/);
	await expect(editor.field('Stelling 2')).toBeFocused();
	await editor.type('De gemeente vraagt de verenigingen wat ze willen.');
	await page.keyboard.press('Tab');
	await editor.type('Bijvoorbeeld: ze praten over de datum.');
	await editor.press(/^Omhoog ?, stelling 2/);
	await expect(editor.field('Stelling 1')).toHaveValue('De gemeente vraagt de verenigingen wat ze willen.');
	await editor.finish();
	await expect(page.getByRole('heading', { name: '«Samen de kermis maken» is klaar' })).toBeFocused();
	await page.getByRole('link', { name: 'Begin er een meting mee' }).press('Enter');
	await expect(page.getByLabel('Vragenlijst')).toHaveValue('samen-de-kermis-maken');

	await newPartnership.createOpen('De kermis');
	await desk.measurementId();
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${new URL(link).hash}`);
	await sheet.pickGroup('Verenigingen');
	await phonePage.getByRole('button', { name: 'Naar de stellingen' }).click();
	await expect(phonePage.getByRole('heading', { name: 'De gemeente vraagt de verenigingen' })).toBeVisible();
	await sheet.answerAll(['42']);
	await sheet.expectSaved();
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
