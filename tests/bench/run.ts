import { mkdirSync, writeFileSync } from 'node:fs';
import { answering } from './measures/answering';
import { cleanUp } from '../faults/chromium-process';
import { growth } from './measures/growth';
import { hall } from './measures/hall';
import { describeMachine } from './setting/machine';
import { letterbox } from './measures/letterbox';
import { participant } from './measures/participant';
import { portfolio } from './measures/portfolio';
import { result } from './measures/result';
import { scanning } from './measures/scanning';
import { sending } from './measures/sending';
import type { Lab, Row, Scenario } from './setting/scenario';
import { table } from './measures/table';
import { judge, tableOf } from './table';
import { transfer } from './measures/transfer';

const scenarios: readonly Scenario[] = [
	participant,
	answering,
	result,
	growth,
	portfolio,
	hall,
	scanning,
	transfer,
	table,
	letterbox,
	sending
];
const results = `${process.cwd()}/tests/bench/results`;

export interface Options {
	rounds: number;
	/** Names of scenarios; empty: all. */
	only: readonly string[];
	appFolder: string;
	/** Whether to make traces, for the performance panel of Chromium's own tools. */
	trace: boolean;
}

/**
 * Runs the scenarios, prints the table and leaves everything in a file; no browser stays behind.
 * @throws RangeError on the name of no scenario; whatever a scenario throws
 */
export async function runBench(options: Options): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			cleanUp();
			process.exit(1);
		});
	}
	try {
		await runAll(options);
	} finally {
		cleanUp();
	}
}

async function runAll({ rounds, only, appFolder, trace }: Options): Promise<void> {
	const unknown = only.find((name) => scenarios.every((scenario) => scenario.name !== name));
	if (unknown !== undefined) throw new RangeError(`No ${unknown}: ${scenarios.map(({ name }) => name).join(', ')}`);
	const begun = new Date();
	const file = `${results}/${begun.toISOString().slice(0, 19).replaceAll(':', '.')}`;
	mkdirSync(results, { recursive: true });
	const lab: Lab = {
		rounds,
		appFolder,
		traces: trace ? file : undefined,
		log: (line) => console.log(`   ${line}`)
	};
	const rows: Row[] = [];
	for (const { name, run } of scenarios.filter((scenario) => only.length === 0 || only.includes(scenario.name))) {
		console.log(`\n== ${name}`);
		rows.push(...(await run(lab)));
	}
	const judged = judge(rows);
	const machine = describeMachine();
	writeFileSync(
		`${file}.json`,
		JSON.stringify({ begun, ended: new Date(), rounds, machine, rows: judged }, null, '\t')
	);
	const { cores, chromium, node, load } = machine;
	console.log(
		`\n${tableOf(judged)}\n\n${rounds} rounds, ${cores} cores, ${chromium}, Node ${node}, load ${load.join(' ')}`
	);
	if ((load[1] ?? 0) > cores) console.log('The machine did other work as well: take only the ratios, and with care.');
	console.log(`${file}.json`);
}
