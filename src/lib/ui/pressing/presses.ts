/** The last press anywhere on the page, of a pointer or a key; hands that shake press more than once. */
export interface Press {
	/** Milliseconds since 1970. */
	time: number;
	/** Of a pointer, in the viewport (px); undefined for a key. */
	place: { x: number; y: number } | undefined;
}

let last: Press | undefined;

if (typeof window !== 'undefined') {
	const options = { capture: true, passive: true };
	window.addEventListener('keydown', () => (last = { time: Date.now(), place: undefined }), options);
	window.addEventListener(
		'pointerdown',
		({ clientX, clientY }) => (last = { time: Date.now(), place: { x: clientX, y: clientY } }),
		options
	);
}

/** Undefined: nobody has pressed anything since the page was loaded. */
export function lastPress(): Press | undefined {
	return last;
}
