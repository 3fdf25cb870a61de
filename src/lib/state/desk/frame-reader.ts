import type { Reading } from '$lib/exchange/qr/read-frame';

/** A frame that takes so long is given up, with the worker that looks at it (ms). */
const PATIENCE = 5000;

/** Reads camera frames, one at a time. */
export interface FrameReader {
	/** Closes the frame. @throws Error when nothing can read frames here, as when the part for it does not load */
	read: (frame: ImageBitmap) => Promise<Reading>;
	stop: () => void;
}

/** Reads in a worker; in the page itself where no worker starts, as under the headers of an older version. */
export function newFrameReader(): FrameReader {
	let worker: Promise<Worker> | undefined;
	let failed = false;
	const drop = () => {
		void worker?.then((started) => started.terminate()).catch(() => undefined);
		worker = undefined;
	};
	return {
		read: async (frame) => {
			if (failed) return readHere(frame);
			try {
				worker ??= startWorker();
				return await readThere(await worker, frame);
			} catch {
				drop();
				failed = true;
				// What was handed to the worker is gone: this frame shows nothing, the next is read here.
				return frame.width > 0 ? readHere(frame) : { text: undefined, light: 'fine' };
			}
		},
		stop: drop
	};
}

async function startWorker(): Promise<Worker> {
	const { frameReaderAddress } = await import('./frame-reader-address');
	return new Worker(frameReaderAddress, { type: 'module' });
}

async function readHere(frame: ImageBitmap): Promise<Reading> {
	const { readFrame } = await import('$lib/exchange/qr/read-frame');
	return readFrame(frame);
}

/** @throws Error when the worker cannot be loaded, does not answer in time, or cannot read frames */
async function readThere(worker: Worker, frame: ImageBitmap): Promise<Reading> {
	const over = new AbortController();
	const { signal } = over;
	try {
		return await new Promise<Reading>((resolve, reject) => {
			const fail = (reason: string) => reject(new Error(reason));
			const timer = setTimeout(() => fail('The worker takes too long'), PATIENCE);
			signal.addEventListener('abort', () => clearTimeout(timer));
			worker.addEventListener('error', () => fail('The worker stopped'), { signal });
			const take = ({ data }: MessageEvent<Reading | null>) =>
				data ? resolve(data) : fail('The worker cannot read frames');
			worker.addEventListener('message', take, { signal });
			worker.postMessage(frame, [frame]);
		});
	} finally {
		over.abort();
	}
}
