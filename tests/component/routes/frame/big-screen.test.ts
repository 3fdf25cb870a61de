import { afterEach, describe, expect, test, vi } from 'vitest';
import { stayAwake } from '../../../../src/routes/frame/big-screen';

/** A browser that can keep its screen on; it counts how many locks are held. */
function browserThatStaysOn() {
	let held = 0;
	const wakeLock = {
		request: () => {
			held += 1;
			return Promise.resolve({ release: () => Promise.resolve(void (held -= 1)) });
		}
	};
	Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });
	return { held: () => held };
}

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

	test('asks nothing of a browser that cannot', () => {
		expect(() => stayAwake(document.body)?.()).not.toThrow();
	});
});
