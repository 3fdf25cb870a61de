import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import type { ReadBundles } from './bundles';
import { holdsTheSame, isUsed } from '$lib/storage/records/questionnaires';
import type { StoredQuestionnaire } from '$lib/storage/schema';

/** The own questionnaires that come along with a file, within the transaction of the import. */

/**
 * Which of these questionnaires are not here, and which are here under the same id and version with another content.
 */
export async function compareQuestionnaires<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	questionnaires: readonly StoredQuestionnaire[]
): Promise<{ missing: StoredQuestionnaire[]; clashes: ReadonlyMap<string, string> }> {
	const missing: StoredQuestionnaire[] = [];
	const clashes = new Map<string, string>();
	for (const questionnaire of questionnaires) {
		const { id, version, content } = questionnaire;
		const here = await tx.objectStore('questionnaires').get([id, version]);
		if (!here) missing.push(questionnaire);
		else if (!holdsTheSame(here, questionnaire)) {
			clashes.set(
				questionnaireKey(questionnaire),
				`De eigen vragenlijst "${content.title}", versie ${version}, is op dit toestel een andere. Wie ze wijzigde, moet er een nieuwe versie van maken.`
			);
		}
	}
	return { missing, clashes };
}

/** Takes those away again that nothing uses. */
export async function removeUnused(
	tx: ReadBundles<'readwrite'>,
	questionnaires: readonly StoredQuestionnaire[]
): Promise<void> {
	for (const { id, version } of questionnaires) {
		const used = await isUsed(tx.objectStore('measurements'), tx.objectStore('sheets'), { id, version });
		if (!used) await tx.objectStore('questionnaires').delete([id, version]);
	}
}
