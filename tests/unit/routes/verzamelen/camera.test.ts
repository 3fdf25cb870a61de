import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Camera } from '../../../../src/routes/verzamelen/camera.svelte';
import { FakeDevices } from '../../../fake-devices';
import { runs } from '../../../property-runs';

/** A page that is looked at, or not. */
class FakePage extends EventTarget {
	visibilityState: DocumentVisibilityState = 'visible';

	show(state: DocumentVisibilityState): void {
		this.visibilityState = state;
		this.dispatchEvent(new Event('visibilitychange'));
	}
}

let page: FakePage;
let cameras: Camera[];

beforeEach(() => {
	vi.useFakeTimers();
	page = new FakePage();
	cameras = [];
});
afterEach(() => {
	for (const camera of cameras) camera.stop();
	vi.useRealTimers();
});

async function startedWith(devices: FakeDevices, chosen = ''): Promise<Camera> {
	const camera = new Camera({ devices: devices.asMediaDevices(), page }, chosen);
	cameras.push(camera);
	await camera.start();
	return camera;
}

/** So long with a new frame every 100 ms. */
async function seeFrames(camera: Camera, duration: number): Promise<void> {
	for (let passed = 0; passed < duration; passed += 100) {
		await vi.advanceTimersByTimeAsync(100);
		if (camera.stream) camera.frameSeen();
	}
}

const live = (devices: FakeDevices) => devices.given.filter(({ readyState }) => readyState === 'live');

describe('a camera that starts', () => {
	test('gives its picture, its name and the other cameras', async () => {
		const devices = new FakeDevices('laptop', 'usb');
		const camera = await startedWith(devices);

		expect(camera.stream).toBeDefined();
		expect(camera.trouble).toBeUndefined();
		expect(camera.chosen).toBe('laptop');
		expect(camera.cameras).toEqual([
			{ id: 'laptop', name: 'Camera laptop' },
			{ id: 'usb', name: 'Camera usb' }
		]);
	});

	test.each([
		['NotAllowedError', 'mag niet gebruikt worden'],
		['NotFoundError', 'geen camera'],
		['NotReadableError', 'ander programma']
	])('and is refused with %s says what is wrong, and starts at the next press', async (name, said) => {
		const devices = new FakeDevices('laptop');
		devices.refusal = name;
		const camera = await startedWith(devices);
		expect(camera.trouble).toContain(said);
		expect(camera.stream).toBeUndefined();

		devices.refusal = undefined;
		await camera.start();

		expect(camera.trouble).toBeUndefined();
		expect(camera.stream).toBeDefined();
	});

	test('on a page without cameras, as one that is not secure, says so', async () => {
		const camera = new Camera({ devices: undefined, page });
		cameras.push(camera);
		await camera.start();
		expect(camera.trouble).toContain('beveiligde pagina');
	});

	test('and is stopped while the browser still asks for permission lets the late camera go', async () => {
		const devices = new FakeDevices('laptop');
		let allow = () => {};
		devices.permission = new Promise((resolve) => (allow = resolve));
		const camera = new Camera({ devices: devices.asMediaDevices(), page });
		const starting = camera.start();
		camera.stop();
		allow();
		await starting;

		expect(devices.given).toHaveLength(1);
		expect(live(devices)).toEqual([]);
		expect(camera.stream).toBeUndefined();
	});
});

