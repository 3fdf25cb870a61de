/** Whether anything can be seen in a frame: not when it is `dark` everywhere, nor when it is `flat`, one colour. */
export type Light = 'fine' | 'dark' | 'flat';

/** One of so many pixels is looked at. */
const STEP = 61;
/** Of 255. What a covered lens gives stays under it; a dim room has a lamp or a window in it somewhere. */
const DARK = 30;
/** Of 255. What a lens sees differs more, if only by its noise; a virtual camera without a source gives one colour. */
const FLAT = 3;
/** Of all pixels, on each side, so that a hot pixel or a date in the corner changes nothing. */
const ASIDE = 0.02;

/** @param data four bytes a pixel, as of a canvas */
export function lightOf({ data }: { data: Uint8ClampedArray }): Light {
	const counts = new Uint32Array(256);
	let total = 0;
	for (let at = 0; at + 2 < data.length; at += 4 * STEP) {
		const brightness = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 2;
		counts[brightness] = (counts[brightness] ?? 0) + 1;
		total += 1;
	}
	const low = rank(counts, total * ASIDE);
	const high = rank(counts, total * (1 - ASIDE));
	if (high < DARK) return 'dark';
	return high - low < FLAT ? 'flat' : 'fine';
}

/** The brightness that so many pixels stay under. */
function rank(counts: Uint32Array, wanted: number): number {
	let passed = 0;
	for (const [brightness, count] of counts.entries()) {
		passed += count;
		if (passed > wanted) return brightness;
	}
	return 255;
}
