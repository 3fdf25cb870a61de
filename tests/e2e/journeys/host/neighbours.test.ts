import type { Page } from '@playwright/test';
import { serve } from '../../../../.tools/serve/serve.mjs';
import { DataPage } from '../../pages/data-page';
import { FillingPage } from '../../pages/filling-page';
import { HomePage } from '../../pages/home-page';
import { NewPartnershipPage } from '../../pages/new-partnership-page';
import { expect, test } from '../../test';

test.use({ serviceWorkers: 'allow' });

/** Where installations store on this host. */
async function storedOn(page: Page): Promise<{ databases: string[]; caches: string[] }> {
	return page.evaluate(async () => ({
		databases: (await indexedDB.databases()).map(({ name }) => name ?? '').sort(),
		caches: (await caches.keys()).map((name) => name.split(' ')[1] ?? '').sort()
	}));
}

/** Makes a partnership in the installation that this page shows, and answers something. */
async function use(page: Page, address: string, name: string): Promise<void> {
	await page.goto(`${address}nieuw/`);
	await new NewPartnershipPage(page).create(name);
	await new FillingPage(page).answerScreen({ Gemeente: '345' });
	await page.evaluate(() => navigator.serviceWorker.ready);
}

test('two installations in two folders of one host know nothing of each other, and one that is wiped leaves the other whole', async ({
	context
}) => {
	// One server is one host; the second folder is handed to the site as if it stood there too.
	const first = await serve({ port: 0, base: '/een' });
	const port = new URL(first.url).port;
	const second = `http://127.0.0.1:${port}/twee/`;
	const page = await context.newPage();
	const behind = await serve({ port: 0, base: '/twee' });
	await context.route(`${second}**`, async (route) => {
		const url = route
			.request()
			.url()
			.replace(`:${port}/`, `:${new URL(behind.url).port}/`);
		// A connection that the server closed a moment ago is no answer.
		await route.fulfill({ response: await route.fetch({ url, maxRetries: 3 }) });
	});

	await use(page, first.url, 'In de eerste map');
	await use(page, second, 'In de tweede map');
	await page.goto(first.url);
	await expect(new HomePage(page).partnership('In de eerste map')).toBeVisible();
	await expect(new HomePage(page).partnership('In de tweede map')).toHaveCount(0);
	await page.goto(second);
	await expect(new HomePage(page).partnership('In de tweede map')).toBeVisible();
	await expect(new HomePage(page).partnership('In de eerste map')).toHaveCount(0);
	const both = await storedOn(page);
	expect(both.databases).toEqual(['samenwerkingsmeter', `samenwerkingsmeter ${encodeURIComponent('/twee/')}`]);

	await page.goto(`${first.url}gegevens/`);
	await new DataPage(page).wipe();
	await expect(page.getByRole('heading', { level: 1, name: 'Dit toestel is gewist' })).toBeVisible();
	expect(await storedOn(page)).toEqual({
		databases: [`samenwerkingsmeter ${encodeURIComponent('/twee/')}`],
		caches: both.caches.filter((folder) => folder === '/twee/')
	});

	await page.goto(second);
	await expect(new HomePage(page).partnership('In de tweede map')).toBeVisible();
	await page.goto(first.url);
	await expect(new HomePage(page).partnership('In de tweede map')).toHaveCount(0);
	// A worker may still be fetching: nobody waits for that.
	await context.unrouteAll({ behavior: 'ignoreErrors' });
	await first.close();
	await behind.close();
});
