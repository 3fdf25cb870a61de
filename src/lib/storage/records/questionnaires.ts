import { haveSameContent } from '$lib/domain/text/stable-text';
import { read } from '$lib/storage/connection/read';
import type { StoredQuestionnaire } from '$lib/storage/schema';
import { write } from '$lib/storage/writing/write';

/** The questionnaires that people made themselves and keep on this device. */

type Ref = Pick<StoredQuestionnaire, 'id' | 'version'>;

/** By id, then by version as text. */
export async function loadOwnQuestionnaires(): Promise<StoredQuestionnaire[]> {
	return read((db) => db.getAll('questionnaires'));
}

/** How many there are, also of those that are not ready yet. */
export async function countOwnQuestionnaires(): Promise<number> {
	return read(async (db) => {
		const [ready, making] = await Promise.all([db.count('questionnaires'), db.count('questionnaireDrafts')]);
		return ready + making;
	});
}

export async function loadOwnQuestionnaire({ id, version }: Ref): Promise<StoredQuestionnaire | undefined> {
	return read((db) => db.get('questionnaires', [id, version]));
}

/** Whether two questionnaires say the same; how they were laid out plays no part. */
export function holdsTheSame(
	{ content: one }: Pick<StoredQuestionnaire, 'content'>,
	{ content: other }: Pick<StoredQuestionnaire, 'content'>
): boolean {
	return haveSameContent(one, other);
}

/**
 * Keeps a questionnaire, unless its id and version are taken: what measurements refer to never changes.
 * @returns `same`: it was here already; `other`: another one is here under the same id and version, and stays
 * @throws StorageError when nothing was stored
 */
export async function keepQuestionnaire(questionnaire: StoredQuestionnaire): Promise<'kept' | 'same' | 'other'> {
	return write(
		['questionnaires'],
		async (tx) => {
			const store = tx.objectStore('questionnaires');
			const there = await store.get([questionnaire.id, questionnaire.version]);
			if (there) return holdsTheSame(there, questionnaire) ? 'same' : 'other';
			await store.put(questionnaire);
			return 'kept';
		},
		{ kind: 'questionnaire' }
	);
}

/**
 * @returns what was removed, to put back with keepQuestionnaire on undo; undefined when there was no such
 * questionnaire; `used`: a measurement or a half-filled sheet on this device needs it, and it stays
 * @throws StorageError when nothing was removed
 */
export async function removeQuestionnaire({ id, version }: Ref): Promise<StoredQuestionnaire | 'used' | undefined> {
	return write(
		['questionnaires', 'measurements', 'sheets'],
		async (tx) => {
			if (await isUsed(tx.objectStore('measurements'), tx.objectStore('sheets'), { id, version })) return 'used';
			const store = tx.objectStore('questionnaires');
			const there = await store.get([id, version]);
			await store.delete([id, version]);
			return there;
		},
		{ kind: 'questionnaire' }
	);
}

interface Readable<Value> {
	getAll(): Promise<Value[]>;
}

/** Whether a measurement or sheet in these stores refers to this version, within a transaction. */
export async function isUsed(
	measurements: Readable<{ questionnaire: Ref }>,
	sheets: Readable<{ invitation: { questionnaire: Ref } }>,
	{ id, version }: Ref
): Promise<boolean> {
	const users = [...(await measurements.getAll()), ...(await sheets.getAll()).map(({ invitation }) => invitation)];
	return users.some(({ questionnaire }) => questionnaire.id === id && questionnaire.version === version);
}
