import { afterEach, describe, expect, test, vi } from 'vitest';
import { stayAwake, toggleFullscreen } from '../../../../src/routes/frame/big-screen';

/** A browser that can keep its screen on; it counts how many locks are held. */
function browserThatStaysOn() {
	const locks: { released: boolean; release: () => Promise<void> }[] = [];
	const wakeLock = {
		request: () => {
			const lock = { released: false, release: () => Promise.resolve(void (lock.released = true)) };
			locks.push(lock);
			return Promise.resolve(lock);
		}
	};
	Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });
	/** As a browser does with the locks of a tab that people leave. */
	const letGo = () => locks.forEach((lock) => (lock.released = true));
	return { held: () => locks.filter(({ released }) => !released).length, letGo };
}

const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

afterEach(() => Reflect.deleteProperty(navigator, 'wakeLock'));

describe('a screen that a room looks at', () => {
	test('stays on while it is there, and no longer', async () => {
		const browser = browserThatStaysOn();

		const leave = stayAwake(document.body);
		await vi.waitFor(() => expect(browser.held()).toBe(1));
		leave?.();

		await vi.waitFor(() => expect(browser.held()).toBe(0));
	});

	test('lets go of what the browser gives after it was left', async () => {
		const browser = browserThatStaysOn();

		stayAwake(document.body)?.();

		await vi.waitFor(() => expect(browser.held()).toBe(0));
	});

	test('stays on again when people come back to it, however often, and then no longer than it is there', async () => {
		const browser = browserThatStaysOn();
		const leave = stayAwake(document.body);
		comeBack();
		await vi.waitFor(() => expect(browser.held()).toBe(1));

		browser.letGo();
		comeBack();
		comeBack();
		await vi.waitFor(() => expect(browser.held()).toBe(1));
		leave?.();

		await vi.waitFor(() => expect(browser.held()).toBe(0));
	});

	test('is no error in a browser that will not fill the screen', async () => {
		document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('not now'));

		await expect(toggleFullscreen()).resolves.toBeUndefined();
	});

	test('asks nothing of a browser that cannot', () => {
		expect(() => stayAwake(document.body)?.()).not.toThrow();
	});
});
