import { expectDrawn } from '../../looks/drawn-as';
import { expect, test } from '../../test';

for (const { where, name, size } of [
	{ where: 'beside its names', name: 'picture-wide.png', size: { width: 1280, height: 800 } },
	{ where: 'under them on a phone', name: 'picture-phone.png', size: { width: 360, height: 740 } }
]) {
	test(
		`the picture of the example looks as it was drawn, ${where}`,
		{ tag: '@whole' },
		async ({ page, home, result }) => {
			await page.setViewportSize(size);
			await home.open();
			await home.openExample();
			await expect(result.picture).toBeVisible();

			await expectDrawn({
				...{ page, picture: result.picture, name },
				mark: result.picture.locator('svg[role="img"] path').last()
			});
		}
	);
}

test(
	'page one of the report of the example looks as it is printed',
	{ tag: '@whole' },
	async ({ page, home, report }) => {
		await page.setViewportSize({ width: 1440, height: 1000 });
		await home.open();
		await home.openExample();
		await page.getByRole('link', { name: 'Verslag' }).click();
		await expect(report.summaryButton).toBeEnabled();
		await page.evaluate(() => document.fonts.ready);

		// Mostly letters, which another machine rounds otherwise.
		await expect(report.pageOne).toHaveScreenshot('report-page-one.png', {
			maxDiffPixelRatio: 0.02,
			animations: 'disabled'
		});
	}
);
