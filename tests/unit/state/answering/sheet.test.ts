import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { handIn } from '$lib/state/answering/hand-in';
import { rescuedResponse } from '$lib/state/answering/handing-over';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import type { FindQuestionnaire } from '$lib/state/answering/sheet-opening';
import { forgetEverything } from '$lib/state/tab-memory';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { StorageError } from '$lib/storage/storage-error';
import { withClosing } from '../../../builders/closing';
import { dumpDatabase } from '../../../builders/dump-database';
import { invitationTo, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const invitation = invitationTo(measurement);

beforeEach(async () => {
	forgetEverything();
	await wipeDatabase();
	await storeMeasurements(measurement);
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function untilSaved(sheet: Sheet): Promise<void> {
	await vi.waitFor(() => expect(sheet.status).toEqual({ kind: 'saved' }), { timeout: 4000 });
}

/** As when the page is closed and opened again later. */
async function resumeLater(way: 'device' | 'phone'): Promise<Sheet> {
	await closeDatabase();
	const sheet = await Sheet.resume(invitation, way, loadQuestionnaire);
	if (!sheet) throw new Error('There is no sheet on this device');
	return sheet;
}

function itemAt(sheet: Sheet, index: number): string {
	const item = itemsOf(sheet.questionnaire)[index];
	if (!item) throw new RangeError(`The questionnaire has no item ${index}`);
	return item.id;
}

function deviceFullAtNextPut(): void {
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});
}

const storedSheets = async () => (await dumpDatabase()).sheets;

describe('beginning', () => {
	test('gives an empty sheet with the questionnaire of the invitation', async () => {
		const sheet = await Sheet.begin(invitation, 'verenigingen', 'device', loadQuestionnaire);

		expect(sheet.questionnaire).toMatchObject({ id: 'samenwerking', version: '1.0.0' });
		expect(sheet.invitation).toEqual(invitation);
		expect(sheet.groupId).toBe('verenigingen');
		expect(sheet.answeredCount).toBe(0);
		expect(sheet.finished).toBe(false);
		expect(sheet.status).toEqual({ kind: 'idle' });
		expect(sheet.answerOf(itemAt(sheet, 0))).toBeUndefined();
		expect(sheet.noteOf(itemAt(sheet, 0))).toBe('');
	});

	test('gives everyone an id of their own, of 10 hexadecimal digits', async () => {
		const first = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		first.choose(itemAt(first, 0), 4);
		await handIn(first);
		const second = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);

		expect(first.response.id).toMatch(/^[0-9a-f]{10}$/);
		expect(second.response.id).toMatch(/^[0-9a-f]{10}$/);
		expect(second.response.id).not.toBe(first.response.id);
		expect(second.answeredCount).toBe(0);
	});

	test('works where the measurement itself is elsewhere, as on a phone', async () => {
		await wipeDatabase();

		await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);

		expect((await resumeLater('phone')).invitation).toEqual(invitation);
	});

	test('with a questionnaire version this app does not have names it, and stores nothing', async () => {
		const unknown = { ...invitation, questionnaire: { id: 'samenwerking', version: '99.0.0' } };

		await expect(Sheet.begin(unknown, 'gemeente', 'phone', loadQuestionnaire)).rejects.toThrow(
			UnknownQuestionnaireError
		);

		expect((await dumpDatabase()).sheets).toEqual([]);
	});

	test('that cannot be stored says so', async () => {
		deviceFullAtNextPut();

		await expect(Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire)).rejects.toMatchObject({
			problem: 'full'
		});
	});

	test('takes notes in an open measurement, not in an anonymous one', async () => {
		const anonymous = { ...invitation, privacy: { mode: 'anoniem', threshold: 5 } as const };

		expect((await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire)).takesNotes).toBe(true);
		expect((await Sheet.begin(anonymous, 'gemeente', 'phone', loadQuestionnaire)).takesNotes).toBe(false);
	});
});

