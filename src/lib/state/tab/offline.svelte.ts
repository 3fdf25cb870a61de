import { given } from '$lib/domain/given';
import { messageOf } from '$lib/state/error-message';
import { settleEverything } from '$lib/state/saving/save-queue';

/** What works without internet on this device. */
export type Readiness =
	/** Not known yet. */
	| { kind: 'unknown' }
	/** Why it never will, in Dutch. */
	| { kind: 'impossible'; reason: string }
	/** What this page needs is kept; how much of the whole app, in parts. */
	| { kind: 'page' }
	| { kind: 'fetching'; kept: number; total: number }
	/** No more parts come now: the disk is full, or the host does not give them. */
	| { kind: 'partly'; kept: number; total: number }
	| { kind: 'all' };

const NO_HTTPS = 'Deze pagina is niet via https geopend. Zonder internet werken kan dan niet.';
const NO_WORKER = 'Deze browser laat niet toe om zonder internet te werken. In een privévenster is dat vaak zo.';

/** How many of the wanted parts are kept; done when no more come now. */
interface Progress {
	kept: number;
	total: number;
	done: boolean;
}

/** Keeps the app for use without internet, and offers a new version without ever taking it by itself. */
export class Offline {
	readiness = $state.raw<Readiness>({ kind: 'unknown' });
	/** Whether a new version waits. */
	updateWaits = $state(false);
	problem = $state('');
	#registration: ServiceWorkerRegistration | undefined;

	/**
	 * @param registered whether the browser lets this app have a service worker
	 * @param whole whether to fetch the whole app when the browser has time; a participant's
	 * phone only keeps its own page
	 */
	start(registered: Promise<boolean>, whole: boolean): void {
		const impossible = () => (this.readiness = { kind: 'impossible', reason: NO_WORKER });
		const container = given(() => navigator.serviceWorker);
		if (!window.isSecureContext) this.readiness = { kind: 'impossible', reason: NO_HTTPS };
		else if (!container) impossible();
		else {
			void registered.then((may) => may || impossible());
			this.#follow(container, whole).catch(impossible);
		}
	}

	/** Stores what still waits to be stored, then takes the new version; every tab loads it again. */
	async update(): Promise<void> {
		this.problem = '';
		try {
			await settleEverything();
		} catch (cause) {
			this.problem = messageOf(cause);
			return;
		}
		const waiting = this.#registration?.waiting;
		if (waiting) waiting.postMessage({ kind: 'activate' });
		// Another tab took it already.
		else location.reload();
	}

	async #follow(container: ServiceWorkerContainer, whole: boolean): Promise<void> {
		// The first worker takes over a page that had none: nothing changed then.
		let controlled = container.controller !== null;
		container.addEventListener('controllerchange', () => {
			if (controlled) void this.#reload();
			controlled = true;
		});
		container.addEventListener('message', ({ data, ports: [port] }: MessageEvent<{ kind?: unknown }>) => {
			if (data.kind === 'which-build') port?.postMessage(buildHere());
		});
		// One that registers late, or is in the way for ever, must not keep a new version from being seen.
		container.getRegistration().then(
			(registration) => registration && this.#watch(registration),
			// A browser that withholds it has no version to offer.
			() => undefined
		);
		const registration = await container.ready;
		this.#watch(registration);
		const { active } = registration;
		if (!active) return;
		keepWhatLoads(active, () => {
			if (this.readiness.kind === 'unknown') this.readiness = { kind: 'page' };
		});
		if (whole) whenIdle(() => this.#keepAll(active));
	}

	/** An answer that cannot be stored now must not go with a reload: then this page stays, and says why. */
	async #reload(): Promise<void> {
		try {
			await settleEverything();
			location.reload();
		} catch (cause) {
			this.problem = messageOf(cause);
		}
	}

	/** Whatever comes, or was coming before this page looked. */
	#watch(registration: ServiceWorkerRegistration): void {
		if (this.#registration === registration) return;
		this.#registration = registration;
		const look = () => (this.updateWaits = registration.waiting !== null && registration.active !== null);
		const follow = () => {
			look();
			registration.installing?.addEventListener('statechange', look);
			registration.waiting?.addEventListener('statechange', look);
		};
		follow();
		registration.addEventListener('updatefound', follow);
	}

	#keepAll(active: ServiceWorker): void {
		askWorkerToKeep(active, { kind: 'keep-all' }, (progress) => {
			const { kept, total, done } = progress;
			if (kept >= total) this.readiness = { kind: 'all' };
			else this.readiness = { kind: done ? 'partly' : 'fetching', kept, total };
		});
	}
}

/** The one of this tab. */
export const offline = new Offline();

/**
 * Also what was on its way while the first worker did not answer this page yet: the worker never saw that.
 * @param onkept when this page is kept with all that it has loaded until now
 */
function keepWhatLoads(active: ServiceWorker, onkept: () => void): void {
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	askWorkerToKeep(active, { kind: 'keep', paths: pathsHere([location.href, ...loaded]) }, ({ kept, total }) => {
		if (kept >= total) onkept();
	});
	new PerformanceObserver((list) => {
		active.postMessage({ kind: 'keep', paths: pathsHere(list.getEntries().map(({ name }) => name)) });
	}).observe({ type: 'resource' });
}

/** @param onprogress told how many of the wanted parts are kept, each time that there is one more */
function askWorkerToKeep(
	active: ServiceWorker,
	wanted: { kind: 'keep'; paths: string[] } | { kind: 'keep-all' },
	onprogress: (progress: Progress) => void
): void {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = ({ data }: MessageEvent<Progress>) => onprogress(data);
	active.postMessage(wanted, [port2]);
}

/** The build that this tab shows, as its page is marked (.tools/build/site-table.mjs). */
function buildHere(): string | undefined {
	const mark = document.querySelector<HTMLMetaElement>('meta[name="samenwerkingsmeter"]');
	return mark?.content.split(' ')[0];
}

/** Of the addresses on this host, the paths, each once. */
function pathsHere(addresses: string[]): string[] {
	const urls = addresses.map((address) => new URL(address));
	const here = urls.filter(({ origin, protocol }) => origin === location.origin && protocol === location.protocol);
	return [...new Set(here.map(({ pathname }) => pathname))];
}

function whenIdle(work: () => void): void {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
	else work();
}
