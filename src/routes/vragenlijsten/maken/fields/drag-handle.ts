/** Marks the part under the pointer, where what is dragged will come. */
const OVER = 'drop-here';
/** On the element of each part of a list, with its id. */
const PART = 'data-part';

/**
 * For the handle of a part in a list: it is dragged to where another part of the same list stands, by mouse, pen or
 * finger.
 * @param ondrop told the id of that other part
 */
export function dragHandle(ondrop: (target: string) => void): (handle: HTMLElement) => () => void {
	return (handle) => {
		let over: Element | undefined;
		const mark = (next: Element | undefined) => {
			over?.classList.remove(OVER);
			over = next;
			over?.classList.add(OVER);
		};
		const own = () => handle.closest(`[${PART}]`);
		const begin = (event: PointerEvent) => {
			if (event.button !== 0) return;
			event.preventDefault();
			handle.setPointerCapture(event.pointerId);
		};
		const move = (event: PointerEvent) => {
			if (!handle.hasPointerCapture(event.pointerId)) return;
			const siblings = [...(own()?.parentElement?.children ?? [])];
			const under = document.elementsFromPoint(event.clientX, event.clientY);
			mark(siblings.find((sibling) => sibling !== own() && sibling.hasAttribute(PART) && under.includes(sibling)));
		};
		const end = () => {
			const target = over?.getAttribute(PART);
			mark(undefined);
			if (target) ondrop(target);
		};
		const cancel = () => mark(undefined);
		handle.addEventListener('pointerdown', begin);
		handle.addEventListener('pointermove', move);
		handle.addEventListener('pointerup', end);
		handle.addEventListener('pointercancel', cancel);
		return () => {
			handle.removeEventListener('pointerdown', begin);
			handle.removeEventListener('pointermove', move);
			handle.removeEventListener('pointerup', end);
			handle.removeEventListener('pointercancel', cancel);
		};
	};
}
