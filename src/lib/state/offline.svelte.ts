import { settleEverything } from './save-queue';

/** What works without internet on this device. */
export type Readiness =
	/** Not known yet. */
	| { kind: 'unknown' }
	/** Why it never will, in Dutch. */
	| { kind: 'impossible'; reason: string }
	/** What this page needs is kept; how much of the whole app, in parts. */
	| { kind: 'page' }
	| { kind: 'fetching'; kept: number; total: number }
	| { kind: 'all' };

const NO_HTTPS = 'Deze pagina is niet via https geopend. Zonder internet werken kan dan niet.';
const NO_WORKER = 'Deze browser laat niet toe om zonder internet te werken. In een privévenster is dat vaak zo.';

/** Keeps the app for use without internet, and offers a new version without ever taking it by itself. */
export class Offline {
	readiness = $state.raw<Readiness>({ kind: 'unknown' });
	/** Whether a new version waits. */
	updateWaits = $state(false);
	problem = $state('');
	#registration: ServiceWorkerRegistration | undefined;

	/**
	 * @param whole whether to fetch the whole app when the browser has time; a participant's phone only keeps its own page
	 */
	start(whole: boolean): void {
		if (!window.isSecureContext) this.readiness = { kind: 'impossible', reason: NO_HTTPS };
		else if (!('serviceWorker' in navigator)) this.readiness = { kind: 'impossible', reason: NO_WORKER };
		else void this.#follow(navigator.serviceWorker, whole);
	}

	/** Stores what still waits to be stored, then takes the new version; every tab loads it again. */
	async update(): Promise<void> {
		this.problem = '';
		try {
			await settleEverything();
		} catch (cause) {
			this.problem = cause instanceof Error ? cause.message : String(cause);
			return;
		}
		this.#registration?.waiting?.postMessage({ kind: 'activate' });
	}

	async #follow(container: ServiceWorkerContainer, whole: boolean): Promise<void> {
		// The first worker takes over a page that had none: nothing changed then.
		let controlled = container.controller !== null;
		container.addEventListener('controllerchange', () => {
			if (controlled) void this.#reload();
			controlled = true;
		});
		this.#registration = await container.ready;
		this.#watch(this.#registration);
		const { active } = this.#registration;
		if (!active) return;
		keepWhatLoads(active);
		this.readiness = { kind: 'page' };
		if (whole) whenIdle(() => this.#keepAll(active));
	}

	/** An answer that cannot be stored now must not go with a reload: then this page stays, and says why. */
	async #reload(): Promise<void> {
		try {
			await settleEverything();
			location.reload();
		} catch (cause) {
			this.problem = cause instanceof Error ? cause.message : String(cause);
		}
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const look = () => (this.updateWaits = registration.waiting !== null && registration.active !== null);
		look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', look);
		});
	}

	#keepAll(active: ServiceWorker): void {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<{ kept: number; total: number }>) => {
			this.readiness = data.kept >= data.total ? { kind: 'all' } : { kind: 'fetching', ...data };
		};
		active.postMessage({ kind: 'keep-all' }, [port2]);
	}
}

/** The one of this tab. */
export const offline = new Offline();

/** Also what was on its way while the first worker did not answer this page yet: the worker never saw that. */
function keepWhatLoads(active: ServiceWorker): void {
	const keep = (addresses: string[]) => active.postMessage({ kind: 'keep', paths: pathsHere(addresses) });
	keep([location.href]);
	new PerformanceObserver((list) => keep(list.getEntries().map(({ name }) => name))).observe({
		type: 'resource',
		buffered: true
	});
}

/** Of the addresses on this host, the paths. */
function pathsHere(addresses: string[]): string[] {
	return addresses
		.map((address) => new URL(address))
		.filter(({ origin }) => origin === location.origin)
		.map(({ pathname }) => pathname);
}

function whenIdle(work: () => void): void {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
	else work();
}
