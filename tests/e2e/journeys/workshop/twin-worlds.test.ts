import { readdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { readPdf } from '../../../pdf-reader';
import { unzip } from '../../../unit/exchange/spreadsheet/xlsx-reader';
import { DataPage } from '../../pages/data-page';
import { PresentationPage } from '../../pages/presentation-page';
import { ReportPage } from '../../pages/report-page';
import { expect, test } from '../../test';
import { ids, worldFile, type Change } from '../../looks/twin-worlds';

const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte'))
	.map((name) => name.replaceAll('\\', '/').replace(/\+page\.svelte$/, ''));
const query = `?meting=${ids.measurement}&meting=${ids.earlier}&verband=${ids.partnership}`;

/**
 * Everything that stands on a page or is told to a screen reader, with every picture, and
 * with all that unfolds unfolded.
 */
async function readPage(page: Page): Promise<string> {
	await page.evaluate(() => {
		for (const closed of document.querySelectorAll<HTMLElement>('main button[aria-expanded="false"]')) closed.click();
	});
	// Just after a press a view takes no pointer.
	await page.waitForFunction(() => document.body.style.pointerEvents !== 'none');
	let [before, text] = ['', await everythingOn(page)];
	// A page may still be busy with what it reads or draws.
	await expect
		.poll(async () => {
			[before, text] = [text, await everythingOn(page)];
			return text === before;
		})
		.toBe(true);
	return text;
}

function everythingOn(page: Page): Promise<string> {
	return page.evaluate(() => {
		const named = [...document.querySelectorAll('[aria-label], [alt], [title], [value], [style]')].map((element) =>
			['aria-label', 'alt', 'title', 'value', 'style'].map((name) => element.getAttribute(name) ?? '').join('|')
		);
		const pictures = [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
		const drawn = [...document.querySelectorAll('main svg')].map((svg) => svg.innerHTML);
		return [document.title, document.body.innerText, ...named, ...drawn, ...pictures].join('\n');
	});
}

/**
 * A device that opened the file of a world: each page, each step of the presentation and each file, as text.
 * @param only these pages, and no presentation
 */
async function readWorld(browser: Browser, site: string, change?: Change, only = pages): Promise<Map<string, string>> {
	const context = await browser.newContext({ baseURL: site, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	await page.clock.setFixedTime('2026-05-17T10:00:00+02:00');
	const data = new DataPage(page);
	await data.open();
	await data.choose({ name: 'tweelingen.json', mimeType: 'application/json', buffer: Buffer.from(worldFile(change)) });
	await data.confirm();
	const read = new Map<string, string>();
	for (const path of only) {
		await page.goto(`./${path}${query}`, { waitUntil: 'networkidle' });
		await expect(page.locator('h1').first()).toBeVisible();
		await expect(page.getByText('Een ogenblik …')).toHaveCount(0);
		if (path === 'resultaat/') {
			await page.getByRole('heading', { name: 'Radar', exact: true }).scrollIntoViewIfNeeded();
			await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
		}
		read.set(path, await readPage(page));
	}
	if (only === pages) await readSlides(page, read);
	await readFiles(page, read);
	await context.close();
	return read;
}

async function readSlides(page: Page, read: Map<string, string>): Promise<void> {
	await page.goto(`./tonen/${query}`, { waitUntil: 'networkidle' });
	const presentation = new PresentationPage(page);
	await presentation.chooseAll();
	await presentation.begin();
	for (let step = 1; ; step += 1) {
		read.set(`tonen/, step ${step}`, await readPage(page));
		if (!(await presentation.next.isVisible())) break;
		await presentation.next.click();
	}
}

async function readFiles(page: Page, read: Map<string, string>): Promise<void> {
	const report = new ReportPage(page);
	await report.open(ids.measurement);
	for (const button of ['CSV', 'Tafel als SVG', 'Tafel als PNG', 'Radar als SVG', 'Radar als PNG'] as const) {
		read.set(button, (await report.save(button)).bytes.toString('latin1'));
	}
	const workbook = unzip((await report.save('Excel (.xlsx)')).bytes);
	for (const [part, text] of workbook) read.set(`Excel, ${part}`, text);
	for (const [name, pdf] of [
		['summary', await report.makeSummary()],
		['report', await report.makeFull()]
	] as const) {
		const { pageTexts, elements, bookmarks } = await readPdf(pdf);
		read.set(`PDF, ${name}`, JSON.stringify([pageTexts, elements, bookmarks]));
	}
}

/** A device has a random code of its own, which the facilitator may read out. */
const DEVICE_CODE = /\b[0-9A-HJKMNP-TV-Z]{4}(?:[ -][0-9A-HJKMNP-TV-Z]{4}){1,2}\b/g;
const withoutDevice = (text: string) => text.replace(DEVICE_CODE, 'code');

test('what is hidden of an anonymous measurement is on no screen, in no picture, in no file and in no PDF', async ({
	browser,
	site
}) => {
	test.setTimeout(300_000);
	const one = await readWorld(browser, site);
	const other = await readWorld(browser, site, 'what is hidden');
	expect([...other.keys()]).toEqual([...one.keys()]);
	for (const [place, text] of one) expect(withoutDevice(other.get(place) ?? ''), place).toBe(withoutDevice(text));

	// The looking is not blind: what shows differs on the screens and in the files when it is another.
	const figures = ['resultaat/', 'verslag/', 'vergelijken/', 'overzicht/'];
	const shown = await readWorld(browser, site, 'what is shown', figures);
	for (const place of [...figures, 'CSV', 'Radar als SVG', 'Radar als PNG', 'PDF, report'])
		expect(shown.get(place), place).not.toBe(one.get(place));
});
