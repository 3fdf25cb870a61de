import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportFile, type ExportScope } from '$lib/state/files/export';
import { exportJournal } from '$lib/state/files/export-journal';
import { ImportDesk } from '$lib/state/files/import.svelte';
import { deletePartnership, type RemovedRecords } from '$lib/storage/bundles/removal';
import { putBackRecords } from '$lib/storage/bundles/put-back';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadBackup } from '$lib/storage/records/backup';
import { changePartnership, loadPartnership } from '$lib/storage/records/partnerships';
import { changePrivateNote, loadPrivateNote } from '$lib/storage/settings/private-notes';
import { goodOf } from '../../../builders/outcomes';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';
import { openTab, type Tab } from '../two-tabs';

const [partnershipId, measurementId] = ['a'.repeat(32), 'b'.repeat(32)];
const NOTE = 'De schepen wil eerst de cijfers zien.';
const note = (text: string) => changePrivateNote(partnershipId, () => text);
const tagged = (...tags: string[]) => changePartnership(partnershipId, (one) => ({ ...one, tags }));
const begin = () => storeMeasurements(measurementOf(partnershipId, measurementId));
const fileWith = async (scope: ExportScope) => goodOf(await exportFile(scope)).file;

beforeEach(async () => {
	await wipeDatabase();
	await begin();
	await tagged('cultuur', 'regio Kempen');
	await note(NOTE);
});

const tabs: Tab[] = [];
afterEach(async () => {
	for (const tab of tabs.splice(0)) await tab.closeDatabase();
});

async function open(file: File): Promise<ImportDesk> {
	const desk = new ImportDesk();
	await desk.open(file);
	return desk;
}

async function bring(file: File): Promise<ImportDesk> {
	const desk = await open(file);
	await desk.confirm();
	expect(desk.step.kind).toBe('written');
	return desk;
}

test('a back-up brings both back, to the byte', async () => {
	const file = await fileWith({ kind: 'all' });
	const before = await dumpDatabase();
	await wipeDatabase();
	await bring(file);
	expect(await dumpDatabase()).toMatchObject({
		partnerships: before['partnerships'],
		measurements: before['measurements']
	});
	expect(await loadPrivateNote(partnershipId)).toBe(NOTE);
	expect(await (await fileWith({ kind: 'all' })).text()).toBe(await file.text());
	expect(await file.text()).toContain('"version": 5');
});

test.each<ExportScope>([
	{ kind: 'partnership', id: partnershipId },
	{ kind: 'measurement', id: measurementId }
])('a file that people pass on has the tags and not the notes: %j', async (scope) => {
	const text = await (await fileWith(scope)).text();
	expect(text).toContain('regio Kempen');
	expect(text).not.toContain(NOTE);
});

test('what is saved of a database that does not open any more has both', async () => {
	const tab = await openTab();
	tabs.push(tab);
	const journal = await exportJournal();
	// Without private files in this browser there is no journal to read: then nothing is said to be in it.
	if (journal.kind === 'good') expect(await journal.file.text()).toContain(NOTE);
	else expect(journal.reason).toContain('niets dat bewaard kan worden');
});

test('a change of a note is one that a back-up does not hold yet', async () => {
	expect((await loadBackup()).changed).toBe(true);
});

test('where the partnership is already: tags come together, what is noted here stays, and undoing puts back', async () => {
	const file = await fileWith({ kind: 'all' });
	await tagged('cultuur', 'sport');
	await note('Van hier');
	const before = await dumpDatabase();

	const desk = await bring(file);

	expect((await loadPartnership(partnershipId))?.tags).toEqual(['cultuur', 'regio Kempen', 'sport']);
	expect(await loadPrivateNote(partnershipId)).toBe('Van hier');
	const after = await dumpDatabase();
	await (await bring(file).catch(() => undefined))?.undo();
	expect(await dumpDatabase()).toEqual(after);
	await desk.undo();
	expect(await dumpDatabase()).toEqual(before);
});

test('where nothing is noted yet, the note comes in; undoing takes it away again', async () => {
	const file = await fileWith({ kind: 'all' });
	await note('');
	const before = await dumpDatabase();
	const desk = await bring(file);
	expect(await loadPrivateNote(partnershipId)).toBe(NOTE);
	await desk.undo();
	expect(await dumpDatabase()).toEqual(before);
});

test('both go with their partnership and come back with it; words that were written meanwhile stay', async () => {
	const before = await dumpDatabase();
	const removed = (await deletePartnership(partnershipId)) as RemovedRecords;
	expect(JSON.stringify(await dumpDatabase())).not.toContain(NOTE);
	await putBackRecords(removed);
	expect(await dumpDatabase()).toEqual(before);

	await deletePartnership(partnershipId);
	await begin();
	await tagged('sport');
	await note('Nieuw');
	expect(await putBackRecords(removed)).toMatchObject({ met: true });
	expect(await loadPrivateNote(partnershipId)).toBe(`Nieuw\n${NOTE}`);
	expect((await loadPartnership(partnershipId))?.tags).toEqual(['cultuur', 'regio Kempen', 'sport']);
});

test('two tabs that write in the same notes lose no word of each other', async () => {
	tabs.push(await openTab(), await openTab());
	const opened = await Promise.all(tabs.map((tab) => tab.PrivateNotes.open(partnershipId)));
	opened.forEach((one, index) => one.write(`${one.text} ${['Kermis', 'Feest'][index]}`));
	for (const tab of tabs) await tab.settleEverything();
	const stored = await loadPrivateNote(partnershipId);
	for (const words of [NOTE, 'Kermis', 'Feest']) expect(stored).toContain(words);
});
