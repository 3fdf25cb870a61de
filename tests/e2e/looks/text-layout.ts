import type { Page } from '@playwright/test';

/** Every pair of texts on the page that lie over each other by more than a few pixels. */
export function textsOverEachOther(page: Page): Promise<string[]> {
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
		const found: { node: Node; text: string; box: DOMRect }[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			if (text === '' || !isInFlow(node.parentElement)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) found.push({ node, text, box });
		}
		const SLACK = 6;
		return found.flatMap((one, place) =>
			found.slice(place + 1).flatMap((other) => {
				// The same words twice, such as a line and its shadow; not two lines of one text.
				if (one.text === other.text && one.node !== other.node) return [];
				const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
				// Lines of text stand closer together than their boxes are high.
				const least = Math.min(one.box.height, other.box.height) * 0.35;
				return wide > SLACK && high > Math.max(SLACK, least) ? [`«${one.text}» over «${other.text}»`] : [];
			})
		);
	});
}

/**
 * Every text of which a part is out of the window, or under the edge of what holds it, where nobody can scroll to it.
 */
export function cutTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const SLACK = 2;
		const canBeSeen = (element: Element | null, box: DOMRect): boolean => {
			for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
				const { overflowX, clipPath, position } = getComputedStyle(at);
				// Only for who listens, a picture with its own measures, or the link that comes with the focus.
				if (clipPath !== 'none' || at.matches('svg, .skip, option, textarea')) return true;
				if (overflowX === 'auto' || overflowX === 'scroll') return true;
				const edge = at.getBoundingClientRect();
				if (overflowX !== 'visible' && (box.right > edge.right + SLACK || box.left < edge.left - SLACK)) return false;
				if (position === 'fixed') break;
			}
			return box.right <= innerWidth + SLACK && box.left >= -SLACK;
		};
		const cut = new Set<string>();
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			if (text === '' || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) if (!canBeSeen(node.parentElement, box)) cut.add(text);
		}
		return [...cut];
	});
}
