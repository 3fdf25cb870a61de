/** Drawing QR codes; small, and part of every page that shows one, so that no connection is needed for it. */
import { correction, generate, mode } from 'lean-qr';

/** Around a QR code, in modules: what the standard asks. */
export const QUIET_ZONE = 4;

/** In characters: a longer text gets less correction, so that its modules stay large enough for a camera. */
const LONG_TEXT = 700;

/** What codes and links are made of. Without Japanese, for which a table of all its characters would be made first. */
const modes = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8];

/**
 * The modules of a QR code row by row, true is dark, with a light border of QUIET_ZONE modules. It still reads with 15%
 * damaged, a long text with 7%; with up to 30% where that makes it no larger.
 * @throws Error when the text is too long for any QR code
 */
export function qrMatrix(text: string): boolean[][] {
	const minCorrectionLevel = text.length > LONG_TEXT ? correction.L : correction.M;
	const code = generate(text, { minCorrectionLevel, modes });
	const side = Array.from({ length: code.size + 2 * QUIET_ZONE }, (_, place) => place - QUIET_ZONE);
	return side.map((y) => side.map((x) => code.get(x, y)));
}
