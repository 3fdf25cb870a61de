/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

import { base } from '$service-worker';
import { Answering } from './offline/answering';
import { Keeping, type Progress } from './offline/keeping';
import { Shelf } from './offline/shelf';
import { readSite } from './offline/site';
import { sendWaitingEnvelopes } from './offline/waiting-envelopes';
import { within } from './offline/waiting';

/**
 * The offline shell. It keeps what the page at hand asks for, and everything when a page asks that (never the phone of
 * a participant). A new version waits until a person asks for it: until then the old one answers all tabs from its own
 * cache. What it decides is in src/offline/; here it hears what the browser and the pages ask. Of what people filled in
 * it knows only envelopes that wait to be sent, sealed.
 */

const worker = self as unknown as ServiceWorkerGlobalScope;
const patience = { cacheFirst: 1000, cache: 10_000, network: 4000, fetching: 20_000 };
/** How long a tab may take to say which build it shows, in milliseconds. */
const TAB_ANSWERS = 2000;

const site = readSite(base);
const shelf = new Shelf(site, () => worker.caches, patience);
const ask = (request: Request) => fetch(request);
const keeping = new Keeping(site, shelf, ask, worker.location.origin, patience);
const answering = new Answering(site, shelf, keeping, ask, patience);

worker.addEventListener('install', (event) => {
	event.waitUntil(keeping.succeed());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(worker.clients.claim());
});

worker.addEventListener('message', (event) => {
	const message = event.data as { kind?: unknown; paths?: unknown };
	const [port] = event.ports;
	if (message.kind === 'activate') void worker.skipWaiting();
	// All that it would still write makes room for a device that is wiped, until a page asks to keep something again.
	if (message.kind === 'let-go') event.waitUntil(shelf.close().then(() => port?.postMessage('done')));
	if (message.kind === 'keep' || message.kind === 'keep-all') shelf.open();
	if (message.kind === 'keep' && Array.isArray(message.paths)) event.waitUntil(keep(message.paths, port));
	if (message.kind === 'keep-all') event.waitUntil(keep(keeping.everything, port));
});

// TypeScript does not know background sync.
(worker as EventTarget).addEventListener('sync', (event) => {
	const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
	waitUntil.call(event, sendWaitingEnvelopes(tag));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
	const answer = answering.answer(request, request.mode === 'navigate');
	if (!answer) return;
	event.respondWith(answer.response);
	event.waitUntil(answer.afterwards);
});

/** @param port of a page that wants to know; what its resources add comes without */
async function keep(paths: readonly unknown[], port?: MessagePort): Promise<void> {
	await keeping.keep(paths, (progress: Progress) => port?.postMessage(progress));
	// A newer build in the making is no older one.
	const { installing, waiting } = worker.registration;
	if (!port || installing || waiting) return;
	await keeping.succeed();
	await keeping.forgetOlder(isOlderShown);
}

/** Whether a tab of this app shows another build, or does not say so: it may be asleep. */
async function isOlderShown(): Promise<boolean> {
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const ours = tabs.filter(({ url }) => new URL(url).pathname.startsWith(site.scope));
	const builds = await Promise.all(ours.map(buildOf));
	return builds.some((build) => build !== site.build);
}

function buildOf(tab: Client): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<unknown>((resolve) => {
		port1.onmessage = ({ data }: MessageEvent) => resolve(data);
	});
	tab.postMessage({ kind: 'which-build' }, [port2]);
	return within(TAB_ANSWERS, answer).finally(() => port1.close());
}
