import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { onChangingSite, nextBuild, type ChangingSite } from '../../devices/changing-site';
import { onEachScreen } from '../../looks/newest-questionnaire';
import { DeskPage } from '../../pages/desk-page';
import { NewPartnershipPage } from '../../pages/new-partnership-page';
import { SheetPage } from '../../pages/sheet-page';
import { expect, test } from '../../test';

test.use({ serviceWorkers: 'allow', mayComplain: true });

const WHOLE = 'De hele app werkt op dit toestel ook zonder internet.';
const PARTLY = /^Samenwerkingsmeter .* Zonder internet werkt nog niet alles: \d+ van \d+ delen/;
const PAGES = [
	['', 'Hoe werken jullie samen?'],
	['nieuw/', 'Start een meting'],
	['gegevens/', 'Gegevens'],
	['overzicht/', 'Overzicht']
] as const;

async function expectEveryPage(page: Page, site: ChangingSite): Promise<void> {
	for (const [address, heading] of PAGES) {
		await page.goto(site.url + address);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		// Not only its text: it lives.
		await expect(page.getByText(/^Samenwerkingsmeter \d/)).toBeVisible();
		await expect(page.locator('[data-app-started]')).toBeAttached();
	}
}

async function controlled(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The service worker with something before it: its disk fails in this way. */
function withDisk(site: ChangingSite, script: string): void {
	const worker = readFileSync('build/service-worker.js', 'utf8');
	site.misbehave((path, response) => {
		if (path !== 'service-worker.js') return false;
		response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(script + worker);
		return true;
	});
}

const DISKS = {
	'is full': "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));",
	'refuses to be read':
		"CacheStorage.prototype.open = () => Promise.reject(new DOMException('Internal error', 'UnknownError'));",
	'throws at each word':
		"for (const name of ['open', 'keys', 'match', 'delete']) CacheStorage.prototype[name] = () => { throw new DOMException('insecure', 'SecurityError'); };",
	'hangs when read': 'Cache.prototype.match = () => new Promise(() => undefined);',
	'hangs when written': 'Cache.prototype.put = () => new Promise(() => undefined);'
};
for (const [how, script] of Object.entries(DISKS)) {
	test(`the disk of the cache ${how}: online every page comes, each time`, async ({ page }) => {
		await onChangingSite(async (site) => {
			withDisk(site, script);
			await page.goto(site.url);
			await controlled(page);
			for (let time = 0; time < 2; time += 1) await expectEveryPage(page, site);
			await expect(page.getByText(WHOLE)).toBeHidden();
		});
	});
}

test('with a full disk a phone still hands back by QR', async ({ page }) => {
	await onChangingSite(async (site) => {
		await page.goto(`${site.url}nieuw/`);
		await new NewPartnershipPage(page).createAnonymous('Volle telefoon', 3);
		const link = await new DeskPage(page).invitationLink(site.url.replace('127.0.0.1', 'meter.example'));
		withDisk(site, DISKS['is full']);
		const phone = await page.context().browser()?.newContext({ serviceWorkers: 'allow' });
		const phonePage = await phone?.newPage();
		if (!phone || !phonePage) throw new Error('No browser');
		const address = `${site.url}meedoen/${new URL(link).hash}`;
		await phonePage.goto(address);
		await controlled(phonePage);
		await phonePage.reload();
		const sheet = new SheetPage(phonePage);
		await sheet.chooseGroup('Verenigingen');
		await sheet.answerAll(onEachScreen('345'));
		await sheet.done();
		await expect(sheet.qrCode).toBeVisible();
		await phone.close();
	});
});

test('a host that takes the slash away from addresses: every page comes, online and after that without it', async ({
	page
}) => {
	await onChangingSite(async (site) => {
		const folder = new URL(site.url).pathname;
		site.misbehave((path, response) => {
			if (/^[a-z-]+\/$/.test(path)) {
				response.writeHead(301, { location: folder + path.slice(0, -1) }).end();
				return true;
			}
			if (!/^[a-z-]+$/.test(path)) return false;
			response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(`build/${path}/index.html`));
			return true;
		});
		await page.goto(site.url);
		await controlled(page);
		for (let time = 0; time < 2; time += 1) await expectEveryPage(page, site);
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		await site.fail('refused');
		await expectEveryPage(page, site);
	});
});

