/** Light by pixel, row by row. */
export interface Plane {
	width: number;
	height: number;
	light: Float32Array;
}

/** From so many pixels on, three plain means after each other are as good as a bell. */
const WIDE = 3;

/** As through a lens that is not sharp. @param deviation of the spread, in pixels */
export function blurred(plane: Plane, deviation: number): Float32Array {
	if (deviation < 0.15) return plane.light;
	if (deviation > WIDE) return blurredWide(plane, deviation);
	const reach = Math.ceil(2.5 * deviation);
	const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, index) =>
		Math.exp(-((index - reach) ** 2) / (2 * deviation ** 2))
	);
	const sum = kernel.reduce((total, weight) => total + weight, 0);
	const weights = kernel.map((weight) => weight / sum);
	const once = spread(plane, weights, 1);
	return spread({ ...plane, light: once }, weights, plane.width);
}

function blurredWide(plane: Plane, deviation: number): Float32Array {
	const reach = Math.max(1, Math.round((Math.sqrt(4 * deviation ** 2 + 1) - 1) / 2));
	let { light } = plane;
	for (let round = 0; round < 3; round += 1) {
		light = means({ ...plane, light }, reach, 1);
		light = means({ ...plane, light }, reach, plane.width);
	}
	return light;
}

/** Of each pixel and so many on both sides of it, with the sum carried along. @param step as of `spread` */
function means({ width, height, light }: Plane, reach: number, step: number): Float32Array {
	const result = new Float32Array(light.length);
	const horizontal = step === 1;
	const length = horizontal ? width : height;
	const at = (start: number, index: number) => light[start + Math.min(length - 1, Math.max(0, index)) * step] ?? 0;
	for (let line = 0; line < (horizontal ? height : width); line += 1) {
		const start = horizontal ? line * width : line;
		let sum = 0;
		for (let index = -reach; index <= reach; index += 1) sum += at(start, index);
		for (let index = 0; index < length; index += 1) {
			result[start + index * step] = sum / (2 * reach + 1);
			sum += at(start, index + reach + 1) - at(start, index - reach);
		}
	}
	return result;
}

/** @param step 1 is along the row, the width down the column */
function spread({ width, height, light }: Plane, weights: Float32Array, step: number): Float32Array {
	const result = new Float32Array(light.length);
	const reach = (weights.length - 1) / 2;
	const horizontal = step === 1;
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const place = y * width + x;
			const position = horizontal ? x : y;
			const last = (horizontal ? width : height) - 1;
			let sum = 0;
			for (let offset = -reach; offset <= reach; offset += 1) {
				const wanted = position + offset;
				const inside = wanted < 0 ? -position : wanted > last ? last - position : offset;
				sum += (light[place + inside * step] ?? 0) * (weights[offset + reach] ?? 0);
			}
			result[place] = sum;
		}
	}
	return result;
}

/** As while something moves during the exposure. @param dx, dy the way it goes, in pixels */
export function blurredAlong({ width, height, light }: Plane, dx: number, dy: number): Float32Array {
	const length = Math.hypot(dx, dy);
	if (length < 0.5) return light;
	const places = Math.ceil(length) + 1;
	const result = new Float32Array(light.length);
	for (let step = 0; step < places; step += 1) {
		const part = step / (places - 1) - 0.5;
		const shiftX = Math.round(dx * part);
		const shiftY = Math.round(dy * part);
		for (let y = 0; y < height; y += 1) {
			const row = Math.min(height - 1, Math.max(0, y + shiftY)) * width;
			for (let x = 0; x < width; x += 1) {
				const column = Math.min(width - 1, Math.max(0, x + shiftX));
				result[y * width + x] = (result[y * width + x] ?? 0) + (light[row + column] ?? 0) / places;
			}
		}
	}
	return result;
}
