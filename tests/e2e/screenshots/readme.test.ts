import { test } from '../test';

test.use({ viewport: { width: 1280, height: 860 } });

const folder = 'docs/screenshots';

test('pictures for the README', async ({ page, home, newPartnership, filling, result }) => {
	await newPartnership.open();
	await newPartnership.create('Overleg aan de beek');
	await filling.choose('Gemeente', 1, '4');
	await filling.choose('Verenigingen', 1, '2');
	await filling.choose('Gemeente', 2, '3');
	await filling.expectSaved();
	await page.evaluate(() => scrollTo(0, 0));
	await page.screenshot({ path: `${folder}/filling.png` });
	await home.open();
	await home.openExample();
	await result.expectRadar();
	await page.screenshot({ path: `${folder}/result.png` });
});
