const STARTED = 'data-app-started';

/**
 * From here on the page answers for itself: what was said before, because it did not start, goes (src/page-guard.js).
 */
export function sayStarted(): void {
	document.documentElement.setAttribute(STARTED, '');
	const said = document.getElementById('page-guard');
	// Of a browser that is too old it stays true.
	if (said && said.querySelector('a')) said.remove();
}

/** Whether that was before: a page that comes now was not in what the server sent. */
export function hasStarted(): boolean {
	return document.documentElement.hasAttribute(STARTED);
}
