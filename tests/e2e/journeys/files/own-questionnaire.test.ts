import { readFileSync } from 'node:fs';
import { DataPage } from '../../pages/data-page';
import { QuestionnairesPage } from '../../pages/questionnaires-page';
import { SheetPage } from '../../pages/sheet-page';
import { publishedQuestionnaire } from '../../looks/published-questionnaire';
import { expect, test } from '../../test';

const TITLE = 'Samen de kermis maken';

/** The template with a name of its own, as someone fills it in. */
function filledIn(template: string): string {
	return template
		.replace('vragenlijst-van-jullie-gemeente', 'kermis-lommerdal')
		.replace('Titel van jullie vragenlijst', TITLE);
}

test('from the template to a result: checked, kept, filled in on a phone by the link alone, handed back by code', async ({
	page,
	site,
	browser,
	questionnaires,
	newPartnership,
	desk,
	collection,
	result
}) => {
	await questionnaires.open();
	const template = readFileSync(await questionnaires.saveTemplate(), 'utf8');
	const own = filledIn(template);

	await questionnaires.choose({
		name: 'kermis.json',
		text: own.replace('"title"', '"titel"').replace('"low"', '"laag"')
	});
	await expect(page.getByRole('heading', { name: 'kermis.json is nog niet in orde' })).toBeFocused();
	await expect(questionnaires.problems).toHaveCount(3);
	await expect(questionnaires.problems.first()).toHaveText(
		'Regel 1, teken 1, bij title. "title" ontbreekt. Hier hoort een tekst.'
	);
	await expect(questionnaires.problems.nth(1)).toContainText('Dit veld bestaat niet: "titel".');
	await expect(questionnaires.problems.nth(2)).toContainText('Kies één van: "low", "middling", "high".');

	await questionnaires.choose({ name: 'kermis.json', text: own });
	await expect(page.getByRole('heading', { name: `Dit zit in kermis.json: "${TITLE}"` })).toBeFocused();
	await questionnaires.keep();
	await expect(questionnaires.list('Van jullie zelf')).toHaveText([TITLE]);

	await questionnaires.beginMeasurement();
	await expect(page.getByLabel('Vragenlijst')).toHaveValue('kermis-lommerdal');
	await newPartnership.createOpen('De kermis');
	const measurementId = await desk.measurementId();
	const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	await expect(page.getByRole('img', { name: 'QR-code met de link voor deelnemers' })).toBeVisible();

	// A phone that knows nothing but the link, and loses its connection right after.
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
	const phonePage = await phone.newPage();
	const sheet = new SheetPage(phonePage);
	await phonePage.goto(`${site}meedoen/${new URL(link).hash}`);
	await expect(phonePage.getByText('4 stellingen, 2 tot 4 minuten')).toBeVisible();
	await phonePage.waitForLoadState('networkidle');
	await phone.setOffline(true);
	await sheet.pickGroup('Verenigingen');
	await expect(phonePage.getByText('Denk bij «de verenigingen» aan je eigen vereniging.')).toBeVisible();
	await phonePage.getByRole('button', { name: 'Naar de stellingen' }).click();
	await expect(phonePage.getByRole('heading', { name: 'Iedereen weet een maand voor het feest' })).toBeVisible();
	await sheet.answerAll(['24', '11']);
	await sheet.expectSaved();
	await phone.setOffline(false);
	await phonePage.reload();
	await expect(phonePage.getByText('Je bent al begonnen: 4 antwoorden')).toBeVisible();
	await phonePage.getByRole('button', { name: 'Verder invullen' }).click();
	const code = await sheet.finish();
	await phone.close();

	await desk.collect();
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Verenigingen.');
	await desk.open(measurementId);
	await desk.toResult();
	await result.expectSentence('Samen opruimen: verenigingen 1,0');
	expect((await result.row('Vooraf afspreken')).slice(0, 2)).toEqual(['te weinig antwoorden', '3,0 1 mens']);
	await result.showAllTips();
	await expect(result.tips.first()).toContainText('Korte titel, Titel van het deel');
});

