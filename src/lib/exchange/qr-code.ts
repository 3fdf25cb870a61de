/** Drawing and reading QR codes. Large, with its package: import it dynamically, where a QR code is on the screen or in view. */
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';

export { codeFromText, codePrefix, responseQrText } from './response-qr';

/** Around a QR code, in modules: what the standard asks. */
export const QUIET_ZONE = 4;

/** In characters: a longer text gets less correction, so that its modules stay large enough for a camera. */
const LONG_TEXT = 700;

/**
 * The modules of a QR code row by row, true is dark, with a light border of QUIET_ZONE modules. It still reads with 15%
 * damaged, a long text with 7%.
 * @throws Error when the text is too long for any QR code
 */
export function qrMatrix(text: string): boolean[][] {
	return encodeQR(text, 'raw', { ecc: text.length > LONG_TEXT ? 'low' : 'medium', border: QUIET_ZONE });
}

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
