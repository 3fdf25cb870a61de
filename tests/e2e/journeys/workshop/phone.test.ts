import type { Page } from '@playwright/test';
import { expect, test } from '../../test';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
}

test('on a phone of 360 × 640 everything is reached by touch, with targets of at least 44 px', async ({
	page,
	newPartnership,
	filling,
	result
}) => {
	await newPartnership.open();
	await expectNoSidewaysScroll(page);
	await newPartnership.create('Op de telefoon');
	await filling.expectDimension(1, 'Nieuwe vragen en groepen');
	await filling.scale('Gemeente', 1).getByText('Klopt grotendeels').tap();
	await expect(filling.choice('Gemeente', 1, '4')).toBeChecked();
	await filling.expectSaved();
	await expectNoSidewaysScroll(page);
	for (const target of await page.locator('label:has(input), .button, button').all()) {
		const box = await target.boundingBox();
		expect(box?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(44);
	}
	await filling.answerScreen({ Gemeente: '444', Verenigingen: '222' });
	await page.goto(`./resultaat/${new URL(page.url()).search}`);
	await result.expectRadar();
	await expectNoSidewaysScroll(page);
	expect(await result.row('Over de muur kijken')).toEqual(['4,0', '2,0', '3,0', '2,0 groot verschil']);
});
