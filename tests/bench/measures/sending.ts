import type { Page } from '@playwright/test';
import { startLetterbox } from '../../../.tools/serve/letterbox.mjs';
import { askedIn } from '../../../src/lib/domain/measurement/asked';
import { termsOf } from '../../../src/lib/domain/measurement/terms';
import { encodeBase64Url } from '../../../src/lib/domain/text/bytes-as-text';
import { newKeyPair } from '../../../src/lib/letterbox/keys';
import { newSecret, roomIdOf } from '../../../src/lib/letterbox/names';
import { LetterboxWire } from '../../../src/lib/letterbox/wire';
import { Sender } from '../../../src/lib/state/sending/sender';
import type { ToSend } from '../../../src/lib/state/sending/seal';
import { Outbox } from '../../../src/lib/storage/outbox/outbox';
import { handedBack } from '../../builders/letterbox/handed-back';
import { newLaptop, type Laptop } from '../setting/laptop';
import type { Lab, Row, Scenario } from '../setting/scenario';
import { measurementOf, partnership, questionnaire, responsesTo } from '../setting/workshop';
import { median, quantile } from '../statistics';

/** Three hundred phones that are done within ten seconds, until each knows that the laptop has its answers. */
export const sending: Scenario = { name: 'sending', run };

const PEOPLE = 300;
/** All are done within so many milliseconds, evenly spread. */
const DONE_WITHIN = 10_000;
const AT_MOST = 15_000;
/** A round takes in all of them: more rounds than this tell nothing new. */
const MOST_ROUNDS = 3;

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const found: number[][] = [];
	for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
		const times = await oneRound(appFolder, round);
		found.push(times);
		log(`median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
	}
	const row = (measure: string, of: (times: number[]) => number, atMost?: number): Row => ({
		measure: `300 phones by letterbox, from «Klaar» to «Binnen»: ${measure}`,
		contender: 'app',
		unit: 'ms',
		samples: found.map(of),
		...(atMost === undefined ? {} : { targets: [{ atMost }] })
	});
	return [
		row('median', median),
		row('19 of 20 within', (times) => quantile(times, 0.95)),
		row('slowest', (times) => Math.max(...times), AT_MOST)
	];
}

/** @returns milliseconds for each phone */
async function oneRound(appFolder: string, round: number): Promise<number[]> {
	const laptop = await newLaptop(appFolder, startLetterbox);
	const toSend = await openRoom(laptop, round);
	const { page } = await laptop.open();
	await page.goto(`${laptop.url}meting/?meting=${toSend[0]?.terms.measurementId}`);
	await page.getByText('Brievenbus aan: antwoorden komen vanzelf binnen.').waitFor();
	const times = await Promise.all(
		toSend.map(async (one, place) => {
			await new Promise((resolve) => setTimeout(resolve, (place * DONE_WITHIN) / PEOPLE));
			return untilIn(one);
		})
	);
	await showsAll(page);
	await laptop.discard();
	return times;
}

/** The measurement with its letterbox on the laptop, the room at the host, and what each phone has to send. */
async function openRoom({ url: site, put }: Laptop, round: number): Promise<ToSend[]> {
	const measurement = measurementOf(64 + round, 'open');
	const { id: measurementId, groups, privacy, asksTrend } = measurement;
	const [secret, pair] = [newSecret(), await newKeyPair()];
	const [roomId, publicKey] = [await roomIdOf(secret), encodeBase64Url(pair.publicKey)];
	const opened = await new LetterboxWire(site, fetch).openRoom(roomId, secret);
	if (opened.kind !== 'done') throw new Error(`The room did not open: ${opened.kind}`);
	await put({
		partnerships: [partnership],
		measurements: [measurement],
		letterboxes: [
			{
				...{ measurementId, roomId, publicKey, status: 'open' },
				roomSecret: encodeBase64Url(secret),
				privateKey: encodeBase64Url(pair.privateKey),
				openedOn: new Date().toISOString().slice(0, 10)
			}
		]
	});
	const terms = termsOf({ measurementId, groups, privacy, asksTrend }, questionnaire);
	return responsesTo(measurement, PEOPLE).map((response) => ({
		...{ site, letterbox: { roomId, publicKey } },
		...handedBack(response, terms, askedIn(questionnaire))
	}));
}

/** The sender of the app itself, without a screen. @returns milliseconds from «Klaar» to «Binnen» */
async function untilIn(toSend: ToSend): Promise<number> {
	const begun = performance.now();
	let isIn = false;
	const around = {
		outbox: new Outbox(`bench ${toSend.response.id}`),
		wireTo: (site: string) => new LetterboxWire(site, fetch),
		pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
		chance: Math.random,
		sendLater: () => Promise.resolve(false)
	};
	await new Sender(toSend, around, ({ kind }) => (isIn = kind === 'acknowledged')).run();
	if (!isIn) throw new Error('A phone gave up');
	return performance.now() - begun;
}

/** @throws Error when the desk shows another number than all of them: one lost, or one double */
async function showsAll(page: Page): Promise<void> {
	const each = PEOPLE / questionnaire.roles.length;
	await page.getByRole('img', { name: new RegExp(`^Wie binnen is.*: ${each} .*: ${each} `) }).waitFor();
}
