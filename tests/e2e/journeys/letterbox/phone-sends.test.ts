import type { Page } from '@playwright/test';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { serve } from '../../../../.tools/serve/serve.mjs';
import { withoutStorage } from '../../devices/dead-storage';
import { LetterboxLaptop } from '../../devices/letterbox-laptop';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { SheetPage } from '../../pages/sheet-page';
import { siteFolder } from '../../site-folder';
import { expect, test } from '../../test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, mayComplain: true });

let served: Awaited<ReturnType<typeof startLetterbox>>;
let laptop: LetterboxLaptop;
test.beforeAll(async () => {
	served = await startLetterbox({ base: siteFolder });
});
test.afterAll(async () => {
	await served.close();
});
test.beforeEach(async () => {
	laptop = await LetterboxLaptop.begin(served.url);
});

/** To the last screen, with all that sealing takes. */
async function answer(page: Page, key = '4'): Promise<SheetPage> {
	const sheet = new SheetPage(page);
	await page.goto(laptop.link);
	await expect(page.getByText('Je antwoorden gaan versleuteld langs de brievenbus van de website.')).toBeVisible();
	await expect(page.getByText('Je antwoorden blijven op deze telefoon, tot je op «Klaar» drukt.')).toBeVisible();
	await page.waitForLoadState('networkidle');
	await sheet.chooseGroup('Verenigingen');
	await sheet.answerAll(onEachScreen(key));
	return sheet;
}

test('answers are sent at «Klaar», and in once the laptop has stored them; changed ones take their place', async ({
	page
}) => {
	const sheet = await answer(page);
	await sheet.done();
	await sheet.expectSent('Verzonden');
	await expect(sheet.qrCode).toBeVisible();
	const [first] = await laptop.takeIn();
	await sheet.expectSent('Binnen bij de begeleider');
	await expect(sheet.qrCode).toBeVisible();

	await page.reload();
	await sheet.expectSent('Binnen bij de begeleider');
	await page.getByRole('button', { name: 'Pas mijn antwoorden aan' }).click();
	await sheet.choice('2').click();
	await sheet.toLast();
	await sheet.done();
	await sheet.expectSent('Verzonden');
	const changed = await laptop.takeIn();
	expect(changed).toHaveLength(1);
	expect(changed[0]).toMatchObject({ id: first?.id, revision: 2 });
	expect(Object.values(changed[0]?.answers ?? {}).filter((score) => score === 2)).toHaveLength(1);
	await sheet.expectSent('Binnen bij de begeleider');
});

test('begun with a link of before the letterbox, they are sent once a newer link has told so, and not before', async ({
	page
}) => {
	const sheet = new SheetPage(page);
	const promise = page.getByText('Je antwoorden gaan versleuteld langs de brievenbus van de website.');
	await page.goto(laptop.olderLink);
	await sheet.chooseGroup('Verenigingen');
	await sheet.choice('4').click();
	await expect(promise).toHaveCount(0);
	await page.goto('about:blank');

	await page.goto(laptop.link);
	await expect(page.getByRole('heading', { name: /^Je bent al begonnen/ })).toBeVisible();
	await expect(promise).toBeVisible();
	expect(await laptop.takeIn()).toEqual([]);
	await page.getByRole('button', { name: 'Verder invullen' }).click();
	await sheet.answerAll(onEachScreen('4'));
	await sheet.done();
	await sheet.expectSent('Verzonden');
	expect(await laptop.takeIn()).toHaveLength(1);
	await sheet.expectSent('Binnen bij de begeleider');
});

test('without internet at «Klaar» they go by themselves as soon as there is', async ({ page, context }) => {
	const sheet = await answer(page);
	await context.setOffline(true);
	await sheet.done();
	await sheet.expectSent('Nog niet verzonden');
	await expect(page.getByText(/dan pas bij je volgende bezoek/)).toBeVisible();
	await expect(sheet.qrCode).toBeVisible();
	await context.setOffline(false);
	await sheet.expectSent('Verzonden');
	await laptop.takeIn();
	await sheet.expectSent('Binnen bij de begeleider');
});

test('in a tab that was closed before they went, they go at the next visit, once', async ({ page, context }) => {
	const sheet = await answer(page);
	await context.setOffline(true);
	await sheet.done();
	await expect(page.getByText(/dan pas bij je volgende bezoek/)).toBeVisible();
	await page.close();
	await context.setOffline(false);
	expect(await laptop.takeIn()).toEqual([]);
	const later = await context.newPage();
	await later.goto(laptop.link);
	await new SheetPage(later).expectSent('Verzonden');
	const other = await context.newPage();
	await other.goto(laptop.link);
	await new SheetPage(other).expectSent('Verzonden');
	expect(await laptop.takeIn()).toHaveLength(1);
	await new SheetPage(later).expectSent('Binnen bij de begeleider');
	await new SheetPage(other).expectSent('Binnen bij de begeleider');
});

