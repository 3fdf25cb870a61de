/**
 * A translator that was quicker than the scripts of the page has replaced texts that Svelte would look for: then the
 * page is made anew instead, and translated once more.
 */
export function init(): void {
	const translated = document.querySelector('body font');
	if (translated) [...document.body.children].find((part) => part.contains(translated))?.replaceChildren();
}
