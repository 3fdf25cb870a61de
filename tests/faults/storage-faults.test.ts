import type { Page } from '@playwright/test';
import { NewPartnershipPage } from '../e2e/pages/new-partnership-page';
import { Chance, seed } from './chance';
import { print } from './counts';
import { answer, Ledger, listen, readChosen } from './person';
import { makeUnrest, MOODS, type Mood } from './storage-faults';
import { expect, test } from './test';

test.use({ serviceWorkers: 'block' });

/** FAULT_MEMBERS: how many browsers, each with faults of its own, for each way that the worker does. */
const members = Number(process.env['FAULT_MEMBERS'] ?? 6);
/** Answers in each. */
const ANSWERS = 12;

type Counts = Record<'open' | 'transaction' | 'request' | 'commit', number>;

async function faultsIn(page: Page): Promise<Counts> {
	return page.evaluate(() => Reflect.get(window, 'faultCounts') as Counts);
}

async function countsAgain(page: Page, ledger: Ledger): Promise<string[]> {
	await page.getByText(/^Onderdeel \d+ van/).waitFor();
	return ledger.lost(await readChosen(page));
}

for (const mood of MOODS) {
	test(`IndexedDB fails one to five times in a row, anywhere, with a worker that is ${mood}`, async ({
		browser,
		site
	}, testInfo) => {
		test.setTimeout(members * 120_000);
		const chance = new Chance(seed + MOODS.indexOf(mood satisfies Mood));
		const faults: Counts = { open: 0, transaction: 0, request: 0, commit: 0 };
		const losses: string[] = [];
		let acknowledged = 0;
		for (let member = 0; member < members; member += 1) {
			const context = await browser.newContext();
			const calm = await context.newPage();
			await calm.goto(`${site}nieuw/`);
			await new NewPartnershipPage(calm).create('Wankel');
			await calm.getByText(/^Onderdeel \d+ van/).waitFor();
			const address = calm.url();
			await calm.close();

			const page = await context.newPage();
			const ledger = new Ledger();
			await listen(page, { together: ledger });
			const own = chance.below(1_000_000);
			await page.addInitScript(makeUnrest, { seed: own, mood });
			await page.goto(address);
			await page.getByText(/^Onderdeel \d+ van/).waitFor();
			await answer(page, 'together', own, ANSWERS);
			for (const [place, count] of Object.entries(await faultsIn(page))) faults[place as keyof Counts] += count;
			await page.close();

			const again = await context.newPage();
			await again.goto(address);
			acknowledged += ledger.count;
			losses.push(...(await countsAgain(again, ledger)).map((lost) => `member ${member} (seed ${own}): ${lost}`));
			await context.close();
		}
		print(testInfo, { members, ...faults, 'answers acknowledged': acknowledged, lost: losses.length });
		expect(losses).toEqual([]);
	});
}
