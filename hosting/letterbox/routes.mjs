import {
	ACKNOWLEDGEMENT_BYTES,
	ACKNOWLEDGEMENTS,
	DAYS,
	ENVELOPE_BYTES,
	HASH_BYTES,
	JSON_BYTES,
	SLOTS
} from './limits.mjs';
import { fromBase64Url, holds } from './secrets.mjs';

/**
 * The wire, as docs/letterbox.md tells it byte by byte.
 * @param {import('fastify').FastifyInstance} app
 * @param {{ rooms: import('./rooms.mjs').Rooms, streams: import('./streams.mjs').Streams,
 *   gate: import('./gate.mjs').Gate, counts: import('./counts.mjs').Counts }} parts
 */
export function addRoutes(app, parts) {
	const { gate } = parts;
	app.get('/letterbox/v1', async () => ({ letterbox: 1, asksWord: gate.asksWord, days: DAYS, slots: SLOTS }));
	addRoomRoutes(app, parts);
	addSlotRoutes(app, parts);
	addReading(app, parts);
}

const ROOM = '/letterbox/v1/rooms/:room';
const SLOT = `${ROOM}/slots/:slot`;

/** @param {import('fastify').FastifyInstance} app @param {Parameters<typeof addRoutes>[1]} parts */
function addRoomRoutes(app, { rooms, gate, counts }) {
	app.put(
		ROOM,
		{ onRequest: [asksSecret('room'), keepsRate(gate, 'owner', 'room')], bodyLimit: JSON_BYTES },
		async (request, reply) => {
			const room = paramOf(request, 'room');
			const state = await rooms.stateOf(room);
			if (state === 'open') return reply.code(200).send({});
			if (state === 'unknown') {
				const wait = gate.waitToOpen(request);
				if (wait > 0) return busy(reply, wait);
				if (!gate.isWord(/** @type {{ word?: unknown } | null} */ (request.body)?.word))
					return refuse(reply, 403, 'word');
			}
			const outcome = await rooms.open(room);
			if (outcome === 'opened') counts.add('rooms_opened');
			return reply.code(outcome === 'opened' ? 201 : 200).send({});
		}
	);
	app.delete(ROOM, { onRequest: [asksSecret('room'), keepsRate(gate, 'owner', 'room')] }, async (request, reply) =>
		(await rooms.close(paramOf(request, 'room'))) === 'done' ? reply.code(204).send() : noRoom(reply)
	);
}

/** @param {import('fastify').FastifyInstance} app @param {Parameters<typeof addRoutes>[1]} parts */
function addSlotRoutes(app, { rooms, gate, counts }) {
	app.put(SLOT, { onRequest: asksSecret('slot'), bodyLimit: ENVELOPE_BYTES }, async (request, reply) => {
		const [room, slot] = [paramOf(request, 'room'), paramOf(request, 'slot')];
		if (!Buffer.isBuffer(request.body)) return refuse(reply, 415, 'type');
		if (request.body.length === 0) return refuse(reply, 400, 'body');
		// First the room: a rate is remembered only for a room that is there.
		if ((await rooms.stateOf(room)) !== 'open') return noRoom(reply);
		const wait = gate.wait('putInSlot', slot) || gate.wait('putInRoom', room);
		if (wait > 0) return busy(reply, wait);
		const outcome = await rooms.put(room, slot, request.body);
		if (outcome === 'no-room') return noRoom(reply);
		if (outcome === 'full') return refuse(reply, 507, 'full');
		counts.add('envelopes_put');
		return reply.code(204).send();
	});
	app.get(SLOT, { onRequest: asksSecret('slot') }, async (request, reply) => {
		const [room, slot] = [paramOf(request, 'room'), paramOf(request, 'slot')];
		const seen = await rooms.look(room, slot);
		if (!seen) return noRoom(reply);
		const wait = gate.wait('lookAtSlot', slot);
		return wait > 0 ? busy(reply, wait) : seen;
	});
}

/** @param {import('fastify').FastifyInstance} app @param {Parameters<typeof addRoutes>[1]} parts */
function addReading(app, { rooms, streams, gate, counts }) {
	const onRequest = [asksSecret('room'), keepsRate(gate, 'owner', 'room')];
	app.get(`${ROOM}/envelopes`, { onRequest }, async (request, reply) => {
		const room = paramOf(request, 'room');
		const after = Number(/** @type {{ after?: unknown }} */ (request.query).after ?? 0);
		if (!Number.isSafeInteger(after) || after < 0) return refuse(reply, 400, 'after');
		if ((await rooms.stateOf(room)) !== 'open') return noRoom(reply);
		if (!request.headers.accept?.includes('text/event-stream')) return rooms.envelopes(room, after);
		if (streams.isCrowded(room)) return busy(reply, 5);
		reply.hijack();
		streams.start(room, after, reply.raw);
	});
	app.post(`${ROOM}/acknowledgements`, { onRequest, bodyLimit: JSON_BYTES }, async (request, reply) => {
		const acknowledgements = acknowledgementsIn(request.body);
		if (!acknowledgements) return refuse(reply, 400, 'body');
		const outcome = await rooms.acknowledge(paramOf(request, 'room'), acknowledgements);
		if (outcome === 'no-room') return noRoom(reply);
		counts.add('acknowledgements', acknowledgements.length);
		return reply.code(204).send();
	});
}

/** @param {unknown} body @returns {import('./rooms.mjs').Acknowledgement[] | undefined} */
function acknowledgementsIn(body) {
	if (!Array.isArray(body) || body.length > ACKNOWLEDGEMENTS) return undefined;
	const read = body.flatMap((/** @type {any} */ entry) => {
		const slot = fromBase64Url(entry?.slot, 16);
		const hash = fromBase64Url(entry?.envelope, HASH_BYTES);
		const acknowledgement = fromBase64Url(entry?.acknowledgement, ACKNOWLEDGEMENT_BYTES);
		return slot && hash && acknowledgement ? [{ slot: slot.toString('base64url'), hash, acknowledgement }] : [];
	});
	return read.length === body.length ? read : undefined;
}

/** Before the body is read. @param {'room' | 'slot'} kind @returns {import('fastify').onRequestAsyncHookHandler} */
function asksSecret(kind) {
	return async (request, reply) => {
		if (!holds(kind, paramOf(request, kind), request.headers.authorization)) return refuse(reply, 401, 'secret');
	};
}

/**
 * @param {import('./gate.mjs').Gate} gate
 * @param {'owner'} rate
 * @param {'room'} kind
 * @returns {import('fastify').onRequestAsyncHookHandler}
 */
function keepsRate(gate, rate, kind) {
	return async (request, reply) => {
		const wait = gate.wait(rate, paramOf(request, kind));
		if (wait > 0) return busy(reply, wait);
	};
}

/** @param {import('fastify').FastifyRequest} request @param {'room' | 'slot'} name */
const paramOf = (request, name) => /** @type {Record<string, string>} */ (request.params)[name] ?? '';

/** @param {import('fastify').FastifyReply} reply @param {number} status @param {string} problem */
export const refuse = (reply, status, problem) => reply.code(status).send({ problem });

/** @param {import('fastify').FastifyReply} reply @param {number} seconds */
const busy = (reply, seconds) => refuse(reply.header('Retry-After', String(seconds)), 429, 'busy');

/** Never there, closed, or its days over: nobody can tell which. @param {import('fastify').FastifyReply} reply */
const noRoom = (reply) => refuse(reply, 404, 'no-room');
