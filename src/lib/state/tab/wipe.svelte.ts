import { given } from '$lib/domain/given';
import { giveUpPlainNames } from '$lib/storage/place';
import { mayHoldData, wipePrivateFiles, wipeStoredData } from '$lib/storage/connection/wipe';
import { forgetEverything, forgetOwn } from '$lib/state/tab-memory';
import { sayArrived, sendOthersAway, takeQuestion } from './wipe-tabs';
import { beforeWipingRooms, type WipedRooms } from './wiped-rooms';

/** A part of what this app leaves on a device. */
export type Part = 'data' | 'files' | 'offline';

export type Wiping =
	/** Not known yet, or under way. */
	| { kind: 'busy' }
	/** Asked for, and nothing is gone yet. */
	| { kind: 'waiting'; secondsLeft: number }
	/** People stopped it in time: nothing is gone. */
	| { kind: 'stopped' }
	| { kind: 'done'; rooms: WipedRooms }
	/** The parts that are still there. */
	| { kind: 'failed'; left: readonly Part[]; rooms: WipedRooms }
	/** Another tab wiped, and sent this one here. */
	| { kind: 'elsewhere' }
	/** Nobody asked to wipe. `data`: whether the device holds anything. */
	| { kind: 'not-asked'; data: boolean };

const APP = 'samenwerkingsmeter';
/** How long people may still stop it: enough to read this and to find the button, in seconds. */
export const SECONDS_TO_STOP = 10;
/** How long the worker may take to end what it writes, in milliseconds. */
const TIME_TO_LET_GO = 2000;
/** A tab that is still leaving may put something in a cache after it was deleted. */
const ROUNDS = 3;

const NO_ROOMS: WipedRooms = { emptied: 0, left: 0 };

/** Wipes on a page that was loaded for it: nothing of the app runs in this tab that could store anything. */
export class Wipe {
	state = $state.raw<Wiping>({ kind: 'busy' });
	#stopped = false;

	/** @param home the address of the app: only what belongs to it is wiped */
	async start(home: URL): Promise<void> {
		const asked = takeQuestion();
		await pageLoaded();
		if (asked === 'elsewhere') {
			forgetEverything();
			sayArrived();
			this.state = { kind: 'elsewhere' };
		} else if (asked === 'here') {
			if (!(await this.#mayStillBeStopped())) return;
			this.state = { kind: 'busy' };
			await sendOthersAway();
			this.state = await wipeAll(home);
		} else {
			const data = await mayHoldData();
			// What loading this page stored by itself.
			if (!data) await wipeOffline(home).catch(() => undefined);
			this.state = { kind: 'not-asked', data };
		}
	}

	/** Keeps everything; only while it is waiting. */
	stop(): void {
		if (this.state.kind !== 'waiting') return;
		this.#stopped = true;
		this.state = { kind: 'stopped' };
	}

	/**
	 * What is wiped can not be put back, so the time to come back on it is before. @returns whether nobody stopped it
	 */
	async #mayStillBeStopped(): Promise<boolean> {
		for (let secondsLeft = SECONDS_TO_STOP; secondsLeft > 0; secondsLeft -= 1) {
			this.state = { kind: 'waiting', secondsLeft };
			await new Promise((resolve) => setTimeout(resolve, 1000));
			if (this.#stopped) return false;
		}
		return true;
	}
}

async function wipeAll(home: URL): Promise<Wiping> {
	const emptyRooms = await beforeWipingRooms(home.href);
	const parts: [Part, () => Promise<void>][] = [
		// The reserve copy first: from it, the app would put the data back.
		['files', wipePrivateFiles],
		['data', wipeStoredData],
		['offline', () => wipeOffline(home)]
	];
	const left: Part[] = [];
	for (const [part, wipe] of parts) {
		try {
			await wipe();
		} catch {
			left.push(part);
		}
	}
	wipeKeys();
	// A measurement that is still here keeps what phones dropped for it.
	const rooms = left.includes('data') ? NO_ROOMS : await emptyRooms();
	return left.length === 0 ? { kind: 'done', rooms } : { kind: 'failed', left, rooms };
}

/** The app itself, as it is kept for use without internet. */
async function wipeOffline(home: URL): Promise<void> {
	const registrations = (await given(() => navigator.serviceWorker)?.getRegistrations()) ?? [];
	// At a shared address other apps have their own.
	const own = registrations.filter(({ scope }) => scope === home.href);
	await Promise.all(own.map(({ active }) => active && letGo(active)));
	await Promise.all(own.map((registration) => registration.unregister()));
	const kept = given(() => caches);
	if (!kept) return;
	for (let round = 0; round < ROUNDS; round += 1) {
		const names = await ownCaches(kept, home);
		if (names.length === 0) return;
		await Promise.all(names.map((name) => kept.delete(name)));
	}
	if ((await ownCaches(kept, home)).length > 0) throw new Error('A cache came back');
}

/**
 * A worker that is fetching the app for use without internet would put it back. One that does not
 * answer soon is not waited for.
 */
function letGo(worker: ServiceWorker): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise<void>((resolve) => {
		port1.onmessage = () => resolve();
		setTimeout(resolve, TIME_TO_LET_GO);
		worker.postMessage({ kind: 'let-go' }, [port2]);
	}).finally(() => port1.close());
}

/**
 * A neighbour on the same host has its own, with the path of its folder; before that was in their
 * names, they could be anybody's.
 */
async function ownCaches(kept: CacheStorage, home: URL): Promise<string[]> {
	return (await kept.keys()).filter((name) => {
		const [app, folder = ''] = name.split(' ');
		return app === APP && (folder === home.pathname || !folder.startsWith('/'));
	});
}

function wipeKeys(): void {
	forgetEverything();
	given(() => {
		forgetOwn(localStorage);
		giveUpPlainNames(localStorage);
	});
}

/** After its load event, and what waits for that. */
function pageLoaded(): Promise<void> {
	return new Promise((resolve) => {
		if (document.readyState === 'complete') setTimeout(resolve);
		else window.addEventListener('load', () => setTimeout(resolve));
	});
}
