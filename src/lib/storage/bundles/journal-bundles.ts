import type { BeginPhase } from '$lib/domain/long-work';
import { bundleStores, readPartnership, type BundleStore, type ReadBundles } from './bundles';
import type { BundleReader, OwnQuestionnaires } from './read-everything';
import { keyPathOf } from '$lib/storage/key-paths';
import { foldContent, keyText } from '$lib/storage/journal/fold';
import { readJournal } from '$lib/storage/journal/journal';
import type { StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';

const isRead = (store: string) => bundleStores.some((one) => one === store);

const indexFields: Record<string, string> = { byMeasurement: 'measurementId', byPartnership: 'partnershipId' };

/**
 * Reads everything that the journal holds, one partnership at a time: for when the database cannot be opened. Nothing
 * is read when there is no good journal.
 * @returns what people made of questionnaires themselves
 * @throws WorkEnded when people stopped it
 */
export async function readJournalBundles(reader: BundleReader, begin: BeginPhase): Promise<OwnQuestionnaires> {
	const content = await readJournal().catch(() => null);
	if (!content) return { questionnaires: [], drafts: [] };
	const records = foldContent(content, (store) => (isRead(store) ? keyPathOf(store) : undefined));
	const tx = asTransaction(records);
	const ids = allIn(records, 'partnerships')
		.map((partnership) => String(Reflect.get(partnership, 'id')))
		.sort();
	const report = begin('making');
	reader.onstart();
	for (const [index, id] of ids.entries()) {
		await letOthersGo();
		report(index, ids.length);
		const bundle = await readPartnership(tx, id);
		if (bundle) reader.onbundle(bundle);
	}
	return {
		questionnaires: allIn(records, 'questionnaires') as StoredQuestionnaire[],
		drafts: allIn(records, 'questionnaireDrafts') as StoredQuestionnaireDraft[]
	};
}

/** Nothing here waits for a disk: without this the screen would stand still. */
function letOthersGo(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}

type Records = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** The part of a transaction that reading bundles uses. */
function asTransaction(records: Records): ReadBundles<'readonly'> {
	const indexes = new Map<string, Map<unknown, object[]>>();
	const objectStore = (store: BundleStore) => ({
		get: (key: unknown) => Promise.resolve(records.get(store)?.get(keyText(key))),
		getAll: () => Promise.resolve(allIn(records, store)),
		index: (name: string) => {
			const field = indexFields[name] ?? '';
			const index = indexes.get(`${store} ${field}`) ?? indexBy(allIn(records, store), field);
			indexes.set(`${store} ${field}`, index);
			return { getAll: (value: unknown) => Promise.resolve(index.get(value) ?? []) };
		}
	});
	return { objectStore } as unknown as ReadBundles<'readonly'>;
}

function indexBy(records: readonly object[], field: string): Map<unknown, object[]> {
	const index = new Map<unknown, object[]>();
	for (const record of records) {
		const value: unknown = Reflect.get(record, field);
		const others = index.get(value);
		if (others) others.push(record);
		else index.set(value, [record]);
	}
	return index;
}

function allIn(records: Records, store: BundleStore): object[] {
	return [...(records.get(store)?.values() ?? [])] as object[];
}
