import type { Attachment } from 'svelte/attachments';
import { lastPress } from '$lib/ui/pressing/presses';

/**
 * What happens when one view takes the place of another: the focus goes to its heading, the page to its top, and for a
 * moment a second tap of a shaking hand does nothing. `keepFocus` does it wherever what had the focus is gone;
 * `arrival` where the pressed control stays.
 */

/** Long enough for the second tap (ms). */
const SETTLING = 400;
/** A view that appears later than this after a press did not come under a second tap (ms). */
const JUST_NOW = 1000;

let settled: ReturnType<typeof setTimeout> | undefined;

/**
 * Takes no pointer for a moment; keys go on, for the focus is on a heading. Also from a press on that another view will
 * follow by itself: a second one must not land on either.
 */
export function settle(): void {
	clearTimeout(settled);
	document.body.style.pointerEvents = 'none';
	document.addEventListener('mousedown', keepFocusThere);
	settled = setTimeout(() => {
		document.body.style.pointerEvents = '';
		document.removeEventListener('mousedown', keepFocusThere);
	}, SETTLING);
}

/** Whether a view has just come under a press: for keys that would answer it at once. */
export function isSettling(): boolean {
	return document.body.style.pointerEvents === 'none';
}

/** A tap that lands on nothing would take the focus away. */
function keepFocusThere(event: Event): void {
	event.preventDefault();
}

function settleAfterPress(): void {
	const press = lastPress();
	if (press && Date.now() - press.time < JUST_NOW) settle();
}

/** On nothing that can be used. In Safari a button that is pressed gets no focus: its surroundings do. */
function isNowhere(at: Element | null): boolean {
	return at === null || at === document.body || at.localName === 'main';
}

/** Whoever has pressed nothing yet begins where the browser begins: at the top of the document. */
function isFocusLost(): boolean {
	return lastPress() !== undefined && isNowhere(document.activeElement);
}

/** People who type in a field go on typing, whatever another tab changes beside it. */
function isTyping(): boolean {
	return document.activeElement?.matches('textarea, select, input:not([type="radio"], [type="checkbox"])') ?? false;
}

/** Gives a heading the focus, and leaves the page where it is. */
export function focusHeading(heading: HTMLElement): void {
	if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}

/**
 * The focus to the heading of a view, and the page to its top; to the heading itself where what is
 * under it would not be in sight.
 */
export function arriveAt(heading: HTMLElement): void {
	focusHeading(heading);
	window.scrollTo(0, 0);
	const lowest = heading.localName === 'h1' ? window.innerHeight : window.innerHeight / 2;
	if (heading.getBoundingClientRect().bottom > lowest) heading.scrollIntoView();
	settleAfterPress();
}

/** What each heading with an arrival last stood for. */
const views = new WeakMap<Element, unknown>();

/**
 * On the heading of a view, or of a part of one.
 * @param view what it stands for now: people are taken to the heading whenever that changes; to that of a whole view
 * also when it appears where the focus was lost
 */
export function arrival(view: unknown): Attachment<HTMLElement> {
	return (heading) => {
		const isNew = !views.has(heading);
		const changed = !isNew && views.get(heading) !== view;
		views.set(heading, view);
		const appears = isNew && heading.localName === 'h1' && isFocusLost();
		if (appears || (changed && !isTyping())) arriveAt(heading);
		else if (isNew) settleAfterPress();
	};
}

/**
 * On the heading of what comes within a page, such as what is in a file: it takes the focus from a heading above it.
 */
export function appearance(heading: HTMLElement): void {
	if (isFocusLost() || document.activeElement?.matches('h1, h2')) {
		focusHeading(heading);
		heading.scrollIntoView();
		settleAfterPress();
	}
}

/** A heading of one line in a list says nothing of the list. */
const LISTS = 'ul, ol, dl, table, thead, tbody, tr';

function headingIn(place: Element): HTMLElement | undefined {
	const headings = place.querySelectorAll<HTMLElement>('h1, h2, h3, h4');
	return [...headings].find((heading) => heading.getClientRects().length > 0);
}

function pathOf(element: Element): Element[] {
	const path: Element[] = [];
	for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) path.push(at);
	return path;
}

/**
 * Follows the focus. When what had it is gone, the focus would fall on the body, silently: it goes to the heading of
 * what is there now. The returned function stops.
 */
export function keepFocus(): () => void {
	let last: { control: Element; within: Element[] } | undefined;

	const remember = (control: Element | null | undefined) => {
		if (control && control !== document.body) last = { control, within: pathOf(control) };
	};
	const focused = ({ target }: Event) => remember(target instanceof Element ? target : undefined);
	// Safari gives a button that is pressed no focus.
	const pressed = ({ target }: Event) =>
		remember(target instanceof Element ? target.closest('a, button, input, select, textarea, label') : undefined);
	const left = ({ target }: FocusEvent) =>
		queueMicrotask(() => {
			// Who presses beside everything wants the focus nowhere; what is disabled for a
			// moment loses it without that.
			const isThere = target instanceof Element && target.isConnected && !target.matches(':disabled');
			if (isThere && last?.control === target && isNowhere(document.activeElement)) last = undefined;
		});
	const look = () => {
		if (!last || last.control.isConnected) return;
		if (!isNowhere(document.activeElement)) {
			last = undefined;
			return;
		}
		const place = last.within.find((each) => each.isConnected && !each.matches(LISTS) && headingIn(each));
		const heading = place && headingIn(place);
		// While a page loads there may be none yet.
		if (heading) bringTo(heading);
	};
	const observer = new MutationObserver(look);
	observer.observe(document.body, { childList: true, subtree: true });
	document.addEventListener('focusin', focused);
	document.addEventListener('focusout', left);
	document.addEventListener('click', pressed, true);
	return () => {
		observer.disconnect();
		document.removeEventListener('focusin', focused);
		document.removeEventListener('focusout', left);
		document.removeEventListener('click', pressed, true);
	};
}

/** A view has a heading of the first level; within one, the page only moves when the heading cannot be seen. */
function bringTo(heading: HTMLElement): void {
	if (heading.localName === 'h1') {
		arriveAt(heading);
		return;
	}
	focusHeading(heading);
	const { top, bottom } = heading.getBoundingClientRect();
	if (top < 0 || bottom > window.innerHeight) heading.scrollIntoView();
	settleAfterPress();
}