describe('a camera that stops by itself', () => {
	test('says so at once and starts again by itself', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);

		devices.newest?.end();
		expect(camera.stream).toBeUndefined();
		expect(camera.trouble).toContain('De camera is gestopt.');

		await vi.advanceTimersByTimeAsync(1000);
		expect(camera.trouble).toBeUndefined();
		expect(camera.stream).toBeDefined();
	});

	test('and cannot start is tried a few times, not for ever, then waits for a press', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		devices.refusal = 'NotReadableError';
		devices.newest?.end();
		await vi.advanceTimersByTimeAsync(60_000);
		const asked = devices.asked;
		expect(asked).toBeLessThanOrEqual(4);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(devices.asked).toBe(asked);

		devices.refusal = undefined;
		await camera.start();
		expect(camera.stream).toBeDefined();
	});

	test('and stops right after each start is not started for ever', async () => {
		const devices = new FakeDevices('laptop');
		await startedWith(devices);
		for (let second = 0; second < 120; second += 1) {
			if (devices.newest?.readyState === 'live') devices.newest.end();
			await vi.advanceTimersByTimeAsync(1000);
		}
		expect(devices.asked).toBeLessThan(10);
	});

	test('since someone took the permission away does not ask again by itself', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		devices.refusal = 'NotAllowedError';
		devices.newest?.end();
		await vi.advanceTimersByTimeAsync(60_000);
		page.show('hidden');
		page.show('visible');
		await vi.advanceTimersByTimeAsync(60_000);

		expect(devices.asked).toBe(2);
		expect(camera.trouble).toContain('mag niet gebruikt worden');
	});

	test('unplugged, the other camera takes over; without another the same one when it is plugged in again', async () => {
		const devices = new FakeDevices('usb', 'laptop');
		const camera = await startedWith(devices, 'usb');
		devices.unplug('usb');
		await vi.advanceTimersByTimeAsync(1000);
		expect(camera.chosen).toBe('laptop');
		expect(camera.stream).toBeDefined();
		expect(camera.cameras).toHaveLength(1);

		devices.unplug('laptop');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(camera.trouble).toContain('geen camera');

		devices.plug('usb');
		await vi.advanceTimersByTimeAsync(1000);
		expect(camera.trouble).toBeUndefined();
		expect(camera.chosen).toBe('usb');
	});

	test('while the page is hidden waits until someone looks', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		page.show('hidden');
		devices.newest?.end();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(devices.asked).toBe(1);

		page.show('visible');
		await vi.advanceTimersByTimeAsync(1000);
		expect(camera.stream).toBeDefined();
		expect(camera.trouble).toBeUndefined();
	});
});

describe('a camera that gives no picture for a while', () => {
	test('says so, and no longer when the picture is back', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		devices.newest?.mute();
		await seeFrames(camera, 3000);
		expect(camera.trouble).toContain('geeft nu geen beeld');

		devices.newest?.unmute();
		expect(camera.trouble).toBeUndefined();
		expect(devices.asked).toBe(1);
	});

	test('is not mentioned when it was only a moment', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		devices.newest?.mute();
		await seeFrames(camera, 500);
		devices.newest?.unmute();
		await seeFrames(camera, 10_000);
		expect(camera.trouble).toBeUndefined();
	});

	test('from the beginning says so', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		devices.newest?.mute();
		await camera.start();
		devices.newest?.mute();
		await vi.advanceTimersByTimeAsync(3000);
		expect(camera.trouble).toContain('geeft nu geen beeld');
	});

	test('on a phone that was put away starts again when someone looks and it stays away', async () => {
		const devices = new FakeDevices('achter');
		const camera = await startedWith(devices);
		page.show('hidden');
		devices.newest?.mute();
		await vi.advanceTimersByTimeAsync(5000);
		page.show('visible');
		await vi.advanceTimersByTimeAsync(5000);
		expect(devices.asked).toBe(2);
		expect(camera.trouble).toBeUndefined();
		expect(live(devices)).toHaveLength(1);
	});

	test('without a word, the picture standing still, says so until a frame comes', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		await seeFrames(camera, 20_000);
		expect(camera.trouble).toBeUndefined();

		await vi.advanceTimersByTimeAsync(6000);
		expect(camera.trouble).toContain('Het beeld staat stil');
		camera.frameSeen();
		expect(camera.trouble).toBeUndefined();
	});

	test('is not blamed while nobody looks at the page', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices);
		page.show('hidden');
		await vi.advanceTimersByTimeAsync(60_000);
		page.show('visible');
		await vi.advanceTimersByTimeAsync(1000);
		expect(camera.trouble).toBeUndefined();
	});
});

