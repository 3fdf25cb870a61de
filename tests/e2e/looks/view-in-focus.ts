import type { Page } from '@playwright/test';
import { expect } from '../test';

interface Place {
	/** What has the focus: its name in lower case. */
	element: string;
	text: string;
	visible: boolean;
	scroll: number;
	title: string;
}

function placeOf(page: Page): Promise<Place> {
	return page.evaluate(() => {
		const at = document.activeElement ?? document.body;
		const { top, bottom } = at.getBoundingClientRect();
		return {
			element: at.localName,
			text: at.textContent?.trim() ?? '',
			visible: top >= 0 && bottom <= innerHeight,
			scroll: Math.round(scrollY),
			title: document.title
		};
	});
}

/**
 * The view with this heading is there: its heading has the focus and is in sight, the page is
 * at its top, the title says it.
 */
export async function expectArrival(page: Page, heading: string | RegExp, title: RegExp): Promise<void> {
	await expect(page.getByRole('heading', { name: heading }).first()).toBeFocused();
	const place = await placeOf(page);
	expect(place, String(heading)).toMatchObject({
		element: expect.stringMatching(/^h[1-3]$/),
		visible: true,
		scroll: 0
	});
	expect(place.title).toMatch(title);
}

/** What is on the screen, and where people are in it. */
export interface View extends Place {
	/** Another number for each time that a page is loaded. */
	document: number;
	path: string;
	/** The first heading of the first level. */
	heading: string;
	/** Of that heading, in the viewport (px). */
	headingTop: number;
}

export async function placeAndView(page: Page): Promise<View> {
	const view = await page.evaluate(() => {
		const heading = document.querySelector('h1');
		return {
			document: performance.timeOrigin,
			path: location.pathname,
			heading: heading?.textContent?.trim() ?? '',
			headingTop: Math.round(heading?.getBoundingClientRect().top ?? 0)
		};
	});
	return { ...(await placeOf(page)), ...view };
}
