import { localeOf, type Language } from '$lib/domain/language/languages';
import { said, speak, type Table } from '$lib/domain/language/say';

/** From here on the participant's page is in this language: what is shown next, and the frame that stands already. */
export function speakOnPhone(language: Language, table: Table): void {
	speak(table);
	document.documentElement.lang = localeOf(language);
	for (const frame of document.querySelectorAll<HTMLElement>('.skip, header')) {
		for (const text of textsIn(frame)) text.data = said(text.data);
		// These pages stay Dutch.
		for (const link of frame.querySelectorAll('nav a')) link.setAttribute('hreflang', 'nl');
		const nav = frame.querySelector('nav');
		nav?.setAttribute('aria-label', said(nav.getAttribute('aria-label') ?? ''));
	}
	// Another link may be in another language.
	addEventListener('hashchange', () => location.reload());
}

function textsIn(frame: HTMLElement): Text[] {
	const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	return texts;
}
