import type { HandBackScreen } from './hand-back-screen';
import type { Scene } from './scene';

/** A phone's screen is so wide (cm). */
const SCREEN_WIDTH = 6.8;

/** From one plane to another, row by row. */
type Mapping = readonly number[];

/** A plane seen by a lens: between places in the picture (pixels) and on the screen (CSS pixels of the page). */
export interface Projection {
	toScreen: Mapping;
	toPicture: Mapping;
}

export interface Place {
	x: number;
	y: number;
}

/** Where the phone is at a moment. @param time in s from the beginning of the scene */
export function projectionAt(scene: Scene, screen: HandBackScreen, time: number): Projection {
	const focal = scene.width / 2 / Math.tan((scene.fieldOfView * Math.PI) / 360);
	const size = SCREEN_WIDTH / screen.width;
	const [right, down] = axes(scene, time);
	const middle = middleAt(scene, focal, time);
	const { left, top, side } = screen.qr;
	const along = (axis: Vector, factor: number): Vector => [axis[0] * factor, axis[1] * factor, axis[2] * factor];
	const a = along(right, size);
	const b = along(down, size);
	const c = [0, 1, 2].map(
		(place) => (middle[place] ?? 0) - (a[place] ?? 0) * (left + side / 2) - (b[place] ?? 0) * (top + side / 2)
	);
	const cx = scene.width / 2;
	const cy = scene.height / 2;
	const flip = scene.mirrored ? -1 : 1;
	const rows = [a, b, c].map((column) => {
		const [x = 0, y = 0, z = 0] = column;
		return [flip * focal * x + cx * z, focal * y + cy * z, z];
	});
	const toPicture = [0, 1, 2].flatMap((row) => rows.map((column) => column[row] ?? 0));
	return { toScreen: inverse(toPicture), toPicture };
}

type Vector = readonly [number, number, number];

/** Of the screen: to its right and down, turned about three axes. */
function axes(scene: Scene, time: number): [Vector, Vector] {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const yaw = radians(scene.yaw + scene.turning * time);
	const pitch = radians(scene.pitch);
	const roll = radians(scene.roll + 0.5 * scene.turning * time);
	const turned = (x: number, y: number): Vector => {
		const rx = x * Math.cos(roll) - y * Math.sin(roll);
		const ry = x * Math.sin(roll) + y * Math.cos(roll);
		const py = ry * Math.cos(pitch);
		const pz = ry * Math.sin(pitch);
		return [rx * Math.cos(yaw) + pz * Math.sin(yaw), py, pz * Math.cos(yaw) - rx * Math.sin(yaw)];
	};
	return [turned(1, 0), turned(0, 1)];
}

/** The hand drifts and trembles: its speed is the scene's in the middle of a tremble, and nothing at its ends. */
function middleAt(scene: Scene, focal: number, time: number): Vector {
	const TREMBLE = 2 * Math.PI * 2.3;
	const moved = (scene.speed / TREMBLE) * Math.sin(TREMBLE * time + scene.direction);
	const x = ((scene.across * scene.width) / 2 / focal) * scene.distance + moved * Math.cos(scene.direction);
	const y = ((scene.down * scene.height) / 2 / focal) * scene.distance + moved * Math.sin(scene.direction);
	return [x, y, scene.distance + 0.3 * moved];
}

function inverse(m: readonly number[]): number[] {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
	const cofactors = [
		e * i - f * h,
		c * h - b * i,
		b * f - c * e,
		f * g - d * i,
		a * i - c * g,
		c * d - a * f,
		d * h - e * g,
		b * g - a * h,
		a * e - b * d
	];
	const determinant = a * (cofactors[0] ?? 0) + b * (cofactors[3] ?? 0) + c * (cofactors[6] ?? 0);
	return cofactors.map((value) => value / determinant);
}

export function mapped(mapping: Mapping, x: number, y: number): Place {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = mapping;
	const depth = g * x + h * y + i;
	return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}
