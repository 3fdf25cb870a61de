import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lightOf } from '$lib/exchange/qr/frame-light';
import { runs } from '../../../property-runs';

const SIZE = { width: 320, height: 240 };

/** A frame whose pixels have the brightness that `at` gives for their place. */
function frame(at: (x: number, y: number) => number): { data: Uint8ClampedArray } {
	const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
	for (let y = 0; y < SIZE.height; y += 1) {
		for (let x = 0; x < SIZE.width; x += 1) {
			const place = (y * SIZE.width + x) * 4;
			data.fill(at(x, y), place, place + 3);
			data[place + 3] = 255;
		}
	}
	return { data };
}

/** The same numbers from 0 to 1 each time. */
function chance(seed: number): () => number {
	let state = seed + 1;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test('a covered lens is dark, with its noise and a hot pixel', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 12 }),
			fc.integer({ min: 0, max: 12 }),
			fc.nat(1000),
			(level, noise, seed) => {
				const next = chance(seed);
				expect(lightOf(frame((x, y) => (x === 7 && y === 9 ? 255 : level + noise * next())))).toBe('dark');
			}
		),
		{ numRuns: runs(50) }
	);
});

test('a virtual camera that gives one colour is flat', () => {
	for (const level of [40, 100, 235, 255]) expect(lightOf(frame(() => level))).toBe('flat');
});

test('a dim room with a lit phone in it is fine, and so is a wall with the noise of a sensor', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 60, max: 255 }), (room, phone) => {
			expect(lightOf(frame((x, y) => (x > 120 && x < 190 && y > 60 && y < 190 ? phone : room)))).toBe('fine');
		}),
		{ numRuns: runs(50) }
	);
	const next = chance(5);
	expect(lightOf(frame(() => 180 + 8 * next()))).toBe('fine');
});

test('an empty frame is no reason to stop', () => {
	expect(lightOf({ data: new Uint8ClampedArray() })).toBeTypeOf('string');
});
