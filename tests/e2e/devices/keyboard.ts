import type { Locator, Page } from '@playwright/test';
import { expect } from '../test';

/** So many stops a screen may have at most between two things that people want. */
const MOST_STOPS = 80;

/**
 * Goes with Tab to something, from wherever the focus is. Every stop on the way is in sight, is covered by nothing and
 * shows that it has the focus.
 * @param key Shift+Tab to go back
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(target).toBeVisible();
	const passed: string[] = [];
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press(key);
		const problems = () => page.evaluate(problemsOfStop);
		await expect.poll(problems, `after ${passed.join(' · ')}`).toEqual([]);
		if (await target.evaluate((element) => element === document.activeElement)) return;
		passed.push(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 30) ?? ''));
	}
	throw new Error(`${String(target)} is no stop of Tab: ${passed.join(' · ')}`);
}

/** What is wrong with where the focus is; runs in the page. */
function problemsOfStop(): string[] {
	const at = document.activeElement;
	// Past the last stop the browser itself has the focus.
	if (!at || at === document.body || at === document.documentElement) return [];
	const what = `${at.localName} «${at.textContent?.trim().slice(0, 30)}»`;
	const { top, bottom, left, right } = at.getBoundingClientRect();
	const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
	if (!inSight) return [`${what} is out of sight`];
	const [x, y] = [
		(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
		(Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
	];
	const over = document.elementFromPoint(x, y);
	const covered = over !== null && !at.contains(over) && !over.contains(at);
	const holders = [at, ...(at.parentElement ? [at.parentElement] : []), at.closest('label')].filter(
		(one) => one !== null
	);
	// A date has stops of its own, such as the picture of a calendar, which the browser marks.
	const ringed =
		at.matches('[type="date"]') ||
		holders.some((one) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(one);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		});
	return [...(covered ? [`${what} is covered by ${over.localName}`] : []), ...(ringed ? [] : [`${what} has no ring`])];
}
