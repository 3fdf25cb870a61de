import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { killStorage, withoutStorage, type Death } from '../../devices/dead-storage';
import { dimensions, onEachScreen } from '../../looks/newest-questionnaire';
import { CollectionPage } from '../../pages/collection-page';
import { SheetPage } from '../../pages/sheet-page';
import { readScreen } from '../../looks/read-screen';
import { expect, test } from '../../test';

// The browser itself tells in its console what the journey lets fail.
test.use({ mayComplain: true });

/** When it dies, and how; each kind of death at least once. */
const MOMENTS: Record<string, Death[]> = {
	'from the start': ['blocked', 'silent'],
	'half way': ['full'],
	'at «Klaar»': ['aborting', 'unknown']
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
	// Behind the code may stand what the measurement asks (exchange/response/response-qr.ts).
	expect(scanned?.replace(/^SM\d:/, '')).toMatch(new RegExp(`^${code.replaceAll(' ', '')}`));
	const { response } = JSON.parse(readFileSync(file, 'utf8')) as { response: { answers: Record<string, unknown> } };
	const items = dimensions.flatMap((dimension) => dimension.items);
	const expected = items.flatMap(({ id }, index) => {
		const key = [...KEYS.join('')][index] ?? '-';
		return key === '-' ? [] : [[id, key === '0' ? 'unknown' : Number(key)]];
	});
	expect(response.answers).toEqual(Object.fromEntries(expected));
	await collection.typeCode(code);
	await collection.expectMessage('Net binnen: Verenigingen');
	await collection.expectCount(count);
	await collection.typeCode(scanned ?? '');
	await collection.expectMessage('was al binnen');
	await collection.openFile(file);
	await collection.expectMessage(/was al binnen|al een nieuwer binnen/);
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
		await expect(sheet.at(KEYS.slice(0, screen).join('').length + 1)).toBeVisible();
		await sheet.answerNext(KEYS[screen] ?? '');
	}
}

/** Loads the page anew, and goes on. @param again what the button says */
async function goOn(page: Page, again: string): Promise<void> {
	await page.reload();
	await page.getByRole('button', { name: again }).click();
}

/** Every screen, with storage that dies half way or at the last; half way the page is loaded anew where it died. */
async function answerAll(page: Page, moment: string, death: Death, again: string): Promise<void> {
	const sheet = new SheetPage(page);
	await answer(sheet, 0, HALF);
	if (moment === 'half way') await killStorage(page, death);
	await answer(sheet, HALF, HALF + 1);
	if (moment !== 'at «Klaar»') {
		await expect(sheet.notStored).toBeVisible();
		await goOn(page, again);
	}
	await answer(sheet, HALF + 1, KEYS.length);
	if (moment === 'at «Klaar»') await killStorage(page, death);
}

/** Answers everything on a phone, whose storage dies at that moment, with a reload half way and one at the end. */
async function fillInOnPhone(page: Page, link: string, moment: string, death: Death): Promise<void> {
	const sheet = new SheetPage(page);
	if (moment === 'from the start') await withoutStorage(page, death);
	await page.goto(link);
	await sheet.chooseGroup('Verenigingen');
	await answerAll(page, moment, death, 'Verder invullen');
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

/** The same on a device that goes from hand to hand: the measurement itself was read before its storage died. */
const ON_DEVICE: Record<string, Death[]> = {
	'as someone begins': ['full'],
	'half way': ['blocked'],
	'at «Klaar»': ['silent']
};

/** What was stored of it before the storage died, the next person is asked to wipe. */
async function wipeLeftBehind(page: Page, measurementId: string): Promise<void> {
	await page.goto(`./doorgeven/?meting=${measurementId}`);
	const left = page.getByRole('button', { name: 'Wis deze antwoorden' });
	await expect(left.or(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' }))).toBeVisible();
	if (!(await left.isVisible())) return;
	await left.click();
	await page.getByRole('button', { name: 'Ja, wis deze antwoorden' }).click();
	await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
}

const ON_DEVICE_AGAIN = 'Dat ben ik: verder invullen';

async function fillInOnDevice(page: Page, moment: string, death: Death): Promise<void> {
	const sheet = new SheetPage(page);
	await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
	if (moment === 'as someone begins') await killStorage(page, death);
	await sheet.chooseGroup('Verenigingen');
	await answerAll(page, moment, death, ON_DEVICE_AGAIN);
	await handInInVain(page, sheet);
	await goOn(page, ON_DEVICE_AGAIN);
	await expect(page.getByRole('button', { name: 'Klaar' })).toBeVisible();
	await handInInVain(page, sheet);
}

/**
 * A page that loads itself anew, since storage may work again then, is back on the last screen:
 * who sits there presses again.
 */
async function handInInVain(page: Page, sheet: SheetPage): Promise<void> {
	await expect(async () => {
		if (await page.getByRole('button', { name: 'Klaar' }).isVisible()) await sheet.done();
		await sheet.expectNotHandedIn(5000);
	}).toPass({ timeout: 40_000 });
}

for (const [moment, deaths] of Object.entries(ON_DEVICE)) {
	test(`a passed-round device whose storage dies ${moment}: all answers are handed back, in three ways`, async ({
		page,
		newPartnership,
		desk
	}) => {
		test.setTimeout(deaths.length * 120_000);
		await newPartnership.open();
		await newPartnership.createOpen('Toestel zonder opslag');
		const measurementId = await desk.measurementId();
		const laptop = await page.context().newPage();
		const collection = new CollectionPage(laptop);
		await collection.open(measurementId);
		for (const [index, death] of deaths.entries()) {
			await test.step(death, async () => {
				// Without what an earlier one broke, and without what it kept.
				const device = await page.context().newPage();
				await device.goto(`./doorgeven/?meting=${measurementId}`);
				await fillInOnDevice(device, moment, death);
				await expectSameAnswers(await handedBack(device), collection, index + 1);
				await device.getByRole('button', { name: 'De begeleider heeft ze: haal ze van het scherm' }).click();
				await device.getByRole('button', { name: 'Ja, haal ze weg' }).click();
				await new SheetPage(device).expectThanks();
				await device.close();
				await wipeLeftBehind(page, measurementId);
			});
		}
	});
}
