import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noLetterhead } from '$lib/domain/measurement/letterhead';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { readBundles } from '$lib/exchange/files/opened-file';
import { figuresCsv } from '$lib/exchange/spreadsheet/csv';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { LOOSEST, buildReport } from '$lib/report/build-report';
import { loadPeers } from '$lib/state/lists/peers';
import { loadComparison } from '$lib/state/results/comparison';
import { exportFile } from '$lib/state/files/export';
import { Filling } from '$lib/state/answering/filling.svelte';
import { ImportDesk, joinMeasurement } from '$lib/state/files/import.svelte';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { NotFoundError } from '$lib/state/not-found-error';
import { partnershipLines } from '$lib/state/lists/partnership-lines';
import { loadReportedCommitments, ReportChoices } from '$lib/state/results/report-choices.svelte';
import { loadResult } from '$lib/state/results/result';
import { wipeDatabase } from '$lib/storage/connection/database';
import { StorageError } from '$lib/storage/storage-error';
import { goodOf } from '../../../builders/outcomes';
import { filledDifferently, hostileFile, isDutchReason } from '../../../builders/hostile';
import { allBundles, dumpDatabase } from '../../../builders/dump-database';
import { patience, runs } from '../../../property-runs';

vi.setConfig({ testTimeout: patience(120_000) });

/** Of every version that is read, as it was once exported. */
const folder = 'tests/fixtures/exchange';
const goldens = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const plain = goldens.map(textOf);
/** What opens by itself; a response only comes in beside its measurement. */
const whole = goldens.filter((name) => !name.includes('response')).map(textOf);
const newest = textOf('v3-everything.json');

const LOCKED = textOf('made-by-age-in-letters.json.age');

/** Together 4,000 and more; ten times as many in `npm run test:faults`. */
const RUNS = { refusedMostly: runs(2500), lockedAndOther: runs(400), joined: runs(500), accepted: runs(50) };

const NOT_STORED = new StorageError('failed').message;

const fileOf = (text: string) => new File([text], 'bestand\u202E.json');

let writes: { mock: { calls: unknown[][] } };
/** How many transactions that could write were begun: after a refusal none. */
const writesBegun = () => writes.mock.calls.filter(([, mode]) => mode === 'readwrite').length;

