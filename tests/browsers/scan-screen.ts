import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';

/** What the QR code in a picture of a screen says. @throws Error when there is none that can be read */
export function scanScreen(png: Buffer): string {
	const { width, height, data } = PNG.sync.read(png);
	return decodeQR({ width, height, data: new Uint8ClampedArray(data) });
}
