import type { Page } from '@playwright/test';

/**
 * A browser that translates, as Google's does: each text is replaced by two <font> elements, at once and
 * whenever the page changes. The words stay the same, so that a journey finds what it looks for; a text that no
 * longer changes shows all the same.
 */
export async function translateEverything(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const wrap = (text: Text) => {
			const font = document.createElement('font');
			font.style.verticalAlign = 'inherit';
			const inner = document.createElement('font');
			inner.textContent = text.data;
			font.append(inner);
			text.replaceWith(font);
		};
		const skipped = 'font, [translate="no"], script, style, textarea, option, svg, noscript';
		const wrapAll = () => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			for (const text of texts) if (text.data.trim() !== '' && !text.parentElement?.closest(skipped)) wrap(text);
		};
		const begin = () => {
			wrapAll();
			new MutationObserver(wrapAll).observe(document.body, { childList: true, characterData: true, subtree: true });
		};
		// As soon as there is a page: before its scripts came, too.
		document.addEventListener('DOMContentLoaded', begin);
	});
}
