import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import { differencesOf } from '$lib/state/files/taken-differences';
import { exportFile, type ExportScope } from '$lib/state/files/export';
import { Backup } from '$lib/state/files/backup.svelte';
import { bringsSomething, ImportDesk } from '$lib/state/files/import.svelte';
import { beginCopy, beginEmpty, beginNextVersion } from '$lib/state/questionnaires/begin-draft';
import { QuestionnaireDraft as OpenDraft } from '$lib/state/questionnaires/questionnaire-draft.svelte';
import { publishedRefs } from '$lib/content/published';
import { wipeDatabase } from '$lib/storage/connection/database';
import {
	addQuestionnaireDraft,
	changeQuestionnaireDraft,
	loadQuestionnaireDraft,
	loadQuestionnaireDrafts
} from '$lib/storage/drafts/questionnaire-drafts';
import { keepQuestionnaire, loadOwnQuestionnaires } from '$lib/storage/records/questionnaires';
import { runs } from '../../../property-runs';
import { withDraft } from '../../../builders/bundles';
import { dumpDatabase } from '../../../builders/dump-database';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const [draft] = withDraft.drafts ?? [];
if (!draft) throw new Error('No draft');
const [partnershipId, measurementId] = ['a'.repeat(32), 'b'.repeat(32)];
const everything = async () => goodOf(await exportFile({ kind: 'all' })).file;
const retitle = (title: string) =>
	changeQuestionnaireDraft(draft.id, (stored) => ({ ...stored, content: { ...stored.content, title } }));

beforeEach(wipeDatabase);

async function open(file: File) {
	const desk = new ImportDesk();
	await desk.open(file);
	if (desk.step.kind !== 'preview') throw new Error(desk.problem);
	return { desk, plan: desk.step.plan };
}

async function bring(file: File): Promise<ImportDesk> {
	const { desk } = await open(file);
	await desk.confirm();
	expect(desk.step.kind).toBe('written');
	return desk;
}

const fileWith = (...drafts: QuestionnaireDraft[]) =>
	new File([writeExchangeFile({ bundles: [], questionnaires: [], drafts })], 'bestand.json');

describe('a back-up', () => {
	test('brings drafts back after a wipe, to the byte, with the questionnaire that one goes on from', async () => {
		await keepQuestionnaire(storedOf(ownQuestionnaire));
		await addQuestionnaireDraft(draft);
		const id = await beginNextVersion(ownQuestionnaire);
		await storeMeasurements(measurementOf(partnershipId, measurementId));
		const file = await everything();
		const before = await dumpDatabase();

		await wipeDatabase();
		await bring(file);

		expect((await dumpDatabase())['questionnaireDrafts']).toEqual(before['questionnaireDrafts']);
		expect(await (await everything()).text()).toBe(await file.text());
		expect(await file.text()).toContain('"version": 6');
		expect((await OpenDraft.open(id)).base).toEqual(ownQuestionnaire);
	});

	test('is also made of a device with nothing but a draft, and opens there and elsewhere', async () => {
		const id = await beginEmpty();
		const file = await everything();
		await wipeDatabase();
		expect(reasonOf(await exportFile({ kind: 'all' }))).toMatch(/niets om te bewaren/);
		const { desk, plan } = await open(file);
		expect(plan.drafts).toMatchObject([{ id, title: '', items: 1, isNew: true, differences: [] }]);
		expect(await loadQuestionnaireDrafts()).toEqual([]);
		await desk.confirm();
		expect(await loadQuestionnaireDraft(id)).toBeDefined();
	});

	test.each<ExportScope>([
		{ kind: 'partnership', id: partnershipId },
		{ kind: 'measurement', id: measurementId }
	])('no other file holds one: %j', async (scope) => {
		await storeMeasurements(measurementOf(partnershipId, measurementId));
		await addQuestionnaireDraft(draft);
		expect(await goodOf(await exportFile(scope)).file.text()).not.toContain(draft.id);
	});

	test('holds whatever can be begun here: an empty one, and a copy of each questionnaire of the app', async () => {
		for (const { id, version } of publishedRefs) await beginCopy(publishedQuestionnaire(id, version));
		const before = await loadQuestionnaireDrafts();
		const file = await everything();
		await wipeDatabase();
		await bring(file);
		expect(await loadQuestionnaireDrafts()).toEqual(before);
	});

	test('holds whatever is typed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ maxLength: 120 }), fc.string({ maxLength: 400 }), async (title, change) => {
				const typed = { ...draft, content: { ...draft.content, title }, change };
				const text = writeExchangeFile({ bundles: [], questionnaires: [], drafts: [typed] });
				const { plan } = await open(new File([text], 'x.json'));
				expect(plan.drafts).toHaveLength(1);
			}),
			{ numRuns: runs(25) }
		);
	});
});

describe('«Sindsdien wijzigde er iets»', () => {
	let stop: () => void = () => undefined;
	afterEach(() => stop());

	test('counts what is typed in a draft, and a draft alone is worth a back-up', async () => {
		const backup = new Backup();
		stop = backup.start();
		await addQuestionnaireDraft(draft);
		await vi.waitFor(() => expect(backup.advice).toBe('missing'));
		await backup.save();
		await vi.waitFor(() => expect(backup.advice).toBe('complete'));
		await retitle('Kermis');
		await vi.waitFor(() => expect(backup.advice).toBe('changed'));
		await backup.save();
		await vi.waitFor(() => expect(backup.advice).toBe('complete'));
		await keepQuestionnaire(storedOf(ownQuestionnaire));
		await vi.waitFor(() => expect(backup.advice).toBe('changed'));
	});
});

