import { expect, test } from '../../test';

/**
 * The picture of the example, pixel for pixel but for a little: what is drawn where, in which colour and shape. After a
 * change that is meant, make the pictures anew with `--update-snapshots` and look at them.
 */
const LOOK = { maxDiffPixelRatio: 0.02, animations: 'disabled' } as const;

test('the picture of the example looks as it was drawn: beside its names, and under them on a phone', async ({
	page,
	home,
	result
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await home.open();
	await home.openExample();
	await expect(result.picture).toBeVisible();
	await page.evaluate(() => document.fonts.ready);

	await expect(result.picture).toHaveScreenshot('picture-wide.png', LOOK);
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(result.picture).toHaveScreenshot('picture-phone.png', LOOK);
});

test('page one of the report of the example looks as it is printed', async ({ page, home, report }) => {
	await page.setViewportSize({ width: 1440, height: 1000 });
	await home.open();
	await home.openExample();
	await page.getByRole('link', { name: 'Verslag' }).click();
	await expect(report.summaryButton).toBeEnabled();
	await page.evaluate(() => document.fonts.ready);

	await expect(report.pageOne).toHaveScreenshot('report-page-one.png', LOOK);
});
