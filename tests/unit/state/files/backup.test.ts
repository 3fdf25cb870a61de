import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backup } from '$lib/state/files/backup.svelte';
import { today } from '$lib/state/clock-and-ids';
import { saveJointAnswer } from '$lib/storage/records/answers';
import { loadBackup } from '$lib/storage/records/backup';
import { wipeDatabase } from '$lib/storage/connection/database';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { changePartnership } from '$lib/storage/records/partnerships';
import { runs } from '../../../property-runs';
import { goodOf } from '../../../builders/outcomes';
import { openTab } from '../two-tabs';
import { anItem, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const [partnershipId, measurementId] = ['a'.repeat(32), 'b'.repeat(32)];
const measurement = measurementOf(partnershipId, measurementId);
const answer = () => saveJointAnswer({ measurementId, groupId: 'gemeente', itemId: anItem }, 4);
let stop: () => void = () => undefined;

/** As a page does: it follows what changes. */
function follow(): Backup {
	const backup = new Backup();
	stop = backup.start();
	return backup;
}

beforeEach(wipeDatabase);
afterEach(() => {
	stop();
	vi.restoreAllMocks();
});

test('without measurements, and with only the example, nobody is reminded', async () => {
	const backup = follow();
	await storeMeasurements(measurement);
	await vi.waitFor(() => expect(backup.advice).toBe('missing'));
	expect(backup.reminds).toBe(true);

	await changePartnership(partnershipId, (partnership) => ({ ...partnership, example: true }));

	await vi.waitFor(() => expect(backup.advice).toBe('nothing'));
	expect(backup.reminds).toBe(false);
});

test('a file with everything is the last backup, until something changes', async () => {
	await storeMeasurements(measurement);
	const backup = follow();
	const before = today();

	const outcome = await backup.save();

	expect(await goodOf(outcome).file.text()).toContain(partnershipId);
	await vi.waitFor(() => expect(backup.advice).toBe('complete'));
	expect(backup.savedAt).toMatch(/^\d{4}-\d\d-\d\d$/);
	expect((backup.savedAt ?? '') >= before).toBe(true);

	await answer();
	await vi.waitFor(() => expect(backup.advice).toBe('changed'));
	await backup.save();
	await vi.waitFor(() => expect(backup.advice).toBe('complete'));
});

test('many changes are noted once', async () => {
	await storeMeasurements(measurement);
	const backup = follow();
	await backup.save();
	await vi.waitFor(() => expect(backup.advice).toBe('complete'));
	await answer();
	await vi.waitFor(() => expect(backup.advice).toBe('changed'));
	const put = vi.spyOn(IDBObjectStore.prototype, 'put');

	for (let time = 0; time < 3; time += 1) await answer();

	expect(put.mock.calls.filter(([record]) => record.key === 'backup')).toEqual([]);
	expect((await loadBackup()).changed).toBe(true);
});

test('on a full device the file still gets out', async () => {
	await storeMeasurements(measurement);
	const backup = new Backup();
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});

	expect(await (await backup.saveOrExplain())?.text()).toContain(partnershipId);
	expect(backup.saving.problem).toBe('');
	expect((await loadBackup()).savedAt).toBeNull();
});

test('with nothing left to save the last backup stays what it was', async () => {
	await storeMeasurements(measurement);
	const backup = follow();
	await backup.save();
	const { savedAt } = await loadBackup();
	await deletePartnership(partnershipId);

	expect(await backup.saveOrExplain()).toBeUndefined();
	expect(backup.saving.problem).toContain('Er is niets om te bewaren.');
	expect((await loadBackup()).savedAt).toBe(savedAt);
});

test('whenever another tab changes something while a file is made and noted: the file holds it, or everything is said to have changed', async () => {
	await storeMeasurements(measurement);
	const other = await openTab();
	const moment = fc.nat(60);
	await fc.assert(
		fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 3 }), fc.boolean(), async (moments, follows) => {
			if (follows) follow();
			const backup = new Backup();
			let number = 0;
			const change = async (wait: number) => {
				for (let time = 0; time < wait; time += 1) await new Promise((resolve) => setImmediate(resolve));
				const name = `Naam ${(number += 1)}.`;
				await other.changePartnership(partnershipId, (partnership) => ({
					...partnership,
					name: partnership.name + name
				}));
			};

			const [outcome] = await Promise.all([backup.save(), ...moments.map(change)]);

			const { name } = (await other.loadPartnership(partnershipId)) ?? { name: '' };
			const holdsAll = (await goodOf(outcome).file.text()).includes(JSON.stringify(name));
			if (!holdsAll) expect((await loadBackup()).changed).toBe(true);
			stop();
			await other.changePartnership(partnershipId, (partnership) => ({ ...partnership, name: 'Kermis' }));
			expect((await loadBackup()).changed).toBe(true);
		}),
		{ numRuns: runs(30) }
	);
	await other.closeDatabase();
});

test('two tabs that make a file at once: what changes between them counts', async () => {
	await storeMeasurements(measurement);
	await Promise.all([new Backup().save(), new Backup().save()]);
	expect(await loadBackup()).toMatchObject({ changed: false });
	expect(await loadBackup()).not.toHaveProperty('watch');
});

describe('a file that renews itself, and one that people ask for', () => {
	/** A file that the browser writes only when the test lets it. */
	function slowFile() {
		let open: () => void = () => undefined;
		const writing = new Promise<void>((resolve) => (open = resolve));
		const writable = { write: () => writing, close: () => Promise.resolve(), abort: () => Promise.resolve() };
		const handle = { name: 'back-up.json', createWritable: () => Promise.resolve(writable) };
		vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(handle));
		return { letGo: () => open(), handle };
	}
	beforeEach(() => {
		vi.stubGlobal('window', globalThis);
		vi.stubGlobal('navigator', {
			locks: { request: (_name: string, _options: object, work: (lock: object) => Promise<void>) => work({}) }
		});
		// The handle of a real file can be stored; a made one cannot.
		vi.stubGlobal('structuredClone', (value: unknown) => value);
	});
	afterEach(() => vi.unstubAllGlobals());

	test('each have their own progress, Stop and end', async () => {
		await storeMeasurements(measurement);
		const backup = new Backup();
		const file = slowFile();
		const chosen = backup.choose();
		await vi.waitFor(() => expect(backup.choosing.work.progress?.phase).toBe('saving'));

		expect(backup.saving.busy).toBe(false);
		expect(backup.saving.work.progress).toBeNull();
		const saved = await backup.saveOrExplain();
		expect(await saved?.text()).toContain(partnershipId);
		expect(backup.choosing.busy).toBe(true);
		expect(backup.choosing.work.progress?.phase).toBe('saving');

		backup.saving.work.stop();
		expect(backup.choosing.work.stopping).toBe(false);
		file.letGo();
		await chosen;
		expect([backup.choosing.problem, backup.choosing.stopped, backup.choosing.busy]).toEqual(['', false, false]);
	});

	test('what goes wrong with one is not said of the other', async () => {
		await storeMeasurements(measurement);
		const backup = new Backup();
		vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('gone', 'NotFoundError')));
		await backup.choose();
		expect(backup.choosing.problem).toContain('verplaatst of verwijderd');
		expect(backup.saving.problem).toBe('');
		expect(await backup.saveOrExplain()).toBeDefined();
		expect(backup.choosing.problem).toContain('verplaatst of verwijderd');
	});
});
