import { mainQuestionnaire } from '../setting/contents';
import { serveContenders, type Contender } from '../setting/contenders';
import { inTime, newPhone, type Phone } from '../setting/phone';
import { inTurn, type Lab, type Row, type Scenario, type Target } from '../setting/scenario';
import type { BenchServer } from '../setting/server';
import { startStopwatch, type Marks } from '../setting/stopwatch';
import { followTraffic, type Traffic } from '../setting/traffic';

/** From a join link to the first statement that answers, on a phone that was never there and on one that was. */
export const participant: Scenario = { name: 'participant', run };

interface Sample {
	cold: Marks & Traffic;
	warm: Marks & Traffic;
}

interface Measure {
	measure: string;
	unit: Row['unit'];
	of: (sample: Sample) => number;
	targets?: Target[];
}

const measures: Measure[] = [
	{
		measure: 'ready, cold',
		unit: 'ms',
		of: ({ cold }) => cold.ready,
		targets: [
			{ beside: 'floor', atMost: 1.9 },
			{ beside: 'surveyjs', atMost: 0.5 }
		]
	},
	{
		measure: 'first text painted, cold',
		unit: 'ms',
		of: ({ cold }) => cold.firstPaint,
		targets: [{ beside: 'floor', atMost: 1.3 }]
	},
	{
		measure: 'title and groups painted, cold',
		unit: 'ms',
		of: ({ cold }) => cold.firstScreen,
		targets: [{ beside: 'floor', atMost: 1.3 }]
	},
	{ measure: 'received until ready', unit: 'kB', of: ({ cold }) => cold.kilobytes, targets: [{ atMost: 60 }] },
	{ measure: 'requests until ready', unit: '', of: ({ cold }) => cold.requests },
	{ measure: 'round trips deep until ready', unit: '', of: ({ cold }) => cold.depth, targets: [{ atMost: 2 }] },
	{ measure: 'ready, warm', unit: 'ms', of: ({ warm }) => warm.ready, targets: [{ beside: 'floor', atMost: 1.8 }] },
	{ measure: 'title and groups painted, warm', unit: 'ms', of: ({ warm }) => warm.firstScreen },
	{ measure: 'received until ready, warm', unit: 'kB', of: ({ warm }) => warm.kilobytes }
];

async function run({ rounds, appFolder, traces, log }: Lab): Promise<Row[]> {
	const { server, contenders } = await serveContenders(mainQuestionnaire, appFolder);
	const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
	for (let round = 0; round < rounds; round += 1) {
		for (const contender of inTurn(contenders, round)) {
			const sample = await visitTwice(contender, server);
			samples.get(contender.name)?.push(sample);
			log(`${round + 1}/${rounds} ${contender.name}: cold ${ms(sample.cold.ready)}, warm ${ms(sample.warm.ready)}`);
		}
	}
	if (traces !== undefined) {
		for (const contender of contenders) await traceVisit(contender, server, `${traces}-${contender.name}.trace.json`);
	}
	await server.close();
	return measures.flatMap((measure) => contenders.map(({ name }) => rowOf(measure, name, samples.get(name) ?? [])));
}

function rowOf({ measure, unit, of, targets }: Measure, contender: string, samples: readonly Sample[]): Row {
	const row: Row = { measure, contender, unit, samples: samples.map(of) };
	return contender === 'app' && targets ? { ...row, targets } : row;
}

async function visitTwice(contender: Contender, server: BenchServer): Promise<Sample> {
	const phone = await newPhone(server.fingerprint);
	const cold = await visit(phone, contender, server);
	await phone.forgetAnswers(new URL(contender.url).origin);
	const warm = await visit(phone, contender);
	await phone.discard();
	return { cold, warm };
}

/** @param server when what a service worker still keeps for the next visit must be waited for */
async function visit(
	phone: Phone,
	{ name, url, landmarks }: Contender,
	server?: BenchServer
): Promise<Marks & Traffic> {
	const { page, session } = await phone.open();
	const trafficUntil = followTraffic(session);
	await page.addInitScript(startStopwatch, landmarks);
	await page.goto(url, { waitUntil: 'commit' });
	const marks = await inTime(
		page.evaluate(() => window.bench),
		`${name} was not ready`
	);
	if (server && name === 'app') {
		// People answer for minutes: by then the service worker, which waits for the page, has kept it.
		await inTime(
			page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)),
			'no service worker came'
		);
		await server.quiet();
	}
	const traffic = trafficUntil(marks.origin + marks.ready);
	await page.close();
	return { ...marks, ...traffic };
}

/** A cold visit apart, since being traced takes time as well. */
async function traceVisit({ name, url, landmarks }: Contender, server: BenchServer, file: string): Promise<void> {
	const phone = await newPhone(server.fingerprint);
	const { page } = await phone.open();
	await page.addInitScript(startStopwatch, landmarks);
	const stop = await phone.trace(page, file);
	await page.goto(url, { waitUntil: 'commit' });
	await inTime(
		page.evaluate(() => window.bench),
		`${name} was not ready`
	);
	await stop();
	await phone.discard();
}

function ms(time: number): string {
	return `${Math.round(time)} ms`;
}
