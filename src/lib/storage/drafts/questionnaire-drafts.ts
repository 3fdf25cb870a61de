import { read } from '$lib/storage/connection/read';
import type { StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';
import { mustBeThere } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';
import { holdsTheSame } from '$lib/storage/records/questionnaires';

/** The questionnaires that someone is making on this device. */

/** By id. */
export async function loadQuestionnaireDrafts(): Promise<StoredQuestionnaireDraft[]> {
	return read((db) => db.getAll('questionnaireDrafts'));
}

export async function loadQuestionnaireDraft(id: string): Promise<StoredQuestionnaireDraft | undefined> {
	return read((db) => db.get('questionnaireDrafts', id));
}

/** @throws StorageError when it was not stored */
export async function addQuestionnaireDraft(draft: StoredQuestionnaireDraft): Promise<void> {
	await write(['questionnaireDrafts'], async (tx) => void (await tx.objectStore('questionnaireDrafts').put(draft)), {
		kind: 'questionnaire-draft',
		draftId: draft.id
	});
}

/**
 * Changes it as it is now in the database, so that two tabs lose nothing of each other.
 * @throws StorageError when nothing was stored, also when the draft is not there any more
 */
export async function changeQuestionnaireDraft(
	id: string,
	change: (draft: StoredQuestionnaireDraft) => StoredQuestionnaireDraft
): Promise<void> {
	await write(
		['questionnaireDrafts'],
		async (tx) => {
			const drafts = tx.objectStore('questionnaireDrafts');
			await drafts.put(change(mustBeThere(await drafts.get(id))));
		},
		{ kind: 'questionnaire-draft', draftId: id }
	);
}

/**
 * @returns what was removed, to put back; undefined when it was not there
 * @throws StorageError when nothing was removed
 */
export async function removeQuestionnaireDraft(id: string): Promise<StoredQuestionnaireDraft | undefined> {
	return write(
		['questionnaireDrafts'],
		async (tx) => {
			const drafts = tx.objectStore('questionnaireDrafts');
			const there = await drafts.get(id);
			await drafts.delete(id);
			return there;
		},
		{ kind: 'questionnaire-draft', draftId: id }
	);
}

/**
 * Keeps what a draft became, and lets go of the draft, both or neither.
 * @returns `other`: another tab made this version meanwhile, with another content, and the draft stays
 * @throws StorageError when nothing was stored
 */
export async function finishQuestionnaireDraft(
	draftId: string,
	questionnaire: StoredQuestionnaire
): Promise<'kept' | 'other'> {
	return write(
		['questionnaireDrafts', 'questionnaires'],
		async (tx) => {
			const questionnaires = tx.objectStore('questionnaires');
			const there = await questionnaires.get([questionnaire.id, questionnaire.version]);
			if (there && !holdsTheSame(there, questionnaire)) return 'other';
			if (!there) await questionnaires.put(questionnaire);
			await tx.objectStore('questionnaireDrafts').delete(draftId);
			return 'kept';
		},
		{ kind: 'questionnaire' }
	);
}