describe('what someone surely wants to talk about', () => {
	const find: FindQuestionnaire = async (ref) => withClosing(await loadQuestionnaire(ref));
	const chosen = ['openheid', 'waardering'];

	test('is stored with each tap, is there again later, and goes along in the response that is handed in', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', find);
		sheet.choose(itemAt(sheet, 0), 4);
		expect(sheet.topics).toBeUndefined();
		sheet.chooseTopics(['openheid']);
		sheet.chooseTopics(chosen);
		await untilSaved(sheet);
		await closeDatabase();

		const again = await Sheet.resume(invitation, 'device', find);

		expect(again?.topics).toEqual(chosen);
		expect(again?.answeredCount).toBe(1);
		expect(again && Object.keys(again.response.answers)).toEqual([itemAt(sheet, 0)]);
		if (again) await handIn(again);
		expect(await loadResponses(measurement.id)).toMatchObject([{ topics: chosen }]);
	});

	test('taken back, or never answered, is in no response, and no preference is', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', find);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.chooseTopics([]);
		expect(sheet.response.topics).toEqual([]);
		sheet.chooseTopics(undefined);
		await untilSaved(sheet);
		expect(sheet.response).not.toHaveProperty('topics');
		expect((await Sheet.resume(invitation, 'phone', find))?.response).not.toHaveProperty('topics');
	});

	test('is wiped and put back with the rest', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', find);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.chooseTopics(chosen);
		await untilSaved(sheet);
		const undo = await sheet.wipe();
		expect((await dumpDatabase()).sheetEntries).toEqual([]);
		expect((await undo()).topics).toEqual(chosen);
		expect((await Sheet.resume(invitation, 'phone', find))?.topics).toEqual(chosen);
	});

	test('that cannot be stored is kept in the tab, and in the file for the facilitator', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', find);
		sheet.choose(itemAt(sheet, 0), 4);
		await untilSaved(sheet);
		deviceFullAtNextPut();
		sheet.chooseTopics(chosen);
		await vi.waitFor(() => expect(sheet.status.kind).toBe('failed'));

		expect(rescuedResponse(sheet.storing).topics).toEqual(chosen);
		expect((await Sheet.resume(invitation, 'phone', find))?.topics).toEqual(chosen);
	});

	test('is not asked by a questionnaire without a closing question', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		sheet.chooseTopics(chosen);
		expect(sheet.topics).toBeUndefined();
		expect(sheet.isUntouched).toBe(true);
	});
});

