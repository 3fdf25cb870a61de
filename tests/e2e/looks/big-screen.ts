import type { Page } from '@playwright/test';

/** What a room would miss of a screen: what is cut, what asks to scroll, letters that nobody can read. */

/** In px on a screen that is 720 high. */
const SMALLEST_LETTER = 28;

/** What runs off the screen or over something else; runs in the page, after it was laid out. */
export async function misfits(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const root = document.documentElement;
		if (root.scrollHeight > innerHeight) found.push(`${root.scrollHeight - innerHeight} px below the screen`);
		if (root.scrollWidth > innerWidth) found.push(`${root.scrollWidth - innerWidth} px beside the screen`);
		const over = document.querySelector('dialog[open]');
		if (over && over.scrollHeight > over.clientHeight + 1)
			found.push(`${over.scrollHeight - over.clientHeight} px below the window over it`);
		const parts = (over ?? document).querySelectorAll('h1, h2, p, button, a, label, svg, text, rect, textarea, li');
		for (const part of parts) {
			if (!part.checkVisibility({ visibilityProperty: true })) continue;
			if (part.closest('.visually-hidden, .measuring, .skip, header, footer')) continue;
			const box = part.getBoundingClientRect();
			if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < -1 || box.left < -1)
				found.push(`outside: ${part.nodeName} ${(part.textContent ?? '').trim().slice(0, 40)}`);
		}
		return found;
	});
}

/** Texts in letters that are too small, with their size on a screen that is 720 high. */
export async function smallLetters(page: Page): Promise<string[]> {
	return page.evaluate((least) => {
		/** How much larger something is drawn than its style says. */
		const enlarged = (element: Element) => {
			if (element instanceof SVGGraphicsElement) return element.getScreenCTM()?.a ?? 1;
			let by = 1;
			for (let at: Element | null = element; at; at = at.parentElement) {
				const { transform } = getComputedStyle(at);
				if (transform !== 'none') by *= new DOMMatrix(transform).a;
			}
			return by;
		};
		const found: string[] = [];
		const texts = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, 4);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const [text, element] = [node.textContent?.trim() ?? '', node.parentElement];
			if (text === '' || !element?.checkVisibility({ visibilityProperty: true })) continue;
			if (element.closest('.visually-hidden, .measuring, .skip, header, footer, script, #svelte-announcer')) continue;
			const size = ((parseFloat(getComputedStyle(element).fontSize) * enlarged(element)) / innerHeight) * 720;
			// Half a tenth: lengths on a screen are no exact numbers.
			if (size < least - 0.05) found.push(`${size.toFixed(1)}: ${text.slice(0, 40)}`);
		}
		return found;
	}, SMALLEST_LETTER);
}

/** Texts of a picture that lie over each other, digits in a stack apart. */
export async function textsInPictureOver(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const texts = [...document.querySelectorAll('svg[role="img"] text')].map((text) => ({
			words: text.textContent ?? '',
			box: text.getBoundingClientRect()
		}));
		return texts.flatMap(({ words, box }, place) =>
			texts.slice(place + 1).flatMap((other) => {
				const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
				const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
				// A line of letters is drawn lower than its box.
				const least = Math.min(box.height, other.box.height) * 0.4;
				return wide > 3 && high > least ? [`«${words}» over «${other.words}»`] : [];
			})
		);
	});
}
