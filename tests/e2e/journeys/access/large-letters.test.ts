import type { Page } from '@playwright/test';
import { fillDevice } from '../../devices/fill-device';
import { dimensions, onEachScreen } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';
import { cutTexts, textsOverEachOther } from '../../looks/text-layout';

/** Letters of so many px on a page that knows nothing of it, or the setting of the browser, which its layout knows. */
async function enlarge(page: Page, { letters, setting }: Size): Promise<void> {
	const browser = await page.context().newCDPSession(page);
	await browser.send('Page.setFontSizes', { fontSizes: { standard: setting ?? 16 } });
	await browser.detach();
	await page.evaluate(
		(size) => (document.documentElement.style.fontSize = size),
		letters === undefined ? '' : `${letters}px`
	);
	const now = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	await expect.poll(now).toBe(`${letters ?? (setting ?? 16) * 1.125}px`);
	// Rows that are out of sight are laid out only when they come into it.
	await page.evaluate(() => {
		for (const row of document.querySelectorAll('tr')) row.style.contentVisibility = 'visible';
	});
}

const LONG = 'Intergemeentelijkesamenwerkingsverbanden Noorderkempen-Zuiderkempen';
const pages = [
	['./', 'Hoe werken jullie samen?'],
	['./overzicht/', 'Overzicht'],
	['./nieuw/', 'Start een meting'],
	['./gegevens/', 'Gegevens'],
	['./vragenlijsten/', 'Vragenlijsten'],
	['./samenwerkingsverband/?verband=verband-1', LONG],
	['./meting/?meting=verband-1-0', 'De meting is gesloten'],
	['./zaal/?meting=verband-1-0', 'De antwoorden zijn binnen'],
	['./tafelkaartjes/?meting=verband-1-0', 'Tafelkaartjes'],
	['./resultaat/?meting=verband-1-0', /./],
	['./afspreken/?meting=verband-1-0', 'Wat spreken jullie af?'],
	['./vergelijken/?meting=verband-1-1&meting=verband-1-0', /./],
	['./naast-anderen/?meting=verband-1-0', /./],
	['./verslag/?meting=verband-1-0', 'Verslag'],
	['./tonen/?meting=verband-1-0', /./],
	['./draaiboek/?meting=verband-1-0', /Draaiboek/],
	['./verzamelen/?meting=verband-1-0', 'Antwoorden binnenhalen'],
	['./overtypen/?meting=verband-1-0', 'Formulieren overtypen'],
	['./uitleg/', /./],
	['./privacy/', 'Privacy'],
	['./toegankelijkheid/', 'Toegankelijkheidsverklaring'],
	['./beveiliging/', 'Beveiliging'],
	['./gewist/', 'Dit toestel wissen'],
	['./niet-gevonden/', 'Deze pagina is er niet'],
	['./meedoen/', /./]
] as const;

interface Size {
	width: number;
	letters?: number;
	/** How large the browser makes letters: 16 px by itself. */
	setting?: number;
	what: string;
}
const SIZES: readonly Size[] = [
	{ width: 360, letters: 32, what: 'letters of 32 px on a phone of 360 px' },
	{ width: 360, letters: 36, what: 'text of 200 % on a phone of 360 px' },
	{ width: 320, letters: 18, what: 'a laptop of 1280 px at 400 %' },
	...[768, 1280, 1440].map((width) => ({ width, setting: 32, what: `text of 200 % on a screen of ${width} px` })),
	{ width: 1440, setting: 24, what: 'text of 150 % on a screen of 1440 px' }
];
const HEIGHT = 640;
test.use({ viewport: { width: 360, height: HEIGHT } });

/** At every size, on what is on the screen: whoever makes letters larger does so on a page that is open. */
async function expectRoom(page: Page, where: string): Promise<void> {
	await expect(page.getByText(/Een ogenblik|komen eraan|komt eraan|wordt berekend/)).toHaveCount(0);
	for (const size of SIZES) {
		const { width, what } = size;
		await page.setViewportSize({ width, height: HEIGHT });
		await enlarge(page, size);
		await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
		const place = `${where}, with ${what}`;
		expect.soft(await textsOverEachOther(page), place).toEqual([]);
		expect.soft(await cutTexts(page), place).toEqual([]);
		const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect.soft(sideways, place).toBeLessThanOrEqual(0);
	}
}

test('with large letters no page prints text over text, cuts it or asks to scroll sideways', async ({ page }) => {
	test.slow();
	await fillDevice(page, { partnerships: 6, measurements: 2, responses: 4, latestDate: '2026-03-19' });
	await page.evaluate(async (name) => {
		const open = indexedDB.open('samenwerkingsmeter');
		await new Promise((resolve) => (open.onsuccess = resolve));
		const store = open.result.transaction('partnerships', 'readwrite').objectStore('partnerships');
		const request = store.get('verband-1');
		await new Promise((resolve) => (request.onsuccess = resolve));
		const put = store.put({ ...(request.result as object), name });
		await new Promise((resolve) => (put.onsuccess = resolve));
		open.result.close();
	}, LONG);
	for (const [address, heading] of pages) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		await expectRoom(page, address);
	}
});

test('with large letters people can fill in, on every device and on paper', async ({
	page,
	newPartnership,
	desk,
	sheet,
	result
}) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createOpen(LONG);
	const measurementId = await desk.measurementId();
	const { hash } = new URL(await desk.invitationLink('https://meter.example/'));
	await expectRoom(page, 'meting, open');
	for (const address of ['invullen', 'formulier', 'overtypen', 'verzamelen', 'draaiboek', 'doorgeven']) {
		await page.goto(`./${address}/?meting=${measurementId}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectRoom(page, address);
	}
	await sheet.chooseGroup('Gemeente');
	await expectRoom(page, 'doorgeven, statements');
	await page.goto(`./meedoen/${hash}`);
	await expect(page.getByRole('heading', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
	await expectRoom(page, 'meedoen, groups');
	await sheet.chooseGroup('Verenigingen');
	for (const { items } of dimensions) {
		await expectRoom(page, 'meedoen, a statement');
		await sheet.answerNext('-'.repeat(items.length));
	}
	await expectRoom(page, 'meedoen, the closing question');
	await page.goto(`./meedoen/${hash}`);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Verder invullen' })).toBeVisible();
	await expectRoom(page, 'meedoen, begun');
	await page.getByRole('button', { name: 'Wis mijn antwoorden en begin opnieuw' }).click();
	await expectRoom(page, 'meedoen, asked');
	await page.getByRole('button', { name: 'Nee, laat staan' }).click();
	await page.getByRole('button', { name: 'Verder invullen' }).click();
	await sheet.answerAll(onEachScreen('345'));
	await sheet.done();
	await sheet.expectHandBack();
	await result.expectOwnRadar();
	await expectRoom(page, 'meedoen, handing back');
});
