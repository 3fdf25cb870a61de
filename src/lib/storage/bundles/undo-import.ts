import { fingerprint } from '$lib/domain/text/fingerprint';
import { unwatched, type BeginPhase } from '$lib/domain/long-work';
import { stableText } from '$lib/domain/text/stable-text';
import { revertRecords, type ReplacedRecord } from './bundle-records';
import { readPartnership, type ReadBundles } from './bundles';
import { announceDrafts, areDraftsAsPut, revertDrafts, type DoneDraft } from './import-drafts';
import { removeUnused } from './import-questionnaires';
import type { StoredQuestionnaire } from '$lib/storage/schema';
import { announceQuestionnaires, writeBundles } from './write-bundles';

/** What an import changed. Only for undoing that import. */
export interface DoneImport {
	partnerships: readonly DonePartnership[];
	questionnaires: readonly StoredQuestionnaire[];
	drafts: readonly DoneDraft[];
}

export interface DonePartnership {
	id: string;
	replaced: readonly ReplacedRecord[];
	/** Of what it became, and of the sheets that were being filled in. */
	after: number;
}

/**
 * Puts exactly the previous records back, in one transaction. A questionnaire that came along stays when
 * another measurement uses it by now.
 * @returns false when something changed since the import: then nothing is put back
 * @throws StorageError or WorkEnded when nothing was written
 */
export async function undoImport(done: DoneImport, begin: BeginPhase = unwatched): Promise<boolean> {
	const { partnerships, questionnaires, drafts } = done;
	const ids = partnerships.map(({ id }) => id);
	const undone = await writeBundles(ids, async (tx) => {
		const looking = begin('looking-back');
		for (const [index, { id, after }] of partnerships.entries()) {
			looking(index, partnerships.length);
			if ((await stateOf(tx, id)) !== after) return false;
		}
		if (!(await areDraftsAsPut(tx, drafts))) return false;
		const puttingBack = begin('putting-back');
		for (const [index, { replaced }] of partnerships.entries()) {
			puttingBack(index, partnerships.length);
			await revertRecords(tx, replaced);
		}
		await revertDrafts(tx, drafts);
		await removeUnused(tx, questionnaires);
		begin('settling');
		return true;
	});
	if (undone) {
		announceQuestionnaires(questionnaires);
		announceDrafts(drafts);
	}
	return undone;
}

/** Of everything of a partnership, also who is filling in, but not the place where that was left. */
export async function stateOf(tx: ReadBundles, partnershipId: string): Promise<number> {
	const bundle = await readPartnership(tx, partnershipId);
	const measurements = bundle?.measurements ?? [];
	const sheets = await Promise.all(
		measurements.map(({ measurement }) => tx.objectStore('sheets').index('byMeasurement').getAllKeys(measurement.id))
	);
	const withoutPosition = measurements.map((one) => ({ ...one, position: null }));
	return fingerprint(stableText([bundle?.partnership ?? null, bundle?.privateNote ?? null, withoutPosition, sheets]));
}
