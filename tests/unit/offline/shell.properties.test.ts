import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Answering } from '../../../src/offline/answering';
import { Keeping, type Progress } from '../../../src/offline/keeping';
import { Shelf } from '../../../src/offline/shelf';
import { within } from '../../../src/offline/waiting';
import { patience, runs } from '../../property-runs';
import { isRefused, ORIGIN, SCOPE, smallBuild, typeOf } from './small-site';
import { DISK_MOODS, WaywardCaches, type DiskMood } from './wayward-caches';
import { asRedirected, MOODS, requestOf, RIGHT, WaywardHost, type Mood } from './wayward-host';

vi.setConfig({ testTimeout: patience(120_000) });

const PATIENCE = { cacheFirst: 10, cache: 50, network: 30, fetching: 50 };
/** A machine that stalls may outlast that patience; then people try once more. */
const TRIES = 4;
const build = smallBuild('A');
const newer = smallBuild('B', '_app/immutable/page-b.js');
const CACHE = `samenwerkingsmeter ${SCOPE} A`;
const paths = [...build.contents.keys()];
const isPage = (path: string) => build.site.pages.has(path);

/** A worker that has just started, on what is on the disk and with this host. */
function wake(host: WaywardHost, caches: WaywardCaches, site = build.site) {
	const shelf = new Shelf(site, caches.storage, PATIENCE);
	const keeping = new Keeping(site, shelf, (request) => host.fetch(request), ORIGIN, PATIENCE);
	const navigations = new WeakSet<Request>();
	const fetch = (request: Request) => host.fetch(request, navigations.has(request));
	const answering = new Answering(site, shelf, keeping, fetch, PATIENCE);
	const visit = async (path: string, isNavigation = isPage(path)) => {
		const request = requestOf(path);
		if (isNavigation) navigations.add(request);
		const answer = answering.answer(request, isNavigation);
		const given = Promise.resolve(answer?.response).catch(() => 'error' as const);
		// A host that hangs is waited for, as without a worker.
		const response = (await within(host.mood === 'hangs' ? 300 : 20_000, given)) ?? 'hangs';
		if (response !== 'hangs') await answer?.afterwards;
		return response;
	};
	const keep = async (wanted: readonly string[]) => {
		let last: Progress | undefined;
		await keeping.keep(wanted, (progress) => (last = progress));
		return last;
	};
	return { shelf, keeping, visit, keep };
}

async function untilRight(visit: () => Promise<unknown>, expected: string | undefined): Promise<string> {
	let body = '';
	for (let time = 0; time < TRIES && body !== expected; time += 1) body = await text(await visit());
	return body;
}

async function expectKept(caches: WaywardCaches, path: string, name = CACHE): Promise<void> {
	const kept = caches.at(path, name);
	expect(kept && isRefused(path, kept), path).toBe(false);
	expect(await kept?.text(), path).toBe(build.contents.get(path));
}

const text = (response: unknown) =>
	response instanceof Response ? response.text().catch(() => 'broken off') : Promise.resolve(String(response));

interface Step {
	path: string;
	host: Mood;
	disk: DiskMood[];
	does: 'visit' | 'keep' | 'keep all' | 'sleep';
}
const step: fc.Arbitrary<Step> = fc.record({
	path: fc.constantFrom(...paths),
	host: fc.oneof(
		{ weight: 1, arbitrary: fc.constant<Mood>('right') },
		{ weight: 1, arbitrary: fc.constantFrom(...MOODS) }
	),
	disk: fc.array(fc.oneof(fc.constant<DiskMood>('works'), fc.constantFrom(...DISK_MOODS)), {
		minLength: 1,
		maxLength: 5
	}),
	does: fc.constantFrom('visit', 'visit', 'visit', 'keep', 'keep all', 'sleep')
});
/** What may lie in the cache from before: nothing, or something that does not belong there. */
const leftovers = fc.array(
	fc.record({
		path: fc.constantFrom(...paths),
		body: fc.constantFrom('<html>Meld je aan</html>', '', build.contents.get(SCOPE) ?? '', 'start()'),
		type: fc.constantFrom('text/html', 'text/javascript', 'text/css', '')
	}),
	{ maxLength: 4 }
);

function lay(caches: WaywardCaches, found: { path: string; body: string; type: string }[]): void {
	const entries = new Map<string, Response>();
	for (const { path, body, type } of found) {
		const response = new Response(body, { headers: { 'content-type': type } });
		entries.set(ORIGIN + path, path.length % 2 === 0 ? asRedirected(response) : response);
	}
	caches.contents.set(CACHE, entries);
}

