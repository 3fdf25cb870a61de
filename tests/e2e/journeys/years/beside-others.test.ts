import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

test(
	'beside six others: a place among unnamed dots, and nothing that names them',
	{ tag: '@page' },
	async ({ page, portfolio }) => {
		await fillDevice(page, { partnerships: 7, measurements: 2, responses: 6, latestDate: '2026-03-19' });
		await portfolio.open();
		await portfolio.openBeside('Verband 1');

		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verband 1 vergeleken met andere overleggen');
		await expect(page.getByText('tussen die van 6 andere overleggen')).toBeVisible();
		await expect(page.getByText('Dit is geen oordeel en geen rangschikking')).toBeVisible();
		const strips = page.getByRole('img', { name: /Jullie score is .* van de 6 anderen.*middelste score is/ });
		await expect(strips.or(page.getByRole('img', { name: /alle 6 anderen.*middelste score is/ }))).toHaveCount(12);

		const content = await page.content();
		for (const number of [2, 3, 4, 5, 6, 7]) {
			expect(content).not.toContain(`Verband ${number}`);
			expect(content).not.toContain(`verband-${number}`);
			expect(content).not.toContain(`${20 - number} maart 2026`);
		}
	}
);

test('beside four others: what is missing, why, and what to do', async ({ page }) => {
	await fillDevice(page, { partnerships: 5, measurements: 1, responses: 6, latestDate: '2026-03-19' });
	await page.goto('./naast-anderen/?meting=verband-1-0');

	await expect(page.getByRole('heading', { name: 'Er zijn nog te weinig anderen' })).toBeVisible();
	await expect(page.getByText(/4 andere overleggen/)).toContainText(
		'vanaf 5 anderen met een score. Bij minder zou je kunnen raden welke stip van wie is.'
	);
	await expect(page.getByRole('img')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Naar Gegevens' })).toBeVisible();
});

test('a measurement that is not on this device says so', async ({ page }) => {
	await page.goto('./naast-anderen/?meting=weg');

	await expect(page.getByText('Deze meting staat niet op dit toestel.')).toBeVisible();
});
