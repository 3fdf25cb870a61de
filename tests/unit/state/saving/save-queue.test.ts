import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { onLeft, SaveQueue, settleEverything, type LeftQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { StorageError } from '$lib/storage/storage-error';
import { runs } from '../../../property-runs';

/** Work that is under way until the test finishes it. */
function pending() {
	let finish = () => {};
	let fail: (cause: StorageError) => void = () => {};
	const promise = new Promise<void>((resolve, reject) => {
		finish = resolve;
		fail = reject;
	});
	return { work: vi.fn(() => promise), finish: () => finish(), fail: (cause: StorageError) => fail(cause) };
}

const made: SaveQueue[] = [];
// What one test could not store must not wait in the next.
afterEach(() => Promise.all(made.map((queue) => queue.forget())));

function newQueue() {
	const statuses: SaveStatus[] = [];
	const queue = new SaveQueue((status) => statuses.push(status));
	made.push(queue);
	return { queue, statuses, settled: (kind: SaveStatus['kind']) => waitForLast(statuses, kind) };
}

async function waitForLast(statuses: SaveStatus[], kind: SaveStatus['kind']): Promise<void> {
	await vi.waitFor(() => expect(statuses.at(-1)?.kind).toBe(kind));
}

describe('the status', () => {
	test('is "saved" only after the work resolved', async () => {
		const { queue, statuses, settled } = newQueue();
		const answer = pending();

		queue.put('a', answer.work);
		await vi.waitFor(() => expect(answer.work).toHaveBeenCalledOnce());
		expect(statuses).toEqual([{ kind: 'saving' }]);

		answer.finish();
		await settled('saved');
		expect(statuses).toEqual([{ kind: 'saving' }, { kind: 'saved' }]);
	});

	test('is "saved" only once nothing is left', async () => {
		const { queue, statuses, settled } = newQueue();
		const first = pending();
		const second = pending();

		queue.put('a', first.work);
		queue.put('b', second.work);
		first.finish();
		await vi.waitFor(() => expect(second.work).toHaveBeenCalledOnce());
		expect(statuses).toEqual([{ kind: 'saving' }]);

		second.finish();
		await settled('saved');
		expect(statuses).toEqual([{ kind: 'saving' }, { kind: 'saved' }]);
	});

	test('after a failure gives the reason in Dutch', async () => {
		const { queue, statuses, settled } = newQueue();

		queue.put('a', () => Promise.reject(new StorageError('full')));
		await settled('failed');

		expect(statuses).toEqual([{ kind: 'saving' }, { kind: 'failed', message: new StorageError('full').message }]);
	});

	test('after an unexpected failure is Dutch too', async () => {
		const { queue, statuses, settled } = newQueue();

		queue.put('a', () => Promise.reject(new TypeError('x is not a function')));
		await settled('failed');

		expect(statuses.at(-1)).toEqual({
			kind: 'failed',
			message:
				'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.'
		});
	});
});

describe('the work', () => {
	test('is done one at a time, in the order it came', async () => {
		const { queue, settled } = newQueue();
		const log: string[] = [];
		const logged = (name: string) => async () => {
			log.push(`${name} begins`);
			await Promise.resolve();
			log.push(`${name} ends`);
		};

		for (const name of ['c', 'a', 'b']) queue.put(name, logged(name));
		await settled('saved');

		expect(log).toEqual(['c begins', 'c ends', 'a begins', 'a ends', 'b begins', 'b ends']);
	});

	test('at the place that is being written: only the latest is stored, after the running one', async () => {
		const { queue, statuses, settled } = newQueue();
		const running = pending();
		const overtaken = pending();
		const latest = pending();

		queue.put('a', running.work);
		queue.put('a', overtaken.work);
		queue.put('a', latest.work);
		expect(latest.work).not.toHaveBeenCalled();
		running.finish();
		await vi.waitFor(() => expect(latest.work).toHaveBeenCalledOnce());
		expect(statuses).toEqual([{ kind: 'saving' }]);
		latest.finish();
		await settled('saved');

		expect(overtaken.work).not.toHaveBeenCalled();
		expect(running.work).toHaveBeenCalledOnce();
		expect(latest.work).toHaveBeenCalledOnce();
	});

	test('that came in after "saved" is done as well', async () => {
		const { queue, statuses, settled } = newQueue();
		queue.put('a', () => Promise.resolve());
		await settled('saved');
		const later = pending();

		queue.put('a', later.work);
		expect(statuses.at(-1)).toEqual({ kind: 'saving' });
		later.finish();
		await settled('saved');

		expect(later.work).toHaveBeenCalledOnce();
	});
});

describe('after a failure', () => {
	test('everything unstored waits, and writeAll stores it in order', async () => {
		const { queue, statuses, settled } = newQueue();
		const stored: string[] = [];
		let broken = true;
		const store = (name: string) => async () => {
			if (broken) throw new StorageError('failed');
			stored.push(name);
		};
		for (const name of ['a', 'b', 'c']) queue.put(name, store(name));
		await settled('failed');
		expect(stored).toEqual([]);

		broken = false;
		await queue.writeAll();

		expect(stored).toEqual(['a', 'b', 'c']);
		expect(statuses.map(({ kind }) => kind)).toEqual(['saving', 'failed', 'saving', 'saved']);
	});

	test('what was stored already is not stored again', async () => {
		const { queue, settled } = newQueue();
		const stored = vi.fn(() => Promise.resolve());
		const failsOnce = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new StorageError('failed'));
		queue.put('a', stored);
		queue.put('b', failsOnce);
		await settled('failed');

		await queue.writeAll();

		expect(stored).toHaveBeenCalledOnce();
		expect(failsOnce).toHaveBeenCalledTimes(2);
	});

	test('a try that fails again keeps everything waiting', async () => {
		const { queue, statuses, settled } = newQueue();
		const failsTwice = vi
			.fn(() => Promise.resolve())
			.mockRejectedValueOnce(new StorageError('full'))
			.mockRejectedValueOnce(new StorageError('full'));
		queue.put('a', failsTwice);
		await settled('failed');

		await queue.writeAll();
		expect(statuses.at(-1)?.kind).toBe('failed');
		await queue.writeAll();

		expect(statuses.at(-1)?.kind).toBe('saved');
		expect(failsTwice).toHaveBeenCalledTimes(3);
	});

	test('a newer wish for the failed place replaces it, and is a new try for all', async () => {
		const { queue, settled } = newQueue();
		const failing = vi.fn(() => Promise.reject(new StorageError('failed')));
		const other = vi.fn(() => Promise.resolve());
		queue.put('a', failing);
		queue.put('b', other);
		await settled('failed');
		const newer = vi.fn(() => Promise.resolve());

		queue.put('a', newer);
		await settled('saved');

		expect(failing).toHaveBeenCalledOnce();
		expect(newer).toHaveBeenCalledOnce();
		expect(other).toHaveBeenCalledOnce();
	});

	test('a newer wish that came in while the failing one ran is the one tried again', async () => {
		const { queue, settled } = newQueue();
		const running = pending();
		const newer = vi.fn(() => Promise.resolve());
		queue.put('a', running.work);
		queue.put('a', newer);
		running.fail(new StorageError('failed'));
		await settled('failed');
		expect(newer).not.toHaveBeenCalled();

		await queue.writeAll();

		expect(running.work).toHaveBeenCalledOnce();
		expect(newer).toHaveBeenCalledOnce();
	});
});

