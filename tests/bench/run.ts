import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromiumVersion } from './chromium-version';
import { participant } from './participant';
import type { Row, Scenario } from './scenario';
import { judge, tableOf } from './table';
import { transfer } from './transfer';

const scenarios: readonly Scenario[] = [participant, transfer];
const results = `${process.cwd()}/tests/bench/results`;

export interface Options {
	rounds: number;
	/** Names of scenarios; empty: all. */
	only: readonly string[];
	appFolder: string;
}

/** Runs the scenarios, prints the table and leaves everything in a file. @throws on the name of no scenario */
export async function runBench({ rounds, only, appFolder }: Options): Promise<void> {
	const unknown = only.find((name) => scenarios.every((scenario) => scenario.name !== name));
	if (unknown !== undefined) throw new Error(`No scenario ${unknown}: ${scenarios.map(({ name }) => name).join(', ')}`);
	const begun = new Date();
	const rows: Row[] = [];
	for (const { name, run } of scenarios.filter((scenario) => only.length === 0 || only.includes(scenario.name))) {
		console.log(`\n== ${name}`);
		rows.push(...(await run({ rounds, appFolder, log: (line) => console.log(`   ${line}`) })));
	}
	const judged = judge(rows);
	const machine = {
		cores: cpus().length,
		cpu: cpus()[0]?.model ?? '',
		node: process.version,
		chromium: chromiumVersion()
	};
	mkdirSync(results, { recursive: true });
	const file = `${results}/${begun.toISOString().slice(0, 19).replaceAll(':', '.')}.json`;
	writeFileSync(file, JSON.stringify({ begun, ended: new Date(), rounds, machine, rows: judged }, null, '\t'));
	console.log(`\n${tableOf(judged)}\n\n${file}`);
}
