import type { CDPSession, Page } from '@playwright/test';
import { newProfile, startChromium } from '../faults/chromium-process';

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

/** A slow phone with a profile of its own. */
export interface Phone {
	/** A new tab, on a bad connection; in it the network's events. */
	open: () => Promise<{ page: Page; network: CDPSession }>;
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
			const network = await context.newCDPSession(page);
			await network.send('Network.enable');
			await network.send('Network.emulateNetworkConditions', SLOW_4G);
			await slowServiceWorkers(network);
			await network.send('Emulation.setDeviceMetricsOverride', SCREEN);
			await network.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
			return { page, network };
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
