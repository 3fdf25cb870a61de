import { cameraPicture, type Frame } from './camera-picture';
import { chanceOf } from './chance';
import { handBackScreen } from './hand-back-screen';
import type { Reader } from './readers';
import { fairScene, type CameraSize } from './scene';

/** Frames a second of a webcam in a room with lamps. */
const FRAMES = 15;
const SECOND = 1000;

/** Someone holds up a phone for a second: its frames, made when they are asked for. */
export interface Second {
	text: string;
	/** The newest frame that has come at a moment (ms), with its number; undefined before the first. */
	frameAt: (time: number) => { number: number; frame: Frame } | undefined;
}

/** A fair second: the same one for the same seed. */
export function fairSecond(camera: CameraSize, seed: number): Second {
	const chance = chanceOf(seed);
	const screen = handBackScreen(chance);
	const scene = fairScene(chance, camera);
	const made = new Map<number, Frame>();
	return {
		text: screen.text,
		frameAt: (time) => {
			const number = Math.min(FRAMES - 1, Math.floor((time * FRAMES) / SECOND) - 1);
			if (number < 0) return undefined;
			const frame = made.get(number) ?? cameraPicture(scene, screen, number / FRAMES, seed);
			made.set(number, frame);
			return { number, frame };
		}
	};
}

export interface Outcome {
	/** After so long it was read (ms); undefined when it was not within the second. */
	after: number | undefined;
	/** Processor time of each frame that was looked at, as on this machine (ms). */
	took: number[];
	/** Whether it said something else than the code. */
	wrong: boolean;
}

/**
 * Looks at one frame after the other, each time the newest, on a processor so many times slower than this one. The
 * clock is the processor time that reading takes: other work on this machine changes nothing.
 */
export async function readSecond(reader: Reader, second: Second, slower: number): Promise<Outcome> {
	const took: number[] = [];
	let time = SECOND / FRAMES;
	let last = -1;
	while (time <= SECOND) {
		const next = second.frameAt(time);
		if (!next || next.number === last) {
			time = ((last + 2) * SECOND) / FRAMES + 0.01;
			if (last + 2 > FRAMES) break;
			continue;
		}
		last = next.number;
		const before = process.cpuUsage();
		const text = await reader.read(next.frame, took.length);
		const { user, system } = process.cpuUsage(before);
		took.push((user + system) / 1000);
		time += ((user + system) / 1000) * slower;
		if (text !== undefined && time <= SECOND)
			return { after: text === second.text ? time : undefined, took, wrong: text !== second.text };
	}
	return { after: undefined, took, wrong: false };
}
