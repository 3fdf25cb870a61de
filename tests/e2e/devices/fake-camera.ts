import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_EACH = 12;

/**
 * Writes a video for Chromium's fake camera that shows these QR codes one after another, again and again.
 * The format is uncompressed YUV4MPEG2, which Chromium plays in a loop.
 */
export function writeCameraVideo(path: string, texts: readonly string[]): void {
	const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)];
	for (const text of texts) {
		const frame = frameOf(text);
		for (let count = 0; count < FRAMES_EACH; count += 1) parts.push(Buffer.from('FRAME\n'), frame);
	}
	writeFileSync(path, Buffer.concat(parts));
}

/** The code in the middle of a light picture: brightness, then two planes of grey. */
function frameOf(text: string): Buffer {
	const matrix = encodeQR(text, 'raw', { border: 4 });
	const scale = Math.floor((HEIGHT * 0.9) / matrix.length);
	const left = Math.floor((WIDTH - matrix.length * scale) / 2);
	const top = Math.floor((HEIGHT - matrix.length * scale) / 2);
	const brightness = Buffer.alloc(WIDTH * HEIGHT, 230);
	for (const [row, modules] of matrix.entries()) {
		for (const [column, dark] of modules.entries()) {
			if (!dark) continue;
			for (let y = 0; y < scale; y += 1) {
				const start = (top + row * scale + y) * WIDTH + left + column * scale;
				brightness.fill(20, start, start + scale);
			}
		}
	}
	return Buffer.concat([brightness, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}
