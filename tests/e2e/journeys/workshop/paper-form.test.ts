import { expectWholeSheets } from '../../../paper-pages';
import { measureAgainAskingTrend } from '../../beginnings';
import { expect, test } from '../../test';

for (const asksTrend of [false, true]) {
	test(`the paper form of an anonymous measurement that ${asksTrend ? 'asks' : 'does not ask'} how it goes beside last time prints on whole sheets`, async ({
		page,
		newPartnership,
		desk,
		partnership
	}) => {
		await newPartnership.open();
		await newPartnership.createAnonymous('Op papier', 3);
		if (asksTrend) {
			await measureAgainAskingTrend({ newPartnership, desk, partnership });
		}
		const measurementId = await desk.measurementId();
		await page.goto(`./formulier/?meting=${measurementId}`);
		await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
		await page.evaluate(() => document.fonts.ready);

		const pages = expectWholeSheets(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));

		test.skip(pages === null, 'poppler is not installed: what stands on each page was not read');
	});
}
