import type { CDPSession, Page } from '@playwright/test';
import { dimensionsOf } from '../../../src/lib/domain/questionnaire/questionnaire';
import { answerScreens, statementsHere, watchAnswer } from '../setting/answer-watch';
import { longQuestionnaire } from '../setting/contents';
import { serveContenders, type Contender } from '../setting/contenders';
import { inTime, newPhone, slowDown, speedUp, type Phone } from '../setting/phone';
import { inTurn, type Lab, type Row, type Scenario } from '../setting/scenario';
import type { BenchServer } from '../setting/server';
import { median } from '../statistics';
import { startStopwatch } from '../setting/stopwatch';

/**
 * One answer at a time in a questionnaire of 200 statements: at its beginning, and at its
 * end when all else is answered.
 */
export const answering: Scenario = { name: 'answering', run };

/** How many dimensions are answered with the watch on, at each end. */
const WATCHED = 3;
/** In each of them. */
const STATEMENTS = 4;
/** The third point: what nobody chose before. */
const POINT = 2;
/** Long enough for the answer to be stored and that to be told (ms). */
const STORED = 300;

interface Answers {
	/** From the click to the painted answer (ms). */
	painted: number[];
	/** What the main thread computes for it, at full speed (ms of processor time). */
	work: number[];
}

interface Sample {
	begin: Answers;
	end: Answers;
}

const measures: {
	measure: string;
	unit: Row['unit'];
	of: (sample: Sample) => number;
	floor?: number;
	atMost?: number;
}[] = [
	{ measure: 'click to painted answer, item 1', unit: 'ms', of: ({ begin }) => median(begin.painted), floor: 1.3 },
	{ measure: 'click to painted answer, item 200', unit: 'ms', of: ({ end }) => median(end.painted), floor: 1.3 },
	{
		measure: 'click to painted answer, item 200 : item 1',
		unit: '',
		of: ({ begin, end }) => median(end.painted) / median(begin.painted),
		atMost: 1.1
	},
	{ measure: 'main thread per answer, item 1', unit: 'ms', of: ({ begin }) => median(begin.work), floor: 1.4 },
	{ measure: 'main thread per answer, item 200', unit: 'ms', of: ({ end }) => median(end.work), floor: 1.4 },
	{
		measure: 'main thread per answer, item 200 : item 1',
		unit: '',
		of: ({ begin, end }) => median(end.work) / median(begin.work),
		atMost: 1.1
	}
];

/** A round here holds dozens of answers, so a third of the rounds is enough. */
async function run({ rounds, appFolder, traces, log }: Lab): Promise<Row[]> {
	const { server, contenders } = await serveContenders(longQuestionnaire, appFolder);
	const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
	const turns = Math.ceil(rounds / 3);
	for (let round = 0; round < turns; round += 1) {
		for (const contender of inTurn(contenders, round)) {
			const sample = await answerAll(contender, server);
			samples.get(contender.name)?.push(sample);
			log(`${round + 1}/${turns} ${contender.name}: ${inWords(sample.begin)}; at the end ${inWords(sample.end)}`);
		}
	}
	if (traces !== undefined) {
		for (const contender of contenders) {
			await traceAnswers(contender, server, `${traces}-answering-${contender.name}.trace.json`);
		}
	}
	await server.close();
	return measures.flatMap(({ measure, unit, of, floor, atMost }) =>
		contenders.map(({ name }): Row => {
			const row = { measure, contender: name, unit, samples: (samples.get(name) ?? []).map(of) };
			if (name !== 'app') return row;
			if (floor !== undefined) return { ...row, targets: [{ beside: 'floor', atMost: floor }] };
			return atMost === undefined ? row : { ...row, targets: [{ atMost }] };
		})
	);
}

function inWords({ painted, work }: Answers): string {
	return `painted after ${Math.round(median(painted))} ms, ${median(work).toFixed(1)} ms of work`;
}

async function answerAll(contender: Contender, server: BenchServer): Promise<Sample> {
	const { phone, page, session } = await openReady(contender, server);
	const all = screensOf(contender);
	const watched = contender.oneAtATime ? WATCHED * STATEMENTS : WATCHED;
	/** As many on a slow processor, for how soon it is painted, as on a fast one, for the work. */
	const both = async (screens: readonly number[], areLast: boolean): Promise<Answers> => {
		await slowDown(session);
		const { painted } = await watchPages(page, session, contender, screens.slice(0, watched));
		await speedUp(session);
		const { work } = await watchPages(page, session, contender, screens.slice(watched), areLast);
		return { painted, work };
	};
	const begin = await both(all.slice(0, 2 * watched), false);
	const count = all.slice(2 * watched, -2 * watched).length;
	await page.evaluate(answerScreens, { landmarks: contender.landmarks, point: POINT, count });
	const end = await both(all.slice(-2 * watched), true);
	await phone.discard();
	return { begin, end };
}

