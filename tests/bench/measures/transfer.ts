import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { serve } from '../../../.tools/serve/serve.mjs';
import { DataPage } from '../../e2e/pages/data-page';
import { newProfile, startChromium } from '../../faults/chromium-process';
import type { Lab, Row, Scenario } from '../setting/scenario';
import { watchPage, type Sample } from '../setting/watched-page';
import { writeWholeDevice } from './whole-device';

/**
 * All that a consultant has, out of a file and into one, on a slow laptop: 40,000 responses. Only the app:
 * the peers have no such thing.
 */
export const transfer: Scenario = { name: 'transfer', run };

const SIZE = { partnerships: 200, measurements: 5, responses: 40 };
/** Each turn takes minutes. */
const MOST_ROUNDS = 3;
/** In milliseconds. */
const PATIENCE = 900_000;

async function run({ rounds, appFolder, log }: Lab): Promise<Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-transfer-'));
	const file = join(folder, 'alles.json');
	writeWholeDevice(file, SIZE);
	const { url, close } = await serve({ port: 0, folder: appFolder });
	const samples = new Map<string, Sample[]>();
	for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
		for (const [step, sample] of await transferOnce(url, file)) {
			samples.set(step, [...(samples.get(step) ?? []), sample]);
			log(`${round + 1} ${step}: ${Math.round(sample.time)} ms, heap ${sample.heap.toFixed(1)} MB`);
		}
	}
	await close();
	rmSync(folder, { recursive: true });
	return [...samples].flatMap(([step, own]) => rowsOf(step, own));
}

function rowsOf(step: string, samples: readonly Sample[]): Row[] {
	const row = (measure: string, unit: Row['unit'], of: (sample: Sample) => number): Row => ({
		measure: `40,000 responses, ${step}: ${measure}`,
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

/** @throws Error when what comes out is not what went in */
async function transferOnce(url: string, file: string): Promise<[string, Sample][]> {
	const profile = newProfile();
	const { page, context, close } = await startChromium(profile);
	page.setDefaultTimeout(PATIENCE);
	await page.goto(`${url}gegevens/`);
	const data = new DataPage(page);
	await page.getByText('Er staat nog niets op dit toestel.').waitFor();
	const browser = await context.newCDPSession(page);
	const watch = await watchPage(page, browser);
	const button = (name: string) => page.getByRole('button', { name });
	const steps: [string, Sample][] = [];
	const step = async (name: string, work: () => Promise<unknown>) => steps.push([name, await watch(work)]);

	await step('looked through', async () => {
		await chooseLarge(browser, file);
		await button('Zet dit op dit toestel').waitFor();
	});
	await step('brought in', async () => {
		await button('Zet dit op dit toestel').click();
		await page.getByText('Het bestand staat nu op dit toestel.').waitFor();
	});
	let path = '';
	await step('saved', async () => {
		path = (await data.save('Alles op dit toestel')).path;
	});
	if (!readFileSync(path).equals(readFileSync(file))) throw new Error('What was saved is not what came in');
	await step('undone', async () => {
		await button('Maak ongedaan').click();
		await page.getByText('Ongedaan gemaakt.').waitFor();
	});
	await close();
	profile.remove();
	return steps;
}

/** Playwright itself hands no such large files to a browser that it did not start. */
async function chooseLarge(browser: CDPSession, file: string): Promise<void> {
	const { result } = await browser.send('Runtime.evaluate', {
		expression: 'document.querySelector("input[type=file]")'
	});
	if (result.objectId === undefined) throw new Error('There is nowhere to choose a file');
	await browser.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId });
}
