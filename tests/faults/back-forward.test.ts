import { FillingPage } from '../e2e/pages/filling-page';
import { print } from './counts';
import { expect, test } from './test';
import { newWorkplace, openTogether, startAt } from './workplace';

test('away and back by the browser: what another tab changed meanwhile is on the screen', async ({
	site
}, testInfo) => {
	const place = await newWorkplace(site);
	const browser = await startAt(place);
	const { page } = browser;
	await openTogether(page, place);
	const filling = new FillingPage(page);
	await filling.choose('Gemeente', 1, '3');
	await filling.expectSaved();
	await page.evaluate(() => Object.assign(window, { cameBack: true }));
	await page.goto(`${site}exchange-file.schema.json`);
	const other = await browser.context.newPage();
	await openTogether(other, place);
	await new FillingPage(other).choose('Gemeente', 1, '5');
	await new FillingPage(other).choose('Gemeente', 2, '4');
	await new FillingPage(other).expectSaved();
	// The page in the cache starts no load that Playwright could wait for.
	await page.evaluate(() => history.back());
	await expect(filling.choice('Gemeente', 1, '5')).toBeChecked();
	await expect(filling.choice('Gemeente', 2, '4')).toBeChecked();
	await filling.choose('Gemeente', 3, '2');
	await filling.expectSaved();
	await page.reload();
	for (const [index, key] of [...'542'].entries())
		await expect(filling.choice('Gemeente', index + 1, key)).toBeChecked();
	await browser.close();
	place.profile.remove();
	print(testInfo, { 'pages that came back': 1 });
});
