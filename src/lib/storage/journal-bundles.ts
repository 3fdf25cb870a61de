import type { PartnershipBundle } from '$lib/domain/bundle';
import type { bundleStores } from './bundles';
import { readPartnership, type ReadBundles } from './bundles';
import { foldContent, keyText, type KeyPath } from './journal/fold';
import { readJournal } from './journal/journal';
import type { StoredQuestionnaire } from './schema';

type BundleStore = (typeof bundleStores)[number];

const keyPaths: Record<BundleStore, KeyPath> = {
	partnerships: 'id',
	measurements: 'id',
	responses: 'id',
	answers: ['responseId', 'itemId'],
	notes: ['measurementId', 'itemId'],
	agreedScores: ['measurementId', 'dimensionId'],
	commitments: 'id',
	reportChoices: 'measurementId',
	positions: 'measurementId',
	questionnaires: ['id', 'version'],
	sheets: 'responseId'
};
const indexFields: Record<string, string> = { byMeasurement: 'measurementId', byPartnership: 'partnershipId' };

/**
 * Everything of everyone that the journal holds, for when the database cannot be opened.
 * @returns undefined when there is no good journal
 */
export async function loadBundlesFromJournal(): Promise<
	{ bundles: PartnershipBundle[]; questionnaires: StoredQuestionnaire[] } | undefined
> {
	const content = await readJournal().catch(() => null);
	if (!content) return undefined;
	const records = foldContent(content, (store) => Reflect.get(keyPaths, store) as KeyPath | undefined);
	const tx = asTransaction(records);
	const bundles: PartnershipBundle[] = [];
	for (const partnership of allIn(records, 'partnerships')) {
		const bundle = await readPartnership(tx, String(Reflect.get(partnership, 'id')));
		if (bundle) bundles.push(bundle);
	}
	return { bundles, questionnaires: allIn(records, 'questionnaires') as StoredQuestionnaire[] };
}

type Records = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** The part of a transaction that reading bundles uses. */
function asTransaction(records: Records): ReadBundles<'readonly'> {
	const objectStore = (store: BundleStore) => ({
		get: (key: unknown) => Promise.resolve(records.get(store)?.get(keyText(key))),
		index: (name: string) => ({
			getAll: (value: unknown) =>
				Promise.resolve(
					allIn(records, store).filter((record) => Reflect.get(record, indexFields[name] ?? '') === value)
				)
		})
	});
	return { objectStore } as unknown as ReadBundles<'readonly'>;
}

function allIn(records: Records, store: BundleStore): object[] {
	return [...(records.get(store)?.values() ?? [])] as object[];
}
