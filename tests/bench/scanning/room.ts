import { chanceOf } from './chance';
import type { Scene } from './scene';

const BLOCKS = 40;

/**
 * The light of what is behind the phone: walls, a bookcase, people as blocks, and stripes
 * that look a little like a code.
 */
export function room({ width, height, room: level }: Scene, seed: number): Float32Array {
	const chance = chanceOf(seed);
	const light = new Float32Array(width * height).fill(level);
	for (let block = 0; block < BLOCKS; block += 1) {
		const left = Math.floor(chance.between(0, width));
		const top = Math.floor(chance.between(0, height));
		const right = Math.min(width, left + Math.floor(chance.between(0.02, 0.3) * width));
		const bottom = Math.min(height, top + Math.floor(chance.between(0.02, 0.3) * height));
		const value = level * chance.between(0.2, 1.8);
		const stripe = chance.happens(0.3) ? chance.between(3, 14) : 0;
		for (let y = top; y < bottom; y += 1) {
			for (let x = left; x < right; x += 1) {
				const dark = stripe > 0 && Math.floor((x - left) / stripe) % 2 === 1;
				light[y * width + x] = dark ? value * 0.4 : value;
			}
		}
	}
	return light;
}
