/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

import { base, build, files, prerendered, version } from '$service-worker';

/**
 * The offline shell. It keeps what the page at hand asks for, and everything when a page asks that (never the phone of a
 * participant). What is kept comes first, so a network that hangs is never waited for. A new version waits until a person asks
 * for it: until then the old one answers all tabs from its own cache.
 */

const worker = self as unknown as ServiceWorkerGlobalScope;
const NOT_FOUND = `${base}/niet-gevonden/`;
const CACHE_PREFIX = 'samenwerkingsmeter ';
const pages = new Set(prerendered);
const assets = new Set([...build, ...files]);
const everything = [...pages, ...assets];
/** The file that every page of this build begins with, and no page of another build. */
const entry = build.find((path) => path.includes('/entry/start.'))?.replace(/.*\//, '') ?? '';
/** One cache a build: the names of its parts change with every change. */
const cacheName = `${CACHE_PREFIX}${version} ${fingerprint(everything)}`;

worker.addEventListener('install', (event) => {
	event.waitUntil(keep([NOT_FOUND]));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	const message = event.data as { kind?: unknown; paths?: unknown };
	const [port] = event.ports;
	if (message.kind === 'activate') void worker.skipWaiting();
	if (message.kind === 'keep' && Array.isArray(message.paths)) event.waitUntil(keep(message.paths, port));
	if (message.kind === 'keep-all') event.waitUntil(keep(everything, port));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (assets.has(pathname)) event.respondWith(fromCache(pathname));
	else if (request.mode === 'navigate') event.respondWith(openPage(request, pathname));
});

async function fromCache(pathname: string): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(pathname);
	if (kept) return kept;
	const fresh = await fetch(asNew(pathname));
	await keepWhenOurs(cache, pathname, fresh.clone());
	return fresh;
}

/** Not a part of a file (status 206), nor a page of a build that was deployed meanwhile: its parts are not in this cache. */
async function keepWhenOurs(cache: Cache, pathname: string, response: Response): Promise<boolean> {
	if (response.status !== 200) return false;
	if (pages.has(pathname) && !(await response.clone().text()).includes(entry)) return false;
	await cache.put(pathname, response);
	return true;
}

/** Ids are in the query, so one page answers for all its addresses. Another file of this host is left to the host. */
async function openPage(request: Request, pathname: string): Promise<Response> {
	if (pages.has(pathname)) return fromCache(pathname).catch(() => notFound());
	if (pages.has(`${pathname}/`)) return Response.redirect(`${pathname}/${new URL(request.url).search}`);
	const fromHost = await fetch(request).catch(() => undefined);
	return fromHost?.ok ? fromHost : Response.redirect(NOT_FOUND);
}

async function notFound(): Promise<Response> {
	return (await (await caches.open(cacheName)).match(NOT_FOUND)) ?? Response.error();
}

/**
 * Fetches what is not there yet, a few at a time; what fails is left for the next time, and what is not of this build is left out.
 * @param port told how many of these paths are there, each time that there is one more
 */
async function keep(paths: readonly unknown[], port?: MessagePort): Promise<void> {
	const cache = await caches.open(cacheName);
	const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const known = paths.filter(isKnown);
	const missing = known.filter((path) => !there.has(path));
	let kept = known.length - missing.length;
	const tell = () => port?.postMessage({ kept, total: paths.length });
	tell();
	const next = async (): Promise<void> => {
		for (let path = missing.pop(); path !== undefined; path = missing.pop()) {
			const stored = await fetch(asNew(path))
				.then((response) => keepWhenOurs(cache, path, response))
				.catch(() => false);
			if (!stored) continue;
			kept += 1;
			tell();
		}
	};
	await Promise.all([next(), next(), next()]);
}

/** Never from the browser's own cache, which may hold what an earlier deployment had under this name. */
function asNew(path: string): Request {
	return new Request(path, { cache: 'no-cache' });
}

function isKnown(path: unknown): path is string {
	return typeof path === 'string' && (pages.has(path) || assets.has(path));
}

async function forgetOlder(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheName).map((name) => caches.delete(name))
	);
}

/** FNV-1a, 32 bits: only to tell builds apart. */
function fingerprint(texts: readonly string[]): string {
	let hash = 0x811c9dc5;
	for (const character of texts.join('\n')) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	}
	return hash.toString(16);
}