test('a login page served for a script is not kept: the foot says so, and it is mended as soon as the host is right', async ({
	page
}) => {
	await onChangingSite(async (site) => {
		let wayward = true;
		site.misbehave((path, response) => {
			if (!wayward || !/participant\/.*\.js$/.test(path)) return false;
			response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Meld je aan</title>');
			return true;
		});
		await page.goto(site.url);
		await expect(page.getByText(PARTLY)).toBeVisible({ timeout: 30_000 });
		wayward = false;
		await page.reload();
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
	});
});

test('a bad copy that lies in the cache from before is noticed and mended', async ({ page }) => {
	await onChangingSite(async (site) => {
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		const spoiled = await page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			const cache = await caches.open(name);
			const requests = await cache.keys();
			const answers = [
				() => new Response('<html>Meld je aan</html>', { headers: { 'content-type': 'text/html' } }),
				(path: string) =>
					new Response('', { headers: { 'content-type': /css$/.test(path) ? 'text/css' : 'text/javascript' } })
			];
			for (const [index, { url }] of requests.entries()) {
				const answer = answers[index % 3];
				if (answer) await cache.put(url, answer(url));
			}
			return requests.length;
		});
		expect(spoiled).toBeGreaterThan(150);
		await expectEveryPage(page, site);
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		await site.fail('refused');
		await expectEveryPage(page, site);
	});
});

test('the new version is taken while the network goes away: everything still works, in the new version or the old', async ({
	page,
	context
}) => {
	const next = nextBuild('9.9.9');
	await onChangingSite(async (site) => {
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		site.deploy(next.folder);
		// Of the new version no more than the worker comes through.
		site.misbehave((path, response) => {
			if (path === 'service-worker.js') return false;
			response.destroy();
			return true;
		});
		const other = await context.newPage();
		await other.goto(site.url);
		await other.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
		const offer = other.getByRole('button', { name: 'Neem de nieuwe versie' });
		await expect(offer).toBeVisible({ timeout: 30_000 });
		const comeAnew = Promise.all([page, other].map((tab) => tab.waitForEvent('load')));
		await offer.click();
		await comeAnew;
		await site.fail('refused');
		await expectEveryPage(page, site);
		await page.goto(`${site.url}verslag/`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
	next.remove();
});

test('a new version that was whole before the network went away is there whole, and the old one is gone', async ({
	page
}) => {
	const next = nextBuild('9.9.9');
	await onChangingSite(async (site) => {
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		site.deploy(next.folder);
		await page.goto(`${site.url}uitleg/`);
		const offer = page.getByRole('button', { name: 'Neem de nieuwe versie' });
		await expect(offer).toBeVisible({ timeout: 30_000 });
		await site.fail('refused');
		const comesAnew = page.waitForEvent('load');
		await offer.click();
		await comesAnew;
		await expectEveryPage(page, site);
		await expect(page.getByText('Samenwerkingsmeter 9.9.9')).toBeVisible();
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
	});
	next.remove();
});

test('a worker that is installing already when a page opens is noticed in that page', async ({ page, context }) => {
	const next = nextBuild('9.9.9');
	await onChangingSite(async (site) => {
		await page.goto(site.url);
		await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		site.deploy(next.folder);
		// Its installation waits for a file until the other page has looked.
		const waiting: (() => void)[] = [];
		let held = true;
		site.misbehave((path, response) => {
			if (!held || path === 'service-worker.js') return false;
			waiting.push(() => response.destroy());
			return true;
		});
		await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
		await expect
			.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing !== null))
			.toBe(true);
		const other = await context.newPage();
		await other.goto(`${site.url}uitleg/`);
		await expect(other.locator('[data-app-started]')).toBeAttached();
		await expect(other.getByText(WHOLE)).toBeVisible({ timeout: 30_000 });
		expect(await other.evaluate(async () => (await navigator.serviceWorker.ready).installing !== null)).toBe(true);
		held = false;
		for (const go of waiting) go();
		await expect(other.getByRole('button', { name: 'Neem de nieuwe versie' })).toBeVisible({ timeout: 60_000 });
	});
	next.remove();
});
