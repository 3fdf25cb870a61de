import type { Frame } from './camera-picture';

/** As a canvas draws a frame smaller: each pixel between the four nearest. */
export function narrowed(frame: Frame, width: number): Frame {
	if (frame.width <= width) return frame;
	const step = frame.width / width;
	const height = Math.round(frame.height / step);
	const data = new Uint8ClampedArray(width * height * 4).fill(255);
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const place = (y * width + x) * 4;
			data.fill(between(frame, (x + 0.5) * step - 0.5, (y + 0.5) * step - 0.5), place, place + 3);
		}
	}
	return { width, height, data };
}

function between({ width, height, data }: Frame, x: number, y: number): number {
	const left = Math.max(0, Math.floor(x));
	const top = Math.max(0, Math.floor(y));
	const right = Math.min(width - 1, left + 1);
	const bottom = Math.min(height - 1, top + 1);
	const value = (column: number, row: number) => data[(row * width + column) * 4] ?? 0;
	const above = value(left, top) * (1 - x + left) + value(right, top) * (x - left);
	const below = value(left, bottom) * (1 - x + left) + value(right, bottom) * (x - left);
	return above * (1 - y + top) + below * (y - top);
}

export function mirrored({ width, height, data }: Frame): Frame {
	const turned = new Uint8ClampedArray(data.length);
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const from = (y * width + width - 1 - x) * 4;
			turned.set(data.subarray(from, from + 4), (y * width + x) * 4);
		}
	}
	return { width, height, data: turned };
}
