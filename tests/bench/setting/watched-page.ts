import type { CDPSession, Page } from '@playwright/test';

/** How many times slower than this machine. */
const CPU_RATE = 4;
/** Between two looks at the heap (ms), and after how many of those the garbage is collected. */
const LOOK = 200;
const COLLECT = 10;

/** What long work took that people follow by its progress. */
export interface Sample {
	time: number;
	/** What is in use above what an idle page uses: with garbage, and right after collecting it. */
	heap: number;
	held: number;
	/** Between two moments at which the progress on the screen changed. */
	silence: number;
}

/** @returns a function that carries out work and says what it took */
export async function watchPage(
	page: Page,
	browser: CDPSession
): Promise<(work: () => Promise<unknown>) => Promise<Sample>> {
	await browser.send('Performance.enable');
	await browser.send('HeapProfiler.enable');
	const megabytes = async () => {
		const { metrics } = await browser.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000;
	};
	const collected = async () => {
		await browser.send('HeapProfiler.collectGarbage');
		return megabytes();
	};
	const idle = await collected();
	await browser.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
	await page.evaluate(noteProgress);
	return async (work) => {
		let [heap, held, looks, busy] = [idle, idle, 0, true];
		const looking = (async () => {
			while (isBusy()) {
				heap = Math.max(heap, await megabytes());
				if ((looks += 1) % COLLECT === 0) held = Math.max(held, await collected());
				await new Promise((resolve) => setTimeout(resolve, LOOK));
			}
		})();
		await page.evaluate(() => window.silence());
		const start = performance.now();
		await work();
		const time = performance.now() - start;
		busy = false;
		await looking;
		return { time, heap: heap - idle, held: held - idle, silence: await page.evaluate(() => window.silence()) };

		/** Read anew: it changes meanwhile. */
		function isBusy() {
			return busy;
		}
	};
}

declare global {
	interface Window {
		/** The longest time that a progress stood unchanged on the screen since this was last asked (ms). */
		silence: () => number;
	}
}

/** Runs in the page. */
function noteProgress(): void {
	let [shown, since, longest] = ['', 0, 0];
	const look = () => {
		const bar = document.querySelector('progress');
		const now = bar ? `${bar.getAttribute('aria-valuetext')} ${bar.parentElement?.textContent}` : '';
		if (now === shown) return;
		const time = performance.now();
		if (shown !== '') longest = Math.max(longest, time - since);
		[shown, since] = [now, time];
	};
	new MutationObserver(look).observe(document.body, {
		subtree: true,
		childList: true,
		characterData: true,
		attributes: true
	});
	window.silence = () => {
		const found = longest;
		longest = 0;
		return found;
	};
}
