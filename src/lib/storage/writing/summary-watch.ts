import type { Schema } from '$lib/storage/schema';
import type { StoreName, WideTransaction } from '$lib/storage/transaction';
import type { StoreWrite } from './watch-stores';

/** What a summary rests on, and where a record there says which measurement it belongs to. */
const restsOn: { [Name in StoreName]?: keyof Schema[Name]['value'] & string } = {
	measurements: 'id',
	responses: 'measurementId',
	answers: 'measurementId',
	showings: 'measurementId'
};
/** A change here can touch any summary. */
const ALL_REST_ON: StoreName = 'questionnaires';

/** The stores to open for writing in these: with the summaries, when they rest on one of them. */
export function withSummaries(stores: readonly StoreName[]): StoreName[] {
	const rest = stores.some((store) => store in restsOn || store === ALL_REST_ON);
	return rest ? [...stores, 'summaries'] : [...stores];
}

/**
 * Takes away the summaries that rest on what is written, in this same transaction.
 * @param invalidated the measurements whose summary this transaction took away already: one
 * write or thousands, it goes once
 */
export async function invalidateSummaries(
	tx: WideTransaction,
	{ name, store, method, subject }: StoreWrite,
	invalidated: Set<string>
): Promise<void> {
	const ownerField = restsOn[name];
	if (ownerField === undefined && name !== ALL_REST_ON) return;
	const summaries = tx.objectStore('summaries');
	if (ownerField === undefined || method === 'clear') return summaries.clear();
	const record: unknown = method === 'delete' ? await store.get(subject as string) : subject;
	if (typeof record !== 'object' || record === null) return;
	const owner = String(Reflect.get(record, ownerField));
	if (invalidated.has(owner)) return;
	invalidated.add(owner);
	await summaries.delete(owner);
}
