/** All that people can read or hear of a page: its text, and the names and titles in it. */
export function readableText(root: ParentNode): string {
	const attributes = ['aria-label', 'title', 'alt', 'placeholder'];
	const named = [...root.querySelectorAll(attributes.map((name) => `[${name}]`).join(', '))].flatMap((element) =>
		attributes.map((name) => element.getAttribute(name) ?? '')
	);
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const texts: string[] = [];
	while (walker.nextNode())
		if (!walker.currentNode.parentElement?.closest('style, script, noscript, [translate="no"]'))
			texts.push(walker.currentNode.textContent ?? '');
	return [...texts, ...named].join(' ');
}
