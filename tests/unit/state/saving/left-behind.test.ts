import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeftBehind } from '$lib/state/saving/left-behind.svelte';
import { SaveQueue, settleEverything } from '$lib/state/saving/save-queue';
import { forgetEverything } from '$lib/state/tab-memory';
import { StorageError } from '$lib/storage/storage-error';

/** As a browser's: what is in it can be listed. */
function sessionOf(content: Record<string, string> = {}) {
	const methods = {
		getItem: (key: string) => content[key] ?? null,
		setItem: (key: string, value: string) => void (content[key] = value),
		removeItem: (key: string) => void Reflect.deleteProperty(content, key)
	};
	return new Proxy(content, { get: (target, key) => Reflect.get(methods, key) ?? Reflect.get(target, key) });
}

let stop: () => void = () => undefined;
beforeEach(() => void vi.stubGlobal('sessionStorage', sessionOf()));
afterEach(() => {
	stop();
	forgetEverything();
	vi.unstubAllGlobals();
});

const file = { name: 'woorden.txt', text: 'Eerste regel\nTweede regel' };

/** Someone wrote, storing failed, and the page was left. */
async function leaveUnstored(work: () => Promise<void>, made: () => typeof file | undefined = () => file) {
	const left = new LeftBehind();
	stop = left.follow();
	const queue = new SaveQueue(() => undefined, { what: 'wat je schreef', file: made });
	queue.put('a', work);
	await queue.leave();
	await vi.waitFor(() => expect(left.list.length).toBe(1));
	await Promise.resolve();
	return left;
}

const first = (left: LeftBehind) => {
	const [work] = left.list;
	if (!work) throw new RangeError('Nothing was left behind');
	return work;
};

test('is told with its reason, offered as a file, and holds up nothing', async () => {
	const left = await leaveUnstored(() => Promise.reject(new StorageError('full')));

	await settleEverything();

	await vi.waitFor(() => expect(first(left).file).toEqual(file));
	expect(first(left)).toMatchObject({ what: 'wat je schreef', reason: new StorageError('full').message });
});

test('a new try that works takes it off the list', async () => {
	const work = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new StorageError('full'));
	const left = await leaveUnstored(work);
	await vi.waitFor(() => expect(first(left).file).toEqual(file));

	await left.retry(first(left));

	expect(work).toHaveBeenCalledTimes(2);
	expect(left.list).toEqual([]);
});

test('one that fails says why now', async () => {
	const work = vi.fn(() => Promise.reject(new StorageError('removed'))).mockRejectedValueOnce(new StorageError('full'));
	const left = await leaveUnstored(work);
	await vi.waitFor(() => expect(first(left).file).toEqual(file));

	await left.retry(first(left));

	expect(first(left).reason).toBe(new StorageError('removed').message);
});

test('is still there as a file after the page loaded again, until people let it go', async () => {
	const left = await leaveUnstored(() => Promise.reject(new StorageError('full')));
	await vi.waitFor(() => expect(first(left).file).toEqual(file));
	stop();

	const again = new LeftBehind();
	stop = again.follow();
	expect(again.list).toEqual([
		{ what: 'wat je schreef', reason: new StorageError('full').message, file, queue: undefined }
	]);
	await again.letGo(first(again));
	stop();

	const last = new LeftBehind();
	stop = last.follow();
	expect(last.list).toEqual([]);
});

test('where no file may be made or can be made, it is told all the same', async () => {
	for (const made of [
		() => undefined,
		() => {
			throw new RangeError('broken');
		}
	]) {
		const left = await leaveUnstored(() => Promise.reject(new StorageError('full')), made);
		expect(first(left)).toMatchObject({ what: 'wat je schreef', file: undefined });
		await left.letGo(first(left));
		stop();
	}
});

test('without session storage it is kept as long as the page is there', async () => {
	vi.stubGlobal('sessionStorage', undefined);
	const left = await leaveUnstored(() => Promise.reject(new StorageError('full')));
	await vi.waitFor(() => expect(first(left).file).toEqual(file));
});