describe('whatever the host, the disk and what lies on it', () => {
	test('online the answer is that of the host or of this build, offline what was kept, and never one that the browser refuses', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), leftovers, async (steps, found) => {
				const caches = new WaywardCaches();
				lay(caches, found);
				const host = new WaywardHost(build, newer);
				let worker = wake(host, caches);
				for (const { path, host: mood, disk, does } of steps) {
					host.mood = mood;
					caches.moods.splice(0, Infinity, ...disk);
					const diskWorks = disk.every((one) => ['works', 'full', 'is slow'].includes(one));
					if (does === 'sleep') worker = wake(host, caches);
					if (does === 'keep' || does === 'keep all') {
						const wanted = does === 'keep' ? [path] : paths;
						const end = await worker.keep(wanted);
						// Only what is really good counts.
						if (end?.kept === end?.total) for (const one of wanted) await expectKept(caches, one);
						continue;
					}
					if (does !== 'visit') continue;
					const kept = await caches.at(path, CACHE)?.text();
					const keptSoundly =
						kept === build.contents.get(path) && caches.at(path, CACHE)?.headers.get('content-type') === typeOf(path);
					host.asked.length = 0;
					const response = await worker.visit(path);
					const body = await text(response);
					const expected = build.contents.get(path);
					if (response instanceof Response && isPage(path)) expect(response.redirected, path).toBe(false);
					if (response instanceof Response && host.asked.length === 0)
						expect(isRefused(path, response), `${path} refused`).toBe(false);
					if (RIGHT.includes(mood)) expect(body, `${path} online`).toBe(expected);
					if (keptSoundly && diskWorks && ['is gone', 'hangs', 'is broken'].includes(mood))
						expect(await untilRight(() => worker.visit(path), expected), `${path} offline`).toBe(expected);
					if (mood !== 'hangs') expect(response, `${path} settles`).not.toBe('hangs');
					if (host.asked.length === 0) expect(body, `${path} kept`).toBe(expected);
				}
			}),
			{ numRuns: runs(40) }
		);
	});

	const named: { host: Mood; path: string; then: string }[] = [
		{ host: 'gives its login page', path: `${SCOPE}_app/immutable/page.js`, then: 'a login page for a script' },
		{ host: 'gives every file as plain text', path: `${SCOPE}_app/immutable/look.css`, then: 'a style as plain text' },
		{ host: 'has a newer build', path: `${SCOPE}nieuw/`, then: 'a page of another build' },
		{ host: 'gives the home page for everything', path: `${SCOPE}nieuw/`, then: 'another page' },
		{ host: 'cuts the file off', path: SCOPE, then: 'half a page' },
		{ host: 'gives a piece', path: `${SCOPE}template.json`, then: 'a piece' }
	];
	test.each(named)('$then is handed on, as without a worker, and not kept', async ({ host: mood, path }) => {
		const caches = new WaywardCaches();
		const host = new WaywardHost(build, newer);
		host.mood = mood;
		const { visit, keep } = wake(host, caches);
		const without = await text(await host.fetch(requestOf(path)));
		expect(await text(await visit(path))).toBe(without);
		expect(await keep([path])).toEqual({ kept: 0, total: 1, done: true });
		expect(caches.at(path, CACHE)).toBeUndefined();
		host.mood = 'right';
		expect(await keep([path])).toEqual({ kept: 1, total: 1, done: true });
		await expectKept(caches, path);
	});

	test.each<Mood>(['takes the slash away', 'varies by everything'])('a host that %s: all is kept', async (mood) => {
		const caches = new WaywardCaches();
		const host = new WaywardHost(build, newer);
		host.mood = mood;
		const { keep, visit } = wake(host, caches);
		expect(await keep(paths)).toEqual({ kept: paths.length, total: paths.length, done: true });
		for (const path of paths) await expectKept(caches, path);
		const response = await visit(`${SCOPE}nieuw`, true);
		expect((response as Response).headers.get('location')).toBe(`${ORIGIN}${SCOPE}nieuw/`);
	});

	test('a full disk ends the fetching, and says how far it came', async () => {
		const caches = new WaywardCaches();
		caches.moods.push('full');
		const host = new WaywardHost(build, newer);
		expect(await wake(host, caches).keep(paths)).toEqual({ kept: 0, total: paths.length, done: true });
		expect(host.asked.length).toBeLessThan(paths.length);
	});

	test('a kept page whose script neither was kept nor is on the host any more gives way to what the host has now', async () => {
		const caches = new WaywardCaches();
		const host = new WaywardHost(build, newer);
		const { keep, visit } = wake(host, caches);
		await keep([`${SCOPE}nieuw/`]);
		host.mood = 'has a newer build';
		expect(await text(await visit(`${SCOPE}nieuw/`))).toBe(newer.contents.get(`${SCOPE}nieuw/`));
		host.mood = 'is gone';
		expect(await text(await visit(`${SCOPE}nieuw/`))).toBe(build.contents.get(`${SCOPE}nieuw/`));
	});

	test('an address that leads nowhere opens the page that it was meant for, or says that there is none', async () => {
		const caches = new WaywardCaches();
		const host = new WaywardHost(build, newer);
		const { keep, visit } = wake(host, caches);
		await keep([`${SCOPE}niet-gevonden/`]);
		const leadsTo = async (path: string) =>
			((await visit(path, true)) as Response).headers.get('location')?.slice(ORIGIN.length);
		expect(await leadsTo(`${SCOPE}meedoen/%23code`)).toBe(`${SCOPE}meedoen/#code`);
		expect(await leadsTo(`${SCOPE}nergens/diep`)).toBe(`${SCOPE}niet-gevonden/`);
		host.mood = 'is gone';
		expect(await leadsTo(`${SCOPE}nergens/diep`)).toBe(`${SCOPE}niet-gevonden/`);
	});

	test('a page that was never kept, without a connection: a page in Dutch with a way on', async () => {
		const host = new WaywardHost(build, newer);
		host.mood = 'is gone';
		const response = await wake(host, new WaywardCaches()).visit(`${SCOPE}nieuw/`);
		const page = await text(response);
		expect(page).toContain('Er is geen verbinding');
		expect(page).toContain(`href="${SCOPE}"`);
	});
});