describe('how it goes beside last time', () => {
	const asking = { ...measurementOf('verband', 'herhaling'), asksTrend: true };

	test('is asked only where the invitation says so', async () => {
		expect((await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire)).asksTrend).toBe(false);
		expect((await Sheet.begin(invitationTo(asking), 'gemeente', 'phone', loadQuestionnaire)).asksTrend).toBe(true);
	});

	test('is stored with each choice, is there again later, and goes along in the response', async () => {
		await storeMeasurements(asking);
		const sheet = await Sheet.begin(invitationTo(asking), 'gemeente', 'device', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.chooseTrend('openheid', 'worse');
		sheet.chooseTrend('openheid', 'better');
		await untilSaved(sheet);
		await closeDatabase();

		const again = await Sheet.resume(invitationTo(asking), 'device', loadQuestionnaire);

		expect(again?.isUntouched).toBe(false);
		expect(again?.trendOf('openheid')).toBe('better');
		expect(again?.trendOf('waardering')).toBeUndefined();
		expect(again?.response.trends).toEqual({ openheid: 'better' });
		if (again) await handIn(again);
		expect(await loadResponses(asking.id)).toMatchObject([{ trends: { openheid: 'better' } }]);
	});

	test('can be taken back: that is stored as well, and the response has nothing of it', async () => {
		const sheet = await Sheet.begin(invitationTo(asking), 'gemeente', 'phone', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.chooseTrend('openheid', 'worse');
		sheet.chooseTrend('openheid', null);
		sheet.chooseTrend('waardering', 'same');
		await untilSaved(sheet);
		await closeDatabase();

		const again = await Sheet.resume(invitationTo(asking), 'phone', loadQuestionnaire);
		expect(again?.trendOf('openheid')).toBeNull();
		await again?.finish();

		expect(again?.trendOf('openheid')).toBeNull();
		expect(again?.response.trends).toEqual({ waardering: 'same' });
	});

	test('is no statement: it is in no progress, and alone it is no response', async () => {
		await storeMeasurements(asking);
		const sheet = await Sheet.begin(invitationTo(asking), 'gemeente', 'device', loadQuestionnaire);
		const [dimension] = sheet.questionnaire.themes.flatMap((theme) => theme.dimensions);
		if (!dimension) throw new Error('The questionnaire has no dimension');

		sheet.chooseTrend(dimension.id, 'better');

		expect(sheet.answeredCount).toBe(0);
		expect(await handIn(sheet)).toMatchObject({ kind: 'refused' });
		expect((await Sheet.resume(invitationTo(asking), 'device', loadQuestionnaire))?.trendOf(dimension.id)).toBe(
			'better'
		);
	});

	test('on a full device stays on the screen, and retry stores it', async () => {
		const sheet = await Sheet.begin(invitationTo(asking), 'gemeente', 'phone', loadQuestionnaire);
		deviceFullAtNextPut();
		sheet.chooseTrend('openheid', 'better');
		await vi.waitFor(() => expect(sheet.status).toMatchObject({ kind: 'failed' }));
		expect(sheet.trendOf('openheid')).toBe('better');

		sheet.retry();
		await untilSaved(sheet);

		expect((await Sheet.resume(invitationTo(asking), 'phone', loadQuestionnaire))?.trendOf('openheid')).toBe('better');
	});
});

describe('two tabs', () => {
	test('that begin at once have one sheet, and lose no answer of each other', async () => {
		const [one, other] = await Promise.all([
			Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire),
			Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire)
		]);
		expect(await storedSheets()).toHaveLength(1);
		expect(other.response.id).toBe(one.response.id);

		one.choose(itemAt(one, 0), 4);
		other.choose(itemAt(other, 1), 'unknown');
		await Promise.all([untilSaved(one), untilSaved(other)]);

		const again = await resumeLater('phone');
		expect(again.response).toMatchObject({
			id: one.response.id,
			answers: { [itemAt(one, 0)]: 4, [itemAt(one, 1)]: 'unknown' }
		});
	});

	test('one after the other: the second goes on with what the first answered', async () => {
		const one = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		one.choose(itemAt(one, 0), 4);
		one.writeNote(itemAt(one, 1), 'Het etentje');
		await untilSaved(one);

		const other = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);

		expect(other.response).toEqual(one.response);
		expect(await storedSheets()).toHaveLength(1);
	});

	test('a stale one that finishes hands back what is stored, not what it remembers', async () => {
		const stale = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		const [first, second, third] = [itemAt(stale, 0), itemAt(stale, 1), itemAt(stale, 2)];
		stale.choose(first, 4);
		stale.writeNote(first, 'Eerst');
		stale.choose(third, 5);
		await untilSaved(stale);
		const fresh = await resumeLater('phone');
		fresh.choose(first, 'unknown');
		fresh.writeNote(first, 'Bij nader inzien');
		fresh.choose(second, 2);
		await untilSaved(fresh);
		fresh.changeGroup('verenigingen');
		await untilSaved(fresh);

		await stale.finish();

		expect(stale.response).toMatchObject({
			groupId: 'verenigingen',
			revision: 1,
			answers: { [first]: 'unknown', [second]: 2, [third]: 5 },
			notes: { [first]: 'Bij nader inzien' }
		});
		expect(stale.answerOf(first)).toBe('unknown');
		expect(stale.answeredCount).toBe(3);
		expect((await resumeLater('phone')).response).toEqual(stale.response);
	});

	test('a stale one that finishes keeps its own last answer, when that was the last', async () => {
		const stale = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		const fresh = await resumeLater('phone');
		fresh.choose(itemAt(fresh, 0), 1);
		await untilSaved(fresh);
		stale.choose(itemAt(stale, 0), 5);

		await stale.finish();

		expect(stale.response.answers).toEqual({ [itemAt(stale, 0)]: 5 });
		expect((await resumeLater('phone')).response).toEqual(stale.response);
	});

	test('that each finish make two revisions of one response', async () => {
		const one = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		one.choose(itemAt(one, 0), 4);
		const other = await resumeLater('phone');
		await one.finish();

		await other.finish();

		expect([one.response.revision, other.response.revision]).toEqual([1, 2]);
		expect(other.response).toEqual({ ...one.response, revision: 2 });
	});

	test('of which one wiped: the other cannot finish, and nothing comes back', async () => {
		const stale = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		stale.choose(itemAt(stale, 0), 4);
		await untilSaved(stale);
		await (await resumeLater('phone')).wipe();

		await expect(stale.finish()).rejects.toMatchObject({ problem: 'gone' });

		expect(stale.finished).toBe(false);
		expect(await dumpDatabase()).toMatchObject({ sheets: [], sheetEntries: [] });
	});
});

