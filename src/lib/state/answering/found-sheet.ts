import type { LoadedSheet, SheetOf } from '$lib/storage/records/sheet-records';
import { databaseId } from '$lib/storage/connection/database-id';
import { loadSheet } from '$lib/storage/records/sheets';
import { wasUsedBefore } from '$lib/storage/connection/used-before';
import { inTime, PATIENCE } from '$lib/state/in-time';
import { forgetSheet, keptSheet, type KeptSheet } from './kept-sheet';

/**
 * What there is of a sheet on this device: stored, kept by this tab, or both; and the database that it was
 * stored in, null: in none yet.
 */
export type FoundSheet = { storedIn: string | null } & (
	{ loaded: LoadedSheet; kept: KeptSheet | undefined } | { loaded: undefined; kept: KeptSheet }
);

/**
 * What this tab kept is there also while storage fails or hangs.
 * @throws StorageError when nothing can be read, and nothing is kept
 */
export async function findSheet(of: SheetOf): Promise<FoundSheet | undefined> {
	const kept = keptSheet(of);
	if (!kept) {
		const { loaded, storedIn } = await readStored(of);
		return loaded && { loaded, kept, storedIn };
	}
	// Before anything opens the storage, which notes that it is used.
	const usedBefore = wasUsedBefore();
	const read = await inTime(readStored(of), PATIENCE).catch(() => undefined);
	if (!read) return { loaded: undefined, kept, storedIn: kept.storedIn };
	if (isOfSomeoneElse(kept, of, read.loaded) || (!read.loaded && wasWiped(kept, read.storedIn, usedBefore))) {
		forgetSheet(of);
		return read.loaded && { loaded: read.loaded, kept: undefined, storedIn: read.storedIn };
	}
	// What is not in this database was not stored in it, however often it is found.
	return read.loaded ? { ...read, kept } : { loaded: undefined, kept, storedIn: kept.storedIn };
}

/** On a passed-round device answers that were kept go with nobody else's sheet; what never could be stored has none. */
function isOfSomeoneElse(kept: KeptSheet, { way }: SheetOf, loaded: LoadedSheet | undefined): boolean {
	if (way !== 'device') return false;
	return loaded ? loaded.sheet.responseId !== kept.responseId : kept.storedIn !== null;
}

/**
 * It was stored, and is gone from a database that is still the same, or with everything else of
 * this app: not lost, but wiped.
 */
function wasWiped({ storedIn }: KeptSheet, nowStoredIn: string | null, usedBefore: boolean): boolean {
	return storedIn !== null && (storedIn === nowStoredIn || !usedBefore);
}

async function readStored(of: SheetOf): Promise<{ loaded: LoadedSheet | undefined; storedIn: string | null }> {
	const loaded = await loadSheet(of);
	return { loaded, storedIn: await databaseId() };
}
