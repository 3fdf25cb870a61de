/** Drawing QR codes; with its package, so import it dynamically, where one is on the screen. */
import { encodeQR } from 'qr';

/** Around a QR code, in modules: what the standard asks. */
export const QUIET_ZONE = 4;

/** In characters: a longer text gets less correction, so that its modules stay large enough for a camera. */
const LONG_TEXT = 700;

const LEVELS = ['quartile', 'high'] as const;

/**
 * The modules of a QR code row by row, true is dark, with a light border of QUIET_ZONE modules. It still reads with 15%
 * damaged, a long text with 7%; with 25% or 30% where that makes it no larger.
 * @throws Error when the text is too long for any QR code
 */
export function qrMatrix(text: string): boolean[][] {
	let matrix = encoded(text, text.length > LONG_TEXT ? 'low' : 'medium');
	if (text.length > LONG_TEXT) return matrix;
	for (const level of LEVELS) {
		const stronger = encoded(text, level);
		if (stronger.length > matrix.length) break;
		matrix = stronger;
	}
	return matrix;
}

function encoded(text: string, ecc: 'low' | 'medium' | (typeof LEVELS)[number]): boolean[][] {
	return encodeQR(text, 'raw', { ecc, border: QUIET_ZONE });
}