describe('changing groups', () => {
	test('keeps the answers, the notes and the response they belong to', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.writeNote(itemAt(sheet, 1), 'Het etentje');
		await untilSaved(sheet);
		const before = sheet.response;

		sheet.changeGroup('verenigingen');
		await untilSaved(sheet);

		expect(sheet.groupId).toBe('verenigingen');
		expect(sheet.response).toEqual({ ...before, groupId: 'verenigingen' });
		expect((await resumeLater('device')).response).toEqual(sheet.response);
	});

	test('counts for what is handed in, also for an answer that was still being stored', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.changeGroup('verenigingen');

		expect(await handIn(sheet)).toEqual({ kind: 'added' });

		expect(await loadResponses(measurement.id)).toMatchObject([
			{ groupId: 'verenigingen', answers: { [itemAt(sheet, 0)]: 4 } }
		]);
	});

	test('after finishing makes the next revision of the same response', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		expect(sheet.wasFinished).toBe(false);
		sheet.choose(itemAt(sheet, 0), 4);
		await sheet.finish();
		const before = sheet.response;
		await sheet.reopen();
		expect([sheet.finished, sheet.wasFinished]).toEqual([false, true]);

		sheet.changeGroup('verenigingen');
		await sheet.finish();

		expect(sheet.response).toEqual({ ...before, groupId: 'verenigingen', revision: 2 });
	});

	test('that cannot be stored says so, and is stored with the next try', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		await untilSaved(sheet);
		deviceFullAtNextPut();

		sheet.changeGroup('verenigingen');
		await vi.waitFor(() => expect(sheet.status).toMatchObject({ kind: 'failed' }));
		expect(sheet.groupId).toBe('verenigingen');
		expect(await storedSheets()).toMatchObject([{ groupId: 'gemeente' }]);

		sheet.retry();
		await untilSaved(sheet);
		expect(await storedSheets()).toMatchObject([{ groupId: 'verenigingen' }]);
	});

	test('of a sheet that was wiped meanwhile is refused, and makes none', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		await (await resumeLater('device')).wipe();

		sheet.changeGroup('verenigingen');
		await vi.waitFor(() => expect(sheet.status).toEqual({ kind: 'failed', message: new StorageError('gone').message }));

		expect(await storedSheets()).toEqual([]);
	});
});

describe('filling in', () => {
	test('shows an answer at once, before it is stored', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);

		sheet.choose(itemAt(sheet, 0), 4);

		expect(sheet.answerOf(itemAt(sheet, 0))).toBe(4);
		expect(sheet.answeredCount).toBe(1);
		expect(sheet.status).toEqual({ kind: 'saving' });
		await untilSaved(sheet);
	});

	test('leaving and resuming gives the same answers and notes', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		const [first, second, third] = [itemAt(sheet, 0), itemAt(sheet, 1), itemAt(sheet, 2)];
		sheet.choose(first, 4);
		sheet.choose(second, 1);
		sheet.choose(second, 'unknown');
		sheet.writeNote(first, 'Het etentje');
		sheet.writeNote(third, 'Zonder antwoord');
		await untilSaved(sheet);

		const again = await resumeLater('device');

		expect([first, second, third].map((item) => again.answerOf(item))).toEqual([4, 'unknown', undefined]);
		expect([first, second, third].map((item) => again.noteOf(item))).toEqual(['Het etentje', '', 'Zonder antwoord']);
		expect(again.response).toEqual(sheet.response);
		expect(again.answeredCount).toBe(2);
		expect(again.groupId).toBe('gemeente');
	});

	test('nothing to resume gives nothing', async () => {
		await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);

		expect(await Sheet.resume(invitation, 'phone', loadQuestionnaire)).toBeUndefined();
		expect(await Sheet.resume({ ...invitation, measurementId: 'andere' }, 'device', loadQuestionnaire)).toBeUndefined();
	});

	test('on a full device keeps the answer on the screen, and retry stores it', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		deviceFullAtNextPut();
		sheet.choose(itemAt(sheet, 0), 4);
		await vi.waitFor(() => expect(sheet.status).toEqual({ kind: 'failed', message: new StorageError('full').message }));
		expect(sheet.answerOf(itemAt(sheet, 0))).toBe(4);

		sheet.retry();
		await untilSaved(sheet);

		expect((await resumeLater('device')).answerOf(itemAt(sheet, 0))).toBe(4);
	});
});

