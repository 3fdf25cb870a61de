/**
 * Reads camera frames beside the page, which stays free for who uses it. In: a frame. Out: a
 * `Reading`, or null when it failed.
 */
import { readFrame } from './read-frame';

onmessage = ({ data }: MessageEvent<ImageBitmap>) => {
	try {
		postMessage(readFrame(data));
	} catch {
		postMessage(null);
	}
};
