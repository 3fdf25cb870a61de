import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsIn, type ServerEvent } from '$lib/letterbox/event-stream';
import { runs } from '../../property-runs';

async function eventsOf(...pieces: (string | Uint8Array)[]): Promise<ServerEvent[]> {
	const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
		start(controller) {
			for (const piece of pieces)
				controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece));
			controller.close();
		}
	});
	const events: ServerEvent[] = [];
	for await (const event of eventsIn(stream, () => undefined, new AbortController().signal)) events.push(event);
	return events;
}

/** Bytes cut at these places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
	const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
	return sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end));
}

describe('a stream of events', () => {
	test('gives the same however it is cut, with any ending of lines and comments between', async () => {
		const name = fc.constantFrom('envelope', 'open', 'closed', 'iets anders');
		const data = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text));
		const event = fc.record({ name, data, comment: fc.boolean() });
		const end = fc.constantFrom('\n', '\r', '\r\n');
		await fc.assert(
			fc.asyncProperty(fc.array(event), end, fc.array(fc.nat(), { maxLength: 8 }), async (events, newline, cuts) => {
				const lines = events.flatMap((one, index) => [
					...(one.comment ? [': nog hier'] : []),
					`id: ${index}`,
					`event: ${one.name}`,
					`data: ${one.data}`,
					''
				]);
				const bytes = new TextEncoder().encode(lines.map((line) => line + newline).join(''));
				const expected = events.map((one) => ({ event: one.name, data: one.data }));
				expect(await eventsOf(...cutAt(bytes, cuts))).toEqual(expected);
			}),
			{ numRuns: runs(100) }
		);
	});

	test('leaves out what was cut off at the end', async () => {
		expect(await eventsOf('event: open\n\nevent: envelope\ndata: {"num')).toEqual([{ event: 'open', data: '' }]);
		expect(await eventsOf('event: open\n')).toEqual([]);
	});

	test('joins lines of data, and skips comments, unknown fields and what is between events', async () => {
		expect(await eventsOf(': welkom\n\n\nretry: 10\ndata:een\nzomaar\ndata: twee\n\n')).toEqual([
			{ event: '', data: 'een\ntwee' }
		]);
	});

	test('skips a mark at the beginning that says how the bytes are ordered', async () => {
		expect(await eventsOf('\uFEFFevent: open\n\n')).toEqual([{ event: 'open', data: '' }]);
	});

	test('leaves out an event without end of many megabytes, and goes on', async () => {
		const long = Array.from({ length: 60 }, () => 'x'.repeat(50_000));
		const events = await eventsOf('data: ', ...long, '\n\nevent: closed\n\n');
		expect(events).toEqual([{ event: 'closed', data: '' }]);
	});
});
