import type { Light } from '$lib/exchange/qr/frame-light';
import { elapsed } from '$lib/state/clock-and-ids';
import { interruption } from './camera-interruption';
import { cameraProblem } from './camera-problem';

/** A camera may be silent for a moment, as when another program asks for it, before it is said (ms). */
const MUTED_FOR = 1500;
/** Without a new frame for so long the picture stands still (ms). */
const STILL_FOR = 4000;
/** A hand may pass before the lens for so long (ms). */
const NOTHING_FOR = 2500;
/** After so long a camera that stops is tried anew as often as the first time (ms). */
const HEALTHY = 10_000;
/** How long to wait before each try to start a camera that stopped by itself (ms). */
const TRIES = [300, 1000, 3000] as const;

/** A camera of this device. */
export interface CameraChoice {
	id: string;
	name: string;
}

/** What of the browser it works with. */
export interface CameraPlace {
	/** Undefined where the page is not secure. */
	devices: MediaDevices | undefined;
	page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * The camera that looks at phones: which one, its picture, and what is wrong with it in Dutch. It starts again by
 * itself when a camera stops, comes back, or the page is looked at again; what it cannot mend waits for `start`.
 */
export class Camera {
	/** What it sees; undefined while it starts and when it does not. */
	stream = $state.raw<MediaStream>();
	/** Why there is no moving picture. */
	trouble = $state<string>();
	/** Of its picture, when that has lasted: in one that is not `fine` nothing can be seen. */
	light = $state<Light>('fine');
	cameras = $state.raw<readonly CameraChoice[]>([]);
	/** The id of the one in use, or asked for; '' is any. */
	chosen = $state('');

	/** Which start is the newest: what an older one brings is let go. */
	#turn = 0;
	#tries = 0;
	#starting = false;
	#refused = false;
	#startedAt = 0;
	#lastFrame = 0;
	#fineAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#watch: ReturnType<typeof setInterval>;
	#stopListening = new AbortController();

