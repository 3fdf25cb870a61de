import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Pictures pixel for pixel. Of letters only their place counts, through what they push away: another machine rounds
 * them otherwise. After a change that is meant, make the pictures anew with `--update-snapshots` and look at them.
 */

/** Edges of a few marks, rounded otherwise; one mark that lies 6 px further is several times as much. */
const LOOK = { maxDiffPixels: 60, animations: 'disabled' } as const;

interface Drawn {
	page: Page;
	picture: Locator;
	/** Of its file among the pictures. */
	name: string;
	/** One of its marks, for the proof that the comparison sees it. */
	mark: Locator;
	/** What is another one each time. */
	mask?: Locator[];
}

/** The picture looks as it was drawn; and had one mark lain 6 px further, or had another colour, that would be seen. */
export async function expectDrawn({ page, picture, name, mark, mask = [] }: Drawn): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('* { color: transparent !important; caret-color: transparent } svg text { visibility: hidden }');
		document.adoptedStyleSheets.push(sheet);
	});
	await expect(picture).toHaveScreenshot(name, { ...LOOK, mask });
	await mark.evaluate((path) => path.setAttribute('transform', 'translate(6 0)'));
	await expect(picture).not.toHaveScreenshot(name, { ...LOOK, mask });
	await mark.evaluate((path) => {
		path.removeAttribute('transform');
		path.setAttribute('fill', '#1F6B45');
	});
	await expect(picture).not.toHaveScreenshot(name, { ...LOOK, mask });
}
