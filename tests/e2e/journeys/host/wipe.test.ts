import type { Page } from '@playwright/test';
import { FillingPage } from '../../pages/filling-page';
import { expect, test } from '../../test';

test.use({ serviceWorkers: 'allow' });

/** All that a browser keeps of this site. */
function leftOnDevice(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(async () => {
		const files: string[] = [];
		const root = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
			keys(): AsyncIterable<string>;
		};
		for await (const name of root.keys()) files.push(name);
		return {
			databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
			files,
			caches: await caches.keys(),
			workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
			session: Object.keys(sessionStorage),
			local: Object.keys(localStorage)
		};
	});
}

const NOTHING = { databases: [], files: [], caches: [], workers: [], session: [], local: [] };

test(
	'«Wis dit toestel» leaves nothing, also with another tab in the middle of answering',
	{ tag: '@page' },
	async ({ page, context, newPartnership, filling, data }) => {
		await newPartnership.open();
		await newPartnership.create('Straks weg');
		await filling.answerScreen({ Gemeente: '345' });
		const other = await context.newPage();
		await other.goto(page.url());
		const otherFilling = new FillingPage(other);
		await expect(otherFilling.choice('Gemeente', 1, '3')).toBeChecked();
		await data.open();
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('samenwerkingsmeter', { create: true });
			await folder.getFileHandle('iets', { create: true });
		});
		expect(await leftOnDevice(page)).toMatchObject({
			databases: ['samenwerkingsmeter'],
			files: ['samenwerkingsmeter']
		});
		await otherFilling.choose('Verenigingen', 1, '2');

		await data.wipe();
		await expect(page.getByRole('heading', { level: 1, name: 'Dit toestel is gewist' })).toBeVisible();
		await expect(other.getByText('In een ander tabblad is dit toestel gewist.')).toBeVisible();
		expect(await leftOnDevice(page)).toEqual(NOTHING);

		// A page that is loaded again finds nothing, and leaves nothing of itself.
		await page.reload();
		await expect(page.getByText('Van deze app staat niets op dit toestel.')).toBeVisible();
		expect(await leftOnDevice(page)).toMatchObject({ ...NOTHING, session: expect.anything() });
	}
);

test('no link wipes: without asking for it everything stays', async ({ page, newPartnership, filling }) => {
	await newPartnership.open();
	await newPartnership.create('Blijft staan');
	await filling.answerScreen({ Gemeente: '345' });
	const address = page.url();
	await page.goto('./gewist/');
	await expect(page.getByText('Er is niets gewist.')).toBeVisible();
	await page.goto(address);
	await expect(filling.choice('Gemeente', 1, '3')).toBeChecked();
});

test('other apps at the same address keep what is theirs', async ({ page, newPartnership, filling, data }) => {
	await newPartnership.open();
	await newPartnership.create('Naast een ander');
	await filling.answerScreen({ Gemeente: '345' });
	await page.evaluate(async () => {
		await new Promise((resolve) => (indexedDB.open('andere app').onsuccess = resolve));
		await caches.open('andere app');
		await (await navigator.storage.getDirectory()).getDirectoryHandle('andere app', { create: true });
		localStorage.setItem('andere app', '1');
	});
	await data.open();
	await data.wipe();
	await expect(page.getByRole('heading', { level: 1, name: 'Dit toestel is gewist' })).toBeVisible();
	expect(await leftOnDevice(page)).toEqual({
		...NOTHING,
		databases: ['andere app'],
		files: ['andere app'],
		caches: ['andere app'],
		local: ['andere app']
	});
});

test('what another page holds on to is named, with what to do', async ({
	page,
	context,
	newPartnership,
	filling,
	data
}) => {
	await newPartnership.open();
	await newPartnership.create('Vastgehouden');
	await filling.answerScreen({ Gemeente: '345' });
	// A page that never lets go, as an old version of the app that hangs.
	const holder = await context.newPage();
	await holder.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await holder.goto('./exchange-file.schema.json');
	await holder.evaluate(
		() => new Promise<void>((resolve) => (indexedDB.open('samenwerkingsmeter').onsuccess = () => resolve()))
	);
	await data.open();
	await data.wipe();
	await expect(page.getByRole('heading', { level: 1, name: 'Nog niet alles is gewist' })).toBeVisible({
		timeout: 15_000
	});
	await expect(page.getByRole('alert')).toContainText('Een ander tabblad houdt ze nog vast.');
	await holder.close();
	await expect.poll(() => leftOnDevice(page)).toMatchObject({ databases: [] });
});
