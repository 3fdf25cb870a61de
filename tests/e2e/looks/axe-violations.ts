import type { Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, each with the elements that it is about. */
export async function axeViolations(page: Page): Promise<string[]> {
	// Just after a press a view takes no pointer, and then nothing is a target.
	await page.waitForFunction(() => getComputedStyle(document.body).pointerEvents !== 'none');
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (tags) => {
		const engine = Reflect.get(window, 'axe') as typeof axe;
		const found = await engine.run(document, { runOnly: tags });
		return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
	}, RULES);
}