	/** @param chosen the id of the camera to begin with; '' is any */
	constructor(
		private readonly place: CameraPlace,
		chosen = ''
	) {
		this.chosen = chosen;
		const { signal } = this.#stopListening;
		place.devices?.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
		place.page.addEventListener('visibilitychange', () => this.#seenAgain(), { signal });
		this.#watch = setInterval(() => this.#lookForFrames(), 1000);
	}

	/**
	 * Starts the chosen camera, or starts it anew: also what «Start de camera opnieuw» does. Never rejects:
	 * `trouble` says what is wrong.
	 */
	async start(): Promise<void> {
		this.#tries = 0;
		await this.#begin();
	}

	async choose(id: string): Promise<void> {
		this.chosen = id;
		await this.start();
	}

	/** A new frame was seen. */
	frameSeen(): void {
		this.#lastFrame = elapsed();
		if (this.trouble === interruption.still) this.trouble = undefined;
	}

	/** How a frame looks. */
	lightSeen(light: Light): void {
		const now = elapsed();
		if (light === 'fine') this.#fineAt = now;
		this.light = now - this.#fineAt >= NOTHING_FOR ? light : 'fine';
	}

	/** The picture cannot be shown. */
	notPlaying(): void {
		this.trouble = interruption.still;
	}

	stop(): void {
		this.#turn += 1;
		this.#stopListening.abort();
		clearInterval(this.#watch);
		this.#letGo();
	}

	async #begin(): Promise<void> {
		const turn = (this.#turn += 1);
		this.#letGo();
		this.#starting = true;
		try {
			const stream = await this.#ask();
			if (turn === this.#turn) this.#follow(stream);
			else stopTracks(stream);
		} catch (cause) {
			if (turn === this.#turn) this.#failed(cause);
		}
		if (turn === this.#turn) this.#starting = false;
		await this.#list();
	}

	/** The chosen camera, or any when that one is not there any more. */
	async #ask(): Promise<MediaStream> {
		const { devices } = this.place;
		if (!devices) throw new DOMException('', 'NotSupportedError');
		const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
		const any = { video: { facingMode: 'environment', ...size } };
		if (this.chosen === '') return devices.getUserMedia(any);
		try {
			return await devices.getUserMedia({ video: { deviceId: { exact: this.chosen }, ...size } });
		} catch (cause) {
			if (!isGone(cause)) throw cause;
			this.chosen = '';
			return devices.getUserMedia(any);
		}
	}

	#follow(stream: MediaStream): void {
		const [track] = stream.getVideoTracks();
		if (!track) throw new DOMException('', 'NotFoundError');
		this.stream = stream;
		this.trouble = undefined;
		this.chosen = track.getSettings().deviceId ?? this.chosen;
		this.light = 'fine';
		this.#startedAt = this.#lastFrame = this.#fineAt = elapsed();
		const turn = this.#turn;
		const whenThis = (act: () => unknown) => () => turn === this.#turn && act();
		const muted = () => this.#after(MUTED_FOR, () => track.muted && (this.trouble = interruption.muted));
		track.addEventListener(
			'ended',
			whenThis(() => this.#ended())
		);
		track.addEventListener('mute', whenThis(muted));
		track.addEventListener(
			'unmute',
			whenThis(() => this.#unmuted())
		);
		if (track.readyState === 'ended') this.#ended();
		else if (track.muted) muted();
	}

	#ended(): void {
		if (elapsed() - this.#startedAt > HEALTHY) this.#tries = 0;
		this.#letGo();
		this.trouble = interruption.ended;
		this.#tryAgain();
	}

	#unmuted(): void {
		this.#lastFrame = elapsed();
		if (this.trouble === interruption.muted) this.trouble = undefined;
	}

	#failed(cause: unknown): void {
		this.trouble = cameraProblem(cause);
		// Asking again what someone refused would ask them again.
		this.#refused = cause instanceof DOMException && cause.name === 'NotAllowedError';
		if (this.#tries > 0 && !this.#refused) this.#tryAgain();
	}

	/** Some time later, a few times; hidden pages get no camera, they wait until they are looked at. */
	#tryAgain(): void {
		const wait = TRIES[this.#tries];
		if (wait === undefined || this.place.page.visibilityState === 'hidden') return;
		this.#tries += 1;
		this.#after(wait, () => void this.#begin());
	}

	async #devicesChanged(): Promise<void> {
		await this.#list();
		if (this.#waits && this.cameras.length > 0) await this.start();
	}

	#seenAgain(): void {
		if (this.place.page.visibilityState === 'hidden') return;
		this.#lastFrame = elapsed();
		const [track] = this.stream?.getVideoTracks() ?? [];
		if (this.#waits || track?.readyState === 'ended') void this.start();
		// A phone gives the picture back by itself, mostly.
		else if (track?.muted) this.#after(MUTED_FOR, () => track.muted && void this.start());
	}

	/** Whether there is no camera, and asking for one bothers nobody. */
	get #waits(): boolean {
		return !this.stream && !this.#starting && this.trouble !== undefined && !this.#refused;
	}

	#lookForFrames(): void {
		if (!this.stream || this.trouble !== undefined || this.place.page.visibilityState === 'hidden') return;
		if (elapsed() - this.#lastFrame > STILL_FOR) this.trouble = interruption.still;
	}

	async #list(): Promise<void> {
		const all = await this.place.devices?.enumerateDevices().catch(() => []);
		this.cameras = (all ?? [])
			.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
			.map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Camera ${index + 1}` }));
	}

	/** In place of what was to come before. */
	#after(wait: number, act: () => unknown): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(act, wait);
	}

	#letGo(): void {
		clearTimeout(this.#timer);
		if (this.stream) stopTracks(this.stream);
		this.stream = undefined;
	}
}

function stopTracks(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** Safari has NotFoundError where others say that the wish cannot be met. */
function isGone(cause: unknown): boolean {
	// OverconstrainedError is no DOMException everywhere.
	const { name } = cause as { name?: unknown };
	return name === 'OverconstrainedError' || name === 'NotFoundError';
}
