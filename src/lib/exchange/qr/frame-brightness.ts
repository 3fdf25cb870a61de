/** RGBA, four bytes a pixel. */
export interface Image {
	width: number;
	height: number;
	data: Uint8ClampedArray;
}

/** One byte a pixel. */
export interface Brightness {
	width: number;
	height: number;
	data: Uint8Array;
}

/** How bright each pixel is. @param gamma 1 is as the camera gives it, 2.2 in proportion to the light */
export function brightnessOf({ width, height, data }: Image, gamma: number): Brightness {
	const table = Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * (value / 255) ** gamma));
	const result = new Uint8Array(width * height);
	for (let pixel = 0, at = 0; pixel < result.length; pixel += 1, at += 4) {
		const value = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 2;
		result[pixel] = table[value] ?? 0;
	}
	return { width, height, data: result };
}

/** Half as wide and high: each pixel the mean of four. */
export function halved({ width, height, data }: Brightness): Brightness {
	const half = { width: width >> 1, height: height >> 1 };
	const result = new Uint8Array(half.width * half.height);
	for (let y = 0; y < half.height; y += 1) {
		for (let x = 0; x < half.width; x += 1) {
			const at = 2 * (y * width + x);
			const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
			result[y * half.width + x] = sum >> 2;
		}
	}
	return { ...half, data: result };
}
