import { blurred, blurredAlong, type Plane } from './blur';
import { chanceOf, type Chance } from './chance';
import type { HandBackScreen } from './hand-back-screen';
import { BEZEL, phoneLight, reaches } from './phone-light';
import { mapped, projectionAt, type Place, type Projection } from './projection';
import { room } from './room';
import type { Scene } from './scene';

/** What a camera gives: four bytes a pixel. */
export interface Frame {
	width: number;
	height: number;
	data: Uint8ClampedArray;
}

/** A part of the picture, in whole pixels. */
interface Part {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A pixel is the mean of so many by so many places. */
const PLACES = 2;
/** Around the phone, in modules: how far its light spreads. */
const SPREAD = 7;
const GAMMA = 1 / 2.2;
const NOISES = 65_536;

/**
 * The frame that the camera gives at a moment.
 * @param time in s from the beginning of the scene
 * @param seed of what is chance in the room and the noise
 */
export function cameraPicture(scene: Scene, screen: HandBackScreen, time: number, seed: number): Frame {
	const picture = { width: scene.width, height: scene.height, light: room(scene, seed) };
	const projection = projectionAt(scene, screen, time);
	const module = pixelsPerModule(screen, projection);
	const part = partAround(screen, projection, scene, SPREAD * module);
	if (part.width > 0 && part.height > 0) {
		const motion = motionBetween(screen, projection, projectionAt(scene, screen, time + scene.exposure));
		const drawn = { ...part, light: drawnPhone(scene, screen, projection, part, picture) };
		const moved = { ...part, light: blurredAlong(drawn, motion.x, motion.y) };
		const spilled = { ...part, light: bloomed(moved, scene.bloom, 2.5 * module) };
		put(picture, part, blurred(spilled, scene.defocus * module));
	}
	return exposed(picture, scene, chanceOf(seed * 7919 + Math.round(time * 1000)));
}

/** The side of a module in the middle of the code, in camera pixels. */
function pixelsPerModule({ qr }: HandBackScreen, { toPicture }: Projection): number {
	const x = qr.left + qr.side / 2;
	const y = qr.top + qr.side / 2;
	const here = mapped(toPicture, x, y);
	const beside = mapped(toPicture, x + 1, y);
	const below = mapped(toPicture, x, y + 1);
	const area = (beside.x - here.x) * (below.y - here.y) - (beside.y - here.y) * (below.x - here.x);
	return (qr.side / qr.modules) * Math.sqrt(Math.abs(area));
}

function motionBetween({ qr }: HandBackScreen, before: Projection, after: Projection): Place {
	const first = mapped(before.toPicture, qr.left + qr.side / 2, qr.top + qr.side / 2);
	const then = mapped(after.toPicture, qr.left + qr.side / 2, qr.top + qr.side / 2);
	return { x: then.x - first.x, y: then.y - first.y };
}

function partAround(screen: HandBackScreen, { toPicture }: Projection, { width, height }: Scene, margin: number): Part {
	const corners = [
		[-BEZEL, -BEZEL],
		[screen.width + BEZEL, -BEZEL],
		[-BEZEL, screen.height + BEZEL],
		[screen.width + BEZEL, screen.height + BEZEL]
	].map(([x = 0, y = 0]) => mapped(toPicture, x, y));
	const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
	const left = within(Math.min(...corners.map(({ x }) => x)) - margin, width);
	const top = within(Math.min(...corners.map(({ y }) => y)) - margin, height);
	const right = within(Math.max(...corners.map(({ x }) => x)) + margin, width);
	const bottom = within(Math.max(...corners.map(({ y }) => y)) + margin, height);
	return { left, top, width: right - left, height: bottom - top };
}

/** The light that reaches the lens: the phone before the room. White on the screen is 1. */
function drawnPhone(
	scene: Scene,
	screen: HandBackScreen,
	{ toScreen }: Projection,
	part: Part,
	picture: Plane
): Float32Array {
	const light = new Float32Array(part.width * part.height);
	for (let y = 0; y < part.height; y += 1) {
		for (let x = 0; x < part.width; x += 1) {
			const behind = picture.light[(part.top + y) * picture.width + part.left + x] ?? 0;
			const middle = mapped(toScreen, part.left + x + 0.5, part.top + y + 0.5);
			let sum = 0;
			if (reaches(screen, middle)) {
				for (let place = 0; place < PLACES * PLACES; place += 1) {
					const dx = ((place % PLACES) + 0.5) / PLACES;
					const dy = (Math.floor(place / PLACES) + 0.5) / PLACES;
					sum += phoneLight(scene, screen, mapped(toScreen, part.left + x + dx, part.top + y + dy), behind);
				}
				sum = (sum / PLACES ** 2) * gridAt(scene, middle);
			} else sum = behind;
			light[y * part.width + x] = sum;
		}
	}
	return light;
}

/** The pixels of the screen, sampled by those of the camera: where the two nearly match, broad stripes appear. */
function gridAt({ grid, density }: Scene, { x, y }: Place): number {
	if (grid === 0) return 1;
	return 1 + grid * 0.5 * (Math.cos(2 * Math.PI * x * density) + Math.cos(2 * Math.PI * y * density));
}

/** Light spills over some modules far: a lens that is not clean, a sensor that is full. */
function bloomed(plane: Plane, bloom: number, deviation: number): Float32Array {
	if (bloom === 0) return plane.light;
	const spilled = blurred(plane, deviation);
	return plane.light.map((value, place) => value * (1 - bloom) + (spilled[place] ?? 0) * bloom * 1.5);
}

function put(picture: Plane, part: Part, light: Float32Array): void {
	for (let y = 0; y < part.height; y += 1) {
		const row = light.subarray(y * part.width, (y + 1) * part.width);
		picture.light.set(row, (part.top + y) * picture.width + part.left);
	}
}

function exposed({ width, height, light }: Plane, { white, noise }: Scene, chance: Chance): Frame {
	const data = new Uint8ClampedArray(width * height * 4).fill(255);
	const noises = noiseTable();
	let at = Math.floor(chance.between(0, NOISES));
	for (let place = 0; place < light.length; place += 1) {
		at = (at * 31_337 + 12_345) & (NOISES - 1);
		const linear = Math.min(1, Math.max(0, (light[place] ?? 0) * white));
		// Brighter places have more noise of light, less after the gamma: about the same everywhere.
		const value = 255 * (linear ** GAMMA + noise * (noises[at] ?? 0));
		data[place * 4] = data[place * 4 + 1] = data[place * 4 + 2] = value;
	}
	return { width, height, data };
}

let noisesMade: Float32Array | undefined;

function noiseTable(): Float32Array {
	const chance = chanceOf(1);
	return (noisesMade ??= Float32Array.from({ length: NOISES }, () => chance.normal()));
}
