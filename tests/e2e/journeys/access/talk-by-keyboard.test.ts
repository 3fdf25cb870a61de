import { readPdf } from '../../../pdf-reader';
import { tabTo } from '../../devices/keyboard';
import { expectArrival } from '../../looks/view-in-focus';
import { PresentationPage } from '../../pages/presentation-page';
import { expect, test } from '../../test';

test.use({ viewport: { width: 1280, height: 720 } });

test('from the result over the big screen to the report, by keyboard alone', async ({ page, result, report }) => {
	test.slow();
	const room = new PresentationPage(page);
	await page.goto('./resultaat/?voorbeeld');
	await page.waitForURL(/meting=/);
	await expect(result.topics).toHaveCount(3);

	// A row of the picture opens and closes in its place.
	const row = result.picture.getByRole('button', { name: 'Over diensten heen werken' });
	await tabTo(page, row);
	await page.keyboard.press('Enter');
	await expect(result.statements()).toHaveCount(1);
	await page.keyboard.press('Space');
	await expect(result.statements()).toHaveCount(0);
	await expect(row).toBeFocused();

	// An agreement at a topic; then on to the big screen.
	const atTopic = result.topics.first().getByRole('button', { name: /^Maak afspraak/ });
	await tabTo(page, atTopic);
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Wat spreken jullie af?')).toBeFocused();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('Kalenders naast elkaar leggen');
	await tabTo(page, page.getByRole('button', { name: 'Bewaar de afspraak' }));
	await page.keyboard.press('Enter');
	await expect(atTopic).toBeFocused();
	await expect(page.getByRole('rowheader', { name: 'Kalenders naast elkaar leggen' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'Toon op groot scherm' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expectArrival(page, /^Partner, geen uitvoerder/, /· Presentatie · /);

	// The room takes a fourth topic.
	const choosing = page.getByRole('button', { name: 'Kies andere' });
	await tabTo(page, choosing);
	await page.keyboard.press('Enter');
	const fourth = page.getByRole('dialog').getByRole('checkbox', { checked: false }).first();
	await tabTo(page, fourth);
	await page.keyboard.press('Space');
	await tabTo(page, page.getByRole('button', { name: 'Bespreek deze 4' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(choosing).toBeFocused();

	// A topic: a score together, a note, an agreement.
	await tabTo(page, page.getByRole('button', { name: 'Eerste onderwerp' }));
	await page.keyboard.press('Enter');
	await expectArrival(page, 'Partner, geen uitvoerder', /^Partner, geen uitvoerder · Presentatie/);
	await room.expectPlace(1, 4);
	await tabTo(page, room.score(1));
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(room.score(3)).toBeChecked();
	await expect(room.saved).toBeVisible();
	await tabTo(page, room.note);
	await page.keyboard.type('Fiets en feest: f is hier een letter');
	await expect(room.note).toHaveValue('Fiets en feest: f is hier een letter');
	const agree = page.getByRole('button', { name: 'Nog een afspraak' });
	await tabTo(page, agree);
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Wat spreken jullie af?')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(agree).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Wat spreken jullie af?')).toBeFocused();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('Eén aanspreekpunt voor verenigingen');
	await expect(page.getByLabel('Wat spreken jullie af?')).toHaveValue('Eén aanspreekpunt voor verenigingen');
	await tabTo(page, page.getByRole('button', { name: 'Bewaar de afspraak' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(agree).toBeFocused();

	// The ending, and the report.
	await page.keyboard.press('End');
	await expectArrival(page, 'Dit ligt op tafel', /^Dit ligt op tafel · Presentatie/);
	await expect(page.getByRole('listitem').filter({ hasText: 'Eén aanspreekpunt voor verenigingen' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'Maak het verslag' }));
	await page.keyboard.press('Enter');
	await expectArrival(page, 'Verslag', /^Verslag · /);
	await expect(report.summaryButton).toBeEnabled();
	await tabTo(page, report.summaryButton);
	const made = await readPdf(await report.makeSummary(() => page.keyboard.press('Enter')));
	expect(made.pageTexts[0]).toContain('Eén aanspreekpunt voor verenigingen');
	await expect(report.summaryButton).toBeFocused();
});
