import { itemCount } from '../../looks/newest-questionnaire';
import { expect, test } from '../../test';

test(
	'paper forms go in by keyboard alone, and the last one can be taken back',
	{ tag: '@page' },
	async ({ page, newPartnership, desk }) => {
		await newPartnership.open();
		await newPartnership.createAnonymous('Papier', 3);
		const measurementId = await desk.measurementId();
		await desk.enterPaper();
		await expect(page.getByRole('radio', { name: 'Gemeente' })).toBeVisible();

		const tabTo = async (name: RegExp) => {
			for (let presses = 0; presses < 60; presses += 1) {
				await page.keyboard.press('Tab');
				const label = await page.evaluate(() => {
					const element = document.activeElement;
					return (
						element?.getAttribute('aria-label') ??
						(element instanceof HTMLInputElement ? element.value : element?.textContent)
					);
				});
				if (name.test(label?.trim() ?? '')) return;
			}
			throw new Error(`Tab never reached ${name}`);
		};
		await page.getByRole('radio', { name: 'Gemeente' }).focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'Verenigingen' })).toBeChecked();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('textbox', { name: /^Stelling 1:/ })).toBeFocused();
		await page.keyboard.type('1234500');
		await page.keyboard.press('Space');
		await expect(page.getByRole('textbox', { name: /^Stelling 9:/ })).toBeFocused();
		await page.keyboard.type('3'.repeat(itemCount - 8));
		await page.keyboard.press('Enter');
		await expect(page.getByText('Formulier 1 bewaard (Verenigingen)')).toBeVisible();
		await expect(page.getByRole('textbox', { name: /^Stelling 1:/ })).toBeFocused();

		await tabTo(/^Ongedaan maken/);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('textbox', { name: /^Stelling 5:/ })).toHaveValue('5');
		await page.getByRole('textbox', { name: /^Stelling 5:/ }).focus();
		await page.keyboard.type('1');
		await page.keyboard.press('Enter');
		await expect(page.getByText('bewaard (Verenigingen)')).toBeVisible();
		await desk.open(measurementId);
		await desk.expectCount('Verenigingen', 1);
		await desk.expectCount('Gemeente', 0);
	}
);
