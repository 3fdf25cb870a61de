import { fillDevice } from '../../devices/fill-device';
import { expect, test } from '../../test';

test('the way that a measurement was made for comes first again for who comes back by the home page', async ({
	page,
	home,
	newPartnership,
	desk
}) => {
	const heading = page.getByRole('heading', { level: 1 });
	await newPartnership.open();
	await newPartnership.chooseMethod('Eén toestel gaat rond');
	await newPartnership.createAnonymous('Met een tablet', 3);
	await desk.measurementId();
	await expect(heading).toHaveText('Zet het toestel klaar');
	await page.reload();
	await expect(heading).toHaveText('Zet het toestel klaar');
	await home.open();
	await home.goOn();
	await expect(heading).toHaveText('Zet het toestel klaar');
	await desk.toAnswers();
	await expect(heading).toHaveText('Geef het toestel door');

	await newPartnership.open();
	await newPartnership.create('Op één scherm');
	await expect(page).toHaveURL(/invullen/);
	await home.open();
	await home.goOn();
	await expect(heading).toHaveText('Zet het grote scherm klaar');
});

test('who has something open is never met with what newcomers read', async ({ page, home, newPartnership, desk }) => {
	// All that can be seen of the heading, picture after picture.
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Reflect.set(window, 'seenHeadings', seen);
		const look = () => {
			const heading = document.querySelector('h1');
			if (heading?.checkVisibility({ opacityProperty: true })) seen.add(heading.textContent);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	const seen = () => page.evaluate(() => [...(Reflect.get(window, 'seenHeadings') as Set<string>)]);
	await home.open();
	await expect(page.getByRole('link', { name: 'Start een meting' })).toBeVisible();
	await expect.poll(seen).toEqual(['Hoe werken jullie samen?']);
	await home.startNew();
	await newPartnership.createAnonymous('Zomerschool', 3);
	await desk.measurementId();

	await page.evaluate(() => (Reflect.get(window, 'seenHeadings') as Set<string>).clear());
	await page.getByRole('link', { name: 'Samenwerkingsmeter' }).click();
	await expect(home.partnership('Zomerschool')).toBeVisible();
	await expect.poll(seen).toContain('Zomerschool');
	expect(await seen()).not.toContain('Hoe werken jullie samen?');
	await page.reload();
	await expect(home.partnership('Zomerschool')).toBeVisible();
	await expect.poll(seen).toEqual(['Zomerschool']);
});

test('the home page says what was agreed and how far it is, and leads there', async ({ page, home, commitments }) => {
	await fillDevice(page, { partnerships: 2, measurements: 1, responses: 8, latestDate: '2026-03-19' });
	await home.open();
	const line = home.lines.filter({ hasText: 'Verband 2' });
	await expect(line).toContainText('1 afspraak, 1 te laat');
	await line.getByRole('link', { name: 'Open Verband 2' }).click();
	await page.waitForURL(/afspreken/);
	await commitments.chooseStatus('Een vast overleg in het voorjaar', 'gedaan');
	await home.open();
	await expect(line).toContainText('1 afspraak, gedaan');
});
