import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoomTime } from '../../../../hosting/letterbox/time.mjs';
import { MemoryStore } from './memory-store';

const DAY = 24 * 3600 * 1000;
const NOON = Date.UTC(2026, 10, 30, 12);

/** A machine whose clock may be set, and that may be off. */
class Machine {
	/** What time it truly is. */
	private truth = NOON;
	private wrongBy = 0;
	private readonly store = new MemoryStore();
	private time = this.newTime();

	/** Time passes while it runs. */
	async run(days: number) {
		for (let left = days; left > 0; left -= 1) {
			this.truth += Math.min(1, left) * DAY;
			await this.time.keep();
		}
	}

	/** The clock is set forward by so many days, or back. */
	set(days: number) {
		this.wrongBy += days * DAY;
		this.time.now();
	}

	async stopFor(days: number, clockMoves = 0) {
		await this.time.keep();
		this.truth += days * DAY;
		this.wrongBy += clockMoves * DAY;
		await this.start();
	}

	async start() {
		this.time = this.newTime();
		await this.time.start();
		return this.time;
	}

	opens() {
		return this.time.now();
	}

	isOver = (opened: ReturnType<Machine['opens']>) => this.time.age(opened).over;
	isSpent = (opened: ReturnType<Machine['opens']>) => this.time.isSpent('room', opened);

	private newTime() {
		return new RoomTime({ store: this.store, wall: () => this.truth + this.wrongBy, steady: () => this.truth });
	}
}

async function newMachine() {
	const machine = new Machine();
	await machine.start();
	return machine;
}

test('a room lives for sixty days, and goes at their end', async () => {
	const machine = await newMachine();
	await machine.run(3);
	const opened = machine.opens();
	await machine.run(59.9);
	expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([false, false]);
	await machine.run(0.2);
	expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([true, true]);
});

test('days that the server is off count, and what they ended goes a week later', async () => {
	const machine = await newMachine();
	const opened = machine.opens();
	await machine.run(10);
	await machine.stopFor(51);
	expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([true, false]);
	await machine.run(6.9);
	expect(machine.isSpent(opened)).toBe(false);
	await machine.run(0.2);
	expect(machine.isSpent(opened)).toBe(true);
});

describe('a clock that jumps while the server runs', () => {
	test.each([61, 4000, -61, -20_000])('by %i days, ends no room early and keeps none longer', async (days) => {
		const machine = await newMachine();
		const opened = machine.opens();
		machine.set(days);
		await machine.run(59);
		expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([false, false]);
		await machine.run(2);
		expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([true, true]);
	});
});

test('a clock that was years ahead at the start loses nothing, once it is put right', async () => {
	const machine = await newMachine();
	const opened = machine.opens();
	await machine.run(5);
	await machine.stopFor(0, 4000);
	expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([true, false]);
	await machine.run(2);
	machine.set(-4000);
	expect([machine.isOver(opened), machine.isSpent(opened)]).toEqual([false, false]);
});

test('a clock that stood at 1970 at the start keeps no room for ever', async () => {
	const machine = await newMachine();
	const opened = machine.opens();
	await machine.stopFor(1, -20_000);
	const later = machine.opens();
	machine.set(20_000);
	expect([machine.isOver(opened), machine.isOver(later)]).toEqual([false, false]);
	await machine.run(60.1);
	expect([machine.isSpent(opened), machine.isSpent(later)]).toEqual([true, true]);
});

test('whatever the clock does in a week of running, no room is thrown away within sixty days', async () => {
	const step = fc.oneof(
		fc.record({ kind: fc.constant('set'), days: fc.integer({ min: -5000, max: 5000 }) }),
		fc.record({ kind: fc.constant('off'), days: fc.integer({ min: -5000, max: 5000 }) }),
		fc.record({ kind: fc.constant('run'), days: fc.double({ min: 0.1, max: 1, noNaN: true }) })
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
			const machine = await newMachine();
			const opened = machine.opens();
			for (const { kind, days } of steps) {
				if (kind === 'set') machine.set(days);
				else if (kind === 'off') await machine.stopFor(0, days);
				else await machine.run(days);
				expect(machine.isSpent(opened)).toBe(false);
			}
			await machine.run(60.1);
			expect(machine.isSpent(opened)).toBe(true);
		}),
		{ numRuns: 30 }
	);
});
