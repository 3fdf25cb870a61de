import { afterEach, beforeEach, expect, test } from 'vitest';
import { Owner, Phone, sealed, type Delivered } from '../../../builders/letterbox/clients';
import { host, type Hosted } from './host';

let hosted: Hosted;
let owner: Owner;
const ending = new AbortController();
beforeEach(async () => {
	hosted = await host({ heartbeat: 20 });
	owner = new Owner(hosted.site);
	await owner.open();
});
afterEach(() => hosted.close());

/** Reads a stream, piece by piece, as text that ends with an empty line. */
async function listen(after = 0) {
	const response = await owner.stream(after, ending.signal);
	const pieces = piecesOf(response);
	return {
		response,
		/** The next one that is no heartbeat; undefined at the end. */
		next: async () => {
			for (;;) {
				const { value, done } = await pieces.next();
				if (done) return undefined;
				if (value !== ':') return value;
			}
		},
		/** Whatever comes next. */
		raw: async () => (await pieces.next()).value
	};
}

async function* piecesOf(response: Response): AsyncGenerator<string, undefined> {
	let text = '';
	for await (const part of response.body ?? []) {
		text += Buffer.from(part).toString();
		const pieces = text.split('\n\n');
		text = pieces.pop() ?? '';
		yield* pieces;
	}
	return undefined;
}

function envelopeIn(piece = ''): Delivered {
	const [id, event, data = ''] = piece.split('\n');
	expect(event).toBe('event: envelope');
	const envelope = JSON.parse(data.replace('data: ', '')) as Delivered;
	expect(id).toBe(`id: ${envelope.number}`);
	return envelope;
}

const OPEN = 'event: open\ndata: {}';
const CLOSED = 'event: closed\ndata: {}';

test('a stream says at once that it is open, and that no proxy may hold or change it', async () => {
	const { response, next } = await listen();
	expect(await next()).toBe(OPEN);
	expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
	expect(response.headers.get('Cache-Control')).toBe('no-store, no-transform');
	expect(response.headers.get('X-Accel-Buffering')).toBe('no');
});

test('it gives what was there, then what comes, each once and in order', async () => {
	const [one, other] = [new Phone(owner), new Phone(owner)];
	const [first, second, third] = [sealed(), sealed(), sealed()];
	await one.put(first);
	const { next } = await listen();
	expect(await next()).toBe(OPEN);
	const got = [envelopeIn(await next())];
	await other.put(second);
	got.push(envelopeIn(await next()));
	await one.put(third);
	await one.put(third);
	got.push(envelopeIn(await next()));
	expect(got.map(({ slot, envelope }) => [slot, envelope])).toEqual(
		[[one, first] as const, [other, second] as const, [one, third] as const].map(([{ slot }, envelope]) => [
			slot,
			envelope.toString('base64url')
		])
	);
	await owner.close();
	expect(await next()).toBe(CLOSED);
	expect(await next()).toBeUndefined();
});

test('whoever comes back after a number gets only what is newer', async () => {
	const [one, other] = [new Phone(owner), new Phone(owner)];
	await one.put(sealed());
	const [before] = (await owner.envelopes()).envelopes;
	await other.put(sealed());
	const { next } = await listen(before?.number);
	expect(await next()).toBe(OPEN);
	expect(envelopeIn(await next()).slot).toBe(other.slot);
});

test('a heartbeat comes while there is nothing to say', async () => {
	const { raw } = await listen();
	expect([await raw(), await raw(), await raw()]).toEqual([OPEN, ':', ':']);
});

test('it ends with the days of the room', async () => {
	const { next } = await listen();
	expect(await next()).toBe(OPEN);
	hosted.pass(61);
	expect(await next()).toBe(CLOSED);
});

test('a hundred phones at once all come by, on two streams', async () => {
	const streams = [await listen(), await listen()];
	const phones = Array.from({ length: 100 }, () => new Phone(owner));
	const putting = Promise.all(phones.map((phone) => phone.put(sealed(99))));
	for (const { next } of streams) {
		expect(await next()).toBe(OPEN);
		const numbers: number[] = [];
		while (numbers.length < phones.length) numbers.push(envelopeIn(await next()).number);
		expect(numbers).toEqual([...new Set(numbers)].sort((one, two) => one - two));
	}
	await putting;
});

test('seventeen streams of one room are one too many', async () => {
	await Promise.all(Array.from({ length: 16 }, () => listen()));
	const { response } = await listen();
	expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '5']);
});