describe('handing in', () => {
	test('waits for what is still being stored, and hands in all of it', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		for (const item of itemsOf(sheet.questionnaire)) sheet.choose(item.id, 3);
		sheet.writeNote(itemAt(sheet, 0), 'Tot het laatst');

		expect(await handIn(sheet)).toEqual({ kind: 'added' });

		const [response] = await loadResponses(measurement.id);
		expect(response).toEqual({ ...sheet.response, revision: 1 });
		expect(Object.keys(response?.answers ?? {})).toHaveLength(36);
		expect(await dumpDatabase()).toMatchObject({ sheets: [], sheetEntries: [] });
		expect(await Sheet.resume(invitation, 'device', loadQuestionnaire)).toBeUndefined();
	});

	test('is not done when something could not be stored', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		deviceFullAtNextPut();
		sheet.choose(itemAt(sheet, 0), 4);

		await expect(handIn(sheet)).rejects.toMatchObject({ problem: 'full' });

		expect(await loadResponses(measurement.id)).toEqual([]);
		expect(await handIn(sheet)).toEqual({ kind: 'added' });
		expect((await loadResponses(measurement.id))[0]?.answers).toEqual({ [itemAt(sheet, 0)]: 4 });
	});

	test('without a single answer is refused, and the sheet can be resumed', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);

		expect(await handIn(sheet)).toEqual({
			kind: 'refused',
			reason: 'Dit blad heeft nog geen enkel antwoord.'
		});

		expect(await loadResponses(measurement.id)).toEqual([]);
		expect((await resumeLater('device')).response).toEqual(sheet.response);
	});

	test('to a closed measurement is refused, and the sheet can be resumed', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'device', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		await changeMeasurement(measurement.id, (current) => ({ ...current, status: 'closed' }));

		expect(await handIn(sheet)).toMatchObject({ kind: 'refused' });

		expect((await resumeLater('device')).answerOf(itemAt(sheet, 0))).toBe(4);
	});
});

describe('finishing on an own phone', () => {
	test('makes the first revision, and the sheet stays', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		expect(sheet.response.revision).toBe(0);
		sheet.choose(itemAt(sheet, 0), 4);

		await sheet.finish();

		expect(sheet.finished).toBe(true);
		expect(sheet.status).toEqual({ kind: 'saved' });
		expect(sheet.response).toMatchObject({ revision: 1, answers: { [itemAt(sheet, 0)]: 4 }, notes: {} });
		const again = await resumeLater('phone');
		expect(again.finished).toBe(true);
		expect(again.response).toEqual(sheet.response);
		expect(await loadResponses(measurement.id)).toEqual([]);
	});

	test('again after a change makes revision 2 of the same response', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		await sheet.finish();
		const { id } = sheet.response;

		const again = await resumeLater('phone');
		await again.reopen();
		expect(again.finished).toBe(false);
		expect(again.response.revision).toBe(1);
		again.choose(itemAt(again, 0), 2);
		await again.finish();

		expect(again.response).toMatchObject({ id, revision: 2, answers: { [itemAt(again, 0)]: 2 } });
		expect(await storedSheets()).toMatchObject([{ responseId: id, revision: 2, finished: true }]);
	});

	test('is done when something could not be stored, and says so; the next try stores it', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		deviceFullAtNextPut();
		sheet.choose(itemAt(sheet, 0), 4);
		await vi.waitFor(() => expect(sheet.status.kind).toBe('failed'));
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});

		await sheet.finish();

		expect(sheet.status).toEqual({ kind: 'failed', message: new StorageError('full').message });
		expect(sheet.response).toMatchObject({ revision: 1, answers: { [itemAt(sheet, 0)]: 4 } });
		expect(await storedSheets()).toMatchObject([{ revision: 0, finished: false }]);

		vi.restoreAllMocks();
		sheet.retry();
		await untilSaved(sheet);
		expect((await resumeLater('phone')).response).toEqual(sheet.response);
	});
});

describe('wiping', () => {
	test('leaves nothing of the sheet on the device', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		sheet.choose(itemAt(sheet, 0), 4);
		sheet.writeNote(itemAt(sheet, 1), 'Weg');
		await sheet.finish();

		await sheet.wipe();

		expect(await dumpDatabase()).toMatchObject({ sheets: [], sheetEntries: [] });
		expect(await Sheet.resume(invitation, 'phone', loadQuestionnaire)).toBeUndefined();
	});

	test('straight after answering leaves nothing either, also once the last answer is stored', async () => {
		const sheet = await Sheet.begin(invitation, 'gemeente', 'phone', loadQuestionnaire);
		for (const item of itemsOf(sheet.questionnaire)) sheet.choose(item.id, 3);

		await sheet.wipe();
		await vi.waitFor(() => expect(sheet.status.kind).not.toBe('saving'), { timeout: 4000 });

		expect(await dumpDatabase()).toMatchObject({ sheets: [], sheetEntries: [] });
	});
});

