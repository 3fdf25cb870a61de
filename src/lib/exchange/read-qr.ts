/** Large, with its package: import it dynamically, where a camera looks. */
import { decodeQR } from 'qr/decode.js';

/**
 * The text of the QR code in a camera frame (RGBA, four bytes a pixel); undefined when there is none, or the frame is empty.
 * Never throws: the next frame is another chance.
 */
export function readQr(image: { width: number; height: number; data: Uint8ClampedArray }): string | undefined {
	try {
		return decodeQR(image);
	} catch {
		return undefined;
	}
}
