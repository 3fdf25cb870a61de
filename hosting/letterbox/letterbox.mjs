import Fastify from 'fastify';
import { clean, cleanStrays } from './cleaning.mjs';
import { Counts } from './counts.mjs';
import { Gate } from './gate.mjs';
import { Rooms } from './rooms.mjs';
import { addRoutes, refuse } from './routes.mjs';
import { StoreFull } from './store/store.mjs';
import { Streams } from './streams.mjs';
import { RoomTime } from './time.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * The letterbox on a store, as a Fastify app that does not listen yet. Closing it ends the streams, lets what is under
 * way finish, and keeps the time; the store stays open.
 * @param {object} options
 * @param {import('./store/store.mjs').Store} options.store
 * @param {Pick<import('./settings.mjs').Settings, 'word' | 'behindProxy' | 'roomsAnHour'>} options.settings
 * @param {{ wall?: () => number, steady?: () => number }} [options.clock] milliseconds: the machine's, and one that
 *   only goes forward
 * @param {number} [options.heartbeat] of the streams, in milliseconds
 * @param {number} [options.slowest] milliseconds that a whole request may take to come in
 * @param {import('fastify').FastifyServerOptions['serverFactory']} [options.serverFactory]
 * @param {(line: string) => void} [options.tell] hears of what went wrong inside, without anything of anybody
 */
export async function createLetterbox({
	store,
	settings,
	clock = {},
	heartbeat,
	slowest = 15 * SECOND,
	serverFactory,
	tell = () => undefined
}) {
	const time = new RoomTime({ store, ...clock });
	await time.start();
	const rooms = new Rooms({ store, time });
	const streams = new Streams({ rooms, ...(heartbeat ? { heartbeat } : {}) });
	const gate = new Gate(settings, clock.steady ?? (() => performance.now()));
	const counts = new Counts();
	const app = Fastify({
		logger: false,
		exposeHeadRoutes: false,
		// A secret or an id is never so long; and a body that takes longer than this is no envelope.
		routerOptions: { maxParamLength: 64 },
		requestTimeout: slowest,
		connectionTimeout: 0,
		keepAliveTimeout: 65 * SECOND,
		forceCloseConnections: 'idle',
		http: { headersTimeout: slowest, connectionsCheckingInterval: Math.ceil(slowest / 3) },
		...(serverFactory ? { serverFactory } : {})
	});
	readBodies(app);
	app.addHook('onSend', async (_request, reply) => {
		reply.headers({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
	});
	app.addHook('onResponse', async (_request, reply) => counts.add(`answers_${reply.statusCode}`));
	app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'nothing'));
	app.setErrorHandler((cause, _request, reply) => answerError(cause, reply, tell));
	addRoutes(app, { rooms, streams, gate, counts });
	addWatching(app, { store, streams, counts });
	const timers = [every(MINUTE, () => time.keep()), every(10 * MINUTE, cleanAll), every(DAY, () => cleanStrays(store))];
	app.addHook('preClose', async () => streams.endAll());
	app.addHook('onClose', async () => {
		timers.forEach(clearInterval);
		await time.keep().catch((cause) => tell(about(cause)));
	});
	// On a full disk it starts all the same: what it has can be read, and closing rooms makes place.
	await Promise.all([cleanStrays(store), cleanAll()]).catch((cause) => tell(about(cause)));
	return { app, clean: cleanAll, keepTime: () => time.keep() };

	async function cleanAll() {
		gate.tidy();
		await clean({ store, rooms, time });
	}

	/** @param {number} interval @param {() => Promise<void>} task */
	function every(interval, task) {
		return setInterval(() => void task().catch((cause) => tell(about(cause))), interval).unref();
	}
}

/** Envelopes as bytes, and JSON; nothing else is read. @param {import('fastify').FastifyInstance} app */
function readBodies(app) {
	app.removeContentTypeParser(['application/json', 'text/plain']);
	app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body)
	);
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		try {
			done(null, body === '' ? null : JSON.parse(String(body)));
		} catch {
			done(Object.assign(new Error('No JSON.'), { statusCode: 400 }));
		}
	});
}

/**
 * Health for everybody, numbers for this machine alone.
 * @param {import('fastify').FastifyInstance} app
 * @param {{ store: import('./store/store.mjs').Store, streams: Streams, counts: Counts }} parts
 */
function addWatching(app, { store, streams, counts }) {
	app.get('/letterbox/health', async (_request, reply) => reply.type('text/plain').send('ok'));
	app.get('/letterbox/metrics', async (request, reply) => {
		if (!isFromHere(request)) return refuse(reply, 404, 'nothing');
		const { entries, bytes } = store.usage();
		Object.entries({ streams: streams.size, store_entries: entries, store_bytes: bytes }).forEach(([name, value]) =>
			counts.set(name, value)
		);
		counts.set('memory_bytes', process.memoryUsage.rss());
		return reply.type('text/plain').send(String(counts));
	});
}

/** A proxy on this machine asks for somebody else, and says so. @param {import('fastify').FastifyRequest} request */
function isFromHere({ socket, headers }) {
	const address = socket.remoteAddress ?? '';
	const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address);
	return isLoopback && ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].every((name) => !(name in headers));
}

const PROBLEMS = /** @type {Record<number, string>} */ ({
	400: 'body',
	413: 'too-large',
	415: 'type',
	408: 'slow',
	503: 'busy'
});

/** @param {unknown} cause @param {import('fastify').FastifyReply} reply @param {(line: string) => void} tell */
function answerError(cause, reply, tell) {
	if (cause instanceof StoreFull) return refuse(reply, 507, 'full');
	const status = /** @type {{ statusCode?: number }} */ (cause).statusCode ?? 500;
	if (status < 500) return refuse(reply, status, PROBLEMS[status] ?? 'request');
	tell(about(cause));
	return refuse(reply, status, PROBLEMS[status] ?? 'broken');
}

/** What went wrong, in words that hold nothing of a request. @param {unknown} cause */
function about(cause) {
	const { name = 'Error', code = '', message = '' } = /** @type {any} */ (cause) ?? {};
	return `letterbox: ${name} ${code} ${message}`;
}
