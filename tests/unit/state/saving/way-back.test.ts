import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeMeasurements, undoMeasurements, type RemovesMeasurements } from '$lib/state/saving/put-back';
import { isThereAWayBack, WayBack } from '$lib/state/saving/way-back';
import type { RemovedRecords } from '$lib/storage/bundles/removal';
import { patience, runs } from '../../../property-runs';
import { startBrowser } from '../letterbox/browser';

/** As long as something is being removed, can be put back or is being put back, every other tab knows of it. */

beforeEach(() => void startBrowser());
afterEach(() => vi.unstubAllGlobals());

function aScreen(): RemovesMeasurements {
	return { wayBack: new WayBack(), removed: undefined, notice: undefined, problem: undefined };
}
/** Opaque to a screen. */
const removed = {} as RemovedRecords;

/** Something that a slow device does, until it is said to end. */
class Slow<Result> {
	readonly #ends: ((result: Result) => void)[] = [];
	readonly begin = () => new Promise<Result>((end) => this.#ends.push(end));

	get count(): number {
		return this.#ends.length;
	}

	async end(which: number, result: Result): Promise<void> {
		this.#ends.splice(which % this.count, 1)[0]?.(result);
		await settled();
	}
}
const settled = () => new Promise(setImmediate);

test('a second press that finds nothing leaves the way back of the first', async () => {
	const screen = aScreen();
	const slow = new Slow<RemovedRecords | undefined>();
	const first = removeMeasurements(screen, slow.begin);
	await removeMeasurements(screen, () => Promise.resolve(undefined));
	expect(await isThereAWayBack()).toBe(true);

	await slow.end(0, removed);
	await first;
	expect(screen.removed).toBe(removed);
	expect(await isThereAWayBack()).toBe(true);

	screen.wayBack.end();
	await settled();
	expect(await isThereAWayBack()).toBe(false);
});

const step = fc.record({
	kind: fc.constantFrom('remove', 'removed', 'gone already', 'undo', 'undone'),
	which: fc.nat(5)
});

test(
	'in whatever order people press remove and undo, and a slow device answers',
	async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
				startBrowser();
				const screen = aScreen();
				const removing = new Slow<RemovedRecords | undefined>();
				const undoing = new Slow<{ notice: undefined; refused: boolean }>();
				for (const { kind, which } of steps) {
					if (kind === 'remove') void removeMeasurements(screen, removing.begin);
					if (kind === 'undo') void undoMeasurements(screen, undoing.begin);
					await settled();
					if (kind === 'removed' && removing.count > 0) await removing.end(which, removed);
					if (kind === 'gone already' && removing.count > 0) await removing.end(which, undefined);
					if (kind === 'undone' && undoing.count > 0)
						await undoing.end(which, { notice: undefined, refused: which === 0 });
					const mayComeBack = screen.removed !== undefined || removing.count + undoing.count > 0;
					if (mayComeBack) expect(await isThereAWayBack(), kind).toBe(true);
				}
				screen.wayBack.end();
				await settled();
				while (undoing.count > 0) await undoing.end(0, { notice: undefined, refused: false });
				expect(await isThereAWayBack()).toBe(false);
			}),
			{ numRuns: runs(200) }
		);
	},
	patience(10_000)
);
