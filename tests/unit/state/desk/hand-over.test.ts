import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { beginOnDevice, openHandOver } from '$lib/state/desk/hand-over';
import { forgetQuestions, keepQuestions, keptQuestions } from '$lib/state/desk/kept-questions';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { keptAside } from '$lib/state/answering/hand-in';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import { forgetEverything } from '$lib/state/tab-memory';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { hurry } from '../../../builders/fast-clock';
import { invitationTo, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', '0123456789abcdef0123456789abcdef');
const invitation = invitationTo(measurement);

beforeEach(async () => {
	forgetEverything();
	await wipeDatabase();
	await storeMeasurements(measurement);
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const failures = {
	full: () => {
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});
	},
	blocked: () => {
		vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
			throw new DOMException('', 'SecurityError');
		});
	}
};

async function questions() {
	return { invitation, questionnaire: await loadQuestionnaire(invitation.questionnaire) };
}

function firstItem(sheet: Sheet): string {
	return itemsOf(sheet.questionnaire)[0]?.id ?? '';
}

async function untilFailed(sheet: Sheet): Promise<void> {
	await vi.waitFor(() => expect(sheet.status.kind).toBe('failed'));
}

/** As when the page is loaded anew. */
async function reopened(): Promise<{ left: Sheet | undefined; problem: unknown }> {
	await closeDatabase().catch(() => undefined);
	let left: Sheet | undefined;
	const problem = await openHandOver(measurement.id, (found) => (left = found)).then(
		() => undefined,
		(cause: unknown) => cause
	);
	return { left, problem };
}

test('who begins on a device that is full answers all the same, and finds the answers after any number of reloads', async () => {
	const known = await questions();
	failures.full();
	const sheet = await beginOnDevice(known, 'verenigingen');
	keepQuestions(sheet);
	sheet.choose(firstItem(sheet), 4);
	await untilFailed(sheet);
	for (let reload = 0; reload < 3; reload += 1) {
		const { left, problem } = await reopened();
		expect(problem).toBeUndefined();
		expect(left?.answerOf(firstItem(sheet))).toBe(4);
		if (left) await untilFailed(left);
	}
});

test('so does a phone', async () => {
	const { questionnaire } = await questions();
	failures.full();
	const sheet = Sheet.start(invitation, 'verenigingen', questionnaire);
	sheet.choose(firstItem(sheet), 4);
	await untilFailed(sheet);
	for (let reload = 0; reload < 3; reload += 1) {
		await closeDatabase();
		const again = await Sheet.resume(invitation, 'phone', () => questionnaire);
		expect(again?.answerOf(firstItem(sheet))).toBe(4);
		if (again) await untilFailed(again);
	}
});

test('where the measurement cannot be read any more, what somebody was filling in is there to hand back', async () => {
	const known = await questions();
	await closeDatabase();
	failures.blocked();
	hurry();
	const sheet = await beginOnDevice(known, 'verenigingen');
	keepQuestions(sheet);
	sheet.choose(firstItem(sheet), 2);
	await untilFailed(sheet);
	const { left, problem } = await reopened();
	expect(problem).toMatchObject({ problem: 'unavailable' });
	expect(left && keptAside(left)).toMatchObject({ id: sheet.response.id, answers: { [firstItem(sheet)]: 2 } });
	expect(left?.groupId).toBe('verenigingen');

	// Once it was handed in, nothing of it is offered to the next person.
	forgetQuestions(measurement.id);
	expect((await reopened()).left).toBeUndefined();
});

test('without anything that was begun in this tab there is nothing to go on with', async () => {
	await closeDatabase();
	failures.blocked();
	hurry();
	expect(await keptQuestions(measurement.id)).toBeUndefined();
	expect(await reopened()).toMatchObject({ left: undefined, problem: { problem: 'unavailable' } });
});

test('what was stored of somebody else is never mixed with what could not be stored', async () => {
	const known = await questions();
	failures.full();
	const mine = await beginOnDevice(known, 'verenigingen');
	mine.choose(firstItem(mine), 1);
	await untilFailed(mine);
	vi.restoreAllMocks();
	const other = await Sheet.begin(invitation, 'gemeente', 'device', () => known.questionnaire);
	other.choose(firstItem(other), 5);
	await vi.waitFor(() => expect(other.status.kind).toBe('saved'));
	mine.retry();
	await untilFailed(mine);
	expect(mine.response).toMatchObject({ groupId: 'verenigingen', answers: { [firstItem(mine)]: 1 } });
	const stored = await Sheet.resume(invitation, 'device', () => known.questionnaire);
	expect(stored?.answerOf(firstItem(mine))).toBe(5);
});

test('an own questionnaire is kept along, and only the one that was asked', async () => {
	const { questionnaire } = await questions();
	const own = { ...questionnaire, id: 'eigen-lijst' };
	const asking = { ...invitation, questionnaire: { id: own.id, version: own.version } };
	keepQuestions({ invitation: asking, questionnaire: own });
	expect((await keptQuestions(measurement.id))?.questionnaire.id).toBe('eigen-lijst');
	keepQuestions({ invitation: asking, questionnaire: { ...own, version: '9.9.9' } });
	expect(await keptQuestions(measurement.id)).toBeUndefined();
});
