import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { serve } from '../../../.tools/serve/serve.mjs';
import { tafelOf, type Tafel } from '../../../src/lib/charts/tafel/tafel-data';
import { asResponse, type Measurement } from '../../../src/lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '../../../src/lib/domain/questionnaire/questionnaire';
import { computeFigures } from '../../../src/lib/domain/scoring/scoring';
import { newLaptop, type Laptop } from '../setting/laptop';
import { inTurn, type Lab, type Row, type Scenario } from '../setting/scenario';
import { measurementOf, partnership, questionnaire, responsesTo } from '../setting/workshop';

/** From the press that leads to it to the picture, beside a page that does nothing but draw that same picture. */
export const result: Scenario = { name: 'result', run };

/** Before it counts each contender has its turn so often: browsers keep compiled code only after a few visits. */
const WARM_UPS = 3;
/** Between the page and the press of the button: the least that people take (ms). */
const BEFORE_PRESSING = 2000;
const FLOOR = 'floor';
const AT_MOST = 1.5;
/** How many people answered. */
const SIZES = [40, 400];
const last = dimensionsOf(questionnaire).at(-1)?.dimension;

interface Contender {
	/** Which picture, drawn from whose answers. */
	measure: string;
	name: string;
	url: string;
	/** What is pressed: its accessible name. */
	press: string;
	/** What is done on the page before that. */
	before?: (page: Page) => Promise<void>;
}

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const laptop = await newLaptop(appFolder);
	const floors: Floor[] = [];
	const contenders: Contender[] = [];
	for (const [place, people] of SIZES.entries()) {
		const open = measurementOf(2 * place, 'open');
		const closed = measurementOf(2 * place + 1, 'closed');
		await put(laptop, open, people);
		await put(laptop, closed, people);
		const tafel = tafelFor(open, people);
		const [page, hall] = [await serveFloor(tafel, 'page', people), await serveFloor(tafel, 'hall', people)];
		floors.push(page, hall);
		const [onPage, inHall] = [`result, ${people} people`, `presentation, ${people} people`];
		contenders.push(
			{ measure: onPage, name: FLOOR, url: page.url, press: 'Beeld' },
			{ measure: onPage, name: 'app', url: deskOf(laptop, open), press: 'Bekijk het resultaat' },
			{ measure: inHall, name: FLOOR, url: hall.url, press: 'Beeld' },
			{ measure: inHall, name: 'app', url: deskOf(laptop, closed), press: 'Toon op groot scherm' }
		);
		if (place === 0) contenders.push(await filledTogether(laptop, onPage, people));
	}
	const found = contenders.map((contender) => ({ contender, samples: [] as number[] }));
	for (let round = -WARM_UPS; round < rounds; round += 1) {
		for (const { contender, samples } of inTurn(found, round + WARM_UPS)) {
			const time = await timePicture(laptop, contender);
			if (round < 0) continue;
			samples.push(time);
			log(`${contender.measure}, ${contender.name}: ${time.toFixed(0)} ms`);
		}
	}
	await laptop.discard();
	for (const { close } of floors) await close();
	return found.map(({ contender: { measure, name }, samples }) => ({
		measure: `press to painted picture: ${measure}`,
		contender: name,
		unit: 'ms',
		samples,
		...(name === FLOOR ? {} : { targets: [{ beside: FLOOR, atMost: AT_MOST }] })
	}));
}

/** From the last answer that the groups give together; others answered before. */
async function filledTogether(laptop: Laptop, measure: string, people: number): Promise<Contender> {
	const together = measurementOf(2 * SIZES.length, 'open');
	await put(laptop, together, people);
	await laptop.put({ answers: jointAnswers(together) });
	return {
		measure,
		name: 'app, filled in together',
		url: `${laptop.url}invullen/?meting=${together.id}&onderdeel=${last?.id}`,
		press: 'Naar het resultaat',
		before: (page) => page.locator('input[type=radio]').last().check({ force: true })
	};
}

