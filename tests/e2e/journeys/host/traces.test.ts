import type { Page } from '@playwright/test';
import { dimensions } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { privateText } from '../../devices/private-files';
import { storedRecords } from '../../devices/stored-records';
import { expect, test } from '../../test';

/** Everything of the app that a page of its site can read: private files, database and both small memories. */
async function everything(page: Page): Promise<string> {
	const small = await page.evaluate(() => {
		// SvelteKit counts pages from the moment that the tab was opened, which says nothing of who
		// answers in it; /privacy/ tells it.
		const own = Object.entries({ ...sessionStorage }).filter(([key]) => !key.startsWith('sveltekit:'));
		return JSON.stringify([{ ...localStorage }, own]);
	});
	const records = [...Object.values(await storedRecords(page)).flat(), await saidOfItself(page)];
	return [await privateText(page), ...records, small].join('\n');
}

/** What the database says of itself. */
function saidOfItself(page: Page): Promise<string> {
	return page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('samenwerkingsmeter');
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
				opening.onsuccess = () => {
					const reading = opening.result.transaction('meta').objectStore('meta').getAll();
					reading.onsuccess = () => {
						opening.result.close();
						resolve(JSON.stringify(reading.result));
					};
				};
			})
	);
}

/** Moments since then, as ISO text or in milliseconds since 1970. */
function momentsSince(text: string, since: number): string[] {
	const found = text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z?|\b\d{13}\b/g) ?? [];
	const time = (moment: string) => (/^\d{13}$/.test(moment) ? Number(moment) : Date.parse(moment));
	return found.filter((moment) => time(moment) >= since && time(moment) < since + 86_400_000);
}

interface Stored {
	id: string;
	revision: number;
	answers: Record<string, unknown>;
}

async function responsesIn(page: Page): Promise<Stored[]> {
	return ((await storedRecords(page))['responses'] ?? []).map((text) => JSON.parse(text) as Stored);
}

/** Answers as they stand in a file. */
function textOf(answers: Record<string, unknown>): string {
	return JSON.stringify(answers).slice(1, -1);
}

test('beside anonymous answers the browser keeps no time, no order and no earlier version, also after a restart', async ({
	page,
	site,
	browser,
	newPartnership,
	desk,
	sheet,
	collection
}) => {
	test.setTimeout(180_000);
	await newPartnership.open();
	await newPartnership.createAnonymous('Zonder spoor', 3);
	const measurementId = await desk.measurementId();
	const { hash } = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example')));
	const since = Date.now();

	// One on an own phone, who changes an answer afterwards and hands back anew.
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
	const phonePage = await phone.newPage();
	await phonePage.goto(`${site}meedoen/${hash}`);
	const own = new SheetPage(phonePage);
	await own.chooseGroup('Gemeente');
	await own.answerAll(dimensions.map(({ items }) => '1'.repeat(items.length)));
	await own.done();
	const firstCode = await own.code();
	await desk.open(measurementId);
	await desk.collect();
	await collection.typeCode(firstCode);
	await collection.expectMessage('Net binnen: Gemeente.');
	const [before] = await responsesIn(page);
	await phonePage.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
	await own.answerNext('5');
	await own.toLast();
	await own.done();
	await expect.poll(() => own.code()).not.toBe(firstCode);
	await collection.typeCode(await own.code());
	await collection.expectMessage('Vernieuwd: een blad van Gemeente.');
	const [after] = await responsesIn(page);
	expect(after?.id).toBe(before?.id);
	expect(await everything(page)).toContain(textOf(after?.answers ?? {}));
	expect(await everything(page)).not.toContain(textOf(before?.answers ?? {}));
	expect(momentsSince(await everything(phonePage), since)).toEqual([]);
	await phone.close();

	// One on this device, passed round.
	await desk.open(measurementId);
	await desk.handOver();
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerAll(dimensions.map(({ items }) => '4'.repeat(items.length)));
	await sheet.done();
	await sheet.expectThanks();
	const text = await everything(page);
	expect(text).not.toContain('sheetEntries');
	expect(momentsSince(text, since)).toEqual([]);

	await page.reload();
	await desk.open(measurementId);
	const again = await everything(page);
	expect(momentsSince(again, since)).toEqual([]);
	expect(again).not.toContain(textOf(before?.answers ?? {}));
	const responses = await responsesIn(page);
	expect(responses).toHaveLength(2);
	// In the private files in the order of their random numbers, whoever came first.
	const numbers = responses.map(({ id }) => id).sort();
	const places = numbers.map((id) => again.indexOf(`"id":"${id}"`));
	expect(places).toEqual([...places].sort((a, b) => a - b));
	for (const { answers } of responses) expect(again.split(textOf(answers))).toHaveLength(4);

	// What is deleted is gone when the screen says so.
	await page.getByRole('button', { name: 'Meting wissen' }).click();
	await expect(page.getByRole('button', { name: 'Maak ongedaan' })).toBeVisible();
	const gone = await everything(page);
	for (const { id } of responses) expect(gone).not.toContain(id);
});
