import type { Page } from '@playwright/test';
import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

/** What a page shows that its address asks for. */
type Seen = (page: Page) => Promise<unknown>;

const text =
	(words: string | RegExp): Seen =>
	(page) =>
		expect(page.locator('main')).toContainText(words);
const title =
	(words: RegExp): Seen =>
	(page) =>
		expect(page).toHaveTitle(words);
const chosen =
	(label: string, option: string | RegExp): Seen =>
	(page) =>
		expect(page.getByLabel(label).locator('option:checked')).toHaveText(option);

/** A page that is loaded anew, left by a link, and found again by going back shows what its address says. */
async function expectKept(page: Page, address: string, seen: Seen): Promise<void> {
	await test.step(address, async () => {
		await page.goto(address);
		await seen(page);
		await page.reload();
		await seen(page);
		await expectBack(page, seen);
	});
}

async function expectBack(page: Page, seen: Seen): Promise<void> {
	const asked = page.url();
	// Within the app, so that the page comes back without being loaded; some hide the link while they fill the screen.
	await page
		.locator('header a')
		.first()
		.evaluate((link) => {
			(link as HTMLElement).click();
		});
	await expect(page.getByRole('link', { name: /^Start (een|nog een) meting$/ })).toBeVisible();
	await page.goBack();
	await seen(page);
	expect(page.url()).toBe(asked);
}

test('what the address of a page of an open measurement says, holds after a reload, and going back', async ({
	page,
	site,
	newPartnership,
	desk,
	filling
}) => {
	test.slow();
	await newPartnership.open();
	await newPartnership.createOpen('Kermis');
	await desk.measurementId();
	await newPartnership.open();
	await newPartnership.createOpen('Zomerschool');
	const id = await desk.measurementId();
	await desk.invitationLink(site.replace('127.0.0.1', 'meter.example'));
	await expectKept(page, `./meting/?meting=${id}&stap=klaarzetten`, text('Toon de QR-code in de zaal'));
	await expectKept(page, `./meting/?meting=${id}&stap=antwoorden`, text('Scan wie klaar is'));
	for (const path of ['meting', 'zaal', 'tafelkaartjes', 'doorgeven', 'formulier', 'overtypen', 'draaiboek'])
		await expectKept(page, `./${path}/?meting=${id}`, text('Zomerschool'));
	await expectKept(page, `./verzamelen/?meting=${id}`, title(/Zomerschool/));
	await page.goto(`./invullen/?meting=${id}`);
	await filling.next.click();
	await expectKept(page, page.url(), text('Onderdeel 2 van'));
	await expectKept(page, `./gegevens/?meting=${id}`, chosen('Wat wil je bewaren?', /Meting van/));
});

test('what the address of a page with figures or of a form says, holds after a reload, and going back', async ({
	page
}) => {
	test.slow();
	await fillDevice(page, { partnerships: 3, measurements: 3, responses: 8, latestDate: '2026-03-19' });
	for (const path of ['resultaat', 'afspreken', 'verslag', 'naast-anderen'])
		await expectKept(page, `./${path}/?meting=verband-2-1`, text('Verband 2'));
	await expectKept(page, './tonen/?meting=verband-2-1', title(/gemeente 3,7, verenigingen 1,8 · Presentatie/));
	await expectKept(page, './tonen/?meting=verband-2-1&stap=2', text('1 van 3'));
	await page.getByRole('button', { name: 'Volgende' }).click();
	await text('2 van 3')(page);
	await expectBack(page, text('2 van 3'));
	await expectKept(page, './samenwerkingsverband/?verband=verband-2', text('Verband 2'));
	const years = [0, 1, 2].map((year) => `meting=verband-2-${year}`).join('&');
	await expectKept(page, `./vergelijken/?${years}&vanaf=1`, chosen('Vergelijk', /2025/));
	await page.getByLabel('Vergelijk').selectOption({ index: 0 });
	await expectBack(page, chosen('Vergelijk', /2024/));
	await expectKept(page, './overzicht/?zoek=3&orde=naam', text('1 van de 3 overleggen'));
	await expectKept(page, './nieuw/?verband=verband-2', text('Voor Verband 2'));
	await expectKept(page, './nieuw/?vragenlijst=kapstokken', text('kapstok'));
});