const deskOf = (laptop: Laptop, { id }: Measurement) => `${laptop.url}meting/?meting=${id}`;

async function put(laptop: Laptop, measurement: Measurement, responses: number): Promise<void> {
	await laptop.put({
		partnerships: [{ ...partnership, id: `${partnership.id}-${measurement.id}` }],
		measurements: [{ ...measurement, partnershipId: `${partnership.id}-${measurement.id}` }],
		responses: responsesTo(measurement, responses).map((response) => ({
			...response,
			id: `${measurement.id}${response.id}`
		}))
	});
}

/** All but the very last one. */
function jointAnswers({ id: measurementId, groups }: Measurement): object[] {
	const places = itemsOf(questionnaire).flatMap((item) =>
		groups.map((group) => ({ itemId: item.id, groupId: group.id }))
	);
	return places.slice(0, -1).map(({ itemId, groupId }, index) => ({
		responseId: `${measurementId}:${groupId}`,
		itemId,
		measurementId,
		groupId,
		answer: 1 + (index % 5),
		revision: 1
	}));
}

function tafelFor(measurement: Measurement, people: number): Tafel {
	const { groups, privacy } = measurement;
	const figures = computeFigures(questionnaire, groups, responsesTo(measurement, people).map(asResponse), privacy);
	return tafelOf({ questionnaire, groups, privacy, figures, agreed: [], topics: [], chosen: [] }, 'talk');
}

interface Floor {
	url: string;
	close: () => Promise<void>;
}

/** @param kind on a page, or for the room */
async function serveFloor(tafel: Tafel, kind: 'page' | 'hall', people: number): Promise<Floor> {
	const root = `${process.cwd()}/tests/bench`;
	const folder = `${root}/.site/tafel-${kind}-${people}`;
	rmSync(folder, { recursive: true, force: true });
	const id = '\0virtual:tafel';
	const data = `export const tafel = ${JSON.stringify(tafel)}; export const kind = ${JSON.stringify(kind)};`;
	await build({
		root: `${root}/tafel-page`,
		base: './',
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${process.cwd()}/src/lib` } },
		build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
		plugins: [
			svelte(),
			{
				name: 'tafel',
				resolveId: (source) => (source === 'virtual:tafel' ? id : undefined),
				load: (resolved) => (resolved === id ? data : undefined)
			}
		]
	});
	return serve({ port: 0, folder, strict: false });
}

declare global {
	interface Window {
		/** When the picture was painted, in ms after the press. */
		benchPicture: Promise<number>;
	}
}

async function timePicture(laptop: Laptop, { url, press, before }: Contender): Promise<number> {
	const { page } = await laptop.open();
	await page.goto(url);
	const button = page
		.getByRole('link', { name: press })
		.or(page.getByRole('button', { name: press }))
		.first();
	await button.waitFor();
	await before?.(page);
	await page.waitForTimeout(BEFORE_PRESSING);
	await button.evaluate(pressIt);
	const time = await page.evaluate(() => window.benchPicture);
	await page.close();
	return time;
}

/** Runs in the page. Pressed without coming near it first, so that nothing is fetched ahead for a mouse on its way. */
function pressIt(button: Element): void {
	// A line of the picture on a page, or the picture for the room.
	const pictures = 'figure[aria-label^="Alle onderdelen"] svg[role="img"], .stage svg[role="img"]';
	const isDrawn = () => [...document.querySelectorAll(pictures)].some((picture) => picture.checkVisibility());
	window.benchPicture = new Promise((resolve) => {
		const start = performance.now();
		const look = () => {
			if (!isDrawn()) {
				requestAnimationFrame(look);
				return;
			}
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now() - start);
			port2.postMessage(undefined);
		};
		requestAnimationFrame(look);
		(button as HTMLElement).click();
	});
}
