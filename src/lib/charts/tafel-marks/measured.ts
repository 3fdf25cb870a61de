import type { Attachment } from 'svelte/attachments';

/**
 * Tells how wide an element is and how large its letters are, in px, before it is painted and whenever that changes.
 * Where nothing can be measured it tells nothing.
 */
export function measured(tell: (width: number, letter: number) => void): Attachment<HTMLElement> {
	return (element) => {
		const look = () => {
			if (element.clientWidth > 0)
				tell(element.clientWidth, Number.parseFloat(getComputedStyle(element).fontSize) || 18);
		};
		look();
		const Observer = (globalThis as Partial<typeof globalThis>).ResizeObserver;
		const observer = Observer && new Observer(look);
		observer?.observe(element);
		return () => observer?.disconnect();
	};
}
