import type { Page } from '@playwright/test';
import { changingSite, type ChangingSite } from '../e2e/devices/changing-site';
import { FillingPage } from '../e2e/pages/filling-page';
import { NewPartnershipPage } from '../e2e/pages/new-partnership-page';
import { buildWithOneMoreUpgrade, type AnotherBuild } from './another-build';
import { print } from './counts';
import { expect, test } from './test';

const VERSION = '9.9.9';
let newer: AnotherBuild;
test.beforeAll(() => {
	newer = buildWithOneMoreUpgrade(VERSION);
});
test.afterAll(() => newer.remove());

async function on(journey: (host: ChangingSite) => Promise<void>): Promise<void> {
	const host = await changingSite();
	try {
		await journey(host);
	} finally {
		await host.close();
	}
}

/** A measurement with six answers of which «Bewaard» was seen. @returns its address */
async function fillIn(page: Page, host: ChangingSite): Promise<string> {
	await page.goto(`${host.url}nieuw/`);
	await new NewPartnershipPage(page).create('Twee versies');
	await new FillingPage(page).answerScreen({ Gemeente: '345', Verenigingen: '234' });
	return page.url();
}

async function expectAnswers(page: Page): Promise<void> {
	const filling = new FillingPage(page);
	for (const [index, key] of [...'345'].entries())
		await expect(filling.choice('Gemeente', index + 1, key)).toBeChecked();
	for (const [index, key] of [...'234'].entries())
		await expect(filling.choice('Verenigingen', index + 1, key)).toBeChecked();
}

/** Until the page has come anew: it may have been of the new version already, when the old one had not kept it. */
async function takeNewVersion(page: Page): Promise<void> {
	const comesAnew = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Neem de nieuwe versie' }).click({ timeout: 30_000 });
	await comesAnew;
}

/** Upgrades that the database has had. */
function databaseVersion(page: Page): Promise<number> {
	return page.evaluate(
		async () => (await indexedDB.databases()).find(({ name }) => name === 'samenwerkingsmeter')?.version ?? 0
	);
}

test('old to new, by pressing «Neem de nieuwe versie»: the database is upgraded and all answers are there', async ({
	page
}, testInfo) => {
	await on(async (host) => {
		const address = await fillIn(page, host);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const before = await databaseVersion(page);
		await page.goto(host.url);
		await expect(page.getByText('De hele app werkt op dit toestel ook zonder internet.')).toBeVisible({
			timeout: 30_000
		});
		host.deploy(newer.folder);
		await page.goto(host.url);
		await takeNewVersion(page);
		await expect(page.getByText(`Samenwerkingsmeter ${VERSION}`)).toBeVisible();
		await page.waitForLoadState('networkidle');
		await page.goto(address);
		await expectAnswers(page);
		expect(await databaseVersion(page)).toBe(before + 1);
		print(testInfo, { 'upgrades before and after': `${before} and ${before + 1}`, 'answers lost': 0 });
	});
});

test('a page that was not kept before a deployment opens from the new one, and leaves nothing of it among the old', async ({
	page
}) => {
	await on(async (host) => {
		// Only this page is kept: the rest waits for a browser that is never idle.
		await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
		await page.goto(`${host.url}uitleg/`);
		await expect(page.getByText('Deze pagina werkt ook zonder internet.')).toBeVisible();
		const before = await page.evaluate(() => caches.keys());
		host.deploy(newer.folder);

		await page.goto(`${host.url}gegevens/`);
		await expect(page.getByText(`Samenwerkingsmeter ${VERSION}`)).toBeVisible();

		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return names.map(
				(name, index) => [name, (requests[index] ?? []).map(({ url }) => new URL(url).pathname)] as const
			);
		});
		const old = kept.filter(([name]) => before.includes(name)).flatMap(([, paths]) => paths);
		expect(old.filter((path) => path.endsWith('/uitleg/'))).toHaveLength(1);
		expect(old.filter((path) => path.endsWith('/gegevens/'))).toEqual([]);
	});
});

test('an old tab that is open while a new one upgrades: stored, closed and read-only', async ({ browser }) => {
	await on(async (host) => {
		// Without a service worker each tab has the version that the host has at that moment.
		const context = await browser.newContext({ serviceWorkers: 'block' });
		const old = await context.newPage();
		const address = await fillIn(old, host);
		const filling = new FillingPage(old);
		host.deploy(newer.folder);
		const fresh = await context.newPage();
		// An answer that is on its way when the new version comes.
		await filling.choose('Gemeente', 1, '1');
		await fresh.goto(address);
		await expect(new FillingPage(fresh).choice('Gemeente', 2, '4')).toBeChecked();
		await expect(old.getByText(/nieuwere versie/).first()).toBeVisible();
		await fresh.reload();
		await expect(new FillingPage(fresh).choice('Gemeente', 1, '1')).toBeChecked();

		// Whatever someone still tries in the old tab, it does not say that it was stored.
		await filling
			.choice('Gemeente', 2, '1')
			.click({ timeout: 2000, force: true })
			.catch(() => undefined);
		await expect(old.getByText(/nieuwere versie/).first()).toBeVisible();
		await expect(old.getByText('Bewaard op dit toestel')).toBeHidden();
		await old.reload();
		await expect(new FillingPage(old).choice('Gemeente', 1, '1')).toBeChecked();
		await context.close();
	});
});

for (const serviceWorkers of ['allow', 'block'] as const) {
	const how = serviceWorkers === 'allow' ? 'with' : 'without';
	test(`new to old, ${how} service worker: nobody is locked out`, async ({ browser }, testInfo) => {
		await on(async (host) => {
			host.deploy(newer.folder);
			const context = await browser.newContext({ serviceWorkers });
			const page = await context.newPage();
			const address = await fillIn(page, host);
			const upgraded = await databaseVersion(page);
			if (serviceWorkers === 'allow') await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
			host.deploy('build');
			await page.goto(host.url);
			if (serviceWorkers === 'allow') {
				await takeNewVersion(page);
			}
			await expect(page.getByText(/^Samenwerkingsmeter \d/)).toBeVisible();
			await expect(page.getByText(`Samenwerkingsmeter ${VERSION}`)).toBeHidden();
			await page.waitForLoadState('networkidle');
			await page.goto(address);
			await expectAnswers(page);
			const filling = new FillingPage(page);
			await filling.next.click();
			await filling.answerScreen({ Gemeente: '111', Verenigingen: '222' });
			await page.reload();
			await expect(filling.choice('Verenigingen', 3, '2')).toBeChecked();
			// And forward again.
			host.deploy(newer.folder);
			if (serviceWorkers === 'block') {
				await page.goto(address);
				await filling.previous.click();
				await expectAnswers(page);
			}
			print(testInfo, { 'upgrades that the old build opened': upgraded, 'answers lost': 0 });
			await context.close();
		});
	});
}
