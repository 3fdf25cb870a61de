import type { HandBackScreen } from './hand-back-screen';
import type { Place } from './projection';
import type { Scene } from './scene';

/** Around the screen, in CSS pixels: the phone itself. */
export const BEZEL = 8;

/** Whether a place in the plane of the screen is on the phone. */
export function reaches({ width, height }: HandBackScreen, { x, y }: Place): boolean {
	return x > -BEZEL && y > -BEZEL && x < width + BEZEL && y < height + BEZEL;
}

/**
 * What comes from a place in the plane of the screen; white on the screen is 1. @param behind what the room gives there
 */
export function phoneLight(scene: Scene, screen: HandBackScreen, place: Place, behind: number): number {
	if (!reaches(screen, place)) return behind;
	const { left, top, side, modules } = screen.qr;
	const { x, y } = place;
	// A finger or a case over a part of the quiet zone.
	if (scene.covered > 0 && x < left + (scene.covered * side) / modules) return 0.15;
	const inside = x >= 0 && y >= 0 && x < screen.width && y < screen.height;
	const shown = inside ? screen.lightAt(x, y) : 0.03;
	const across = (x - left - side / 2) / side;
	const down = (y - top - side / 2) / side;
	return shown * (1 - scene.veil) + scene.veil + onTheGlass(scene, across, down);
}

/** @param x, y in parts of the code's side, from its middle */
function onTheGlass({ glare, reflection, reflectionEdge }: Scene, x: number, y: number): number {
	let sum = reflection > 0 && x + 0.4 * y > reflectionEdge ? reflection : 0;
	for (const spot of glare) {
		const squared = ((x - spot.x) ** 2 + (y - spot.y) ** 2) / spot.radius ** 2;
		if (squared < 12) sum += spot.strength * Math.exp(-squared / 2);
	}
	return sum;
}
