import type { Page } from '@playwright/test';
import { changingSite, nextBuild, type ChangingSite } from '../e2e/devices/changing-site';
import { FillingPage } from '../e2e/pages/filling-page';
import { print } from './counts';
import { answer, Ledger, listen, readChosen } from './person';
import { seed } from './chance';
import { expect, test } from './test';
import { NewPartnershipPage } from '../e2e/pages/new-partnership-page';

const DEPLOYMENTS = 20;

/** A page on which people fill in together, with the whole app on the device, and a host that can change. */
async function beginOffline(page: Page, name: string): Promise<{ host: ChangingSite; ledger: Ledger }> {
	const host = await changingSite();
	const ledger = new Ledger();
	await listen(page, { together: ledger });
	await page.goto(host.url);
	await expect(page.getByText('De hele app werkt op dit toestel ook zonder internet.')).toBeVisible({
		timeout: 60_000
	});
	await page.goto(`${host.url}nieuw/`);
	await new NewPartnershipPage(page).create(name);
	await page.getByText(/^Onderdeel 1 van/).waitFor();
	return { host, ledger };
}

test('20 deployments while people answer: nothing lost, no reload by itself, lazily loaded parts still come', async ({
	page,
	context
}, testInfo) => {
	test.setTimeout(300_000);
	const { host, ledger } = await beginOffline(page, 'Twintig versies');
	const loadedAt = await page.evaluate(() => performance.timeOrigin);
	let before: { remove: () => void } | undefined;
	const other = await context.newPage();
	for (let number = 1; number <= DEPLOYMENTS; number += 1) {
		const next = nextBuild(`9.0.${number}`);
		host.deploy(next.folder);
		before?.remove();
		before = next;
		const answering = answer(page, 'together', seed + number, 10);
		await other.goto(host.url);
		await expect(other.getByRole('button', { name: 'Neem de nieuwe versie' })).toBeVisible({ timeout: 30_000 });
		await other.evaluate(
			() =>
				new Promise<void>((resolve) => {
					const wait = () =>
						void navigator.serviceWorker.ready.then((registration) =>
							registration.installing ? setTimeout(wait, 20) : resolve()
						);
					void navigator.serviceWorker.ready.then((registration) => registration.update()).then(wait, wait);
				})
		);
		await answering;
		expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
	}
	const chosen = await readChosen(page);
	expect(ledger.lost(chosen)).toEqual([]);
	await new FillingPage(page).toResult.click();
	await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
	expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);

	await other.getByRole('button', { name: 'Neem de nieuwe versie' }).click();
	await expect(other.getByText(`Samenwerkingsmeter 9.0.${DEPLOYMENTS}`)).toBeVisible();
	await page.goto(page.url().replace('resultaat', 'invullen'));
	expect(ledger.lost(await readChosen(page))).toEqual([]);
	print(testInfo, {
		deployments: DEPLOYMENTS,
		'answers acknowledged': ledger.count,
		'acknowledged answers lost': 0,
		'reloads by itself': 0
	});
	before?.remove();
	await host.close();
});

test('the service worker killed while offline and answering', async ({ page, context }, testInfo) => {
	const { host, ledger } = await beginOffline(page, 'Zonder werker');
	await host.fail('refused');
	const session = await context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	const rounds = 10;
	for (let round = 0; round < rounds; round += 1) {
		const answering = answer(page, 'together', seed + round, 8);
		await session.send('ServiceWorker.stopAllWorkers');
		await answering;
		await session.send('ServiceWorker.stopAllWorkers');
		await page.reload();
		expect(ledger.lost(await readChosen(page))).toEqual([]);
	}
	await new FillingPage(page).toResult.click();
	await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
	print(testInfo, { 'times killed': rounds * 2, 'answers acknowledged': ledger.count, 'acknowledged answers lost': 0 });
});
