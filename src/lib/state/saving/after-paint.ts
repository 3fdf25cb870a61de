/** Should a browser never paint (ms). */
const AT_LATEST = 500;

/**
 * Does work once what was just changed is on the screen: an answer shows before anything is done with it, and a long
 * task holds up nobody who waits to see something. At once where nothing is painted: in a tab in the background.
 * @returns a function that takes it back
 */
export function afterPaint(work: () => void): () => void {
	if (typeof requestAnimationFrame !== 'function' || document.hidden) {
		work();
		return () => undefined;
	}
	let timer = setTimeout(run, AT_LATEST);
	// The frame is painted right after these callbacks.
	const frame = requestAnimationFrame(() => {
		clearTimeout(timer);
		timer = setTimeout(run);
	});
	function run() {
		cancelAnimationFrame(frame);
		work();
	}
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
