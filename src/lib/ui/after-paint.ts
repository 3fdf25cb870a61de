/**
 * Does work once what was just changed is on the screen: a long task then holds up nobody who waits to see that.
 * @returns a function that takes it back
 */
export function afterPaint(work: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	// The frame is painted right after these callbacks.
	const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
