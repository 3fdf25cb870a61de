import { readFileSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { isLong } from '../../../property-runs';
import { onChangingSite } from '../../devices/changing-site';
import { expect, test } from '../../test';

// Here scripts fail: the browser says so in its console.
test.use({ mayComplain: true });

const HOSTS: Record<string, (response: ServerResponse) => void> = {
	'is gone': (response) => void response.destroy(),
	'has it no more': (response) => void response.writeHead(404).end('Not found'),
	'gives its login page': (response) =>
		void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Meld je aan</title>'),
	'cuts it off': (response) =>
		void response.writeHead(200, { 'content-type': 'text/javascript' }).end('export const half = {')
};

/** The scripts that «Start een meting» begins with, and its own part among them. */
const html = readFileSync('build/nieuw/index.html', 'utf8');
const scripts = [...html.matchAll(/href="\.\.\/([^"]+)" rel="modulepreload"/g)].map(([, path = '']) => path);
const [start = '', app = '', layout = ''] = ['entry/start', 'entry/app', 'nodes/0.'].map((part) =>
	scripts.find((path) => path.includes(part))
);
const own = scripts.find((path) => path.includes('/nodes/') && path !== layout) ?? '';
const errorPage = `_app/immutable/nodes/${readdirSync('build/_app/immutable/nodes').find((name) => name.startsWith('1.'))}`;
const BROKEN: Record<string, string[]> = {
	'the start of the app': [start],
	'the list of pages': [app],
	'the frame of each page': [layout],
	'the page': [own],
	'the page and the page for errors': [own, errorPage],
	'a part that many pages share': scripts.filter((path) => path.includes('/chunks/')).slice(-1)
};

/** People read in Dutch what is the matter, and are not sent round. */
async function expectWayOn(page: Page): Promise<void> {
	await expect(page.getByText(/kon niet geladen worden|kon niet starten/).first()).toBeVisible({
		timeout: 15_000
	});
}

const hosts = Object.entries(HOSTS);
/** Where a start and a page of its own are tried with every host; of the others, each with one: all in long runs. */
const WHOLE = ['the start of the app', 'the page'];

for (const [place, [what, paths]] of Object.entries(BROKEN).entries()) {
	const some = isLong || WHOLE.includes(what) ? hosts : hosts.filter((_, index) => index === place % hosts.length);
	for (const [how, answer] of some) {
		test(`${what} does not come, since the host ${how}: it says so, and a new try brings the page`, async ({
			page
		}) => {
			expect(paths.every((path) => path !== '')).toBe(true);
			await onChangingSite(async (site) => {
				let wayward = true;
				site.misbehave((path, response) => {
					if (!wayward || !paths.includes(path)) return false;
					answer(response);
					return true;
				});
				await page.goto(`${site.url}nieuw/`);
				await expectWayOn(page);
				expect(site.asked().filter((path) => path.endsWith('/nieuw/'))).toHaveLength(1);
				wayward = false;
				await page.getByText('Probeer opnieuw').click();
				await expect(page.getByRole('button', { name: 'Zet klaar' })).toBeEnabled();
				await expect(page.getByText('Probeer opnieuw')).toBeHidden();
			});
		});
	}
}

test('a link to a page whose part does not come: it says so, and leads to the first page', async ({ page }) => {
	await onChangingSite(async (site) => {
		await page.goto(site.url);
		await expect(page.locator('[data-app-started]')).toBeAttached();
		site.misbehave((path, response) => {
			if (path !== own && path !== errorPage) return false;
			response.destroy();
			return true;
		});
		await page.evaluate((address) => {
			const link = document.createElement('a');
			link.href = address;
			link.textContent = 'Nieuw';
			document.querySelector('main')?.append(link);
		}, `${site.url}nieuw/`);
		await page.getByRole('link', { name: 'Nieuw', exact: true }).click();
		await expectWayOn(page);
		await page.getByRole('link', { name: 'Naar het begin' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Hoe werken jullie samen?' })).toBeVisible();
	});
});

test('what makes a back-up does not come: it says so, loses nothing, and makes it once it came', async ({
	page,
	newPartnership,
	filling
}) => {
	const parts = '_app/immutable/chunks/';
	const maker = readdirSync(`build/${parts}`).find((name) =>
		readFileSync(`build/${parts}${name}`, 'utf8').includes('samenwerkingsmeter-alles-')
	);
	await onChangingSite(async (site) => {
		site.misbehave((path, response) => {
			if (path !== `${parts}${maker}`) return false;
			response.destroy();
			return true;
		});
		await page.goto(`${site.url}nieuw/`);
		await newPartnership.create('Zonder back-up');
		await filling.answerScreen({ Gemeente: '345' });
		await page.goto(site.url);
		const reminder = page.getByRole('region', { name: 'Back-up' });
		const save = reminder.getByRole('button', { name: 'Bewaar een back-up' });
		await save.click();
		await expect(reminder.getByRole('alert')).toContainText('staat nog niet op dit toestel');
		expect(site.asked().filter((path) => path.endsWith(`${maker}`))).not.toEqual([]);

		site.misbehave(() => false);
		await page.reload();
		await expect(reminder).toContainText('Er is nog geen back-up.');
		const download = page.waitForEvent('download');
		await save.click();
		expect(readFileSync(await (await download).path(), 'utf8')).toContain('Zonder back-up');
	});
});

const SENTENCE = /Chrome en Edge vanaf versie 111, in Firefox vanaf versie 121 en in Safari vanaf versie 16\.4/;
const OLD: Record<string, string> = {
	'modules cannot be left out': 'delete HTMLScriptElement.prototype.noModule',
	'styles cannot ask what is inside':
		'const all = CSS.supports; CSS.supports = (one, two) => !/:has/.test(one) && (two === undefined ? all.call(CSS, one) : all.call(CSS, one, two))',
	'colours cannot be mixed':
		"const all = CSS.supports; CSS.supports = (one, two) => one !== 'color' && (two === undefined ? all.call(CSS, one) : all.call(CSS, one, two))",
	'nothing can be packed': 'delete window.CompressionStream',
	'it knows nothing': 'delete window.CSS; delete window.CompressionStream; delete window.Promise; delete window.fetch'
};
for (const [what, script] of Object.entries(OLD)) {
	for (const address of ['', 'meedoen/#code']) {
		test(`an old browser, in which ${what}, says which versions work, at «${address}»`, async ({ page, baseURL }) => {
			await page.addInitScript(script);
			await page.goto(`${baseURL}${address}`);
			await expect(page.getByRole('alert').filter({ hasText: SENTENCE })).toBeVisible();
		});
	}
}

test('without JavaScript a page says that it needs it', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	for (const address of ['', 'meedoen/', 'resultaat/']) {
		await page.goto(`${baseURL}${address}`);
		await expect(page.locator('noscript p')).toBeVisible();
	}
	await context.close();
});

test('a page that starts says nothing of it', async ({ page, baseURL }) => {
	await page.goto(baseURL ?? '');
	await expect(page.locator('[data-app-started]')).toBeAttached();
	await expect(page.locator('#page-guard')).toHaveCount(0);
});