describe('settled', () => {
	test('resolves at once when there is nothing to store', async () => {
		const { queue, statuses } = newQueue();

		await queue.settled();

		expect(statuses).toEqual([]);
	});

	test('resolves only once nothing is left to store, also what came in meanwhile', async () => {
		const { queue, statuses } = newQueue();
		const [first, second] = [pending(), pending()];
		queue.put('a', first.work);
		const done = vi.fn();
		const settled = queue.settled().then(done);
		queue.put('b', second.work);

		first.finish();
		await vi.waitFor(() => expect(second.work).toHaveBeenCalledOnce());
		expect(done).not.toHaveBeenCalled();
		second.finish();
		await settled;

		expect(statuses.at(-1)).toEqual({ kind: 'saved' });
	});

	test('says so when something could not be stored', async () => {
		const { queue, statuses } = newQueue();
		const failure = new StorageError('full');
		queue.put('a', () => Promise.reject(failure));

		await expect(queue.settled()).rejects.toBe(failure);

		expect(statuses.at(-1)?.kind).toBe('failed');
	});

	test('after a failure tries again, and fails again as long as something is left', async () => {
		const { queue, settled } = newQueue();
		const failsTwice = vi
			.fn(() => Promise.resolve())
			.mockRejectedValueOnce(new StorageError('full'))
			.mockRejectedValueOnce(new StorageError('full'));
		queue.put('a', failsTwice);
		await settled('failed');

		await expect(queue.settled()).rejects.toMatchObject({ problem: 'full' });
		await queue.settled();

		expect(failsTwice).toHaveBeenCalledTimes(3);
	});
});

describe('everything in this tab', () => {
	const broken = () => Promise.reject(new StorageError('full'));

	test('is stored, also behind a queue that fails; every reason is told', async () => {
		const queues = [newQueue().queue, newQueue().queue, newQueue().queue];
		const [full, gone, good] = [
			vi.fn(broken),
			vi.fn(() => Promise.reject(new StorageError('gone'))),
			vi.fn(async () => {})
		];
		for (const [index, work] of [full, gone, good].entries()) queues[index]?.put('a', work);

		const failure = await settleEverything().then(
			() => undefined,
			(cause: Error) => cause.message
		);

		expect(good).toHaveBeenCalledOnce();
		expect(failure).toBe(`${new StorageError('full').message} ${new StorageError('gone').message}`);
		for (const queue of queues) await queue.forget();
		await settleEverything();
	});

	test('any mix of queues that fail and pages that are left: what can be stored is, and only what is on a page holds up', async () => {
		const kept: LeftQueue[] = [];
		const stop = onLeft((queue) => kept.push(queue));
		const belongings = { what: 'dit', file: () => undefined };
		const one = fc.record({ fails: fc.boolean(), isLeft: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(one, { maxLength: 6 }), async (all) => {
				kept.length = 0;
				const made = all.map((plan) => {
					const queue = new SaveQueue(() => undefined, belongings);
					const work = vi.fn(plan.fails ? broken : () => Promise.resolve());
					queue.put('a', work);
					return { ...plan, queue, work };
				});
				await Promise.all(made.filter(({ isLeft }) => isLeft).map(({ queue }) => queue.leave()));

				const settled = await settleEverything().then(
					() => true,
					() => false
				);

				expect(settled).toBe(!made.some(({ fails, isLeft }) => fails && !isLeft));
				expect(new Set(kept)).toEqual(new Set(made.filter((m) => m.fails && m.isLeft).map(({ queue }) => queue)));
				for (const { work } of made) expect(work).toHaveBeenCalled();
				for (const { queue } of made) await queue.forget();
			}),
			{ numRuns: runs(60) }
		);
		stop();
	});
});
