import type { Attachment } from 'svelte/attachments';

/**
 * On a place that may be wider inside than it is. Whoever scrolls by keyboard stops there, under its name, only while
 * something is out of sight: elsewhere it would be a stop for nothing.
 */
export function scrollStop(name: string): Attachment<HTMLElement> {
	return (place) => {
		const look = () => {
			const scrolls = place.scrollWidth > place.clientWidth;
			place.toggleAttribute('tabindex', scrolls);
			if (scrolls) place.tabIndex = 0;
			set(place, 'role', scrolls ? 'group' : undefined);
			set(place, 'aria-label', scrolls ? name : undefined);
		};
		look();
		const observer = (globalThis as Partial<typeof globalThis>).ResizeObserver && new ResizeObserver(look);
		observer?.observe(place);
		for (const inside of place.children) observer?.observe(inside);
		return () => observer?.disconnect();
	};
}

function set(element: Element, name: string, value: string | undefined): void {
	if (value === undefined) element.removeAttribute(name);
	else element.setAttribute(name, value);
}
