import type { Page } from '@playwright/test';
import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

/**
 * On 17 May 2026, of 250 partnerships measured on 1 September 2025 and each day before: the last 142 are due before
 * that day, and another 62 within two months.
 */
async function fill(page: Page): Promise<void> {
	await page.clock.setFixedTime('2026-05-17T10:00:00+02:00');
	await fillDevice(page, { partnerships: 250, measurements: 2, responses: 4, latestDate: '2025-09-01' });
}

test('a consultant finds who is due among 250 partnerships, and comes back to the same list', async ({
	page,
	home,
	portfolio,
	result
}) => {
	await fill(page);
	await home.open();
	// The page is about the newest, and the seven before it have a line.
	await expect(home.lines).toHaveCount(7);
	await home.openPortfolio();
	await expect(portfolio.count).toHaveText('250 overleggen');
	expect(await portfolio.names(3)).toEqual(['Verband 1', 'Verband 2', 'Verband 3']);
	await expect(portfolio.column('Naam')).toHaveAttribute('aria-sort', 'ascending');
	await expect(portfolio.row(1)).toContainText('1 september 2025');
	await expect(portfolio.row(1)).toContainText('4 bladen');

	await portfolio.sortBy('Volgende meting');
	expect(await portfolio.names(2)).toEqual(['Verband 250', 'Verband 249']);
	await expect(portfolio.row(1)).toContainText('de datum is voorbij');
	await portfolio.sortBy('Volgende meting');
	expect(await portfolio.names(2)).toEqual(['Verband 1', 'Verband 2']);
	await expect(portfolio.column('Volgende meting')).toHaveAttribute('aria-sort', 'descending');
	await expect(portfolio.column('Naam')).not.toHaveAttribute('aria-sort');
	await portfolio.sortBy('Open afspraken');
	expect(await portfolio.names(2)).toEqual(['Verband 2', 'Verband 4']);
	await expect(portfolio.row(1)).toContainText('1 over de datum');

	await portfolio.toPlan.check();
	await expect(portfolio.count).toHaveText('204 van de 250 overleggen');
	await portfolio.search.fill('VÉRBAND 24');
	await expect(portfolio.count).toHaveText('12 van de 250 overleggen');
	await portfolio.withCommitments.check();
	await expect(portfolio.count).toHaveText('7 van de 250 overleggen');

	await portfolio.openResult('Verband 240');
	await result.expectRadar();
	await page.goBack();
	await portfolio.expectOpen();
	await expect(portfolio.count).toHaveText('7 van de 250 overleggen');
	await expect(portfolio.search).toHaveValue('VÉRBAND 24');
	await expect(portfolio.toPlan).toBeChecked();
	await expect(portfolio.column('Open afspraken')).toHaveAttribute('aria-sort', 'descending');

	await portfolio.search.fill('nergens');
	await expect(page.getByText('Geen enkel overleg past hierbij.')).toBeVisible();
	await portfolio.showAll();
	await expect(portfolio.count).toHaveText('250 overleggen');
	expect(new URL(page.url()).search).toBe('');
});

test('the list by keyboard: search, filter and sort keep the focus', { tag: '@page' }, async ({ page, portfolio }) => {
	await fill(page);
	await portfolio.open();
	await portfolio.search.focus();
	await page.keyboard.type('verband 2');
	await expect(portfolio.count).toHaveText('89 van de 250 overleggen');
	await expect(portfolio.search).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(portfolio.toPlan).toBeFocused();
	await page.keyboard.press('Space');
	await expect(portfolio.toPlan).toBeChecked();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	// The way back to the whole list, and the figures of this one, come before its table.
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	const name = portfolio.column('Naam').getByRole('button');
	await expect(name).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(name).toBeFocused();
	await expect(portfolio.column('Naam')).toHaveAttribute('aria-sort', 'descending');
	expect(await portfolio.names(1)).toEqual(['Verband 250']);
});

test('on a phone the rows are stacked, and a list of orders sorts them', async ({ page, portfolio }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await fill(page);
	await portfolio.open();
	await expect(portfolio.column('Naam')).toBeHidden();
	await portfolio.order.selectOption('Laatste meting, oudste eerst');
	await expect(portfolio.row(1)).toContainText('Verband 250');
	await expect(portfolio.order).toHaveValue('latest up');
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test('an example is marked and stands last; an empty device says what to do', async ({ page, home, portfolio }) => {
	await portfolio.open();
	await expect(page.getByText('Er staan nog geen overleggen op dit toestel.')).toBeVisible();
	await home.open();
	await home.openExample();
	await fillDevice(page, { partnerships: 1, measurements: 1, responses: 2, latestDate: '2026-03-01' });
	await portfolio.open();
	await expect(portfolio.count).toHaveText('2 overleggen');
	await expect(portfolio.row(1)).toContainText('Verband 1');
	await expect(portfolio.row(2)).toContainText('Voorbeeld met verzonnen antwoorden');
	await portfolio.sortBy('Naam');
	await expect(portfolio.row(2)).toContainText('Voorbeeld met verzonnen antwoorden');
});
