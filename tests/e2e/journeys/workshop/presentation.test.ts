import type { Page } from '@playwright/test';
import { readPdf } from '../../../pdf-reader';
import { PresentationPage } from '../../pages/presentation-page';
import { ReportPage } from '../../pages/report-page';
import { expect, test } from '../../test';

test.use({ viewport: { width: 1280, height: 720 } });

/** Places the filled-in example and reads the id of its measurement. */
async function example(page: Page): Promise<string> {
	await page.goto('./resultaat/?voorbeeld');
	await page.waitForURL(/meting=/);
	return new URL(page.url()).searchParams.get('meting') ?? '';
}

test('the room chooses other topics: they come first, in another tab and after a reload too', async ({
	page,
	context
}) => {
	const id = await example(page);
	const [room, other] = [new PresentationPage(page), new PresentationPage(await context.newPage())];
	await room.open(id);
	await other.open(id, 2);
	const proposed = await other.heading.textContent();

	const boxes = await room.beginChoosing();
	const [first, , , , fifth] = await boxes.all();
	await first?.uncheck();
	await fifth?.check();
	await room.endChoosing();
	await expect(page.getByText('Deze drie bespreken we.')).toBeVisible();
	await room.begin();
	await room.expectPlace(1, 3);
	await expect(room.heading).not.toHaveText(proposed ?? '');
	const chosen = (await room.heading.textContent()) ?? '';

	await expect(other.heading).toHaveText(chosen);
	await page.reload();
	await expect(room.heading).toHaveText(chosen);
	await room.expectPlace(1, 3);
});

test(
	'an agreement that is made over a topic stands on the last slide, and in the report',
	{ tag: '@page' },
	async ({ page }) => {
		const id = await example(page);
		const room = new PresentationPage(page);
		await room.open(id, 2);
		await room.score(3).check();

		await page.getByRole('button', { name: 'Maak afspraak' }).click();
		await page.getByLabel('Wat spreken jullie af?').fill('Eén aanspreekpunt voor verenigingen');
		await page.getByLabel(/^Wie doet het/).fill('cultuurdienst');
		await page.getByLabel(/^Tegen wanneer/).fill('2027-03-01');
		await page.getByRole('button', { name: 'Bewaar de afspraak' }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Nog een afspraak' })).toBeVisible();
		await page.keyboard.press('End');

		await expect(room.heading).toHaveText('Dit ligt op tafel');
		const agreed = page.getByRole('listitem').filter({ hasText: 'Eén aanspreekpunt voor verenigingen' });
		await expect(agreed).toContainText('cultuurdienst');
		await expect(agreed).toContainText('1 maart 2027');
		// From the end of the conversation to the report in hand: two presses, well within a minute.
		const ended = Date.now();
		await page.getByRole('link', { name: 'Maak het verslag' }).click();
		const made = await readPdf(await new ReportPage(page).makeSummary());
		expect(Date.now() - ended).toBeLessThan(60_000);
		expect(made.pageTexts[0]).toContain('Eén aanspreekpunt voor verenigingen');
	}
);
