import { unzipSync } from 'fflate';
import { expect, test } from '../e2e/test';
import { hasLibreOffice, openInLibreOffice } from './opened-file';

/**
 * Every file that the app makes for an office program, through the button that people press, of the example. A new kind
 * of file is one more of these tests: press, open, expect its words and its pictures.
 */
test.skip(!hasLibreOffice, 'LibreOffice is not installed');
test.beforeEach(async ({ page, home, report }) => {
	await page.setViewportSize({ width: 1440, height: 1000 });
	await home.open();
	await home.openExample();
	await page.getByRole('link', { name: 'Verslag' }).click();
	await expect(report.summaryButton).toBeEnabled();
});

for (const { button, kind, words } of [
	{
		button: 'Samenvatting (Word)',
		kind: 'word-summary',
		words: ['Afgesproken', 'Alle scores', 'Wat kunnen jullie doen?', 'Bladzijde 1 van']
	},
	{
		button: 'Volledig verslag (Word)',
		kind: 'word-full',
		words: ['Afgesproken', 'Alle scores', 'Sinds de vorige meting', 'Zo zijn de scores gemaakt', 'Bronnen']
	},
	{
		button: 'Presentatie (PowerPoint)',
		kind: 'slides',
		words: ['Samen geven we', 'Dit ligt op tafel']
	}
] as const)
	test(`${button} opens, says what it has to and looks as it did`, async ({ report }) => {
		const { name, bytes } = await report.saveOther(button);

		const opened = await openInLibreOffice(name, bytes);

		const all = opened.pages.join(' ').replace(/\s+/g, ' ');
		for (const one of words) expect(all).toContain(one);
		for (const picture of Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.png')))
			expect(picture[1].length).toBeGreaterThan(5_000);
		opened.expectPictures(kind);
	});

test('the workbook of a measurement opens and has its figures', async ({ report }) => {
	const { name, bytes } = await report.save('Excel (.xlsx)');

	const opened = await openInLibreOffice(name, bytes);

	const all = opened.pages.join(' ').replace(/\s+/g, ' ');
	for (const one of ['Onderdeel', 'Partner, geen uitvoerder', 'Blad Afspraken']) expect(all).toContain(one);
});
