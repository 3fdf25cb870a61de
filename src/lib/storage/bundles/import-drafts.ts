import { draftWords } from '$lib/domain/drafting/compare-drafts';
import { differenceKey, type Difference } from '$lib/domain/intake/differences';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { fingerprint } from '$lib/domain/text/fingerprint';
import { haveSameContent, stableText } from '$lib/domain/text/stable-text';
import { announce } from '$lib/storage/changes';
import type { StoredQuestionnaireDraft } from '$lib/storage/schema';
import type { ReadBundles } from './bundles';

/** The questionnaires that someone is still making and that come with a file, within the transaction of the import. */

/** What becomes of one; its content stays in the file. */
export interface PlannedDraft {
	id: string;
	/** As in the file; may be empty. */
	title: string;
	/** How many statements, in the file. */
	items: number;
	isNew: boolean;
	/** Where both hold another content: here stays, unless people choose otherwise. */
	differences: readonly Difference[];
	/** Of what is here: another one when that changed. */
	mark: number;
}

/** One that was put in, so that it can be undone. */
export interface DoneDraft {
	id: string;
	/** What was there, as JSON; null: nothing. */
	before: string | null;
	/** Of what it became. */
	after: number;
}

export async function planDrafts<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	incoming: readonly StoredQuestionnaireDraft[]
): Promise<PlannedDraft[]> {
	const store = tx.objectStore('questionnaireDrafts');
	return Promise.all(
		incoming.map(async (file) => {
			const { id, content } = file;
			const here = await store.get(id);
			return {
				id,
				title: content.title,
				items: itemsOf(content).length,
				isNew: here === undefined,
				differences: differencesOf(here, file),
				mark: markOf(here)
			};
		})
	);
}

function differencesOf(here: StoredQuestionnaireDraft | undefined, file: StoredQuestionnaireDraft): Difference[] {
	if (!here || haveSameContent(here, file)) return [];
	return [{ place: { kind: 'draft' }, title: file.content.title, ...draftWords(here, file), newer: null }];
}

/** Puts in what is new, and what people take from the file. */
export async function bringDrafts(
	tx: ReadBundles<'readwrite'>,
	incoming: readonly StoredQuestionnaireDraft[],
	planned: readonly PlannedDraft[],
	takes: ReadonlySet<string>
): Promise<DoneDraft[]> {
	const chosen = new Set(
		planned
			.filter(({ id, isNew, differences }) => isNew || differences.some((one) => takes.has(differenceKey(id, one))))
			.map(({ id }) => id)
	);
	const store = tx.objectStore('questionnaireDrafts');
	return Promise.all(
		incoming
			.filter(({ id }) => chosen.has(id))
			.map(async (draft) => {
				const here = await store.get(draft.id);
				await store.put(draft);
				return { id: draft.id, before: here ? JSON.stringify(here) : null, after: markOf(draft) };
			})
	);
}

/** Whether none of them changed since it was put in. */
export async function areDraftsAsPut(tx: ReadBundles<'readwrite'>, done: readonly DoneDraft[]): Promise<boolean> {
	const store = tx.objectStore('questionnaireDrafts');
	const same = await Promise.all(done.map(async ({ id, after }) => markOf(await store.get(id)) === after));
	return same.every(Boolean);
}

/** Makes them as they were. */
export async function revertDrafts(tx: ReadBundles<'readwrite'>, done: readonly DoneDraft[]): Promise<void> {
	const store = tx.objectStore('questionnaireDrafts');
	await Promise.all(
		done.map(async ({ id, before }) =>
			before === null ? store.delete(id) : void (await store.put(JSON.parse(before) as StoredQuestionnaireDraft))
		)
	);
}

/** After the transaction. */
export function announceDrafts(done: readonly DoneDraft[]): void {
	for (const { id } of done) announce({ kind: 'questionnaire-draft', draftId: id });
}

function markOf(draft: StoredQuestionnaireDraft | undefined): number {
	return fingerprint(stableText(draft ?? null));
}
