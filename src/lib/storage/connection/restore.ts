import { openDB } from 'idb';
import { abort } from '$lib/storage/abort';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { changesOf, foldContent, lastSequence } from '$lib/storage/journal/fold';
import { keyPathOf } from '$lib/storage/key-paths';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { JournalChange } from '$lib/storage/journal/lines';
import type { Schema } from '$lib/storage/schema';
import type { AnyStores } from '$lib/storage/transaction';
import { upgrades } from '$lib/storage/upgrades';

/** What there was to bring back. */
export interface Restored {
	partnerships: number;
	measurements: number;
}

/**
 * Makes the database that the journal describes, at the version it had; a later opening
 * upgrades it. There must be none yet.
 * @param name another one than that of the app to look first whether it can be made
 */
export async function makeDatabaseFrom(content: JournalContent, name = DATABASE_NAME): Promise<void> {
	const { epoch, schema } = content.header;
	const db = await openDB<Schema>(name, schema, {
		upgrade: async (opened, oldVersion, _newVersion, tx) => {
			// What fails is heard from the opening.
			tx.done.catch(() => undefined);
			// Another tab was first.
			if (oldVersion > 0) return;
			try {
				for (const upgrade of upgrades.slice(0, schema)) await upgrade(opened, tx);
				await applyChanges(tx as unknown as AnyStores, changesOf(content));
				const sequence = lastSequence(content);
				await tx.objectStore('meta').put({ key: 'journal', epoch, sequence, piles: content.piles });
			} catch {
				abort(tx);
			}
		}
	});
	db.close();
}

const isCounted = (store: string) => store === 'partnerships' || store === 'measurements';

export function whatIsIn(content: JournalContent): Restored {
	const records = foldContent(content, (store) => (isCounted(store) ? keyPathOf(store) : undefined));
	return {
		partnerships: records.get('partnerships')?.size ?? 0,
		measurements: records.get('measurements')?.size ?? 0
	};
}

export async function applyChanges(stores: AnyStores, changes: readonly JournalChange[]): Promise<void> {
	// A store that this version does not have belongs to a newer one.
	const known = changes.filter(([, store]) => stores.objectStoreNames.contains(store));
	await Promise.all(
		// One that is refused at once may not leave the others unheard, which fail with it.
		known.map(async ([method, name, subject]) => {
			const store = stores.objectStore(name);
			if (method === 'put') return store.put(subject);
			return method === 'delete' ? store.delete(subject) : store.clear();
		})
	);
}
