import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { patience, runs } from '../../../property-runs';
import { blocksStoring, cookiesBlocked, faultsOf, scriptOf, type Fault } from '../../devices/missing-parts';
import { invitation } from '../../beginnings';
import { expect, test } from '../../test';

const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now());
/** Besides blocked cookies, of which every page is tried, one page in so many has others: which ones, the seed says. */
const ONE_IN = 3;
const othersOn = (place: number) => ((place + seed) % ONE_IN === 0 ? runs(1) : runs(1) - 1);

/** Every page that the build holds, by its path. */
const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('index.html'))
	.map((file) => file.replace(/index\.html$/, ''))
	.sort();

/** What a page is opened with, so that it has something to do. */
const asked: Record<string, string> = { 'meedoen/': invitation };
/** Here people would lose something: the page says why nothing is stored. */
const STORING = /^(|nieuw\/|overzicht\/|vragenlijsten\/)$/;
const REASON = /laat niet toe om gegevens te bewaren|antwoordt niet/;

const words = (faults: readonly Fault[]) => faults.map(({ name, how }) => `${name} ${how}`).join(', ');

for (const [place, path] of pages.entries()) {
	const others = fc.sample(faultsOf, { numRuns: othersOn(place), seed: seed + place });
	test(`/${path} opens whatever the browser leaves out`, async ({ browser, site }) => {
		test.setTimeout(patience(120_000));
		for (const faults of [cookiesBlocked(), ...others]) {
			const context = await browser.newContext();
			await context.addInitScript(scriptOf(faults));
			const page = await context.newPage();
			const complaints: string[] = [];
			page.on('pageerror', (error) => complaints.push(error.message));
			await page.goto(`${site}${path}${asked[path] ?? ''}`);
			const told = `FAST_CHECK_SEED=${seed}: ${words(faults)}`;
			await expect(page.locator('h1').first(), told).toBeVisible();
			await expect(page.getByText(/(komen|komt) eraan|Een ogenblik/), told).toHaveCount(0);
			if (blocksStoring(faults) && STORING.test(path)) await expect(page.getByText(REASON).first(), told).toBeVisible();
			expect(complaints, told).toEqual([]);
			await context.close();
		}
	});
}
