/** A tab in the background paints nothing, and its work must not wait for that (ms). */
const AT_LATEST = 50;

/** Does this work when what people see now is painted: an answer shows before anything is done with it. */
export function afterPaint(work: () => void): void {
	if (typeof requestAnimationFrame !== 'function') {
		work();
		return;
	}
	let done = false;
	const once = () => {
		if (!done) work();
		done = true;
	};
	requestAnimationFrame(() => setTimeout(once));
	setTimeout(once, AT_LATEST);
}
