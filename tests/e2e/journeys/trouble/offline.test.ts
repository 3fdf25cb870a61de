import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { changingSite, nextBuild, type ChangingSite } from '../../devices/changing-site';
import { DeskPage } from '../../pages/desk-page';
import { FillingPage } from '../../pages/filling-page';
import { NewPartnershipPage } from '../../pages/new-partnership-page';
import { ReportPage } from '../../pages/report-page';
import { SheetPage } from '../../pages/sheet-page';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { siteFolder } from '../../site-folder';
import { expect, test } from '../../test';

test.use({ serviceWorkers: 'allow' });

const WHOLE = 'De hele app werkt op dit toestel ook zonder internet.';

/** Where the app runs in these journeys; the shared site of the other journeys never fails. */
async function on(base: string, journey: (site: ChangingSite) => Promise<void>): Promise<void> {
	const site = await changingSite(base);
	try {
		await journey(site);
	} finally {
		await site.close();
	}
}

async function getReady(page: Page, site: ChangingSite): Promise<void> {
	await page.goto(site.url);
	await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
}

for (const base of ['', '/tools/meter']) {
	test(`after one visit the whole app works with the server gone, at «${base}/»`, async ({ page }) => {
		await on(base, async (site) => {
			await getReady(page, site);
			await site.fail('refused');
			for (const [address, heading] of [
				['', 'Hoe werken jullie samen?'],
				['nieuw/', 'Start een meting'],
				['gegevens/', 'Gegevens'],
				['overzicht/', 'Overzicht'],
				['vragenlijsten/', 'Vragenlijsten'],
				['uitleg/', /uitleg|rekenen|werkt/i],
				['privacy/', 'Privacy'],
				['toegankelijkheid/', 'Toegankelijkheidsverklaring'],
				['beveiliging/', 'Beveiliging'],
				['nergens/', 'Deze pagina is er niet'],
				['nergens/diep/er/in.html', 'Deze pagina is er niet']
			] as const) {
				await page.goto(`${site.url}${address}`);
				await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
			}

			const partnership = new NewPartnershipPage(page);
			await page.goto(`${site.url}nieuw/`);
			await partnership.create('Zonder wifi');
			const filling = new FillingPage(page);
			await filling.answerScreen({ Gemeente: '345', Verenigingen: '234' });
			await page.reload();
			await expect(filling.choice('Gemeente', 1, '3')).toBeChecked();
			await page.goto(page.url().replace('invullen', 'verslag'));
			const report = new ReportPage(page);
			const pdf = await report.makeFull();
			expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
			for (const [button, name, part] of [
				['Volledig verslag (Word)', /^verslag-zonder-wifi-.*\.docx$/, 'word/document.xml'],
				['Presentatie (PowerPoint)', /^presentatie-zonder-wifi-.*\.pptx$/, 'ppt/slides/slide1.xml']
			] as const) {
				const file = await report.saveOther(button);
				expect(file.name).toMatch(name);
				expect(new TextDecoder().decode(unzipSync(file.bytes)[part])).toContain('Zonder wifi');
			}
		});
	});
}

test('a network that hangs is not waited for', async ({ page }) => {
	await on(siteFolder, async (site) => {
		await getReady(page, site);
		await site.fail('hangs');
		await page.goto(`${site.url}uitleg/`, { timeout: 5000 });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.goto(`${site.url}nieuw/`, { timeout: 5000 });
		await expect(page.getByRole('button', { name: 'Zet klaar' })).toBeEnabled();
	});
});

test('a phone keeps what it needs to answer and to hand back, and never fetches the PDF part', async ({
	page,
	browser
}) => {
	await on(siteFolder, async (site) => {
		// All that the laptop fetches is over before the phone comes.
		await getReady(page, site);
		await page.goto(`${site.url}nieuw/`);
		await new NewPartnershipPage(page).createAnonymous('Met telefoons', 3);
		const link = await new DeskPage(page).invitationLink(site.url.replace('127.0.0.1', 'meter.example'));
		const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'allow' });
		const phonePage = await phone.newPage();
		const before = site.asked().length;
		await phonePage.goto(`${site.url}meedoen/${new URL(link).hash}`);
		const sheet = new SheetPage(phonePage);
		await expect(phonePage.getByText('Deze meting is anoniem.')).toBeVisible();
		await phonePage.waitForLoadState('networkidle');
		await phonePage.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await expect.poll(() => keptSize(phonePage)).toBeGreaterThan(100_000);
		await phonePage.waitForLoadState('networkidle');
		expect(await keptSize(phonePage)).toBeLessThan(650_000);
		const fetched = site.asked().slice(before);
		expect(fetched.filter((path) => path.includes('/verslag'))).toEqual([]);

		await site.fail('refused');
		await phonePage.reload();
		await sheet.chooseGroup('Verenigingen');
		await sheet.answerAll(onEachScreen('345'));
		await sheet.done();
		await expect(sheet.qrCode).toBeVisible();
		await phone.close();
	});
});

/** Bytes in the caches of this site. */
function keptSize(page: Page): Promise<number> {
	return page.evaluate(async () => {
		let size = 0;
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				size += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
			}
		}
		return size;
	});
}

test('a new version waits until someone takes it, and then comes to every tab with the answers kept', async ({
	page,
	context
}) => {
	const next = nextBuild('9.9.9');
	await on(siteFolder, async (site) => {
		await getReady(page, site);
		await page.goto(`${site.url}nieuw/`);
		await new NewPartnershipPage(page).create('Onder de update');
		const filling = new FillingPage(page);
		await filling.expectDimension(1, 'Nieuwe vragen en groepen');
		site.deploy(next.folder);

		const other = await context.newPage();
		await other.goto(site.url);
		const offer = other.getByRole('button', { name: 'Neem de nieuwe versie' });
		await expect(offer).toBeVisible({ timeout: 20_000 });
		await expect(other.getByText('Samenwerkingsmeter 9.9.9')).toBeHidden();
		// In the middle of filling in nothing is offered, and everything goes on.
		await expect(page.getByRole('button', { name: 'Neem de nieuwe versie' })).toBeHidden();
		await filling.answerScreen({ Gemeente: '345', Verenigingen: '234' });

		await offer.click();
		await expect(other.getByText('Samenwerkingsmeter 9.9.9')).toBeVisible();
		await expect(filling.choice('Verenigingen', 3, '4')).toBeChecked();
		await page.goto(site.url);
		await expect(page.getByText('Samenwerkingsmeter 9.9.9')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Neem de nieuwe versie' })).toBeHidden();
		// Pages that still fetch the rest would ask for files that are about to be removed.
		await other.close();
		await page.close();
	});
	next.remove();
});
