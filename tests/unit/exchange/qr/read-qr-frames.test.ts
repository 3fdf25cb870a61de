import { describe, expect, test } from 'vitest';
import { readQr } from '$lib/exchange/qr/read-qr';
import { cameraPicture } from '../../../bench/scanning/camera-picture';
import { chanceOf } from '../../../bench/scanning/chance';
import { mirrored } from '../../../bench/scanning/frame-size';
import { handBackScreen } from '../../../bench/scanning/hand-back-screen';
import { CAMERAS, FAIR, fairScene, type Scene } from '../../../bench/scanning/scene';

/** The smallest camera: the hardest to read from, and the quickest to draw. */
const [camera] = CAMERAS;

/** Someone holds the phone straight and still in good light. */
const easy: Scene = {
	width: camera.width,
	height: camera.height,
	fieldOfView: 68,
	distance: 18,
	across: 0,
	down: 0,
	yaw: 0,
	pitch: 0,
	roll: 0,
	speed: 0,
	turning: 0,
	direction: 0,
	exposure: 0.016,
	white: 0.9,
	veil: 0.03,
	bloom: 0,
	defocus: 0.15,
	noise: 0.008,
	grid: 0,
	density: 3,
	glare: [],
	reflection: 0,
	reflectionEdge: 0,
	room: 0.2,
	mirrored: false,
	covered: 0
};

/** Frames of a scene, until one is read. */
function readWithin(frames: number, scene: Scene, seed: number): boolean {
	const screen = handBackScreen(chanceOf(seed));
	for (let look = 0; look < frames; look += 1) {
		const text = readQr(cameraPicture(scene, screen, look / 15, seed), look, Infinity);
		if (text !== undefined) return text === screen.text;
	}
	return false;
}

describe('a frame of the hand-back screen is read', () => {
	const spot = { x: 0.1, y: -0.1, radius: FAIR.glare.radius, strength: FAIR.glare.strength };
	test.each<[string, Partial<Scene>]>([
		['held straight', {}],
		['turned aside', { yaw: FAIR.tilt }],
		['leaning back', { pitch: -FAIR.tilt }],
		['both', { yaw: -FAIR.tilt, pitch: FAIR.tilt, roll: FAIR.upright }],
		['upside down', { roll: 180 }],
		['on its side', { roll: 90 }],
		['far', { distance: camera.farthest }],
		['near', { distance: FAIR.nearest }],
		['overexposed in a dark room', { white: FAIR.white[1], room: FAIR.room[0], bloom: FAIR.bloom[1] }],
		['dim', { white: FAIR.white[0], noise: FAIR.noise[1] }],
		['against much light', { veil: FAIR.veil[1], room: FAIR.room[1] }],
		['out of focus', { defocus: FAIR.defocus[1] }],
		['moving', { speed: FAIR.speed, exposure: FAIR.exposure[1], direction: 0.4 }],
		['with stripes of the grid', { grid: FAIR.grid[1], density: 2.4 }],
		['with a lamp on it', { glare: [spot] }],
		['with a window on it', { reflection: FAIR.reflection }],
		['by a camera that mirrors', { mirrored: true }],
		['with a finger over the edge', { covered: FAIR.covered }]
	])('%s', (_, changes) => {
		expect(readWithin(3, { ...easy, ...changes }, 11)).toBe(true);
	});

	test('within eight frames, of any fair scene', () => {
		const missed = Array.from({ length: 12 }, (_, index) => 300 + index).filter(
			(seed) => !readWithin(8, fairScene(chanceOf(seed), camera), seed)
		);
		expect(missed).toEqual([]);
	});
});

test('a frame without a code is not read, nor one of which half is covered', () => {
	const screen = handBackScreen(chanceOf(5));
	const frame = cameraPicture({ ...easy, covered: 20 }, screen, 0, 5);
	for (let look = 0; look < 6; look += 1) {
		expect(readQr(frame, look, Infinity)).toBeUndefined();
		expect(readQr(mirrored(frame), look, Infinity)).toBeUndefined();
	}
});
