import { readFileSync } from 'node:fs';
import { axeViolations } from '../../looks/axe-violations';
import { ofRole, readPdf } from '../../../pdf-reader';
import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

/** As it is filled in by fillDevice, of the first version. */
const content = { partnerships: 2, measurements: 2, responses: 12, latestDate: '2026-03-19' };
const FIRST = 'Over de muur kijken';

test('the comparison of two years as a report and a workbook: tagged, with both figures of each side', async ({
	page,
	comparison
}) => {
	await fillDevice(page, content);
	await page.goto('./vergelijken/?meting=verband-1-1&meting=verband-1-0');
	await comparison.expectOpen();
	const [, municipality = ''] = await comparison.row(FIRST);
	const [before = '', after = ''] = municipality.match(/\d,\d/g) ?? [];

	await page.getByRole('link', { name: 'Verslag van deze vergelijking' }).click();
	await expect(page.getByRole('img', { name: /^Bladzijde 1, zoals ze gedrukt wordt/ })).toBeVisible();
	await page.getByRole('button', { name: 'Logo en naam op het verslag' }).click();
	await page.getByLabel('Wie begeleidde het gesprek?').fill('Zoë');
	expect(await axeViolations(page)).toEqual([]);

	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Verslag (pdf)' }).click();
	const download = await saved;
	expect(download.suggestedFilename()).toMatch(/^samenwerking-.*vergelijking.*\.pdf$/);
	await expect(page.getByText(/^De pdf is klaar/)).toBeVisible();
	const pdf = await readPdf(new Uint8Array(readFileSync(await download.path())));
	expect([pdf.untagged, pdf.rasterImages, pdf.marked]).toEqual([0, 0, true]);
	expect(pdf.pageTexts[0]).toContain('begeleid door Zoë');
	const picture = ofRole(pdf.elements, 'Figure')[0]?.alt ?? '';
	expect(picture).toContain(FIRST);
	expect(ofRole(pdf.elements, 'H2').map(({ text }) => text.trim())).toEqual([
		'Wat steeg, wat daalde, wat bleef laag',
		'Afspraken',
		"Thema's over de jaren",
		'Wie deed mee?',
		'Wat kan er nog meespelen?',
		'Alle cijfers',
		'Elk onderdeel door de tijd',
		'Over welke stellingen'
	]);
	const rows = ofRole(pdf.elements, 'TR').map(({ children }) => children.map(({ text }) => text.trim()));
	expect(rows.find(([first, , own]) => first === FIRST && own?.includes(' naar '))?.[2]).toContain(
		`${before} naar ${after}`
	);

	const workbook = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Excel (.xlsx)' }).click();
	expect((await workbook).suggestedFilename()).toMatch(/vergelijking.*\.xlsx$/);
});

test('a report of what cannot be compared says why', async ({ page }) => {
	await fillDevice(page, content);
	await page.goto('./verslag/?meting=verband-1-1&meting=verband-2-0');
	await expect(page.getByText('Deze metingen zijn niet van hetzelfde overleg.')).toBeVisible();
	await page.goto('./verslag/?meting=verband-1-1&meting=weg');
	await expect(page.getByText('Deze meting staat niet op dit toestel.')).toBeVisible();
});
