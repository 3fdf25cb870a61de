import { foldContent, keyOf, keyText, lastSequence, recordName } from '$lib/storage/journal/fold';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { JournalCheck } from '$lib/storage/journal/keeper';
import type { JournalChange } from '$lib/storage/journal/lines';
import type { DatabaseState } from '$lib/storage/journal/read-database';
import { asCount } from '$lib/storage/meta';
import { applyChanges } from './restore';
import type { StoredCount } from '$lib/storage/schema';
import type { AnyStores, WideTransaction } from '$lib/storage/transaction';

/** What only the journal has, put back in the database: a part that is loaded when something was lost. */

/**
 * Within a transaction over all stores.
 * @returns whether something came back; false also when the database is another by now than the one that was compared
 */
export async function bringBack(
	tx: WideTransaction,
	count: StoredCount | undefined,
	outcome: Extract<JournalCheck, { kind: 'behind' | 'other' }>
): Promise<boolean> {
	const newer = new Set(count?.uncompared?.written);
	if (outcome.kind === 'behind') {
		if (!count || !isAsSeen(count, outcome.seen)) return false;
		await bringBackLost(tx, outcome, newer);
	} else {
		// Another tab did it meanwhile.
		if (count?.epoch === outcome.content.header.epoch) return false;
		await addFromEarlier(tx, outcome.content, newer);
	}
	await tx.objectStore('summaries').clear();
	return true;
}

function isAsSeen({ epoch, sequence, piles = 0, uncompared }: StoredCount, seen: DatabaseState): boolean {
	const [from, pilesFrom] = [uncompared?.from ?? sequence, uncompared?.pilesFrom ?? piles];
	return epoch === seen.epoch && from === seen.compared && pilesFrom === seen.pilesCompared;
}

/**
 * Puts what the database lost back into it, within a transaction over all stores.
 * @param lost the numbers of the last lost transactions, and what they wrote
 * @param newer records that were written since, each as a store and a key: they stay as they are
 */
export async function bringBackLost(
	tx: WideTransaction,
	{ changes, last, lastPiles }: { changes: readonly JournalChange[]; last: number; lastPiles: number },
	newer: ReadonlySet<string> = new Set()
): Promise<void> {
	const stores = tx as unknown as AnyStores;
	await applyChanges(stores, newer.size === 0 ? changes : changes.filter((change) => !isNewer(stores, change, newer)));
	const count = asCount(await tx.objectStore('meta').get('journal'));
	if (count) {
		const { key, epoch, sequence, piles = 0 } = count;
		const counts = { sequence: Math.max(sequence, last) + 1, piles: Math.max(piles, lastPiles) + 1 };
		await tx.objectStore('meta').put({ key, epoch, ...counts });
	}
}

/**
 * Adds what the journal of an earlier database holds and this one does not; what is in both stays as it is here. From
 * then on this database goes on where the earlier one ended. Within a transaction over all stores.
 * @param newer as for `bringBackLost`: what was deleted here stays deleted
 */
export async function addFromEarlier(
	tx: WideTransaction,
	content: JournalContent,
	newer: ReadonlySet<string> = new Set()
): Promise<void> {
	const stores = tx as unknown as AnyStores;
	const keyPathOf = (name: string) =>
		stores.objectStoreNames.contains(name) ? stores.objectStore(name).keyPath : undefined;
	// What counts is how the earlier database was in the end, not how it got there.
	for (const [name, records] of foldContent(content, keyPathOf)) {
		const store = stores.objectStore(name);
		for (const [key, record] of records) {
			if (newer.has(recordName(name, key))) continue;
			if ((await store.get(keyOf(store.keyPath, record))) === undefined) await store.put(record);
		}
	}
	const { epoch } = content.header;
	const own = asCount(await tx.objectStore('meta').get('journal')) ?? { sequence: 0, piles: 0 };
	const counts = {
		sequence: Math.max(own.sequence, lastSequence(content)) + 1,
		piles: Math.max(own.piles ?? 0, content.piles) + 1
	};
	await tx.objectStore('meta').put({ key: 'journal', epoch, ...counts });
}

function isNewer(stores: AnyStores, [method, name, subject]: JournalChange, newer: ReadonlySet<string>): boolean {
	// A store that was emptied as a whole may hold what came after: that is worth more than a deletion.
	if (method === 'clear') return true;
	if (!stores.objectStoreNames.contains(name)) return false;
	const key = method === 'put' ? keyOf(stores.objectStore(name).keyPath, subject) : subject;
	return newer.has(recordName(name, keyText(key)));
}