test('a room that was closed is said to be so, and takes them once it is opened again', async ({ page }) => {
	const sheet = await answer(page);
	await laptop.close();
	await sheet.done();
	await expect(page.getByText('De meting is afgesloten of de brievenbus is er niet meer.')).toBeVisible();
	await sheet.expectSent('Nog niet verzonden');
	await expect(sheet.qrCode).toBeVisible();
	await laptop.open();
	await sheet.expectSent('Verzonden');
});

test('a letterbox that is gone for good takes nothing away: the QR code and the code are there', async ({ page }) => {
	const sheet = await answer(page);
	const files = await serve({ port: 0, base: siteFolder, strict: true });
	// The same address, where only files are left.
	await page.route('**/letterbox/**', async (route) => {
		const { pathname } = new URL(route.request().url());
		const answered = await fetch(new URL(pathname, files.url), { method: route.request().method() });
		await route.fulfill({ status: answered.status, contentType: 'text/html', body: await answered.text() });
	});
	await sheet.done();
	await expect(page.getByText(/Laat je QR scannen als de begeleider nog verzamelt/)).toBeVisible();
	await expect(sheet.qrCode).toBeVisible();
	expect(await sheet.code()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} )*[0-9A-HJKMNP-TV-Z]{4}$/);
	await files.close();
});

for (const cut of [1, 2]) {
	test(`a network that is cut at request ${cut}, before or behind the letterbox, loses and doubles nothing`, async ({
		page
	}) => {
		const sheet = await answer(page);
		let asked = 0;
		await page.route('**/letterbox/**', async (route) => {
			asked += 1;
			if (asked === cut) return route.abort();
			if (asked !== cut + 1) return route.continue();
			// The letterbox has it, and the answer is lost.
			await route.fetch();
			return route.abort();
		});
		await sheet.done();
		await sheet.expectSent('Verzonden');
		await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThan(cut + 1);
		expect(await laptop.takeIn()).toHaveLength(1);
		await sheet.expectSent('Binnen bij de begeleider');
	});
}

test('wiping asks about what was not sent, takes it away, and undoing brings it back', async ({ page, context }) => {
	const sheet = await answer(page);
	await context.setOffline(true);
	await sheet.done();
	await sheet.expectSent('Nog niet verzonden');
	await expect(page.getByText(/dan pas bij je volgende bezoek/)).toBeVisible();
	await page.getByRole('button', { name: 'Wis van deze telefoon' }).click();
	await expect(page.getByRole('alertdialog', { name: /^Je antwoorden zijn nog niet verzonden\./ })).toBeVisible();
	await page.getByRole('button', { name: 'Ja, wis mijn antwoorden' }).click();
	await expect(page.getByText('Je antwoorden zijn gewist van deze telefoon.')).toBeVisible();
	expect(await envelopesOn(page)).toBe(0);
	await context.setOffline(false);
	expect(await laptop.takeIn()).toEqual([]);
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await sheet.expectSent('Verzonden');
	expect(await laptop.takeIn()).toHaveLength(1);
});

test('«Wis dit toestel» asks about what was not sent, and leaves nothing of it', async ({ page, context }) => {
	const sheet = await answer(page);
	await context.route('**/letterbox/**', (route) => route.abort());
	await sheet.done();
	await expect(page.getByText(/dan pas bij je volgende bezoek/)).toBeVisible();
	expect(await envelopesOn(page)).toBe(1);
	await page.goto(`${served.url}gegevens/`);
	await expect(page.getByText(/^De browser belooft/)).toBeVisible();
	await page.getByRole('button', { name: 'Wis dit toestel' }).click();
	const asked = page.getByRole('alertdialog', { name: /antwoorden van een deelnemer die nog niet verzonden zijn/ });
	await expect(asked).toBeVisible();
	await page.getByRole('button', { name: 'Ja, wis alles' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dit toestel is gewist' })).toBeVisible({ timeout: 30_000 });
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('a phone that stores nothing sends from memory, and asks to stay open until it has', async ({ page, context }) => {
	await withoutStorage(page, 'blocked');
	const sheet = await answer(page);
	await context.setOffline(true);
	await sheet.done();
	await expect(page.getByText(/Hou deze pagina open: deze browser kan ze niet bewaren\./)).toBeVisible();
	await context.setOffline(false);
	await sheet.expectSent('Verzonden');
	expect(await laptop.takeIn()).toHaveLength(1);
	await sheet.expectSent('Binnen bij de begeleider');
});

/** How many envelopes the phone keeps. */
function envelopesOn(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const [found] = (await indexedDB.databases()).filter(({ name }) => name?.endsWith(' outbox'));
		if (found?.name === undefined) return 0;
		const opening = indexedDB.open(found.name);
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const counting = opening.result.transaction('envelopes').objectStore('envelopes').count();
		await new Promise((resolve) => (counting.onsuccess = resolve));
		opening.result.close();
		return counting.result;
	});
}
