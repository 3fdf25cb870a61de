/**
 * Large, with its package: only where a camera looks, in its worker. Why this one and these looks:
 * docs/decisions/0013-reading-qr.md.
 */
import { binarize, Decoder, Detector } from '@nuintun/qrcode';
import { brightnessOf, halved, type Brightness, type Image } from './frame-brightness';

/**
 * From so many pixels on, half a frame is still sharp enough for many codes; on a large and blurred one it is better.
 */
const WIDE = 1000;
/**
 * A screen is brighter than its room: where it is overexposed, light eats the dark modules. Undoing the camera's gamma
 * gives them back; more or less of it reads other frames.
 */
const GAMMAS = [2.2, 3, 1.5] as const;
/** A frame full of what looks like corners of codes is given up after so long (ms): the next one is another chance. */
const PATIENCE = 150;

const detector = new Detector();
const decoder = new Decoder();

/**
 * The text of the QR code in a camera frame (RGBA, four bytes a pixel), mirrored or not; undefined when there is none,
 * or the frame is empty. Never throws: the next frame is another chance.
 * @param look counts frames: each is looked at in another way than the one before
 * @param patience how long to try what looks like a code (ms)
 */
export function readQr(image: Image, look = 0, patience = PATIENCE): string | undefined {
	try {
		const gamma = GAMMAS[look % GAMMAS.length] ?? 1;
		const full = brightnessOf(image, gamma);
		return decoded(image.width >= WIDE && look % 2 === 1 ? halved(full) : full, patience);
	} catch {
		return undefined;
	}
}

function decoded({ width, height, data }: Brightness, patience: number): string | undefined {
	const end = performance.now() + patience;
	const candidates = detector.detect(binarize(data, width, height));
	let next = candidates.next();
	while (!next.done && performance.now() < end) {
		const text = contentOf(next.value.matrix);
		if (text !== undefined) return text;
		next = candidates.next(false);
	}
	return undefined;
}

/** Undefined when the candidate is no QR code, or too much of it is damaged. */
function contentOf(matrix: Parameters<Decoder['decode']>[0]): string | undefined {
	try {
		return decoder.decode(matrix).content;
	} catch {
		return undefined;
	}
}
