import { bundleStores, type ReadBundles } from './bundles';
import { announce } from '$lib/storage/changes';
import type { StoredQuestionnaire } from '$lib/storage/schema';
import { write } from '$lib/storage/writing/write';

/** One transaction over all these stores; every partnership it is about is announced afterwards. */
export async function writeBundles<Result>(
	partnershipIds: readonly string[],
	work: (tx: ReadBundles<'readwrite'>) => Promise<Result>
): Promise<Result> {
	const [first = '', ...others] = partnershipIds;
	const result = await write([...bundleStores], work, { kind: 'partnership', partnershipId: first });
	for (const partnershipId of others) announce({ kind: 'partnership', partnershipId });
	return result;
}

/** @param questionnaires that came or went along */
export function announceQuestionnaires(questionnaires: readonly StoredQuestionnaire[]): void {
	if (questionnaires.length > 0) announce({ kind: 'questionnaire' });
}