test('a file of the measurement brings the questionnaire to another device, where it works whole', async ({
	site,
	browser,
	questionnaires,
	newPartnership,
	filling,
	data
}) => {
	await questionnaires.open();
	await questionnaires.choose({
		name: 'kermis.json',
		text: filledIn(readFileSync('static/vragenlijst-sjabloon.json', 'utf8'))
	});
	await questionnaires.keep();
	await questionnaires.beginMeasurement();
	await newPartnership.create('De kermis');
	await filling.choose('Gemeente', 1, '4');
	await filling.expectSaved();
	await data.open();
	const saved = await data.save('Alles op dit toestel');

	await questionnaires.open();
	await questionnaires.remove(`"${TITLE}", versie 1.0.0`);
	await expect(questionnaires.alert).toContainText(`Een meting op dit toestel gebruikt "${TITLE}"`);

	const context = await browser.newContext({ baseURL: site });
	const there = await context.newPage();
	const thereData = new DataPage(there);
	await thereData.open();
	await thereData.choose(saved.path);
	await expect(there.getByText(`Met de eigen vragenlijst "${TITLE}", versie 1.0.0`)).toBeVisible();
	await thereData.confirm();
	await there.getByRole('link', { name: 'Naar de meting' }).click();
	await there.getByRole('button', { name: 'Wijzig', exact: true }).click();
	await expect(there.getByText(`${TITLE}, 4 stellingen`)).toBeVisible();
	await there.getByRole('link', { name: 'Bekijk het resultaat' }).click();
	await expect(there.getByRole('heading', { level: 1 })).toBeVisible();

	const shelf = new QuestionnairesPage(there);
	await shelf.open();
	await expect(shelf.list('Van jullie zelf')).toHaveText([TITLE]);
	await thereData.open();
	await thereData.choose(saved.path);
	await expect(there.getByText('Er is niets om toe te voegen.')).toBeVisible();
	await context.close();
});

test(
	'a long one does not fit in a QR code: the page says so, and the link that is sent brings it',
	{ tag: '@page' },
	async ({ page, site, browser, questionnaires, newPartnership, desk }) => {
		const long = JSON.stringify({ ...publishedQuestionnaire('kapstokken', '1.0.0'), id: 'kapstokken-lommerdal' });
		await questionnaires.open();
		await questionnaires.choose({ name: 'lang.json', text: long });
		await questionnaires.keep();
		await questionnaires.beginMeasurement();
		await newPartnership.createOpen('Een lange lijst');
		await desk.measurementId();
		const link = await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
		await expect(page.getByText('Jullie vragenlijst zit in de link, en past niet in een QR-code.')).toBeVisible();
		await expect(page.getByRole('img', { name: 'QR-code met de link voor deelnemers' })).toHaveCount(0);

		const phone = await browser.newContext({ baseURL: site, viewport: { width: 360, height: 640 } });
		const phonePage = await phone.newPage();
		await phonePage.goto(`./meedoen/${new URL(link).hash}`);
		await expect(phonePage.getByText('15 stellingen')).toBeVisible();
		await phone.close();
	}
);

test('a file chosen by mistake says what it is; one chosen before the page runs is not lost', async ({
	page,
	questionnaires
}) => {
	await questionnaires.open();
	await questionnaires.choose('tests/fixtures/exchange/v2-everything.json');
	await expect(questionnaires.alert).toContainText(
		'Dit is een bestand met metingen, geen vragenlijst. Open het bij "Gegevens".'
	);
	await questionnaires.choose('tests/fixtures/questionnaires/invalid/not-json/curly-quotes.json');
	await expect(questionnaires.problems).toHaveText([/^Regel 3, teken 2\. Gebruik rechte dubbele aanhalingstekens/]);

	// Holds the app's own script back until the file is chosen, as on a slow phone.
	const held: (() => void)[] = [];
	await page.route(/_app\/immutable\/entry\/start/, async (route) => {
		await new Promise<void>((resolve) => held.push(resolve));
		await route.continue();
	});
	await page.goto('./vragenlijsten/', { waitUntil: 'commit' });
	await questionnaires.choose('static/vragenlijst-sjabloon.json');
	await expect.poll(() => held.length).toBeGreaterThan(0);
	for (const release of held) release();
	await expect(page.getByRole('heading', { name: /^Dit zit in vragenlijst-sjabloon\.json/ })).toBeVisible();
});