beforeEach(async () => {
	await wipeDatabase();
	writes = vi.spyOn(IDBDatabase.prototype, 'transaction');
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function fill(): Promise<void> {
	const desk = new ImportDesk();
	await desk.open(fileOf(newest));
	await desk.confirm();
	if (desk.step.kind !== 'written') throw new Error(desk.problem);
}

/** Opens a file up to its preview. A refusal has a reason in Dutch and began no writing. */
async function open(text: string): Promise<ImportDesk | undefined> {
	const before = writesBegun();
	const desk = new ImportDesk();
	await desk.open(fileOf(text));
	expect(writesBegun()).toBe(before);
	if (desk.problem === undefined) {
		if (desk.step.kind === 'locked') return undefined;
		expect(desk.step.kind).toBe('preview');
		return desk;
	}
	expect(desk.problem).not.toBe(NOT_STORED);
	expect(isDutchReason(desk.problem), desk.problem).toBe(true);
	expect(desk.step).toEqual({ kind: 'none' });
	return undefined;
}

/** Confirms what a preview says; every measurement that is refused says why. */
async function confirm(desk: ImportDesk): Promise<void> {
	await desk.confirm();
	expect(desk.problem).toBeUndefined();
	if (desk.step.kind !== 'written') throw new Error(`Not written but ${desk.step.kind}`);
	for (const { measurements } of desk.step.plan.partnerships) {
		for (const { verdict } of measurements) {
			if (verdict.kind === 'refused') expect(isDutchReason(verdict.reason), verdict.reason).toBe(true);
		}
	}
}

async function undo(desk: ImportDesk, before: unknown): Promise<void> {
	await desk.undo();
	expect(desk.problem).toBeUndefined();
	expect(await dumpDatabase()).toEqual(before);
}

/** What a page may say instead of showing something. */
async function opens(load: () => Promise<unknown>): Promise<void> {
	try {
		await load();
	} catch (cause) {
		if (!(cause instanceof UnknownQuestionnaireError || cause instanceof NotFoundError)) throw cause;
	}
}

/** Everything that a page or an export of the app reads. */
async function everyPageOpens(): Promise<void> {
	const bundles = await allBundles();
	for await (const { lines } of partnershipLines('2026-11-22')) expect(lines).toHaveLength(bundles.length);
	for (const { partnership, measurements } of bundles) {
		const ids = measurements.map(({ measurement }) => measurement.id);
		if (ids.length > 1) await opens(() => loadComparison(ids.slice(0, 5)));
		const commitments = await loadReportedCommitments(partnership.id);
		for (const id of ids) {
			await opens(() => MeasurementDesk.open(id));
			await opens(() => Filling.open(id));
			await opens(() => loadPeers(id));
			await opens(async () => {
				const result = await loadResult(id);
				if (result.kind !== 'shown') return;
				const { choice } = await ReportChoices.open(id);
				buildReport(
					{ result: { ...result, previous: null }, commitments, choice, letterhead: noLetterhead, appVersion: '1' },
					'full',
					LOOSEST
				);
				figuresCsv({ ...result, commitments, responses: [] });
			});
		}
	}
}

/** What is here can be saved, and opens again as the same. */
async function savesAndOpens(): Promise<void> {
	const text = await goodOf(await exportFile({ kind: 'all' })).file.text();
	expect(writeExchangeFile(goodOf(readBundles(text)))).toBe(text);
}

test('a hostile file is refused in Dutch and changes nothing, or comes in and can be taken back whole', async () => {
	await fill();
	const before = await dumpDatabase();
	await fc.assert(
		fc.asyncProperty(hostileFile(plain), async (text) => {
			const desk = await open(text);
			if (!desk) return;
			await confirm(desk);
			await undo(desk, before);
		}),
		{ numRuns: RUNS.refusedMostly }
	);
	expect(await dumpDatabase()).toEqual(before);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a locked file that was touched, and what is no file of this app, change nothing', async () => {
	const before = await dumpDatabase();
	const strange = fc.oneof(
		fc
			.tuple(fc.nat(LOCKED.length - 1), fc.string({ maxLength: 3 }))
			.map(([place, more]) => LOCKED.slice(0, place) + more + LOCKED.slice(place + 1)),
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.json()
	);
	await fc.assert(
		fc.asyncProperty(strange, async (text) => {
			const desk = await open(text);
			if (desk) throw new Error('It came in');
		}),
		{ numRuns: RUNS.lockedAndOther }
	);
	expect(await dumpDatabase()).toEqual(before);
});

test('whatever comes in opens on every page, can be saved, and opens again', async () => {
	const soundOnes = new Set<string>();
	await fc.assert(
		fc.asyncProperty(filledDifferently(plain), fc.boolean(), async (text, filled) => {
			await wipeDatabase();
			if (filled) await fill();
			const desk = await open(text);
			if (!desk) return;
			if (whole.includes(text)) soundOnes.add(text);
			await confirm(desk);
			await everyPageOpens();
			if ((await allBundles()).length > 0) await savesAndOpens();
		}),
		// Untouched ones too, so that it is not up to chance whether anything came in.
		{ numRuns: whole.length + RUNS.accepted, examples: whole.map((text) => [text, false]) }
	);
	expect([...soundOnes]).toEqual(whole);
});

test('a hostile file among the answers of one measurement is refused in Dutch, or is of that measurement', async () => {
	await fill();
	const { id } = goodOf(readBundles(textOf('v3-measurement.json'))).bundles[0]?.measurements[0]?.measurement ?? {};
	await fc.assert(
		fc.asyncProperty(hostileFile([textOf('v3-measurement.json'), textOf('v3-everything.json')]), async (text) => {
			const before = await dumpDatabase();
			const outcome = await joinMeasurement(text, id ?? '');
			if (outcome.kind === 'good') {
				expect(outcome.plan.measurement.id).toBe(id);
				return;
			}
			expect(isDutchReason(outcome.reason), outcome.reason).toBe(true);
			expect(await dumpDatabase()).toEqual(before);
		}),
		{ numRuns: RUNS.joined }
	);
});
