/** Large, with the package that reads QR codes: only in the worker that reads frames, or imported dynamically. */
import { lightOf, type Light } from './frame-light';
import { readQr } from './read-qr';

/** What a camera frame shows. */
export interface Reading {
	/** Of the QR code in it, if one could be read. */
	text: string | undefined;
	light: Light;
}

let canvas: OffscreenCanvas | undefined;
/** Frames that were looked at. */
let looks = 0;

/** Reads a frame, and closes it. @throws whatever the browser does when it cannot draw a frame */
export function readFrame(frame: ImageBitmap): Reading {
	const { width, height } = frame;
	canvas ??= new OffscreenCanvas(width, height);
	if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('There is nothing to draw on');
	context.drawImage(frame, 0, 0);
	frame.close();
	const image = context.getImageData(0, 0, width, height);
	const text = readQr(image, looks);
	looks += 1;
	return { text, light: lightOf(image) };
}
