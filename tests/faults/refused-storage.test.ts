import type { BrowserContext, Page } from '@playwright/test';
import { dimensions } from '../e2e/looks/newest-questionnaire';
import { FillingPage } from '../e2e/pages/filling-page';
import { NewPartnershipPage } from '../e2e/pages/new-partnership-page';
import { print } from './counts';
import { expect, test } from './test';
import { saysRestored } from './workplace';

test.use({ serviceWorkers: 'block' });

async function fillIn(page: Page, site: string): Promise<void> {
	await page.goto(`${site}nieuw/`);
	await new NewPartnershipPage(page).create('Weinig kans');
	await new FillingPage(page).answerScreen({ Gemeente: '345', Verenigingen: '234' });
}

async function expectAnswers(page: Page): Promise<void> {
	const filling = new FillingPage(page);
	for (const [group, keys] of [
		['Gemeente', '345'],
		['Verenigingen', '234']
	] as const) {
		for (const [index, key] of [...keys].entries()) await expect(filling.choice(group, index + 1, key)).toBeChecked();
	}
}

/** In a worker too: what the page gets is put before the worker's own program. */
async function withoutPrivateFiles(context: BrowserContext, how: 'missing' | 'refused'): Promise<void> {
	const script =
		how === 'missing'
			? 'delete StorageManager.prototype.getDirectory;'
			: "StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));";
	await context.addInitScript(script);
	await context.route(/worker[^/]*\.js$/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${script}\n${await response.text()}` });
	});
}

const refusals: Record<string, (context: BrowserContext) => Promise<unknown>> = {
	'a private window': () => Promise.resolve(),
	'persistent storage refused': (context) =>
		context.addInitScript('StorageManager.prototype.persist = () => Promise.resolve(false);'),
	'persistent storage unknown to the browser': (context) =>
		context.addInitScript('delete StorageManager.prototype.persist; delete StorageManager.prototype.persisted;'),
	'no private files (OPFS)': (context) => withoutPrivateFiles(context, 'missing'),
	'private files (OPFS) refused': (context) => withoutPrivateFiles(context, 'refused'),
	'no navigator.storage at all': (context) =>
		context.addInitScript("Object.defineProperty(Navigator.prototype, 'storage', { value: undefined });"),
	'no dedicated workers': (context) => context.addInitScript('delete window.Worker;')
};

for (const [name, refuse] of Object.entries(refusals)) {
	test(`${name}: answers are stored all the same`, async ({ site, browser }) => {
		const context = await browser.newContext({ serviceWorkers: 'block' });
		await refuse(context);
		const page = await context.newPage();
		const complaints: string[] = [];
		page.on('pageerror', (error) => complaints.push(error.message));
		await fillIn(page, site);
		await page.reload();
		await expectAnswers(page);
		expect(await saysRestored(page)).toBe(false);
		expect(complaints).toEqual([]);
		await context.close();
	});
}

test('a browser without IndexedDB says so, and «Bewaard» never shows', async ({ site, browser }) => {
	const context = await browser.newContext();
	await context.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };");
	const page = await context.newPage();
	await page.goto(`${site}nieuw/`);
	// Opening is tried for 4.7 seconds first.
	await expect(page.getByRole('alert').filter({ hasText: 'laat niet toe om gegevens te bewaren' }).first()).toBeVisible(
		{
			timeout: 20_000
		}
	);
	await expect(page.getByText('Bewaard op dit toestel')).toBeHidden();
	await context.close();
});

/** What takes the storage away under an open page. */
const removals: Record<string, (page: Page, site: string) => Promise<void>> = {
	'the database deleted by another page': async (page, site) => {
		const other = await page.context().newPage();
		await other.goto(`${site}exchange-file.schema.json`);
		await other.evaluate(
			() =>
				new Promise<void>((resolve, reject) => {
					const request = indexedDB.deleteDatabase('samenwerkingsmeter');
					request.onsuccess = () => resolve();
					request.onerror = () => reject(request.error ?? new Error('failed'));
				})
		);
		await other.close();
	},
	'IndexedDB cleared by the browser': (page, site) => clear(page, site, 'indexeddb'),
	'all storage cleared by the browser': (page, site) => clear(page, site, 'all')
};

async function clear(page: Page, site: string, storageTypes: string): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', { origin: new URL(site).origin, storageTypes });
}

for (const [name, remove] of Object.entries(removals)) {
	test(`${name} while the page is open: «Bewaard» only for what is there`, async ({ page, site }, testInfo) => {
		await fillIn(page, site);
		const filling = new FillingPage(page);
		await filling.next.click();
		await filling.expectDimension(2, dimensions[1]?.name ?? '');
		await remove(page, site);
		await filling.choose('Gemeente', 1, '5');
		const saved = page.getByText('Bewaard op dit toestel');
		// The word of the screen before may still be there for a moment.
		await expect(saved.or(filling.failure).first()).toBeVisible();
		await expect(page.getByText('Bezig met bewaren')).toBeHidden();
		const claims = await saved.isVisible();
		const said = claims ? 'Bewaard' : (await filling.failure.innerText()).split('\n')[0];
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText(/komen eraan/)).toBeHidden();
		const restored = await saysRestored(page);
		if (claims) await expect(filling.choice('Gemeente', 1, '5')).toBeChecked();
		const left = await page.getByText(/^Onderdeel \d+ van/).isVisible();
		if (left) {
			await page.goto(page.url().replace(/&onderdeel=.*/, ''));
			await page.getByText(/^Onderdeel \d+ van/).waitFor();
			if (await filling.previous.isVisible()) await filling.previous.click();
			await expectAnswers(page);
		}
		print(testInfo, {
			'said of the next answer': said ?? '',
			'after a reload': left ? 'every earlier answer is there' : 'everything is gone',
			'says that it restored': restored ? 'yes' : 'no'
		});
		// Only when the second copy went as well may everything be gone.
		if (!name.startsWith('all')) expect(left).toBe(true);
	});
}