describe('when nothing can be stored, the file of what is on the screen', () => {
	const travelling = measurementOf('a'.repeat(32), 'b'.repeat(32));
	const link = invitationTo(travelling);
	const context = (sheet: Sheet) => ({
		terms: sheet.terms,
		itemIds: itemsOf(sheet.questionnaire).map(({ id }) => id),
		dimensionIds: []
	});

	test('is a response to take in, and what is handed back later is newer', async () => {
		const sheet = await Sheet.begin(link, 'verenigingen', 'phone', loadQuestionnaire);
		deviceFullAtNextPut();
		sheet.choose(itemAt(sheet, 0), 4);
		await vi.waitFor(() => expect(sheet.status.kind).toBe('failed'));

		const { name, text } = sheet.rescue();
		const read = readResponseFile(text, context(sheet));
		const response = { ...sheet.response, revision: 1 };
		expect(read).toEqual({ kind: 'good', response });
		expect(name).toBe(`antwoorden-${response.id}.json`);

		sheet.retry();
		await untilSaved(sheet);
		await sheet.finish();
		expect(sheet.response).toEqual({ ...response, revision: 2 });
	});

	test('is not offered on a passed-round device in an anonymous measurement', async () => {
		const anonymous = { ...link, privacy: { mode: 'anoniem', threshold: 3 } } as const;

		expect((await Sheet.begin(anonymous, 'verenigingen', 'device', loadQuestionnaire)).canRescue).toBe(false);
		expect((await Sheet.begin(anonymous, 'verenigingen', 'phone', loadQuestionnaire)).canRescue).toBe(true);
	});
});

describe('one that starts at once, on a phone', () => {
	const start = async () => Sheet.start(invitation, 'gemeente', await loadQuestionnaire(invitation.questionnaire));

	test('can be answered before anything is stored, and says nothing of being stored until there is an answer', async () => {
		const sheet = await start();
		expect(sheet.status).toEqual({ kind: 'idle' });
		await vi.waitFor(async () => expect(await storedSheets()).toHaveLength(1));
		expect(sheet.status).toEqual({ kind: 'idle' });

		sheet.choose(itemAt(sheet, 0), 4);
		await untilSaved(sheet);

		expect((await resumeLater('phone')).response).toEqual(sheet.response);
	});

	test('keeps answers given before the device was ready', async () => {
		const sheet = await start();
		for (const item of itemsOf(sheet.questionnaire)) sheet.choose(item.id, 2);
		await untilSaved(sheet);

		expect((await resumeLater('phone')).answeredCount).toBe(itemsOf(sheet.questionnaire).length);
	});

	test('goes on with the one that was there after all, and keeps what was answered meanwhile', async () => {
		const earlier = await Sheet.begin(invitation, 'verenigingen', 'phone', loadQuestionnaire);
		earlier.choose(itemAt(earlier, 0), 1);
		earlier.choose(itemAt(earlier, 1), 2);
		earlier.writeNote(itemAt(earlier, 2), 'Van eerder');
		await untilSaved(earlier);

		const sheet = await start();
		sheet.choose(itemAt(sheet, 0), 5);
		await untilSaved(sheet);

		expect(await storedSheets()).toHaveLength(1);
		expect(sheet.response).toMatchObject({
			id: earlier.response.id,
			groupId: 'verenigingen',
			answers: { [itemAt(sheet, 0)]: 5, [itemAt(sheet, 1)]: 2 },
			notes: { [itemAt(sheet, 2)]: 'Van eerder' }
		});
		expect((await resumeLater('phone')).response).toEqual(sheet.response);
	});

	test('that cannot be stored says so before the first answer, and is stored with the next try', async () => {
		deviceFullAtNextPut();
		const sheet = await start();
		await vi.waitFor(() => expect(sheet.status.kind).toBe('failed'));

		sheet.choose(itemAt(sheet, 0), 3);
		await untilSaved(sheet);

		expect((await resumeLater('phone')).answerOf(itemAt(sheet, 0))).toBe(3);
	});

	test('changes its group and is wiped, also straight away', async () => {
		const sheet = await start();
		sheet.changeGroup('verenigingen');
		await vi.waitFor(async () => expect(await storedSheets()).toMatchObject([{ groupId: 'verenigingen' }]));
		expect((await resumeLater('phone')).groupId).toBe('verenigingen');

		const other = await start();
		await other.wipe();
		expect(await storedSheets()).toEqual([]);
	});
});
