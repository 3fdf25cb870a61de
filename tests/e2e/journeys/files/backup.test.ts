import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DataPage } from '../../pages/data-page';
import { FillingPage } from '../../pages/filling-page';
import { expect, test } from '../../test';

const CHOSEN = 'gekozen.json';

/** A browser asks people for a file; here it gets a real one, of the private files of the site. */
async function giveFile(page: Page): Promise<void> {
	await page.addInitScript((name) => {
		Object.assign(window, {
			showSaveFilePicker: async () => (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })
		});
	}, CHOSEN);
}

interface Exchange {
	partnerships: { partnership: { name: string }; measurements: { jointAnswers: unknown[] }[] }[];
}

/**
 * What the chosen file holds: the names, and how many answers of each measurement. Nothing while it is being replaced.
 */
function chosenFile(page: Page): Promise<{ name: string; answers: number[] }[]> {
	return page.evaluate(async (name) => {
		const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
		const text = await handle.getFile().then(
			(file) => file.text().catch(() => '{"partnerships":[]}'),
			() => '{"partnerships":[]}'
		);
		return (JSON.parse(text) as Exchange).partnerships.map(({ partnership, measurements }) => ({
			name: partnership.name,
			answers: measurements.map(({ jointAnswers }) => jointAnswers.length)
		}));
	}, CHOSEN);
}

test('people are reminded of a backup as long as there is none, and one press makes it', async ({
	page,
	home,
	newPartnership,
	filling,
	data
}) => {
	const reminder = page.getByRole('region', { name: 'Back-up' });
	await home.open();
	await home.openExample();
	await home.open();
	await expect(home.lines).toHaveCount(1);
	await expect(reminder).toBeHidden();

	await newPartnership.open();
	await newPartnership.create('Zonder back-up');
	await filling.answerScreen({ Gemeente: '345' });
	await home.open();
	await expect(reminder).toContainText('Er is nog geen back-up.');
	const download = page.waitForEvent('download');
	await reminder.getByRole('button', { name: 'Bewaar een back-up' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^samenwerkingsmeter-alles-/);
	expect(readFileSync(await file.path(), 'utf8')).toContain('Zonder back-up');
	await expect(reminder).toContainText('Je vindt het bij je downloads.');
	await home.open();
	await expect(home.partnership('Zonder back-up')).toBeVisible();
	await expect(home.lines).toHaveCount(1);
	await expect(reminder).toBeHidden();

	await data.open();
	await expect(data.backup).toContainText('Sindsdien wijzigde er niets.');
});

test('a chosen file renews itself after changes, and stops when asked', async ({
	page,
	context,
	newPartnership,
	filling,
	data
}) => {
	await giveFile(page);
	await newPartnership.open();
	await newPartnership.create('Vanzelf bewaard');
	await filling.answerScreen({ Gemeente: '345' });
	const whereTheyAnswer = page.url();
	await data.open();
	await data.chooseRenewingFile();
	await expect(data.backup).toContainText(/gekozen\.json\. Vernieuwd op \d+ [a-z]+ \d{4}\./);
	expect(await chosenFile(page)).toEqual([{ name: 'Vanzelf bewaard', answers: [3] }]);

	// Another tab answers: one of the two renews the file.
	const other = await context.newPage();
	await other.goto(whereTheyAnswer);
	await new FillingPage(other).answerScreen({ Verenigingen: '21' });
	await expect.poll(() => chosenFile(page)).toEqual([{ name: 'Vanzelf bewaard', answers: [5] }]);
	await expect(data.backup).toContainText('Sindsdien wijzigde er niets.');
	await other.close();

	// It is remembered, and stops only when people say so.
	await data.open();
	await expect(data.backup).toContainText('gekozen.json');
	await data.backup.getByRole('button', { name: 'Stop met vernieuwen' }).click();
	await expect(data.backup.getByRole('button', { name: 'Laat een bestand zichzelf vernieuwen' })).toBeVisible();
	expect(await chosenFile(page)).toEqual([{ name: 'Vanzelf bewaard', answers: [5] }]);
});

test('on a full device the answers go into a file, and come in where that is opened', async ({
	page,
	site,
	browser,
	newPartnership,
	filling
}) => {
	await newPartnership.open();
	await newPartnership.create('Volle schijf');
	await filling.answerScreen({ Gemeente: '345' });
	await page.evaluate(() => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await filling.choose('Verenigingen', 1, '2');
	await expect(filling.failure).toContainText('Wat al bewaard was, blijft bewaard.');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bewaar de antwoorden in een bestand' }).click();
	const path = await (await download).path();

	const context = await browser.newContext({ baseURL: site });
	const other = await context.newPage();
	const data = new DataPage(other);
	await data.open();
	await data.choose(path);
	await expect(data.preview).toContainText('Nieuw: 4 gezamenlijke antwoorden');
	await data.confirm();
	await other.goto(`./invullen/${new URL(page.url()).search}`);
	await expect(new FillingPage(other).choice('Verenigingen', 1, '2')).toBeChecked();
	await context.close();
});
