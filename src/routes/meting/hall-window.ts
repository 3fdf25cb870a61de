/** So that a second press brings back the same window. */
const NAME = 'samenwerkingsmeter-zaal';

/**
 * Opens the screen of the hall in a window of its own, which people drag to the big screen.
 * @returns whether there is one: a browser may keep it back
 */
export function openHall(address: string): boolean {
	const opened = window.open(address, NAME, 'popup,width=1280,height=720');
	opened?.focus();
	return opened !== null;
}