describe('a new build', () => {
	/** The old build was kept as far as these paths; then the new one installs, with the network as it is. */
	async function after(kept: string[], mood: Mood, disk: DiskMood = 'works') {
		const caches = new WaywardCaches();
		await wake(new WaywardHost(build, newer), caches).keep(kept);
		const host = new WaywardHost(newer, build);
		host.mood = mood;
		caches.moods.push(disk);
		const worker = wake(host, caches, newer.site);
		await worker.keeping.succeed();
		await worker.keeping.forgetOlder(async () => false);
		return { caches, host, worker };
	}
	const NEW_CACHE = `samenwerkingsmeter ${SCOPE} B`;
	const newPaths = [...newer.contents.keys()];

	test('has all that the old one had before that goes', async () => {
		const { caches, host } = await after(paths, 'right');
		for (const path of newPaths) expect(await caches.at(path, NEW_CACHE)?.text(), path).toBe(newer.contents.get(path));
		expect([...caches.contents.keys()]).toEqual([NEW_CACHE]);
		// What did not change comes from the old build.
		expect(host.asked).not.toContain(`${SCOPE}_app/immutable/start.js`);
	});

	test('fetches no more than what the old one had on a phone', async () => {
		const { caches } = await after([`${SCOPE}meedoen/`, `${SCOPE}niet-gevonden/`], 'right');
		expect(
			[...(caches.contents.get(NEW_CACHE)?.keys() ?? [])].map((url) => url.slice((ORIGIN + SCOPE).length))
		).toEqual(expect.arrayContaining(['meedoen/', '_app/immutable/page-b.js']));
		expect(caches.at(`${SCOPE}nieuw/`, NEW_CACHE)).toBeUndefined();
		expect(caches.at(`${SCOPE}template.json`, NEW_CACHE)).toBeUndefined();
	});

	test('leaves the old one while a tab still shows it', async () => {
		const { caches, worker } = await after(paths, 'is gone');
		expect(caches.contents.has(CACHE)).toBe(true);
		await worker.keeping.forgetOlder(async () => true);
		expect(caches.contents.has(CACHE)).toBe(true);
	});

	test.each<[Mood, DiskMood]>([
		['is gone', 'works'],
		['hangs', 'works'],
		['gives its login page', 'works'],
		['is broken', 'works'],
		['right', 'full']
	])('when the host %s and the disk %s, the old one goes on answering, page and parts', async (mood, disk) => {
		const { caches, host, worker } = await after(paths, mood, disk);
		expect(caches.contents.has(CACHE)).toBe(true);
		host.mood = 'is gone';
		caches.moods.splice(0, Infinity);
		for (const path of paths) expect(await text(await worker.visit(path)), path).toBe(build.contents.get(path));
	});

	test('leaves the caches of this app in another folder, and of something else on this host, alone', async () => {
		const caches = new WaywardCaches();
		for (const name of ['samenwerkingsmeter /elders/ A', 'samenwerkingsmeter 0.1.0 abc', 'iets anders'])
			caches.contents.set(name, new Map([[`${ORIGIN}/elders/niet-gevonden/`, new Response()]]));
		caches.contents.set('samenwerkingsmeter 0.1.0 def', new Map([[`${ORIGIN}${SCOPE}niet-gevonden/`, new Response()]]));
		const { keeping } = wake(new WaywardHost(build, newer), caches);
		await keeping.succeed();
		await keeping.forgetOlder(async () => false);
		expect([...caches.contents.keys()]).toEqual([
			'samenwerkingsmeter /elders/ A',
			'samenwerkingsmeter 0.1.0 abc',
			'iets anders',
			CACHE
		]);
	});
});
