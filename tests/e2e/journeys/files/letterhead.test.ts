import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readPdf } from '../../../pdf-reader';
import { killStorage } from '../../devices/dead-storage';
import { badFiles, pngFile, svgFile } from '../../devices/logo-files';
import { ReportPage } from '../../pages/report-page';
import { expect, test } from '../../test';

const BLUE = [11, 83, 148, 255] as const;
const KEPT = 'Je verslag is niet gewijzigd.';

const measurementOf = (page: Page) => new URL(page.url()).searchParams.get('meting') ?? '';

/** The colour of a place of the logo as it is kept, its shares of the width and the height from 0 to 1. */
const colourAt = (report: ReportPage, x: number, y: number) =>
	report.logo.evaluate(
		async (image: HTMLImageElement, [left, top]) => {
			await image.decode();
			const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
			const brush = canvas.getContext('2d');
			brush?.drawImage(image, 0, 0);
			return [...(brush?.getImageData(left * canvas.width, top * canvas.height, 1, 1).data ?? [])];
		},
		[x, y] as const
	);
const near = (colour: readonly number[]) => colour.map((value) => expect.closeTo(value, -1.3));

test.beforeEach(async ({ page, home, report }) => {
	await home.open();
	await home.openExample();
	await page.getByRole('link', { name: 'Verslag' }).click();
	await report.openChoices();
});

test('a logo and the name of who guided stand on page one, of every kind of picture, until they are taken away', async ({
	page,
	report
}) => {
	await report.chooseLogo(pngFile(400, 100, BLUE));
	await expect(report.logo).toHaveAttribute('width', '400');
	expect(await colourAt(report, 0.2, 0.5)).toEqual(near(BLUE));
	// What is see-through is white on paper.
	expect(await colourAt(report, 0.8, 0.5)).toEqual([255, 255, 255, 255]);
	await report.guide.fill('Zoë Peeters');
	await report.expectSaved();
	await expect(page.getByText('begeleid door Zoë Peeters').first()).toBeVisible();

	// The preview leaves out no more than before: it draws persons.
	await expect(report.pageOne).toContainText('klein: één mens');

	const pdf = await readPdf(await report.makeSummary());
	expect(pdf.pages).toBe(2);
	expect(pdf.rasterImages).toBe(1);
	expect(pdf.untagged).toBe(0);
	expect(pdf.pageTexts[0]?.replace(/\s+/g, ' ')).toContain('begeleid door Zoë Peeters');
	expect(pdf.raw).toMatch(/\/Width 400\s+\/Height 100/);

	// A second one takes the place of the first; wrong in name and type, right in what it is.
	await report.chooseLogo({ ...pngFile(60, 240, BLUE), name: 'logo.jpg', mimeType: 'image/jpeg' });
	await expect(report.logo).toHaveAttribute('height', '240');
	await report.chooseLogo(
		svgFile(
			'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><script>fetch("https://elders.example")</script><image href="https://elders.example/a.png" width="1" height="1"/><rect width="20" height="10" fill="#0b5394"/></svg>'
		)
	);
	await expect(report.logo).toHaveAttribute('width', '480');
	expect(await colourAt(report, 0.5, 0.5)).toEqual(near(BLUE));
	for (const [width, height] of [
		[4000, 2],
		[2, 4000]
	] as const) {
		await report.chooseLogo(pngFile(width, height, BLUE));
		await expect(report.logo).toHaveAttribute(width > height ? 'width' : 'height', width > height ? '640' : '240');
		expect((await readPdf(await report.makeSummary())).pages).toBe(2);
	}

	await page.reload();
	await report.openChoices();
	await expect(report.logo).toBeVisible();
	await expect(report.guide).toHaveValue('Zoë Peeters');
	await report.removeLogo();
	await expect(report.logo).toBeHidden();
	await report.expectSaved();
	expect((await readPdf(await report.makeSummary())).rasterImages).toBe(0);
});

test('a file that is no whole picture says what is wrong and what to do, and the logo that was there stays', async ({
	page,
	report
}) => {
	await report.chooseLogo(pngFile(300, 90, BLUE));
	await expect(report.logo).toHaveAttribute('width', '300');
	for (const { file, says } of badFiles) {
		await report.chooseLogo(file);
		const problem = page.getByRole('alert').filter({ hasText: says });
		await expect(problem, file.name).toBeVisible();
		await expect(problem).toContainText(KEPT);
		await expect(report.logo).toHaveAttribute('width', '300');
	}
	await report.chooseLogo(pngFile(200, 90, BLUE));
	await expect(page.getByText(KEPT)).toBeHidden();
	await expect(report.logo).toHaveAttribute('width', '200');
});

test('another tab shows the logo at once, and no file has it or the name', async ({ page, context, report, data }) => {
	const other = new ReportPage(await context.newPage());
	await other.open(measurementOf(page));
	await report.chooseLogo(pngFile(320, 100, BLUE));
	await report.guide.fill('Zoë Peeters');
	await report.expectSaved();
	await expect(other.logo).toHaveAttribute('width', '320');
	await expect(other.guide).toHaveValue('Zoë Peeters');
	await other.removeLogo();
	await expect(report.logo).toBeHidden();
	await other.chooseLogo(pngFile(240, 100, BLUE));
	await expect(report.logo).toHaveAttribute('width', '240');

	const kept = (await report.logo.getAttribute('src')) ?? '';
	const [, pixels = ''] = kept.split(',');
	expect(pixels.length).toBeGreaterThan(100);
	const files = [
		(await report.save('CSV')).bytes.toString(),
		(await report.save('Tafel als SVG')).bytes.toString(),
		(await report.save('Excel (.xlsx)')).bytes.toString('latin1')
	];
	await data.open();
	files.push(readFileSync((await data.save('Alles op dit toestel')).path, 'utf8'));
	for (const file of files) {
		expect(file).not.toContain(pixels.slice(0, 100));
		expect(file).not.toContain('Zoë Peeters');
	}
});

test.describe('on a device that is full', () => {
	test.use({ mayComplain: true });

	test('the logo stays on the screen and in the pdf, and says that it is not stored', async ({ page, report }) => {
		await killStorage(page, 'full');
		await report.chooseLogo(pngFile(320, 100, BLUE));
		await expect(page.getByRole('alert').filter({ hasText: 'Niet bewaard.' }).first()).toContainText(
			'Wat je invulde, staat nog op het scherm.'
		);
		await expect(report.logo).toHaveAttribute('width', '320');
		expect((await readPdf(await report.makeSummary())).rasterImages).toBe(1);
	});
});
