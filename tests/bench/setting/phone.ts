import type { CDPSession, Page } from '@playwright/test';
import { newProfile, startChromium } from '../../faults/chromium-process';

/** The slow 4G of Lighthouse when it throttles in the browser: 150 ms × 3.75, and 90 % of 1.6 Mbit/s and 750 kbit/s. */
const SLOW_4G = {
	offline: false,
	latency: 562.5,
	downloadThroughput: (1.6e6 * 0.9) / 8,
	uploadThroughput: (750e3 * 0.9) / 8
};
/** How many times slower than this machine. */
const CPU_RATE = 4;
const SCREEN = { width: 360, height: 740, deviceScaleFactor: 2, mobile: true };
/** A browser that has just started is still busy with itself (ms). */
const STARTING = 800;

/** Nothing that is measured takes as long, however busy the machine is (ms). */
const PATIENCE = 90_000;

/** @throws Error with the complaint when it takes over a minute and a half */
export async function inTime<T>(work: Promise<T>, complaint: string): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`${complaint} after ${PATIENCE / 1000} s`)), PATIENCE);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A slow phone with a profile of its own. */
export interface Phone {
	/** A new tab, on a slow processor and a bad connection; with what tells of its network and its work. */
	open: () => Promise<{ page: Page; session: CDPSession }>;
	/** From now on until what it gives is called, which saves the trace. */
	trace: (page: Page, file: string) => Promise<() => Promise<void>>;
	/** A new tab on a good connection, to prepare something that is not measured. */
	prepare: (work: (page: Page) => Promise<void>) => Promise<void>;
	/** Takes away what pages stored, and leaves caches and service worker. All tabs must be closed. */
	forgetAnswers: (origin: string) => Promise<void>;
	/** Closes it and throws its profile away. */
	discard: () => Promise<void>;
}

/** @param fingerprint of the certificate that this phone trusts */
export async function newPhone(fingerprint: string): Promise<Phone> {
	const profile = newProfile();
	const {
		context,
		page: blank,
		close
	} = await startChromium(profile, [`--ignore-certificate-errors-spki-list=${fingerprint}`]);
	await blank.waitForTimeout(STARTING);
	return {
		open: async () => {
			const page = await context.newPage();
			const session = await context.newCDPSession(page);
			await session.send('Network.enable');
			await session.send('Network.emulateNetworkConditions', SLOW_4G);
			await slowServiceWorkers(session);
			await session.send('Emulation.setDeviceMetricsOverride', SCREEN);
			await slowDown(session);
			return { page, session };
		},
		trace: async (page, file) => {
			const browser = context.browser();
			await browser?.startTracing(page, { path: file });
			return async () => {
				await browser?.stopTracing();
			};
		},
		prepare: async (work) => {
			const page = await context.newPage();
			await work(page);
			await page.close();
		},
		forgetAnswers: async (origin) => {
			const session = await context.newCDPSession(blank);
			await session.send('Storage.clearDataForOrigin', {
				origin,
				storageTypes: 'indexeddb,local_storage,file_systems'
			});
			await session.detach();
		},
		discard: async () => {
			await close();
			profile.remove();
		}
	};
}

/** Makes a tab as slow as the phone that is measured. */
export async function slowDown(session: CDPSession): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}

/** Gives a tab the whole processor, for what is not measured. */
export async function speedUp(session: CDPSession): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

/** The throttling of a page does not reach its service worker: each gets its own before it runs. Its CPU stays fast. */
async function slowServiceWorkers(page: CDPSession): Promise<void> {
	let id = 0;
	page.on('Target.attachedToTarget', ({ sessionId }) => {
		const tell = (method: string, params: object = {}) =>
			page.send('Target.sendMessageToTarget', {
				sessionId,
				message: JSON.stringify({ id: (id += 1), method, params })
			});
		const slow = async () => {
			await tell('Network.enable');
			await tell('Network.emulateNetworkConditions', SLOW_4G);
			await tell('Runtime.runIfWaitingForDebugger');
		};
		// One that has ended meanwhile needs nothing any more.
		slow().catch(() => undefined);
	});
	await page.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: true,
		flatten: false,
		filter: [{ type: 'service_worker' }, { exclude: true }]
	});
}
