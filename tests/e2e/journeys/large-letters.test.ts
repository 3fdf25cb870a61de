import type { Page } from '@playwright/test';
import { fillDevice } from '../fill-device';
import { expect, test } from '../test';

/** Every pair of texts on the page that lie over each other by more than a few pixels. */
function textsOverEachOther(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const isInFlow = (element: Element | null): boolean => {
			for (let at = element; at; at = at.parentElement) {
				const { position, clipPath } = getComputedStyle(at);
				// Only for who listens, or a bar that lies over the page on purpose.
				if (at.matches('svg, .skip, option, textarea') || clipPath !== 'none') return false;
				if (position === 'sticky' || position === 'fixed') return false;
			}
			return element?.checkVisibility({ visibilityProperty: true }) ?? false;
		};
		const found: { text: string; box: DOMRect }[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			if (text === '' || !isInFlow(node.parentElement)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) found.push({ text, box });
		}
		const SLACK = 6;
		return found.flatMap((one, place) =>
			found.slice(place + 1).flatMap((other) => {
				if (one.text === other.text) return [];
				const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
				// Lines of text stand closer together than their boxes are high.
				const least = Math.min(one.box.height, other.box.height) * 0.35;
				return wide > SLACK && high > Math.max(SLACK, least) ? [`«${one.text}» over «${other.text}»`] : [];
			})
		);
	});
}

async function enlarge(page: Page, letters: number): Promise<void> {
	await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}px`), letters);
	// Rows that are out of sight are laid out only when they come into it.
	await page.evaluate(() => {
		for (const row of document.querySelectorAll('tr')) row.style.contentVisibility = 'visible';
	});
}

const LONG = 'Intergemeentelijkesamenwerkingsverbanden Noorderkempen-Zuiderkempen';
const pages = [
	['./', 'Hoe werken jullie samen?'],
	['./overzicht/', 'Overzicht'],
	['./nieuw/', 'Nieuw samenwerkingsverband'],
	['./gegevens/', 'Gegevens'],
	['./vragenlijsten/', 'Vragenlijsten'],
	['./samenwerkingsverband/?verband=verband-1', LONG],
	['./meting/?meting=verband-1-0', LONG],
	['./resultaat/?meting=verband-1-0', /./],
	['./vergelijken/?meting=verband-1-1&meting=verband-1-0', /./],
	['./naast-anderen/?meting=verband-1-0', /./],
	['./verslag/?meting=verband-1-0', 'Verslag'],
	['./tonen/?meting=verband-1-0', /./],
	['./draaiboek/?meting=verband-1-0', /Draaiboek/],
	['./verzamelen/?meting=verband-1-0', 'Antwoorden binnenhalen'],
	['./overtypen/?meting=verband-1-0', 'Formulieren overtypen'],
	['./uitleg/', /./],
	['./privacy/', 'Privacy'],
	['./toegankelijkheid/', 'Toegankelijkheidsverklaring'],
	['./beveiliging/', 'Beveiliging']
] as const;

for (const { width, letters, what } of [
	{ width: 360, letters: 32, what: 'letters of 32 px on a phone of 360 px' },
	{ width: 320, letters: 18, what: 'a laptop of 1280 px at 400 %' }
]) {
	test(`with ${what} no page prints text over text or asks to scroll sideways`, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height: 640 });
		await fillDevice(page, { partnerships: 6, measurements: 2, responses: 4, latestDate: '2026-03-19' });
		await page.evaluate(async (name) => {
			const open = indexedDB.open('samenwerkingsmeter');
			await new Promise((resolve) => (open.onsuccess = resolve));
			const store = open.result.transaction('partnerships', 'readwrite').objectStore('partnerships');
			const request = store.get('verband-1');
			await new Promise((resolve) => (request.onsuccess = resolve));
			const put = store.put({ ...(request.result as object), name });
			await new Promise((resolve) => (put.onsuccess = resolve));
			open.result.close();
		}, LONG);
		for (const [address, heading] of pages) {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
			await expect(page.getByText(/Een ogenblik|komen eraan|komt eraan|wordt berekend/)).toHaveCount(0);
			await enlarge(page, letters);
			expect.soft(await textsOverEachOther(page), address).toEqual([]);
			const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect.soft(sideways, address).toBeLessThanOrEqual(0);
		}
	});
}