describe('another camera', () => {
	test('is the one that is chosen, and lets the first go', async () => {
		const devices = new FakeDevices('virtueel', 'usb');
		const camera = await startedWith(devices);
		await camera.choose('usb');

		expect(camera.chosen).toBe('usb');
		expect(live(devices).map(({ deviceId }) => deviceId)).toEqual(['usb']);
	});

	test('that was remembered and is gone leaves any other', async () => {
		const devices = new FakeDevices('laptop');
		const camera = await startedWith(devices, 'usb');
		expect(camera.chosen).toBe('laptop');
		expect(camera.trouble).toBeUndefined();
	});
});

describe('a picture in which nothing can be seen', () => {
	test.each(['dark', 'flat'] as const)('that stays %s is told, until something can be seen', async (light) => {
		const camera = await startedWith(new FakeDevices('virtueel'));
		camera.lightSeen(light);
		expect(camera.light).toBe('fine');
		await vi.advanceTimersByTimeAsync(3000);
		camera.lightSeen(light);
		expect(camera.light).toBe(light);
		camera.lightSeen('fine');
		expect(camera.light).toBe('fine');
	});

	test('is forgotten with another camera', async () => {
		const camera = await startedWith(new FakeDevices('virtueel', 'usb'));
		await vi.advanceTimersByTimeAsync(3000);
		camera.lightSeen('dark');
		await camera.choose('usb');
		expect(camera.light).toBe('fine');
	});
});

type Step =
	'end' | 'mute' | 'unmute' | 'hide' | 'show' | 'unplug' | 'plug' | 'busy' | 'free' | 'choose' | 'press' | 'wait';

test('whatever happens to cameras and page in any order: one track at most, and either a picture, a word, or it comes', async () => {
	const steps = fc.constantFrom<Step[]>(
		...(['end', 'mute', 'unmute', 'hide', 'show', 'unplug', 'plug', 'busy', 'free', 'choose', 'press', 'wait'] as const)
	);
	await fc.assert(
		fc.asyncProperty(fc.array(steps, { maxLength: 25 }), async (happenings) => {
			page = new FakePage();
			const devices = new FakeDevices('a', 'b');
			const camera = await startedWith(devices);
			const acts: Record<Step, () => unknown> = {
				end: () => live(devices)[0]?.end(),
				mute: () => live(devices)[0]?.mute(),
				unmute: () => live(devices)[0]?.unmute(),
				hide: () => page.show('hidden'),
				show: () => page.show('visible'),
				unplug: () => devices.unplug(devices.cameras[0]?.deviceId ?? ''),
				plug: () => devices.plug(`c${devices.asked}`),
				busy: () => (devices.refusal = 'NotReadableError'),
				free: () => (devices.refusal = undefined),
				choose: () => void camera.choose(devices.cameras.at(-1)?.deviceId ?? ''),
				press: () => void camera.start(),
				wait: () => seeFrames(camera, 5000)
			};
			for (const happening of happenings) {
				await acts[happening]();
				await vi.advanceTimersByTimeAsync(50);
				expect(live(devices).length).toBeLessThanOrEqual(1);
			}
			page.show('visible');
			await vi.advanceTimersByTimeAsync(20_000);
			const track = live(devices)[0];
			const moves = camera.stream !== undefined && track !== undefined && !track.muted;
			// No frame was seen for long: that, too, is told.
			expect(camera.trouble !== undefined || moves).toBe(true);
			if (camera.stream) expect(track).toBeDefined();

			// One press mends what can be mended.
			devices.refusal = undefined;
			if (devices.cameras.length === 0) devices.plug('nieuw');
			await camera.start();
			await vi.advanceTimersByTimeAsync(50);
			expect(camera.trouble).toBeUndefined();
			expect(camera.stream).toBeDefined();
			camera.stop();
			expect(live(devices)).toEqual([]);
		}),
		{ numRuns: runs(150) }
	);
});
