/** A camera's track that ends, mutes and comes back when a test says so. */
export class FakeTrack extends EventTarget {
	readyState: 'live' | 'ended' = 'live';
	muted = false;

	constructor(readonly deviceId: string) {
		super();
	}

	getSettings(): { deviceId: string } {
		return { deviceId: this.deviceId };
	}

	stop(): void {
		this.readyState = 'ended';
	}

	/** As when it is unplugged: `stop` tells nobody. */
	end(): void {
		this.readyState = 'ended';
		this.dispatchEvent(new Event('ended'));
	}

	mute(): void {
		this.muted = true;
		this.dispatchEvent(new Event('mute'));
	}

	unmute(): void {
		this.muted = false;
		this.dispatchEvent(new Event('unmute'));
	}
}

/** The cameras of a device, which come, go and refuse when a test says so. */
export class FakeDevices extends EventTarget {
	cameras: { deviceId: string; label: string }[] = [];
	/** The name of the error that the next calls for a camera fail with, if any. */
	refusal: string | undefined;
	/** Every track that was given, the newest last. */
	readonly given: FakeTrack[] = [];
	/** How often a camera was asked for. */
	asked = 0;
	/**
	 * Holds calls for a camera, as while the browser asks its user; resolves at once when there is nothing to wait for.
	 */
	permission: Promise<void> = Promise.resolve();

	constructor(...names: string[]) {
		super();
		this.plug(...names);
	}

	get newest(): FakeTrack | undefined {
		return this.given.at(-1);
	}

	plug(...names: string[]): void {
		this.cameras = [...this.cameras, ...names.map((name) => ({ deviceId: name, label: `Camera ${name}` }))];
		this.dispatchEvent(new Event('devicechange'));
	}

	/** Ends what it gives, as browsers do. */
	unplug(name: string): void {
		this.cameras = this.cameras.filter(({ deviceId }) => deviceId !== name);
		for (const track of this.given) if (track.deviceId === name && track.readyState === 'live') track.end();
		this.dispatchEvent(new Event('devicechange'));
	}

	async getUserMedia({ video }: { video: { deviceId?: { exact: string } } }): Promise<MediaStream> {
		this.asked += 1;
		await this.permission;
		if (this.refusal !== undefined) throw new DOMException('', this.refusal);
		const wanted = video.deviceId?.exact;
		const camera = wanted === undefined ? this.cameras[0] : this.cameras.find(({ deviceId }) => deviceId === wanted);
		// Browsers differ in what they throw.
		if (!camera) throw new DOMException('', wanted === undefined ? 'NotFoundError' : 'OverconstrainedError');
		const track = new FakeTrack(camera.deviceId);
		this.given.push(track);
		const tracks = [track];
		return { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream;
	}

	enumerateDevices(): Promise<MediaDeviceInfo[]> {
		const list = this.cameras.map((camera) => ({ ...camera, kind: 'videoinput', groupId: '' }));
		return Promise.resolve([...list, { kind: 'audioinput', deviceId: 'mic', label: 'Microfoon' }] as MediaDeviceInfo[]);
	}

	asMediaDevices(): MediaDevices {
		return this as unknown as MediaDevices;
	}
}
