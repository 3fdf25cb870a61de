import type { Chance } from './chance';

/** One second of someone holding a phone before a laptop's camera: what stays the same. */
export interface Scene {
	/** In camera pixels. */
	width: number;
	height: number;
	/** Horizontal, in degrees. */
	fieldOfView: number;
	/** From the lens to the middle of the QR code, in cm. */
	distance: number;
	/** Of the middle of the QR code in the picture, as a part of half its width and height. */
	across: number;
	down: number;
	/** In degrees: turned about the upright, the level and the looking axis. */
	yaw: number;
	pitch: number;
	roll: number;
	/** How fast the hand moves (cm/s), how fast it turns (degrees/s), and in which direction it begins. */
	speed: number;
	turning: number;
	direction: number;
	/** How long a frame is exposed (s). */
	exposure: number;
	/** White on the screen, of 1: above it the picture is overexposed. */
	white: number;
	/** What light in the lens and on the glass makes of black, as a part of white. */
	veil: number;
	/** Light that spills over into what is beside it, as a part. */
	bloom: number;
	/** The blur of the lens, as the deviation of its spread, in modules of the QR code. */
	defocus: number;
	/** Deviation of the noise, of 1. */
	noise: number;
	/** The grid of the screen's pixels, as a part of the light, and how many of them make a CSS pixel. */
	grid: number;
	density: number;
	/** Spots of lamps on the glass. */
	glare: readonly Spot[];
	/** A window reflected on the glass, as a part of white; its edge crosses the screen. */
	reflection: number;
	reflectionEdge: number;
	/** The room behind the phone, of 1. */
	room: number;
	mirrored: boolean;
	/** How much of the quiet zone is covered on one side, in modules. */
	covered: number;
}

/** In parts of the QR code's side, from its middle; its strength as a part of white. */
interface Spot {
	x: number;
	y: number;
	radius: number;
	strength: number;
}

export interface CameraSize {
	width: number;
	height: number;
	/** In cm: with fewer pixels people hold the phone closer. */
	farthest: number;
}

/** At the farthest a module is 2.6 pixels, 3.1 and 4.6. */
export const CAMERAS = [
	{ width: 640, height: 480, farthest: 28 },
	{ width: 1280, height: 720, farthest: 45 },
	{ width: 1920, height: 1080, farthest: 45 }
] as const satisfies readonly CameraSize[];

/**
 * What is fair to ask of a scanner: someone holds the code still as people do, more or less straight, in a
 * room with lamps and windows, before any usual camera. Fixed before the reader was chosen; a scene is fair
 * when each value is within these.
 */
export const FAIR = {
	nearest: 14,
	fieldOfView: [60, 76],
	offCentre: 0.4,
	tilt: 30,
	upright: 25,
	/** So many are turned any way round instead. */
	anyRoll: 0.1,
	speed: 4,
	turning: 12,
	exposure: [0.008, 0.033],
	white: [0.28, 1.25],
	veil: [0.02, 0.15],
	bloom: [0, 0.05],
	defocus: [0.08, 0.32],
	noise: [0.004, 0.025],
	grid: [0, 0.15],
	density: [2, 3.5],
	glare: { most: 2, radius: 0.08, strength: 0.8 },
	reflection: 0.2,
	room: [0.02, 0.7],
	mirrored: 0.08,
	covered: 3
} as const;

/** A fair scene: each thing that can be in the way comes in some scenes and not in others, by itself or together. */
export function fairScene(chance: Chance, { width, height, farthest }: CameraSize): Scene {
	const { between, happens } = chance;
	const sometimes = (value: number) => (happens(0.5) ? value : 0);
	const within = ([low, high]: readonly [number, number]) => between(low, high);
	const exposure = within(FAIR.exposure);
	return {
		width,
		height,
		fieldOfView: within(FAIR.fieldOfView),
		distance: between(FAIR.nearest, farthest),
		across: between(-FAIR.offCentre, FAIR.offCentre),
		down: between(-FAIR.offCentre, FAIR.offCentre),
		yaw: between(-FAIR.tilt, FAIR.tilt),
		pitch: between(-FAIR.tilt, FAIR.tilt),
		roll: happens(FAIR.anyRoll) ? between(-180, 180) : between(-FAIR.upright, FAIR.upright),
		speed: between(0, FAIR.speed),
		turning: between(-FAIR.turning, FAIR.turning),
		direction: between(0, 2 * Math.PI),
		exposure,
		white: within(FAIR.white),
		veil: within(FAIR.veil),
		bloom: sometimes(within(FAIR.bloom)),
		defocus: within(FAIR.defocus),
		noise: within(FAIR.noise),
		grid: sometimes(within(FAIR.grid)),
		density: within(FAIR.density),
		glare: Array.from({ length: Math.floor(between(0, FAIR.glare.most + 1)) }, () => ({
			x: between(-0.5, 0.5),
			y: between(-0.5, 0.5),
			radius: between(0.03, FAIR.glare.radius),
			strength: between(0.2, FAIR.glare.strength)
		})),
		reflection: sometimes(between(0.05, FAIR.reflection)),
		reflectionEdge: between(-0.6, 0.6),
		room: within(FAIR.room),
		mirrored: happens(FAIR.mirrored),
		covered: sometimes(between(0, FAIR.covered))
	};
}
