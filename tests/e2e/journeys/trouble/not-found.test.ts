import { changingSite } from '../../devices/changing-site';
import { siteFolder } from '../../site-folder';
import { expect, test } from '../../test';

// The browser says in its console that there was nothing at the address.
test.use({ mayComplain: true });

for (const base of ['', siteFolder || '/meter', '/een/diepe/map']) {
	test(`an address that leads nowhere, at «${base}/»: a page with a way on, at any depth`, async ({ page }) => {
		const site = await changingSite(base);
		for (const address of ['nergens', 'nergens/', 'nergens/diep/er/in.html?x=1#y']) {
			const response = await page.goto(site.url + address);
			expect(response?.status()).toBe(404);
			await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
			await expect(page.getByRole('link', { name: /Naar het begin/ })).toHaveAttribute('href', site.url);
		}
		await page.getByRole('link', { name: /Naar het begin/ }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Hoe werken jullie samen?' })).toBeVisible();
		await site.close();
	});
}

test('an invitation whose «#» was encoded on the way opens as the invitation', async ({ page }) => {
	const site = await changingSite();
	for (const address of ['meedoen/%23een-code', 'meedoen%23een-code', 'meedoen/%2523een-code', 'Meedoen.#een-code']) {
		await page.goto('about:blank');
		await page.goto(site.url + address);
		await expect(page).toHaveURL(`${site.url}meedoen/#een-code`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await site.close();
});
