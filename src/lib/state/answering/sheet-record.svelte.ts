import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import { databaseId } from '$lib/storage/connection/database-id';
import { saveSheetAnswer, saveSheetTrend } from '$lib/storage/records/sheet-answers';
import type { KnownSheet, LoadedSheet } from '$lib/storage/records/sheet-records';
import { beginSheet, changeSheet } from '$lib/storage/records/sheets';
import { StorageError } from '$lib/storage/storage-error';
import type { Part, SheetContent } from './sheet-content';

/** What a sheet says of itself and people change; its invitation by a newer link of the same terms. */
export type SheetState = Partial<Pick<KnownSheet, 'groupId' | 'revision' | 'finished' | 'invitation'>>;

/** Writes one sheet in the database, each part on its own, and all of it where the database was lost under the page. */
export class SheetRecord {
	/** As it is on the screen, stored or not. */
	sheet = $state.raw<KnownSheet>() as KnownSheet;
	/** The database that it was stored in; null: in none yet. */
	storedIn: string | null = null;
	#unstored: SheetState = {};

	/** @param ongoOn told when there was a sheet on this device already, with which it goes on */
	constructor(
		sheet: KnownSheet,
		private readonly content: SheetContent,
		private readonly ongoOn: (begun: LoadedSheet) => void
	) {
		this.sheet = sheet;
	}

	/** Shows at once; stored with the part `state`. */
	change(state: SheetState): void {
		this.sheet = { ...this.sheet, ...state };
		this.#unstored = { ...this.#unstored, ...state };
	}

	/** What was read from the database, under what is still to be stored. */
	show(stored: KnownSheet): void {
		this.sheet = { ...stored, ...this.#unstored };
	}

	/** @throws StorageError */
	store(part: Part): Promise<void> {
		return this.orAnew(() => this.#store(part));
	}

	/** Where the database was lost under this page, all of it is stored anew, in the new one. */
	async orAnew<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			return await work();
		} catch (cause) {
			const isGone = cause instanceof StorageError && cause.problem === 'gone';
			if (!isGone || !(await this.isLost())) throw cause;
			await this.#begin();
			return work();
		}
	}

	/** The database is another one than that in which this sheet was stored. */
	async isLost(): Promise<boolean> {
		return this.storedIn !== null && (await databaseId()) !== this.storedIn;
	}

	async #store(part: Part): Promise<void> {
		const [kind, id = ''] = part.split(' ');
		const answer = this.content.answers.get(id);
		if (kind === 'sheet') await this.#begin();
		else if (kind === 'state') await this.#storeState();
		else if (kind === 'trend') await saveSheetTrend(this.sheet, id, this.content.trends.get(id) ?? null);
		else if (answer !== undefined) await saveSheetAnswer(this.sheet, id, answer);
		this.storedIn ??= await databaseId();
	}

	/**
	 * Stores all of it. When there is a sheet on this device already, it goes on with that one; what is here is newer.
	 */
	async #begin(): Promise<void> {
		const begun = await beginSheet(this.sheet, this.content.asStored(this.sheet));
		this.storedIn = await databaseId();
		if (begun.sheet.responseId === this.sheet.responseId) return;
		// On a passed-round device, answers that somebody else gave there meanwhile are not mixed with these.
		if (begun.sheet.way === 'device' && begun.entries.length + begun.trends.length > 0)
			throw new StorageError('failed');
		this.sheet = begun.sheet;
		this.ongoOn(begun);
	}

	async #storeState(): Promise<void> {
		const wanted = this.#unstored;
		const stored = await changeSheet(this.sheet, (sheet) => ({
			...sheet,
			...wanted,
			revision: wanted.revision === undefined ? sheet.revision : newerRevision(wanted.revision, sheet.revision)
		}));
		// Someone may have changed it again meanwhile.
		if (this.#unstored !== wanted) return;
		this.#unstored = {};
		this.sheet = stored;
	}
}

/** Another tab may have finished the same sheet. */
function newerRevision(wanted: number, stored: number): number {
	return Math.min(MAX_REVISION, Math.max(wanted, stored + 1));
}
