import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from '../test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNoViolations(page: Page): Promise<void> {
	await page.evaluate(axe.source);
	const violations = await page.evaluate(async (tags) => {
		const engine = Reflect.get(window, 'axe') as typeof axe;
		const found = await engine.run(document, { runOnly: tags });
		return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
	}, rules);
	expect(violations, page.url()).toEqual([]);
}

for (const viewport of [
	{ width: 360, height: 640 },
	{ width: 1440, height: 900 }
]) {
	test(`axe finds nothing on any route at ${viewport.width} px`, async ({
		page,
		home,
		newPartnership,
		filling,
		result
	}) => {
		await page.setViewportSize(viewport);
		await home.open();
		await expectNoViolations(page);
		await newPartnership.open();
		await expect(newPartnership.begin).toBeEnabled();
		await expectNoViolations(page);
		await newPartnership.begin.click();
		await expect(newPartnership.problems).toBeVisible();
		await expectNoViolations(page);
		await newPartnership.create('Toegankelijk');
		await filling.answerScreen({ Gemeente: '444', Verenigingen: '220' });
		await filling.writeNote(1, 'Een notitie');
		await expectNoViolations(page);
		await home.open();
		await home.openExample();
		await result.expectRadar();
		await result.showAllTips();
		await result.openStatements('Over de muur kijken');
		await expectNoViolations(page);
		await home.open();
		await expect(page.getByRole('heading', { name: 'Op dit toestel' })).toBeVisible();
		await expectNoViolations(page);
		await page.goto('./uitleg/');
		await expectNoViolations(page);
	});
}

test('at 200 % text on a laptop nothing is cut off or lost', async ({ page, newPartnership, filling, result }) => {
	// A laptop of 1280 × 720 at 200 % zoom lays out as 640 × 360.
	await page.setViewportSize({ width: 640, height: 360 });
	await newPartnership.open();
	await newPartnership.create('Grote letters');
	await filling.answerScreen({ Gemeente: '444', Verenigingen: '222' });
	await expect(filling.next).toBeVisible();
	await page.goto(`./resultaat/${new URL(page.url()).search}`);
	await result.expectRadar();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
