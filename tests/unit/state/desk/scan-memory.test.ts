import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AWAY, PAUSE, ScanMemory } from '$lib/state/desk/scan-memory';

/** A camera that reads so often (ms), and a code that stays in its view. */
const FRAME = 50;

function memoryAt(start = 0) {
	const time = { now: start };
	return { time, memory: new ScanMemory(() => time.now) };
}

test('a code in view is new once, however long it stays and whatever is beside it', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 200 }), (seen) => {
			const { time, memory } = memoryAt();
			const verdicts = seen.map((text) => {
				time.now += 7;
				const verdict = memory.see(text);
				if (verdict !== 'not-now') memory.answered(text);
				return { text, verdict };
			});
			for (const text of new Set(seen)) {
				const own = verdicts.filter((each) => each.text === text).map(({ verdict }) => verdict);
				expect(own).toEqual(['new', ...own.slice(1).map(() => 'not-now')]);
			}
		})
	);
});

test('a code that was answered and comes back is new when it was away long enough, not after a few frames that failed', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 3 * AWAY }), (gap) => {
			const { time, memory } = memoryAt(1_000_000);
			memory.see('a');
			memory.answered('a');
			time.now += gap;
			expect(memory.see('a')).toBe(gap >= AWAY ? 'new' : 'not-now');
		})
	);
});

test('a code that failed is tried again after a pause for as long as it stays in view, and never twice at once', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 20 }),
			fc.integer({ min: 0, max: 5 * FRAME }),
			(failures, takesUntilItFails) => {
				const { time, memory } = memoryAt();
				let tries = 0;
				let busyUntil: number | undefined;
				let answered = false;
				for (; !answered && time.now < 60 * PAUSE; time.now += FRAME) {
					if (busyUntil !== undefined && time.now >= busyUntil) {
						busyUntil = undefined;
						answered = tries > failures;
						if (!answered) memory.failed('a');
						else memory.answered('a');
					}
					const verdict = memory.see('a');
					if (answered || busyUntil !== undefined) expect(verdict).toBe('not-now');
					if (verdict === 'not-now') continue;
					expect(verdict).toBe(tries === 0 ? 'new' : 'more');
					tries += 1;
					busyUntil = time.now + takesUntilItFails;
				}
				expect({ answered, tries }).toEqual({ answered: true, tries: failures + 1 });
			}
		)
	);
});

test('a code that failed and was away is new, so that who shows it again hears of it', () => {
	const { time, memory } = memoryAt();
	memory.see('a');
	memory.failed('a');
	time.now += AWAY;
	expect(memory.see('a')).toBe('new');
});

test('a code that is still being stored is not taken in again, however long it takes', () => {
	const { time, memory } = memoryAt();
	memory.see('a');
	time.now += 10 * AWAY;
	expect(memory.see('a')).toBe('not-now');
});

test('a thousand codes are remembered no further than needed, and the one in view is', () => {
	const { time, memory } = memoryAt();
	for (let index = 0; index < 1000; index += 1) {
		time.now += FRAME;
		expect(memory.see(`code ${index}`)).toBe('new');
		memory.answered(`code ${index}`);
		expect(memory.see(`code ${index}`)).toBe('not-now');
	}
});
