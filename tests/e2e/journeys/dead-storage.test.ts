import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { killStorage, withoutStorage, type Death } from '../dead-storage';
import { dimensions, onEachScreen } from '../newest-questionnaire';
import type { CollectionPage } from '../pages/collection-page';
import { SheetPage } from '../pages/sheet-page';
import { readScreen } from '../read-screen';
import { expect, test } from '../test';

// The browser itself tells in its console what the journey lets fail.
test.use({ mayComplain: true });

/** When it dies, and how; each kind of death at least once. */
const MOMENTS: Record<string, Death[]> = {
	'from the start': ['blocked', 'silent'],
	'half way': ['unknown', 'full'],
	'at «Klaar»': ['aborting', 'unknown', 'silent']
};
const KEYS = onEachScreen('3-0');
const HALF = Math.floor(KEYS.length / 2);

interface HandedBack {
	code: string;
	scanned: string | undefined;
	file: string;
}

async function handedBack(page: Page): Promise<HandedBack> {
	const sheet = new SheetPage(page);
	return { code: await sheet.code(), scanned: await readScreen(sheet.qrCode), file: await sheet.saveFile() };
}

/** All three ways hold the same answers, those that were given, and come in as one response. */
async function expectSameAnswers(given: HandedBack, collection: CollectionPage, count: number): Promise<void> {
	const { code, scanned, file } = given;
	expect(scanned).toBe(`SM1:${code.replaceAll(' ', '')}`);
	const { response } = JSON.parse(readFileSync(file, 'utf8')) as { response: { answers: Record<string, unknown> } };
	const items = dimensions.flatMap((dimension) => dimension.items);
	const expected = items.flatMap(({ id }, index) => {
		const key = [...KEYS.join('')][index] ?? '-';
		return key === '-' ? [] : [[id, key === '0' ? 'unknown' : Number(key)]];
	});
	expect(response.answers).toEqual(Object.fromEntries(expected));
	await collection.typeCode(code);
	await collection.expectMessage('Binnen: een invulling van Verenigingen');
	await collection.expectCount(count);
	await collection.typeCode(scanned ?? '');
	await collection.expectMessage('was al binnen');
	await collection.openFile(file);
	await collection.expectMessage(/was al binnen|al een nieuwere binnen/);
	await collection.expectCount(count);
}

/** A phone that gets the page of the link and nothing else: no part that is loaded later, and no service worker. */
async function phoneWithThePageOnly(browser: Browser): Promise<Page> {
	const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });
	const page = await phone.newPage();
	await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
	return page;
}

async function answer(sheet: SheetPage, from: number, to: number): Promise<void> {
	for (let screen = from; screen < to; screen += 1) {
		await sheet.answerScreen(screen + 1, KEYS[screen] ?? '');
		if (screen < KEYS.length - 1) await sheet.next();
	}
}

/** Answers everything on a phone, whose storage dies at that moment, with a reload half way and one at the end. */
async function fillInOnPhone(page: Page, link: string, moment: string, death: Death): Promise<void> {
	const sheet = new SheetPage(page);
	if (moment === 'from the start') await withoutStorage(page, death);
	await page.goto(link);
	await sheet.chooseGroup('Verenigingen');
	await answer(sheet, 0, HALF);
	if (moment === 'half way') await killStorage(page, death);
	await answer(sheet, HALF, HALF + 1);
	if (moment !== 'at «Klaar»') {
		await expect(sheet.notStored).toBeVisible();
		await page.reload();
		await page.getByRole('button', { name: 'Verder invullen' }).click();
	}
	await answer(sheet, HALF + 1, KEYS.length);
	if (moment === 'at «Klaar»') await killStorage(page, death);
	await sheet.done();
	await sheet.expectHandBack();
	await page.reload();
	await sheet.expectHandBack();
}

for (const [moment, deaths] of Object.entries(MOMENTS)) {
	test(`a phone whose storage dies ${moment}, without connection: all answers are handed back, in three ways`, async ({
		browser,
		site,
		newPartnership,
		desk,
		collection
	}) => {
		test.setTimeout(deaths.length * 120_000);
		await newPartnership.open();
		await newPartnership.createOpen('Opslag weg');
		const fragment = new URL(await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'))).hash;
		await desk.collect();
		for (const [index, death] of deaths.entries()) {
			await test.step(death, async () => {
				const page = await phoneWithThePageOnly(browser);
				await fillInOnPhone(page, `${site}meedoen/${fragment}`, moment, death);
				await expectSameAnswers(await handedBack(page), collection, index + 1);
				await page.context().close();
			});
		}
	});
}
