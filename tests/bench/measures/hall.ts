import type { Page } from '@playwright/test';
import encodeQR from 'qr';
import { askedIn } from '../../../src/lib/domain/measurement/asked';
import { termsOf, type Terms } from '../../../src/lib/domain/measurement/terms';
import { packResponse } from '../../../src/lib/exchange/response/response-code';
import { responseQrText } from '../../../src/lib/exchange/response/response-qr';
import { newLaptop, type Laptop } from '../setting/laptop';
import type { Lab, Row, Scenario, Target } from '../setting/scenario';
import { slope } from '../slope';
import { median, quantile } from '../statistics';
import { measurementOf, partnership, questionnaire, responsesTo } from '../setting/workshop';

/** Three hundred people hand in their answers one after another, by typed code and by QR code. */
export const hall: Scenario = { name: 'hall', run };

const PEOPLE = 300;
/** The first and the last so many are set beside each other. */
const ENDS = 30;
/** Each round takes in all of them twice: more rounds than this tell nothing new. */
const MOST_ROUNDS = 3;
const ONE_SECOND: Target[] = [{ atMost: 1000 }];

interface Way {
	name: string;
	/** Hands in everything on the open page; milliseconds for each until it was painted that it is in. */
	handIn: (page: Page, codes: readonly string[], terms: Terms) => Promise<number[]>;
}

const ways: readonly Way[] = [
	{
		name: 'typed code, from its last character',
		handIn: async (page, codes) => {
			await page.getByRole('button', { name: 'Code', exact: true }).click();
			await page.getByRole('textbox', { name: 'Vak 1 van' }).waitFor();
			return page.evaluate(typeCodes, [...codes]);
		}
	},
	{
		name: 'QR code, from the first picture of it',
		handIn: async (page, codes, terms) => {
			await page.getByRole('button', { name: 'Start de camera' }).click();
			await page.getByLabel('Beeld van de camera').waitFor();
			const pictures = codes.map((code) => encodeQR(responseQrText(code, terms), 'raw', { ecc: 'medium', border: 4 }));
			return page.evaluate(showCodes, pictures);
		}
	}
];

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const found = new Map<string, number[][]>(ways.map(({ name }) => [name, []]));
	for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
		const laptop = await newLaptop(appFolder);
		for (const [place, way] of ways.entries()) {
			const times = await handInAll(laptop, way, place);
			found.get(way.name)?.push(times);
			log(`${way.name}: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
		}
		await laptop.discard();
	}
	return [...found].flatMap(([name, times]) => rowsOf(name, times));
}

function rowsOf(name: string, rounds: readonly number[][]): Row[] {
	const row = (measure: string, unit: Row['unit'], of: (times: number[]) => number, targets: Target[] = []): Row => ({
		measure: `hall, ${name}: ${measure}`,
		contender: 'app',
		unit,
		samples: rounds.map(of),
		targets
	});
	return [
		row('median', 'ms', median),
		row('19 of 20 within', 'ms', (times) => quantile(times, 0.95), ONE_SECOND),
		row('slowest', 'ms', (times) => Math.max(...times), ONE_SECOND),
		row('slower by each 100 that are in', 'ms', (times) => 100 * slope(times.map((y, x) => ({ x, y })))),
		row('last 30 beside first 30', '', (times) => median(times.slice(-ENDS)) / median(times.slice(0, ENDS)))
	];
}

async function handInAll(laptop: Laptop, { handIn }: Way, place: number): Promise<number[]> {
	const measurement = measurementOf(place, 'open');
	await laptop.put({ partnerships: [partnership], measurements: [measurement] });
	const context = {
		terms: termsOf({ ...measurement, measurementId: measurement.id }, questionnaire),
		...askedIn(questionnaire)
	};
	const codes = responsesTo(measurement, PEOPLE).map((response) => packResponse({ ...context, response }));
	const { page } = await laptop.open();
	await page.addInitScript(preparePage);
	await page.goto(`${laptop.url}verzamelen/?meting=${measurement.id}`);
	await page.locator('.count .number', { hasText: /^0$/ }).waitFor();
	const times = await handIn(page, codes, context.terms);
	await page.locator('.count .number', { hasText: new RegExp(`^${PEOPLE}$`) }).waitFor();
	await page.close();
	return times;
}

declare global {
	interface Window {
		/** Resolves at the first task after the frame that shows that so many are in. */
		benchConfirmed: (count: number) => Promise<void>;
		/** Stands in for a camera: what is drawn on it is what the camera sees. */
		benchCamera: HTMLCanvasElement;
	}
}

/** Runs in the page before anything of the page itself. */
function preparePage(): void {
	const isConfirmed = (count: number) =>
		document.querySelector('.count .number')?.textContent === String(count) &&
		document.querySelector('.latest.good')?.textContent?.includes('Net binnen') === true;
	window.benchConfirmed = async (count) => {
		await new Promise<void>((resolve) => {
			const watcher = new MutationObserver(() => {
				if (!isConfirmed(count)) return;
				watcher.disconnect();
				resolve();
			});
			watcher.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
		});
		await new Promise<void>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			requestAnimationFrame(() => port2.postMessage(undefined));
		});
	};
	window.benchCamera = document.createElement('canvas');
	Object.assign(window.benchCamera, { width: 1280, height: 960 });
	navigator.mediaDevices.getUserMedia = () => Promise.resolve(window.benchCamera.captureStream(30));
}

/** Runs in the page. */
async function typeCodes(codes: string[]): Promise<number[]> {
	const field = document.querySelector<HTMLInputElement>('[aria-label^="Vak 1 van"]');
	const times: number[] = [];
	for (const [place, code] of codes.entries()) {
		if (!field) throw new Error('There is no field for a code');
		const start = performance.now();
		const confirmed = window.benchConfirmed(place + 1);
		field.value = code;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await confirmed;
		times.push(performance.now() - start);
	}
	return times;
}

/** Runs in the page: holds each code in front of the camera until it is confirmed. @param pictures true is dark */
async function showCodes(pictures: boolean[][][]): Promise<number[]> {
	const canvas = window.benchCamera;
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('There is nothing to draw on');
	const times: number[] = [];
	for (const [place, modules] of pictures.entries()) {
		const side = Math.floor((canvas.height * 0.9) / modules.length);
		const left = (canvas.width - side * modules.length) / 2;
		const top = (canvas.height - side * modules.length) / 2;
		const start = performance.now();
		const confirmed = window.benchConfirmed(place + 1);
		pen.fillStyle = '#e6e6e6';
		pen.fillRect(0, 0, canvas.width, canvas.height);
		pen.fillStyle = '#141414';
		for (const [row, cells] of modules.entries()) {
			for (const [column, dark] of cells.entries())
				if (dark) pen.fillRect(left + column * side, top + row * side, side, side);
		}
		await confirmed;
		times.push(performance.now() - start);
	}
	return times;
}