describe('a draft that is here as well', () => {
	test('and the same brings nothing', async () => {
		await addQuestionnaireDraft(draft);
		const { plan } = await open(fileWith(draft));
		expect(bringsSomething(plan)).toBe(false);
		expect(differencesOf(plan)).toEqual([]);
	});

	test('and another stays as it is here, named with both, unless people take the one of the file', async () => {
		await addQuestionnaireDraft(draft);
		await retitle('Kermis');
		const before = await dumpDatabase();

		const { desk, plan } = await open(fileWith({ ...draft, content: { ...draft.content, title: 'Feest' } }));

		const [row] = differencesOf(plan);
		expect(row?.difference).toEqual({
			place: { kind: 'draft' },
			title: 'Feest',
			here: '«Kermis», 2 stellingen',
			file: '«Feest», 2 stellingen. Tegenover hier: andere teksten of een andere opzet; de stellingen bleven.',
			newer: null
		});
		expect(bringsSomething(plan)).toBe(false);

		desk.take([row?.key ?? ''], true);
		await desk.confirm();
		expect((await loadQuestionnaireDraft(draft.id))?.content.title).toBe('Feest');
		await desk.undo();
		expect(await dumpDatabase()).toEqual(before);
	});

	test('stays as it is beside others that come in', async () => {
		await addQuestionnaireDraft(draft);
		await retitle('Kermis');
		const other = { ...draft, id: 'e'.repeat(32) };
		await bring(fileWith(draft, other));
		expect((await loadQuestionnaireDrafts()).map(({ id, content }) => [id, content.title])).toEqual([
			[draft.id, 'Kermis'],
			[other.id, '']
		]);
	});

	test('and changes after the preview gives a new preview, and what was chosen does not hold any more', async () => {
		await addQuestionnaireDraft(draft);
		await retitle('Kermis');
		const { desk, plan } = await open(fileWith(draft));
		desk.take(
			differencesOf(plan).map(({ key }) => key),
			true
		);
		await retitle('Kermis en feest');

		await desk.confirm();

		expect(desk.problem).toMatch(/intussen iets gewijzigd/);
		expect(desk.step).toMatchObject({ kind: 'preview', takes: new Set() });
		expect((await loadQuestionnaireDraft(draft.id))?.content.title).toBe('Kermis en feest');
	});
});

describe('undoing', () => {
	test('takes away what came, and nothing when someone went on with it', async () => {
		const before = await dumpDatabase();
		const first = await bring(fileWith(draft));
		await first.undo();
		expect(await dumpDatabase()).toEqual(before);

		const second = await bring(fileWith(draft));
		await retitle('Verder gewerkt');
		await second.undo();
		expect(second.problem).toMatch(/sindsdien iets gewijzigd/);
		expect((await loadQuestionnaireDraft(draft.id))?.content.title).toBe('Verder gewerkt');
	});
});

describe('what stays out is named', () => {
	test('a draft of which no screen can tell the parts apart', async () => {
		const [theme] = draft.content.themes;
		const twice = { ...draft, content: { ...draft.content, themes: theme ? [theme, theme] : [] } };
		const { plan } = await open(fileWith(twice, { ...draft, id: 'e'.repeat(32) }));
		expect(plan.leftOut).toEqual([
			'De vragenlijst "" die nog niet klaar is, komt niet binnen: een id staat er twee keer in.'
		]);
		expect(plan.drafts.map(({ id }) => id)).toEqual(['e'.repeat(32)]);
	});

	test('an own questionnaire that no measurement uses, and that is here with another content or unsound', async () => {
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, summary: 'Anders.' }));
		const posing = { ...ownQuestionnaire, id: 'samenwerking' };
		const text = writeExchangeFile({ bundles: [], questionnaires: [ownQuestionnaire, posing] });
		const { plan } = await open(new File([text], 'x.json'));
		expect(plan.leftOut).toEqual([
			expect.stringMatching(/^De eigen vragenlijst "Eigen lijst", versie 2.0.0, is op dit toestel een andere/),
			expect.stringMatching(/^De eigen vragenlijst "Eigen lijst" komt niet binnen\. Het id "samenwerking" is van/)
		]);
		expect(plan.questionnaires).toEqual([]);
		expect(await loadOwnQuestionnaires()).toHaveLength(1);
	});

	test('one draft twice: then nothing of the file comes in', async () => {
		const text = writeExchangeFile({ bundles: [], questionnaires: [], drafts: [draft] });
		const [before = '', list = ''] = text.split('"drafts": [\n');
		const element = list.slice(0, list.lastIndexOf('\n\t]'));
		const desk = new ImportDesk();
		await desk.open(new File([`${before}"drafts": [\n${element},\n${list}`], 'x.json'));
		expect(desk.problem).toBe(
			'Dit bestand klopt niet: een vragenlijst die nog niet klaar is, staat er twee keer in. Maak het opnieuw op de andere laptop.'
		);
	});
});
