import { fileURLToPath } from 'node:url';
import { expect, test } from '../../test';

const file = fileURLToPath(new URL('../../../fixtures/exchange/v3-measurement.json', import.meta.url));
const MEASUREMENT = './afspreken/?meting=0123456789abcdef0123456789abcdef';
const WHAT = 'Na elke activiteit bedanken';

test('two people changed one agreement: both stand side by side, people choose, and it can be undone', async ({
	page,
	data,
	commitments
}) => {
	await data.open();
	await data.choose(file);
	await data.confirm();
	await page.goto(MEASUREMENT);
	await commitments.openChange(WHAT);
	await commitments.write({ who: 'Jan', note: 'Loopt vlot' });
	await commitments.save();

	await data.open();
	await data.choose(file);
	await expect(page.getByRole('heading', { name: '2 dingen staan in het bestand anders dan hier' })).toBeVisible();
	await expect(page.getByLabel('Hier: Jan')).toBeChecked();
	await expect(page.getByText('Er komt niets bij zolang je hierboven niets overneemt.')).toBeVisible();
	await page.getByLabel('In het bestand: Els').check();
	await expect(page.getByText('Nu neem je 1 van de 2 over.')).toBeVisible();
	await data.confirm();
	await data.undo();
	await data.choose(file);
	await page.getByLabel('In het bestand: Els').check();
	await data.confirm();

	await page.goto(MEASUREMENT);
	await expect(commitments.item(WHAT)).toContainText('Els');
	await expect(commitments.item(WHAT)).toContainText('Loopt vlot');
	await data.open();
	await data.choose(file);
	await expect(page.getByRole('heading', { name: '1 ding staat in het bestand anders dan hier' })).toBeVisible();
});
