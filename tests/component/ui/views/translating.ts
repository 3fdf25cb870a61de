/**
 * A translator as browsers have one: it puts <font> elements with the translation in the place of every text, at once
 * and whenever the page changes. They differ in how the text goes.
 */
export const WAYS: Record<string, (text: Text, font: HTMLElement) => void> = {
	'replaces the text': (text, font) => text.replaceWith(font),
	'puts its element before the text, then takes that out': (text, font) => {
		text.before(font);
		text.remove();
	},
	'puts its element behind the text, then takes that out': (text, font) => {
		text.after(font);
		text.remove();
	},
	'takes the text out, then puts its element there': (text, font) => {
		const { parentNode, nextSibling } = text;
		text.remove();
		parentNode?.insertBefore(font, nextSibling);
	},
	'takes the text along': (text, font) => {
		text.before(font);
		font.firstElementChild?.replaceChildren(text);
	}
};

/** Marks a text as translated. */
const translation = (text: string) => `⟦${text}⟧`;
export const untranslated = (text: string | null) => (text ?? '').replace(/[⟦⟧]/g, '');

/** @param follows whether it also translates what changes later @returns stops it */
export function translate(root: Element, way: string, follows: boolean): () => void {
	const translateAll = () => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		for (const text of texts) if (isToTranslate(text)) translateOne(text, way);
	};
	translateAll();
	const observer = new MutationObserver(translateAll);
	if (follows) observer.observe(root, { childList: true, characterData: true, subtree: true });
	return () => observer.disconnect();
}

function isToTranslate(text: Text): boolean {
	return text.data.trim() !== '' && !text.parentElement?.closest('font, [translate="no"], script, style, textarea');
}

function translateOne(text: Text, way: string): void {
	const font = document.createElement('font');
	const inner = document.createElement('font');
	inner.textContent = translation(text.data);
	font.append(inner);
	WAYS[way]?.(text, font);
}
