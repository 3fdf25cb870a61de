import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import type { Fetch } from '$lib/letterbox/asking';
import { newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { LetterboxWire, type HeldEnvelope } from '$lib/letterbox/wire';

const SITE = 'https://www.gemeente.be/samenwerkingsmeter/';
const secret = newSecret();
let roomId: string;
let slotId: string;

beforeAll(async () => {
	roomId = await roomIdOf(secret);
	slotId = await slotIdOf(secret);
});
afterEach(() => void vi.useRealTimers());

interface Asked extends RequestInit {
	address: string;
	headers: Record<string, string>;
}

/** A letterbox that gives one answer to all, and what it was asked. */
function answering(answer: () => Response | Promise<Response>): { wire: LetterboxWire; asked: Asked[] } {
	const asked: Asked[] = [];
	const fetch: Fetch = async (address, init) => {
		asked.push({ ...init, address, headers: init.headers as Record<string, string> });
		return answer();
	};
	return { wire: new LetterboxWire(SITE, fetch), asked };
}
const json = (status: number, body: unknown, headers = {}) =>
	answering(() => new Response(JSON.stringify(body), { status, headers }));
const empty = (status = 204) => answering(() => new Response(null, { status }));
const page = (status: number) =>
	answering(() => new Response('<!doctype html><title>Niet gevonden</title>', { status }));
/** As a browser gives it for a question that may not be led elsewhere. */
const redirected = () =>
	answering(() => Object.defineProperty(new Response(), 'status', { value: 0 }) satisfies Response);
const offline = () => answering(() => Promise.reject(new TypeError('Failed to fetch')));
/** It never answers, until it is stopped. */
const silent = () =>
	new LetterboxWire(SITE, (_, { signal }) => {
		const stopped = new Promise<never>((_resolve, reject) =>
			signal?.addEventListener('abort', () => reject(new Error('stopped')))
		);
		return signal?.aborted === true ? Promise.reject(new Error('stopped')) : stopped;
	});

/** An answer that goes on for ever, and how many bytes of it were asked for. */
function endless() {
	const read = { bytes: 0, cancelled: false };
	const { wire } = answering(() => {
		const piece = new TextEncoder().encode('[0,'.repeat(20_000));
		const body = new ReadableStream<Uint8Array>({
			pull: (controller) => {
				read.bytes += piece.length;
				controller.enqueue(piece);
			},
			cancel: () => void (read.cancelled = true)
		});
		return new Response(body, { status: 200 });
	});
	return { wire, read };
}

describe('discovering a letterbox', () => {
	test('finds one and whether it asks a word', async () => {
		const { wire, asked } = json(200, { letterbox: 1, asksWord: true, days: 60, slots: 500 });
		expect(await wire.discover()).toEqual({ asksWord: true });
		expect(asked[0]).toMatchObject({ address: `${SITE}letterbox/v1`, method: 'GET', credentials: 'omit' });
	});

	test.each([
		['a page that says not found', page(404)],
		['its own page for every address', page(200)],
		['another address', redirected()],
		['JSON of something else', json(200, { ok: true })],
		['a letterbox of a later version', json(200, { letterbox: 2, asksWord: false })],
		['an error', page(502)],
		['nothing, without network', offline()]
	])('finds none where the host answers %s', async (_, { wire }) => {
		expect(await wire.discover()).toBeUndefined();
	});

	test('does not wait for a host that says nothing', async () => {
		vi.useFakeTimers();
		const found = silent().discover();
		await vi.advanceTimersByTimeAsync(5000);
		expect(await found).toBeUndefined();
	});
});

describe('each answer of a letterbox', () => {
	test.each([
		['no-room', json(404, { problem: 'no-room' }), { kind: 'no-room' }],
		['secret', json(401, { problem: 'secret' }), { kind: 'secret' }],
		['word', json(403, { problem: 'word' }), { kind: 'word' }],
		['too-large', json(413, { problem: 'too-large' }), { kind: 'too-large' }],
		['too large for a proxy', page(413), { kind: 'too-large' }],
		['busy', json(429, { problem: 'busy' }, { 'Retry-After': '7' }), { kind: 'busy', seconds: 7 }],
		['busy for a day', json(429, { problem: 'busy' }, { 'Retry-After': '86400' }), { kind: 'busy', seconds: 300 }],
		['busy, with no word how long', page(429), { kind: 'busy', seconds: 5 }],
		['full', json(507, { problem: 'full' }), { kind: 'full' }],
		['files alone, not found', page(404), { kind: 'no-letterbox' }],
		['files alone, no putting', page(405), { kind: 'no-letterbox' }],
		['files alone, a page for all', page(200), { kind: 'no-letterbox' }],
		['another address', redirected(), { kind: 'no-letterbox' }],
		['a proxy without its server', page(502), { kind: 'unreachable' }],
		['a wall', page(403), { kind: 'unreachable' }],
		['no network', offline(), { kind: 'unreachable' }],
		['nonsense of many levels', answering(() => new Response('['.repeat(200_000))), { kind: 'no-letterbox' }]
	])('is a plain word: %s', async (_, { wire }, expected) => {
		expect(await wire.openRoom(roomId, secret)).toEqual(expected);
		expect(await wire.closeRoom(roomId, secret)).toEqual(expected);
		expect(await wire.putEnvelope(roomId, secret, new Uint8Array(9))).toEqual(expected);
		expect(await wire.lookUpSlot(roomId, secret)).toEqual(expected);
		expect(await wire.envelopesAfter(roomId, secret, 0)).toEqual(expected);
		expect(await wire.acknowledge(roomId, secret, [])).toEqual(expected);
		expect(await wire.stream(roomId, secret, 0, { onenvelope: () => undefined })).toEqual(expected);
	});

	test('that does not come is one that comes later', async () => {
		vi.useFakeTimers();
		const closing = silent().closeRoom(roomId, secret);
		await vi.advanceTimersByTimeAsync(15_000);
		expect(await closing).toEqual({ kind: 'unreachable' });
	});

	test('that nobody waits for any more ends at once', async () => {
		const stopping = new AbortController();
		const put = silent().putEnvelope(roomId, secret, new Uint8Array(9), stopping.signal);
		stopping.abort();
		expect(await put).toEqual({ kind: 'unreachable' });
		expect(await silent().putEnvelope(roomId, secret, new Uint8Array(9), stopping.signal)).toEqual({
			kind: 'unreachable'
		});
	});
});

describe('a room', () => {
	test('is opened with its secret and the word of the host, and says when it was open already', async () => {
		const { wire, asked } = json(201, {});
		expect(await wire.openRoom(roomId, secret, 'zonnebloem')).toEqual({ kind: 'done', isNew: true });
		expect(asked[0]).toMatchObject({
			address: `${SITE}letterbox/v1/rooms/${roomId}`,
			method: 'PUT',
			body: '{"word":"zonnebloem"}',
			headers: { Authorization: `Bearer ${encodeBase64Url(secret)}`, 'Content-Type': 'application/json' }
		});
		expect(await json(200, {}).wire.openRoom(roomId, secret)).toEqual({ kind: 'done', isNew: false });
		expect(await empty(200).wire.openRoom(roomId, secret)).toEqual({ kind: 'done', isNew: false });
	});

	test('is closed', async () => {
		const { wire, asked } = empty();
		expect(await wire.closeRoom(roomId, secret)).toEqual({ kind: 'done' });
		expect(asked[0]).toMatchObject({ address: `${SITE}letterbox/v1/rooms/${roomId}`, method: 'DELETE' });
	});

	test('gives its envelopes, and what is none is left out', async () => {
		const envelopes = [
			{ number: 3, slot: slotId, envelope: 'AQID' },
			{ number: 4, slot: slotId, envelope: 'geen base64!' },
			{ number: 'vijf', slot: slotId, envelope: 'AQID' },
			null
		];
		const { wire, asked } = json(200, { envelopes, more: true });
		expect(await wire.envelopesAfter(roomId, secret, 2)).toEqual({
			kind: 'done',
			envelopes: [{ number: 3, slot: slotId, envelope: new Uint8Array([1, 2, 3]) }],
			more: true
		});
		expect(asked[0]?.address).toBe(`${SITE}letterbox/v1/rooms/${roomId}/envelopes?after=2`);
	});

	test('takes acknowledgements', async () => {
		const { wire, asked } = empty();
		const sent = [{ slot: slotId, envelope: 'h', acknowledgement: 'a' }];
		expect(await wire.acknowledge(roomId, secret, sent)).toEqual({ kind: 'done' });
		expect(asked[0]).toMatchObject({ method: 'POST', body: JSON.stringify(sent) });
	});
});

describe('a slot', () => {
	test('takes an envelope under the name of its secret, though the page closes meanwhile', async () => {
		const { wire, asked } = empty();
		const envelope = new Uint8Array([1, 2, 3]);
		expect(await wire.putEnvelope(roomId, secret, envelope)).toEqual({ kind: 'done' });
		expect(asked[0]).toMatchObject({
			address: `${SITE}letterbox/v1/rooms/${roomId}/slots/${slotId}`,
			method: 'PUT',
			body: envelope,
			keepalive: true,
			headers: { 'Content-Type': 'application/octet-stream' }
		});
	});

	test('says what lies in it', async () => {
		const lying = { held: 'hash', acknowledgement: null };
		expect(await json(200, lying).wire.lookUpSlot(roomId, secret)).toEqual({ kind: 'done', ...lying });
		expect(await json(200, { held: 3 }).wire.lookUpSlot(roomId, secret)).toEqual({ kind: 'no-letterbox' });
	});
});

describe('a stream', () => {
	const encoder = new TextEncoder();
	const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

	/** A stream that is written by hand. */
	function streaming(type = 'text/event-stream; charset=utf-8') {
		let write: ReadableStreamDefaultController<Uint8Array> | undefined;
		const body = new ReadableStream<Uint8Array>({ start: (controller) => void (write = controller) });
		const { wire } = answering(() => new Response(body, { headers: { 'Content-Type': type } }));
		return {
			wire,
			say: (text: string) => write?.enqueue(encoder.encode(text)),
			close: () => write?.close(),
			fail: () => write?.error(new TypeError('network'))
		};
	}

	function listening(wire: LetterboxWire, signal?: AbortSignal) {
		const heard: (string | HeldEnvelope)[] = [];
		const end = wire.stream(roomId, secret, 0, {
			onopen: () => void heard.push('open'),
			onenvelope: (one) => void heard.push(one),
			onclosed: () => void heard.push('closed'),
			...(signal && { signal })
		});
		return { heard, end };
	}

	test('tells of each envelope, and that the room was closed', async () => {
		const { wire, say } = streaming();
		const { heard, end } = listening(wire);
		say(`event: open\n\n${event('envelope', { number: 1, slot: slotId, envelope: 'AQID' })}: nog hier\n\n`);
		say(event('envelope', 'onzin') + event('later', {}) + event('closed', {}));
		expect(await end).toEqual({ kind: 'closed' });
		expect(heard).toEqual(['open', { number: 1, slot: slotId, envelope: new Uint8Array([1, 2, 3]) }, 'closed']);
	});

	test.each(['close', 'fail'] as const)('that breaks off is to be opened again: %s', async (how) => {
		const stream = streaming();
		const { heard, end } = listening(stream.wire);
		stream.say('event: open\n\n');
		await vi.waitFor(() => expect(heard).toEqual(['open']));
		stream[how]();
		expect(await end).toEqual({ kind: 'broken' });
	});

	test('that does not say within five seconds that it is open does not come through', async () => {
		vi.useFakeTimers();
		const { wire, say } = streaming();
		const { heard, end } = listening(wire);
		await vi.advanceTimersByTimeAsync(4900);
		say(': van een proxy\n\n');
		await vi.advanceTimersByTimeAsync(100);
		expect(await end).toEqual({ kind: 'no-stream' });
		expect(heard).toEqual([]);
		const unanswered = silent().stream(roomId, secret, 0, { onenvelope: () => undefined });
		await vi.advanceTimersByTimeAsync(5000);
		expect(await unanswered).toEqual({ kind: 'no-stream' });
	});

	test('of which nothing is heard for three signs long is broken', async () => {
		vi.useFakeTimers();
		const { wire, say } = streaming();
		const { end } = listening(wire);
		say('event: open\n\n');
		for (let signs = 0; signs < 4; signs += 1) {
			await vi.advanceTimersByTimeAsync(44_000);
			say(':\n');
		}
		const outcome = vi.fn();
		void end.then(outcome);
		await vi.advanceTimersByTimeAsync(44_000);
		expect(outcome).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1000);
		expect(outcome).toHaveBeenCalledWith({ kind: 'broken' });
	});

	test('that something between turned into a list does not come through', async () => {
		const { end } = listening(json(200, { envelopes: [], more: false }).wire);
		expect(await end).toEqual({ kind: 'no-stream' });
	});

	test('ends when nobody listens any more', async () => {
		const stopping = new AbortController();
		const { wire, say } = streaming();
		const { end } = listening(wire, stopping.signal);
		say('event: open\n\n');
		stopping.abort();
		expect(await end).toEqual({ kind: 'stopped' });
		expect(await listening(silent(), stopping.signal).end).toEqual({ kind: 'stopped' });
	});
});

describe('an answer without end', () => {
	test.each([
		['a list', (wire: LetterboxWire) => wire.envelopesAfter(roomId, secret, 0)],
		['what lies in a slot', (wire: LetterboxWire) => wire.lookUpSlot(roomId, secret)],
		[
			'what should be a stream',
			(wire: LetterboxWire) => wire.stream(roomId, secret, 0, { onenvelope: () => undefined })
		]
	])('is given up after two million bytes: %s', async (_, asking) => {
		const { wire, read } = endless();
		expect(['unreachable', 'no-letterbox']).toContain((await asking(wire)).kind);
		expect(read.cancelled).toBe(true);
		expect(read.bytes).toBeLessThan(2_200_000);
	});

	test('is not what a list of a hundred of the largest envelopes is', async () => {
		const envelope = encodeBase64Url(new Uint8Array(8192));
		const envelopes = Array.from({ length: 100 }, (_, number) => ({ number, slot: slotId, envelope }));
		const { wire } = json(200, { envelopes, more: true });
		const answer = await wire.envelopesAfter(roomId, secret, 0);
		expect(answer.kind === 'done' && answer.envelopes).toHaveLength(100);
	});
});
