import { isBlank } from '$lib/domain/text/misleading-characters';
import { canAnswerTogether } from '$lib/domain/intake/intake';
import { sortedOut, type ItemNote, type Measurement, type Response } from '$lib/domain/measurement/measurement';
import { read } from '$lib/storage/connection/read';
import type { StoredAnswer } from '$lib/storage/schema';
import { mustBeThere, StorageError } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';

export interface AnswerPlace {
	measurementId: string;
	groupId: string;
	itemId: string;
}

/** A side gives one joint response in a measurement, so its id follows from both. */
export function jointResponseId(measurementId: string, groupId: string): string {
	return `${measurementId}:${groupId}`;
}

/**
 * Stores one joint answer as a record of its own; resolves after the transaction has completed.
 * @returns its revision
 * @throws StorageError when the answer was not stored
 */
export async function saveJointAnswer(place: AnswerPlace, answer: StoredAnswer['answer']): Promise<number> {
	const { measurementId, groupId, itemId } = place;
	const responseId = jointResponseId(measurementId, groupId);
	return write(
		['measurements', 'answers'],
		async (tx) => {
			await refuseUnlessTogether(tx.objectStore('measurements'), measurementId);
			const store = tx.objectStore('answers');
			const before = (await store.get([responseId, itemId]))?.revision ?? 0;
			// A forged one may be the last that there is: a higher one could not be written to a file.
			const revision = Math.min(before + 1, Number.MAX_SAFE_INTEGER);
			await store.put({ responseId, itemId, measurementId, groupId, answer, revision });
			return revision;
		},
		{ kind: 'answer', measurementId }
	);
}

/** The measurement as it is at this moment decides: another tab may have closed or deleted it. */
async function refuseUnlessTogether(
	measurements: { get(id: string): Promise<Measurement | undefined> },
	measurementId: string
): Promise<void> {
	const measurement = mustBeThere(await measurements.get(measurementId), 'gone');
	if (canAnswerTogether(measurement) !== null) throw new StorageError('closed');
}

export async function loadStoredAnswers(measurementId: string): Promise<StoredAnswer[]> {
	return read((db) => db.getAllFromIndex('answers', 'byMeasurement', measurementId));
}

/** The joint responses of a measurement, a side without answers left out. */
export async function loadJointResponses(measurementId: string): Promise<Response[]> {
	return asJointResponses(await loadStoredAnswers(measurementId));
}

/** The joint answers of one measurement as responses; what was taken back is no answer. */
export function asJointResponses(stored: readonly StoredAnswer[]): Response[] {
	const byResponse = new Map<string, StoredAnswer[]>();
	for (const entry of stored) {
		if (entry.answer === null) continue;
		const entries = byResponse.get(entry.responseId);
		if (entries) entries.push(entry);
		else byResponse.set(entry.responseId, [entry]);
	}
	return [...byResponse].flatMap(([id, entries]) => {
		const groupId = entries[0]?.groupId;
		if (groupId === undefined) return [];
		return [{ id, groupId, kind: 'joint' as const, ...sortedOut(entries) }];
	});
}

/**
 * Changes a note as it is now in the database, so that two tabs lose nothing of each other; a blank one goes.
 * @returns the note as it became
 * @throws StorageError when nothing was stored, and whatever the change throws on purpose
 */
export async function changeNote(
	measurementId: string,
	itemId: string,
	change: (text: string) => string
): Promise<string> {
	return write(
		['measurements', 'notes'],
		async (tx) => {
			await refuseUnlessTogether(tx.objectStore('measurements'), measurementId);
			const store = tx.objectStore('notes');
			const text = change((await store.get([measurementId, itemId]))?.text ?? '');
			if (isBlank(text)) await store.delete([measurementId, itemId]);
			else await store.put({ measurementId, itemId, text });
			return text;
		},
		{ kind: 'note', measurementId }
	);
}

export async function loadNotes(measurementId: string): Promise<ItemNote[]> {
	const stored = await read((db) => db.getAllFromIndex('notes', 'byMeasurement', measurementId));
	return stored.map(({ itemId, text }) => ({ itemId, text }));
}

export async function savePosition(measurementId: string, dimensionId: string): Promise<void> {
	await write(
		['measurements', 'positions'],
		async (tx) => {
			const known = await tx.objectStore('measurements').get(measurementId);
			if (known) await tx.objectStore('positions').put({ measurementId, dimensionId });
		},
		{ kind: 'position', measurementId }
	);
}

/** The dimension where filling in was left, if it ever began. */
export async function loadPosition(measurementId: string): Promise<string | undefined> {
	return (await read((db) => db.get('positions', measurementId)))?.dimensionId;
}
