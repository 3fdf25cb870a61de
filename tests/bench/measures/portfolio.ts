import type { CDPSession } from '@playwright/test';
import { fillDatabase } from '../../e2e/devices/fill-device';
import { newLaptop, type Laptop } from '../setting/laptop';
import type { Lab, Row, Scenario, Target } from '../setting/scenario';
import { exponent } from '../slope';

/** A consultant's laptop: 200 partnerships of 5 measurements, with few or many responses each. */
export const portfolio: Scenario = { name: 'portfolio', run };

const PARTNERSHIPS = 200;
const MEASUREMENTS = 5;
/** Of each measurement. */
const SIZES = [4, 40, 160] as const;
/** A round opens every page on three laptops; more of them tell nothing new. */
const MOST_ROUNDS = 5;
/** Between two looks at how much memory is in use (ms). */
const LOOK_EVERY = 5;
const MEGABYTE = 1024 ** 2;
/** Of the measure that grows least of all: what noise may make of «does not depend on it». */
const NO_GROWTH: Target[] = [{ atMost: 0.1 }];
const MEMORY: Target[] = [{ atMost: 64 }];

interface View {
	name: string;
	path: string;
	/** What is there when it shows what people came for. */
	shows: string;
	/** Whether it is opened as just after an import, when no summary is stored. */
	afterImport?: true;
	/** What is there when its last figure is there too. */
	complete?: string;
}

const lastRadar = `tbody tr:nth-child(${PARTNERSHIPS}) .tiny svg`;
const views: readonly View[] = [
	{ name: 'overview', path: 'overzicht/', shows: 'tbody tr', complete: lastRadar },
	{ name: 'overview, after an import', path: 'overzicht/', shows: 'tbody tr', complete: lastRadar, afterImport: true },
	{ name: 'home', path: '', shows: '.lines li' },
	{ name: 'partnership', path: 'samenwerkingsverband/?verband=verband-7', shows: 'main table, main ol, main ul' },
	{ name: 'beside others', path: 'naast-anderen/?meting=verband-7-0', shows: 'main h2' },
	{
		name: 'beside others, after an import',
		path: 'naast-anderen/?meting=verband-7-0',
		shows: 'main h2',
		afterImport: true
	},
	{ name: 'files', path: 'gegevens/', shows: 'main h2' }
];

interface Opening {
	shown: number;
	complete: number;
	peak: number;
	after: number;
}

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const laptops = new Map<number, Laptop>();
	for (const size of SIZES) {
		const laptop = await newLaptop(appFolder);
		await fillDatabase(laptop.desk, {
			partnerships: PARTNERSHIPS,
			measurements: MEASUREMENTS,
			responses: size,
			latestDate: '2026-05-01'
		});
		laptops.set(size, laptop);
		log(`${PARTNERSHIPS * MEASUREMENTS * size} responses are in`);
	}
	const rows: Row[] = [];
	for (const view of views) {
		const found: Map<number, Opening>[] = [];
		for (let round = -1; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
			const openings = new Map<number, Opening>();
			for (const [size, laptop] of laptops) openings.set(size, await open(laptop, view));
			// The first time is for the browser, which then keeps what it compiled.
			if (round >= 0) found.push(openings);
		}
		rows.push(...rowsOf(view, found));
		log(view.name);
	}
	for (const laptop of laptops.values()) await laptop.discard();
	return rows;
}

function rowsOf({ name, complete, afterImport }: View, rounds: readonly Map<number, Opening>[]): Row[] {
	const row = (measure: string, unit: Row['unit'], samples: number[], targets: Target[] = []): Row => ({
		measure: `portfolio, ${name}: ${measure}`,
		contender: 'app',
		unit,
		samples,
		targets
	});
	const of = (size: number, value: (opening: Opening) => number) =>
		rounds.flatMap((openings) => [...openings].flatMap(([each, opening]) => (each === size ? value(opening) : [])));
	const growthOf = (openings: Map<number, Opening>) =>
		exponent([...openings].map(([size, { shown }]) => ({ size, time: shown })));
	return [
		...SIZES.map((size) =>
			row(
				`shown, ${size} responses each`,
				'ms',
				of(size, ({ shown }) => shown)
			)
		),
		...(complete === undefined || !afterImport
			? []
			: SIZES.map((size) =>
					row(
						`complete, ${size} responses each`,
						'ms',
						of(size, (opening) => opening.complete)
					)
				)),
		row(
			'shown: exponent of the number of responses',
			'',
			rounds.map(growthOf),
			complete === undefined ? [] : NO_GROWTH
		),
		...SIZES.map((size) =>
			row(
				`heap at its highest, ${size} responses each`,
				'MB',
				of(size, ({ peak }) => peak),
				MEMORY
			)
		),
		...SIZES.map((size) =>
			row(
				`heap afterwards, ${size} responses each`,
				'MB',
				of(size, ({ after }) => after),
				MEMORY
			)
		)
	];
}

async function open(laptop: Laptop, { path, shows, complete, afterImport }: View): Promise<Opening> {
	if (afterImport) await laptop.desk.evaluate(forgetSummaries);
	const { page, session } = await laptop.open();
	await page.addInitScript(watchFor, { shows, complete: complete ?? shows });
	const peak = followHeap(session);
	await page.goto(`${laptop.url}${path}`);
	const times = await page.evaluate(() => window.benchShown);
	const highest = await peak();
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await page.close();
	return { ...times, peak: highest / MEGABYTE, after: usedSize / MEGABYTE };
}

/**
 * Looks at the heap again and again, garbage included. @returns stops that and gives the most that was seen, in bytes
 */
function followHeap(session: CDPSession): () => Promise<number> {
	let highest = 0;
	let stopped = false;
	const looking = (async () => {
		while (!stopped) {
			const { usedSize } = await session.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }));
			highest = Math.max(highest, usedSize);
			await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
		}
	})();
	return async () => {
		stopped = true;
		await looking;
		return highest;
	};
}

declare global {
	interface Window {
		/** In ms since the navigation started: the first task after the frame that shows it. */
		benchShown: Promise<{ shown: number; complete: number }>;
	}
}

/** Runs in the page before anything of the page itself. */
function watchFor({ shows, complete }: { shows: string; complete: string }): void {
	const painted = (selector: string) =>
		new Promise<number>((resolve) => {
			const look = () => {
				if (!document.querySelector(selector)) {
					requestAnimationFrame(look);
					return;
				}
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(undefined);
			};
			requestAnimationFrame(look);
		});
	window.benchShown = Promise.all([painted(shows), painted(complete)]).then(([shown, all]) => ({
		shown,
		complete: all
	}));
}

/** Runs in a page: as an import and a restore leave it. */
async function forgetSummaries(): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('samenwerkingsmeter');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database does not open'));
	});
	const tx = db.transaction('summaries', 'readwrite');
	tx.objectStore('summaries').clear();
	await new Promise((resolve) => (tx.oncomplete = resolve));
	db.close();
}
