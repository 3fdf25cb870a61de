import { afterEach, expect, test, vi } from 'vitest';
import { browserFacts } from '$lib/state/browser-facts';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** @param parts of a browser; what is not named is not there */
function browser(parts: Record<string, unknown>): void {
	for (const [name, part] of Object.entries({ navigator: {}, ...parts })) vi.stubGlobal(name, part);
}

const refuse = () => {
	throw new DOMException('', 'SecurityError');
};

test('of a browser that leaves everything out are: it says nothing, and is of no known kind', async () => {
	browser({});
	expect(await browserFacts()).toEqual({
		promised: null,
		engine: 'other',
		touch: false,
		installed: false,
		installable: false
	});
});

test('of a browser that refuses everything are the same', async () => {
	browser({
		matchMedia: refuse,
		navigator: Object.defineProperties(
			{},
			{ storage: { get: refuse }, maxTouchPoints: { get: refuse }, standalone: { get: refuse } }
		)
	});
	expect(await browserFacts()).toEqual({
		promised: null,
		engine: 'other',
		touch: false,
		installed: false,
		installable: false
	});
});

test.each([
	['fails', () => Promise.reject(new DOMException('', 'UnknownError')), null],
	['throws', refuse, null],
	['says yes', () => Promise.resolve(true), true],
	['says no', () => Promise.resolve(false), false]
])('when asking for its promise %s', async (_how, persisted, promised) => {
	browser({ navigator: { storage: { persisted } } });
	expect((await browserFacts()).promised).toBe(promised);
});

test('a browser that never answers says nothing', async () => {
	vi.useFakeTimers();
	browser({ navigator: { storage: { persisted: () => new Promise(() => undefined) } } });
	const facts = browserFacts();
	await vi.advanceTimersByTimeAsync(2000);
	expect((await facts).promised).toBeNull();
	vi.useRealTimers();
});

test.each([
	['an iPhone', { GestureEvent: refuse, navigator: { maxTouchPoints: 5 } }, { engine: 'apple', touch: true }],
	['Safari on a Mac', { GestureEvent: refuse, navigator: { maxTouchPoints: 0 } }, { engine: 'apple', touch: false }],
	['Firefox', { mozInnerScreenX: 0 }, { engine: 'gecko' }],
	['Chrome', { onbeforeinstallprompt: null }, { engine: 'other', installable: true }],
	['an installed app', { matchMedia: () => ({ matches: true }) }, { installed: true }],
	['an app on the home screen', { navigator: { standalone: true } }, { installed: true }]
])('knows %s', async (_what, parts, expected) => {
	browser(parts);
	expect(await browserFacts()).toMatchObject(expected);
});
