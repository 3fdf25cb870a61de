import { unzipSync } from 'fflate';
import { expect, test } from '../e2e/test';
import { fillDevice } from '../e2e/devices/fill-device';
import { hasLibreOffice, openInLibreOffice } from './opened-file';

/**
 * Every file that the app makes for an office program, through the button that people press, of the example. A new kind
 * of file is one more of these tests: press, open, expect its words and its pictures.
 */
/** Of a workbook: a long table goes on as it begins. */
const FIRST_PAGES = 6;

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

const textOf = (pages: readonly string[]) => pages.join(' ').replace(/\s+/g, ' ');

test('the workbook of a measurement opens, has its figures and looks as it did', async ({ report }) => {
	const { name, bytes } = await report.save('Excel (.xlsx)');

	const opened = await openInLibreOffice(name, bytes);

	const all = textOf(opened.pages);
	for (const one of ['Onderdeel', 'Partner, geen uitvoerder', 'Blad Afspraken']) expect(all).toContain(one);
	opened.expectPictures('workbook', FIRST_PAGES);
});

test('the table of everything opens, with a row a figure and a codebook, and looks as it did', async ({
	page,
	portfolio
}) => {
	await fillDevice(page, { partnerships: 2, measurements: 1, responses: 4, latestDate: '2026-03-01' });
	await portfolio.open();
	await portfolio.openTable();
	const { name, bytes } = await portfolio.saveTable('Tabel als Excel');

	const opened = await openInLibreOffice(name, bytes);

	const all = textOf(opened.pages);
	for (const one of ['Soort cijfer', 'samenwerkingsscore', 'score van de groep']) expect(all).toContain(one);
	opened.expectPictures('table', FIRST_PAGES);
});

test('the workbook of a comparison opens, with what became of each dimension, and looks as it did', async ({
	page,
	comparison,
	report
}) => {
	await fillDevice(page, { partnerships: 2, measurements: 2, responses: 12, latestDate: '2026-03-01' });
	await page.goto('./vergelijken/?meting=verband-1-1&meting=verband-1-0');
	await comparison.expectOpen();
	await page.getByRole('link', { name: 'Verslag van deze vergelijking' }).click();
	const { name, bytes } = await report.save('Excel (.xlsx)');

	const opened = await openInLibreOffice(name, bytes);

	const all = textOf(opened.pages);
	for (const one of ['Van eerste', 'In woorden', 'Over de muur kijken', 'Telt mee']) expect(all).toContain(one);
	opened.expectPictures('comparison', FIRST_PAGES);
});
