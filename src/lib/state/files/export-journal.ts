import { unwatched, type BeginPhase } from '$lib/domain/long-work';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { readJournalBundles } from '$lib/storage/bundles/journal-bundles';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { today } from '$lib/state/clock-and-ids';
import { asFile, makeFile } from './export';

/** Whether the browser cannot open the database, so that only the journal can still be saved. */
export async function isDatabaseUnreadable(): Promise<boolean> {
	try {
		await loadPartnerships();
		return false;
	} catch (cause) {
		return cause instanceof StorageError && (cause.problem === 'unreadable' || cause.problem === 'unreachable');
	}
}

/**
 * A file with what is in the journal beside the database, for when the database cannot be opened.
 * @throws WorkEnded when people stopped it
 */
export async function exportJournal(begin: BeginPhase = unwatched): Promise<Outcome<{ file: File }>> {
	const made = await makeFile({ isLocked: false, isBackup: true, isEverything: true }, (parts) =>
		readJournalBundles(parts, begin)
	);
	if (made.kind === 'refused') return made;
	if (made.content === undefined) {
		return refused('In de reservekopie op dit toestel staat niets dat bewaard kan worden.');
	}
	return good({ file: asFile(made.content, `samenwerkingsmeter-reservekopie-${today()}.json`) });
}
