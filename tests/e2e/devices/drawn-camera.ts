import type { Page } from '@playwright/test';
import encodeQR from 'qr';

declare global {
	interface Window {
		/** What the camera sees: the modules of a QR code, true is dark; nothing; or the dark of a covered lens. */
		drawnCamera: { shows: boolean[][] | 'nothing' | 'dark'; asked: number };
		/** Whether whatever is stored in IndexedDB fails, as on a full disk. */
		storesNothing: boolean;
	}
}

/** A camera that sees what a journey draws, and a disk that is full when a journey says so. */
export class DrawnCamera {
	private constructor(private readonly page: Page) {}

	/** Before the page is opened. */
	static async in(page: Page): Promise<DrawnCamera> {
		await page.addInitScript(prepare);
		return new DrawnCamera(page);
	}

	async show(text: string): Promise<void> {
		await this.look(encodeQR(text, 'raw', { border: 4 }));
	}

	async look(shows: boolean[][] | 'nothing' | 'dark'): Promise<void> {
		await this.page.evaluate((seen) => (window.drawnCamera.shows = seen), shows);
	}

	async fillDisk(full: boolean): Promise<void> {
		await this.page.evaluate((fails) => (window.storesNothing = fails), full);
	}

	/** As when its plug is pulled. */
	async unplug(): Promise<void> {
		await this.page.getByLabel('Beeld van de camera').evaluate((video: HTMLVideoElement) => {
			const [track] = (video.srcObject as MediaStream).getVideoTracks();
			track?.stop();
			track?.dispatchEvent(new Event('ended'));
		});
	}

	/** How often the page asked for a camera. */
	asked(): Promise<number> {
		return this.page.evaluate(() => window.drawnCamera.asked);
	}
}

/** Runs in the page before anything of the page itself. */
function prepare(): void {
	window.drawnCamera = { shows: 'nothing', asked: 0 };
	window.storesNothing = false;
	const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
	IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
		if (window.storesNothing) throw new DOMException('The disk is full', 'QuotaExceededError');
		return put.apply(this, args);
	};
	const canvas = document.createElement('canvas');
	Object.assign(canvas, { width: 640, height: 480 });
	const pen = canvas.getContext('2d');
	const draw = () => {
		const { shows } = window.drawnCamera;
		if (!pen) return;
		pen.fillStyle = shows === 'dark' ? '#060606' : '#b0b0b0';
		pen.fillRect(0, 0, canvas.width, canvas.height);
		pen.fillStyle = shows === 'dark' ? '#080808' : '#909090';
		pen.fillRect(100 * Math.random(), 20, 40, 40);
		if (typeof shows === 'string') return;
		const side = Math.floor((canvas.height * 0.8) / shows.length);
		pen.fillStyle = '#f0f0f0';
		pen.fillRect(60, 40, side * shows.length, side * shows.length);
		pen.fillStyle = '#101010';
		for (const [row, cells] of shows.entries()) {
			for (const [column, dark] of cells.entries())
				if (dark) pen.fillRect(60 + column * side, 40 + row * side, side, side);
		}
	};
	setInterval(draw, 60);
	navigator.mediaDevices.getUserMedia = () => {
		window.drawnCamera.asked += 1;
		return Promise.resolve(canvas.captureStream(15));
	};
}
