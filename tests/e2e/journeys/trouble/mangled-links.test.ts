import type { Page } from '@playwright/test';
import { writeInvitation } from '../../../../src/lib/exchange/link/invitation';
import { anInvitation } from '../../../builders/records';
import { expect, test } from '../../test';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

const invitation = anInvitation({ partnershipName: 'Scherpenheuvel' });
const fragment = writeInvitation(invitation);

test('a link that came out of a message damaged opens the same measurement, under its sound address', async ({
	page
}) => {
	for (const address of [
		`#${fragment}.`,
		`#${fragment}%20»`,
		`#${fragment}?utm_source=nieuwsbrief&utm_medium=email`,
		`?fbclid=IwAR0x-y_z#${fragment}&gclid=1`,
		`?%23${fragment}`,
		`#${fragment.slice(0, 80)}\u00AD${fragment.slice(80)}`,
		`#${fragment.slice(0, 80)}%0A%20${fragment.slice(80)}`,
		`#${fragment.replaceAll('-', '%252D')}`
	]) {
		await page.goto('about:blank');
		await page.goto(`./meedoen/${address}`);
		await expect(page.getByText('Scherpenheuvel · 19 maart 2026'), address).toBeVisible();
		expect(new URL(page.url()).hash, address).toBe(`#${fragment}`);
		expect(new URL(page.url()).search, address).not.toContain('%23');
	}
});

test('a link that is beyond repair asks for the link, and takes it out of a whole message', async ({ page }) => {
	await page.goto(`./meedoen/#${fragment.slice(0, 60)}`);
	await expect(page.getByText('De link is niet volledig of beschadigd.')).toBeVisible();
	const field = page.getByRole('textbox', { name: 'Of plak hier de link uit je bericht' });
	await page.getByRole('button', { name: 'Open de link' }).click();
	await expect(field).toHaveAccessibleDescription(/Plak eerst de link die je kreeg\.$/);
	await expect(field).toBeFocused();

	await field.fill(`Dag An,\n\nzie https://www.gemeente.be/meter/meedoen/#${fragment.slice(0, 40)}`);
	await page.getByRole('button', { name: 'Open de link' }).click();
	await expect(field).toHaveAccessibleDescription(/De link is niet volledig of beschadigd\./);

	const wrapped = encodeURIComponent(`https://www.gemeente.be/meter/meedoen/#${fragment}`);
	await field.fill(`Dag An, zie https://eur02.safelinks.protection.outlook.com/?url=${wrapped}&data=05%7C. Tot dan!`);
	await page.getByRole('button', { name: 'Open de link' }).click();
	await expect(page.getByText('Scherpenheuvel · 19 maart 2026')).toBeVisible();
	expect(new URL(page.url()).hash).toBe(`#${fragment}`);
});

test.describe('when a security scanner encoded the #', () => {
	// The browser says in its console that there was nothing at the address.
	test.use({ mayComplain: true });

	const PATHS = ['%23', '%2523', '?%23'].map((sign) => sign + fragment);
	const BEHIND = ['.', '%20', '&fbclid=1', '?utm_source=mail'].map((more) => `%23${fragment}${more}`);

	async function expectSame(page: Page): Promise<void> {
		for (const path of [...PATHS, ...BEHIND]) {
			await page.goto('about:blank');
			await page.goto(`./meedoen/${path}`);
			await expect(page.getByText('Scherpenheuvel · 19 maart 2026'), path).toBeVisible();
			expect(new URL(page.url()).hash, path).toBe(`#${fragment}`);
		}
	}

	test('the same measurement opens, from the page that the host gives', ({ page }) => expectSame(page));

	test.describe('with the app on the phone', () => {
		test.use({ serviceWorkers: 'allow' });

		test('the same measurement opens', async ({ page }) => {
			await page.goto('./meedoen/');
			await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
			await expectSame(page);
		});
	});
});