/** How many statements each screen has that is still to come: the stopwatch has answered the very first one. */
function screensOf({ oneAtATime }: Contender): number[] {
	const counts = dimensionsOf(longQuestionnaire).map(({ dimension }) => dimension.items.length);
	return oneAtATime ? counts.flatMap((count) => Array.from({ length: count }, () => 1)).slice(1) : counts;
}

/** The first page of answers apart, since being traced takes time as well. */
async function traceAnswers(contender: Contender, server: BenchServer, file: string): Promise<void> {
	const { phone, page, session } = await openReady(contender, server);
	const [first] = dimensionsOf(longQuestionnaire);
	const stop = await phone.trace(page, file);
	await watchPages(
		page,
		session,
		contender,
		contender.oneAtATime ? Array.from({ length: WATCHED * STATEMENTS }, () => 1) : [first?.dimension.items.length ?? 0]
	);
	await stop();
	await phone.discard();
}

/** On the first statement, with nothing more to come over the line. */
async function openReady(
	contender: Contender,
	server: BenchServer
): Promise<{ phone: Phone; page: Page; session: CDPSession }> {
	const phone = await newPhone(server.fingerprint);
	if (contender.name === 'app') await phone.prepare((page) => keepQuestionnaire(page, server.urlOf('app')));
	const { page, session } = await phone.open();
	// Of the processor, so that other work on the machine does not count.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.addInitScript(startStopwatch, contender.landmarks);
	await page.goto(contender.url, { waitUntil: 'commit' });
	await inTime(
		page.evaluate(() => window.bench),
		`${contender.name} was not ready`
	);
	await server.quiet();
	return { phone, page, session };
}

/** A questionnaire of one's own on this phone, so that the link finds it: it is too long to travel in a link. */
async function keepQuestionnaire(page: Page, app: string): Promise<void> {
	await page.goto(`${app}vragenlijsten/`);
	await page.getByLabel('Kies een vragenlijst').setInputFiles({
		name: 'lange-lijst.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(longQuestionnaire))
	});
	await page.getByRole('button', { name: 'Bewaar op dit toestel' }).click();
	await page.getByText('staat nu op dit toestel.').waitFor();
}

/** @param counts how many statements each page has; afterwards the page after these is shown, unless there is none */
async function watchPages(
	page: Page,
	session: CDPSession,
	contender: Contender,
	counts: readonly number[],
	areLast = false
): Promise<Answers> {
	const answers: Answers = { painted: [], work: [] };
	for (const [place, count] of counts.entries()) {
		const left = await page.evaluate(statementsHere, contender.landmarks.asked);
		for (let item = 0; item < count; item += 1) {
			const { painted, work } = await answer(page, session, contender, item);
			answers.painted.push(painted);
			answers.work.push(work);
		}
		if (!areLast || place < counts.length - 1) await next(page, contender, left);
	}
	return answers;
}

/** With the mouse, as a person does. @returns from the click to the painted answer, and all work that it gave, in ms */
async function answer(
	page: Page,
	session: CDPSession,
	{ name, landmarks }: Contender,
	item: number
): Promise<{ painted: number; work: number }> {
	const place = await page.evaluate(watchAnswer, { landmarks, item, point: POINT });
	if (!place) throw new Error(`${name} has no statement ${item + 1} on this page`);
	const before = await workOf(session);
	await page.mouse.click(place.x, place.y);
	const painted = await inTime(
		page.evaluate(() => window.answerPainted),
		`${name} took no answer`
	);
	await page.waitForTimeout(STORED);
	return { painted, work: (await workOf(session)) - before };
}

/** To the next page, until it is there. @param left what was asked on the one before */
async function next(page: Page, { landmarks, oneAtATime }: Contender, left: string): Promise<void> {
	if (!oneAtATime) await page.getByRole('button', { name: 'Volgende', exact: true }).click();
	while ((await page.evaluate(statementsHere, landmarks.asked)) === left) await page.waitForTimeout(20);
}

/** What the main thread has computed until now, in ms of processor time. */
async function workOf(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}
