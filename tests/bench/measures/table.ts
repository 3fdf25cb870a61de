import { statSync } from 'node:fs';
import { fillDatabase } from '../../e2e/devices/fill-device';
import { newLaptop } from '../setting/laptop';
import type { Lab, Row, Scenario } from '../setting/scenario';
import { watchPage, type Sample } from '../setting/watched-page';

/** One table of everything that a consultant has, on a slow laptop: 40,000 responses, one row a figure. */
export const table: Scenario = { name: 'table', run };

const SIZE = { partnerships: 200, measurements: 5, responses: 40, latestDate: '2026-05-01' };
/** Each turn takes minutes. */
const MOST_ROUNDS = 3;
/** In milliseconds. */
const PATIENCE = 900_000;
const MEGABYTE = 1_000_000;
const files = ['Tabel als Excel', 'Tabel als CSV'] as const;

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const laptop = await newLaptop(appFolder);
	await fillDatabase(laptop.desk, SIZE);
	const rows: Row[] = [];
	for (const button of files) {
		const samples: Sample[] = [];
		let size = 0;
		for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
			const { page, session } = await laptop.open();
			page.setDefaultTimeout(PATIENCE);
			await page.goto(`${laptop.url}gegevens/`);
			await page.getByRole('button', { name: button }).waitFor();
			const watch = await watchPage(page, session);
			const sample = await watch(async () => {
				const download = page.waitForEvent('download');
				await page.getByRole('button', { name: button }).click();
				size = statSync(await (await download).path()).size / MEGABYTE;
			});
			samples.push(sample);
			log(`${button}: ${Math.round(sample.time)} ms, heap ${sample.heap.toFixed(1)} MB, file ${size.toFixed(0)} MB`);
			log(await page.getByText(/^Klaar: /).innerText());
			await page.close();
		}
		rows.push(...rowsOf(button, samples));
	}
	await laptop.discard();
	return rows;
}

function rowsOf(button: string, samples: readonly Sample[]): Row[] {
	const row = (measure: string, unit: Row['unit'], of: (sample: Sample) => number): Row => ({
		measure: `40,000 responses, ${button}: ${measure}`,
		contender: 'app',
		unit,
		samples: samples.map(of)
	});
	return [
		row('time', 'ms', ({ time }) => time),
		{ ...row('heap', 'MB', ({ heap }) => heap), targets: [{ atMost: 64 }] },
		row('heap after collecting', 'MB', ({ held }) => held),
		row('longest without progress', 'ms', ({ silence }) => silence)
	];
}
