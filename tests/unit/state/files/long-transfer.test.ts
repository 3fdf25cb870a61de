import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BeginPhase, WorkPhase } from '$lib/domain/long-work';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { readBundles } from '$lib/exchange/files/opened-file';
import { exportFile } from '$lib/state/files/export';
import { ImportDesk } from '$lib/state/files/import.svelte';
import { ReportLetterhead } from '$lib/state/results/report-letterhead.svelte';
import { settleEverything } from '$lib/state/saving/save-queue';
import { Stopped } from '$lib/state/files/long-work.svelte';
import { countWholeResponses } from '$lib/storage/bundles/count-responses';
import { wipeDatabase } from '$lib/storage/connection/database';
import { readPartnerships } from '$lib/storage/bundles/read-everything';
import { loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { changePartnership, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { firstWayOf } from '$lib/storage/records/settings';
import { write } from '$lib/storage/writing/write';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { allBundles, dumpDatabase } from '../../../builders/dump-database';
import { measurementOf, responseOf } from '../../../builders/records';
import { recordsOf } from '../../../builders/stored-records';

const newest = readFileSync('tests/fixtures/exchange/v3-everything.json', 'utf8');
/** One measurement of it, with less in its partnership. */
const part = readFileSync('tests/fixtures/exchange/v3-measurement.json', 'utf8');
const fileOf = (text: string) => new File([text], 'bestand.json');

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

/** Brings in a file of this app. */
async function bring(text: string): Promise<ImportDesk> {
	const desk = await preview(text);
	await desk.confirm();
	expect(desk.step.kind).toBe('written');
	return desk;
}

async function preview(text: string): Promise<ImportDesk> {
	const desk = new ImportDesk();
	await desk.open(fileOf(text));
	expect(desk.step.kind).toBe('preview');
	return desk;
}

/** Presses «Stop» when the progress has changed so often since. @returns whether it came so far */
function stopAfter(desk: ImportDesk, changes: number): () => boolean {
	let count = 0;
	let progress = desk.work.progress;
	Object.defineProperty(desk.work, 'progress', {
		configurable: true,
		get: () => progress,
		set: (next: typeof progress) => {
			progress = next;
			if (next && (count += 1) === changes) desk.work.stop();
		}
	});
	return () => count >= changes;
}

describe('a file with everything', () => {
	test('is made part by part and is the text that it would be in one go', async () => {
		await bring(newest);
		const { file } = goodOf(await exportFile({ kind: 'all' }));
		const own = (await loadOwnQuestionnaires()).map(({ content }) => content);
		expect(await file.text()).toBe(writeExchangeFile({ bundles: await allBundles(), questionnaires: own }));
		expect(await file.text()).toBe(newest);
	});

	test('carries no logo and no name of who guides', async () => {
		await bring(newest);
		const { partnership } = goodOf(readBundles(newest)).bundles[0] ?? {};
		const head = await ReportLetterhead.open(partnership?.id ?? '');
		head.chooseLogo({ jpeg: '/9j/', width: 60, height: 20 });
		head.writeGuide('Zoë Peeters');
		await settleEverything();
		expect(head.status).toEqual({ kind: 'saved' });

		expect(await goodOf(await exportFile({ kind: 'all' })).file.text()).toBe(newest);
	});

	test('carries nothing of the way that a measurement was made for', async () => {
		await bring(newest);
		const [bundle] = goodOf(readBundles(newest)).bundles;
		const way = firstWayOf(bundle?.measurements[0]?.measurement.id ?? '', 'device');
		await write(['settings'], async (tx) => void (await tx.objectStore('settings').put(way)), null);

		expect(await goodOf(await exportFile({ kind: 'all' })).file.text()).toBe(newest);
	});

	test('can be stopped at any moment, and changes nothing', async () => {
		await bring(newest);
		const before = await dumpDatabase();
		let stopped = 0;
		for (let moments = 1; ; moments += 1) {
			let left = moments;
			const begin: BeginPhase = () => () => {
				if ((left -= 1) === 0) throw new Stopped();
			};
			const outcome = await exportFile({ kind: 'all' }, { begin }).catch((cause: unknown) => cause);
			if (!(outcome instanceof Stopped)) break;
			stopped += 1;
		}
		expect(stopped).toBe(3);
		expect(await dumpDatabase()).toEqual(before);
	});

	test('tells truly how far it is: never back, and never done before the end', async () => {
		await bring(newest);
		const heard: [WorkPhase, number, number][] = [];
		await exportFile({ kind: 'all' }, { begin: (phase) => (done, total) => void heard.push([phase, done, total]) });
		expect(heard).toEqual([
			['making', 0, 3],
			['making', 1, 3],
			['making', 2, 3]
		]);
	});

	test('says so when one partnership is too large, or all of it with a lock', async () => {
		const notes = Object.fromEntries(
			Array.from({ length: 300 }, (_, index) => [`stelling-${index}`, 'a'.repeat(5000)])
		);
		const fill = async (id: string, count: number) => {
			const measurement = { ...measurementOf(id, id.replace(/^./, 'e')), name: 'Groot' };
			const responses = Array.from({ length: count }, (_, index) =>
				responseOf(measurement.id, `${id.slice(0, 8)}${index.toString(16).padStart(2, '0')}`, { notes })
			);
			await savePartnershipRecords({ ...recordsOf(id), measurements: [measurement], responses });
		};
		await fill('a'.repeat(32), 8);
		await fill('b'.repeat(32), 8);
		expect(goodOf(await exportFile({ kind: 'all' })).file.size).toBeGreaterThan(20_000_000);
		expect(reasonOf(await exportFile({ kind: 'all' }, { passphrase: 'drie ezels in de regen' }))).toBe(
			'Dit past niet in een bestand met een wachtwoord: hoogstens 20 MB. Bewaar elk overleg apart, of bewaar alles zonder wachtwoord.'
		);
		await fill('c'.repeat(32), 14);
		expect(reasonOf(await exportFile({ kind: 'all' }))).toBe(
			'Eén overleg past niet in een bestand: hoogstens 20 MB. Bewaar daarvan elke meting apart.'
		);
	});
});

describe('when someone writes while everything is read', () => {
	const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];
	const names = (bundles: readonly { partnership: { name: string } }[]) =>
		bundles.map(({ partnership }) => partnership.name);

	beforeEach(async () => {
		await savePartnershipRecords(recordsOf(a));
		await savePartnershipRecords(recordsOf(b));
	});

	/** Renames both at once. */
	const rename = (name: string) =>
		write(
			['partnerships'],
			async (tx) => {
				for (const id of [a, b]) {
					const partnership = await tx.objectStore('partnerships').get(id);
					if (partnership) await tx.objectStore('partnerships').put({ ...partnership, name });
				}
			},
			{ kind: 'partnership', partnershipId: a }
		);

	/** Reads everything, while someone renames both after each of the first so many that are read. */
	async function readWhileRenaming(times: number) {
		const phases: WorkPhase[] = [];
		const writes: Promise<unknown>[] = [];
		let bundles: Parameters<typeof names>[0][number][] = [];
		await readPartnerships(
			{ kind: 'all' },
			{
				onstart: () => (bundles = []),
				onbundle: (bundle) => {
					bundles.push(bundle);
					if (writes.length < times) writes.push(rename(`Naam ${writes.length}`));
				}
			},
			(phase) => {
				phases.push(phase);
				return () => undefined;
			}
		);
		await Promise.all(writes);
		return { phases, names: names(bundles) };
	}

	test('it starts over, so that the file is of one moment', async () => {
		const { phases, names: found } = await readWhileRenaming(1);
		expect(found).toEqual(['Naam 0', 'Naam 0']);
		expect(phases).toEqual(['making', 'making-again']);
	});

	test('again and again, the third time nobody comes in between', async () => {
		const { phases, names: found } = await readWhileRenaming(100);
		expect(phases).toEqual(['making', 'making-again', 'making-again']);
		expect(new Set(found).size).toBe(1);
		expect(found).toHaveLength(2);
	});

	test('of something that is in no file, it goes on', async () => {
		await changePartnership(a, (partnership) => partnership);
		const { phases } = await readWhileRenaming(0);
		expect(phases).toEqual(['making']);
	});
});

describe('opening a file', () => {
	test.each([
		['on an empty device', ''],
		['on a device that has part of it', part]
	])('can be stopped at any moment, and leaves everything as it was: %s', async (_, here) => {
		if (here) await bring(here);
		const before = await dumpDatabase();
		for (let moment = 1; ; moment += 1) {
			const desk = new ImportDesk();
			const cameSoFar = stopAfter(desk, moment);
			await desk.open(fileOf(newest));
			if (!cameSoFar()) break;
			expect(desk).toMatchObject({ problem: undefined, busy: false });
			if (desk.stopped) expect(desk.step).toEqual({ kind: 'none' });
		}
		let stops = 0;
		for (let moment = 1; ; moment += 1) {
			const desk = await preview(newest);
			const cameSoFar = stopAfter(desk, moment);
			await desk.confirm();
			if (!cameSoFar() || !desk.stopped) break;
			expect(desk.step.kind).toBe('preview');
			expect(desk.problem).toBeUndefined();
			expect(await dumpDatabase()).toEqual(before);
			stopAfter(desk, 1000);
			await desk.confirm();
			expect(desk.step.kind).toBe('written');
			await desk.undo();
			expect(await dumpDatabase()).toEqual(before);
			stops += 1;
		}
		// As it begins, and before each partnership.
		expect(stops).toBe(4);
	});

	test('undone can be stopped as well: then what came in stays', async () => {
		await bring(part);
		const before = await dumpDatabase();
		const desk = await bring(newest);
		const after = await dumpDatabase();
		for (let moment = 1; ; moment += 1) {
			const cameSoFar = stopAfter(desk, moment);
			await desk.undo();
			if (!cameSoFar() || !desk.stopped) break;
			expect(desk.step.kind).toBe('written');
			expect(await dumpDatabase()).toEqual(after);
		}
		expect(desk.step.kind).toBe('undone');
		expect(await dumpDatabase()).toEqual(before);
	});
});

/** A file on a disk, on which someone else is at work. */
class LivingFile extends File {
	now: Blob | 'gone' = new Blob([newest]);

	override slice(start?: number, end?: number): Blob {
		if (this.now === 'gone') throw new DOMException('It is not there', 'NotReadableError');
		return this.now.slice(start, end);
	}
}

describe('a file that changes after it was seen', () => {
	test.each([
		['with other answers', new Blob([newest.replace('"answer": 5', '"answer": 4')]), /intussen gewijzigd/],
		['beyond reading', new Blob([newest.replaceAll('{', '[')]), /intussen gewijzigd/],
		['by being removed', 'gone' as const, /niet lezen/]
	])('%s does not come in', async (_, become, reason) => {
		const before = await dumpDatabase();
		const file = new LivingFile([newest], 'bestand.json');
		const desk = new ImportDesk();
		await desk.open(file);
		file.now = become;

		await desk.confirm();

		expect(desk.problem).toMatch(reason);
		expect(desk.step).toEqual({ kind: 'none' });
		expect(await dumpDatabase()).toEqual(before);
	});
});

test('whole responses are counted without reading them', async () => {
	await bring(newest);
	const bundles = await allBundles();
	const counted = bundles.map(({ partnership, measurements }) => ({
		id: partnership.id,
		own: measurements.map((one) => ({
			id: one.measurement.id,
			count: one.responses.length + new Set(one.jointAnswers.map(({ groupId }) => groupId)).size
		}))
	}));
	const sum = (own: readonly { count: number }[]) => own.reduce((total, { count }) => total + count, 0);
	for (const { id, own } of counted) {
		expect(await countWholeResponses({ kind: 'partnership', id })).toBe(sum(own));
		for (const one of own) expect(await countWholeResponses({ kind: 'measurement', id: one.id })).toBe(one.count);
	}
	expect(await countWholeResponses({ kind: 'all' })).toBe(sum(counted.flatMap(({ own }) => own)));
});

test('a file that is chosen while another one is read, is the one that is opened, whatever was chosen before it', async () => {
	const files = [newest, part, 'geen bestand', part].map((text, number) => Object.assign(fileOf(text), { number }));
	for (const chosen of [
		[0, 1],
		[0, 2, 3],
		[2, 0],
		[1, 0, 2]
	]) {
		const desk = new ImportDesk();
		const last = files[chosen.at(-1) ?? 0] ?? fileOf(newest);
		const alone = new ImportDesk();
		await alone.open(last);

		await Promise.all(chosen.map((index) => desk.open(files[index] ?? last)));

		await vi.waitFor(() => expect(desk.busy).toBe(false));
		const content = ({ step }: ImportDesk) => (step.kind === 'preview' ? step.plan.partnerships : step.kind);
		expect(content(desk)).toEqual(content(alone));
		expect(desk).toMatchObject({ problem: alone.problem, stopped: false });
	}
});
