import type { Judgement } from '$lib/domain/intake/intake';
import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { KnownSheet, LoadedSheet } from '$lib/storage/records/sheet-records';
import { changeSheetNote, saveSheetAnswer, saveSheetTrend } from '$lib/storage/records/sheet-answers';
import { databaseId } from '$lib/storage/connection/database-id';
import { beginSheet, changeSheet, loadSheet, wipeSheet } from '$lib/storage/records/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { needsReload } from '$lib/storage/trouble';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import type { FoundSheet } from './found-sheet';
import { inTime, PATIENCE } from '$lib/state/in-time';
import type { KeptSheet } from './kept-sheet';
import { reloadOnce } from '$lib/state/reload-once';
import { SaveQueue, type Belongings, type SaveStatus } from '$lib/state/saving/save-queue';
import { SheetContent, type Part } from './sheet-content';
import { SheetKeeper } from './sheet-keeper';

/** What a sheet says of itself and people change. */
export type SheetState = Partial<Pick<KnownSheet, 'groupId' | 'revision' | 'finished'>>;

/** Stores a sheet part by part, and keeps in the tab what is not stored. */
export class SheetStoring {
	/** The sheet itself as it is on the screen, stored or not. */
	sheet = $state.raw<KnownSheet>() as KnownSheet;
	/** The place of the question on the screen, from 0; null: nobody has moved yet. */
	place: number | null = null;
	readonly content: SheetContent;
	readonly #queue: SaveQueue;
	readonly #keeper: SheetKeeper;
	#unstored: SheetState = {};
	/** The database that it was stored in; null: in none yet. */
	#storedIn: string | null = null;

	constructor(
		sheet: KnownSheet,
		questionnaire: Questionnaire,
		report: (status: SaveStatus) => void,
		belongings: Belongings
	) {
		this.sheet = sheet;
		this.#keeper = new SheetKeeper(sheet, () => this.#asKept());
		this.#queue = new SaveQueue((status) => {
			if (status.kind === 'saving') this.#keeper.begin();
			if (status.kind === 'saved') this.#keeper.end();
			if (status.kind === 'failed') this.#keepOn();
			report(status);
		}, belongings);
		this.content = new SheetContent(questionnaire, this.#queue, (itemId, change) =>
			this.#orAnew(() => changeSheetNote(this.sheet, itemId, change))
		);
	}

	/** Whether what is not stored is there again after a reload. */
	get outlivesReload(): boolean {
		return this.#keeper.outlivesReload;
	}

	put(part: Part): void {
		this.#queue.put(part, () => this.#orAnew(() => this.#store(part)));
		this.#keeper.renew();
	}

	writeNote(itemId: string, note: string): void {
		this.content.notes.write(itemId, note);
		this.#keeper.renew();
	}

	/** Shows at once, and is stored with the rest. */
	change(state: SheetState): void {
		this.sheet = { ...this.sheet, ...state };
		this.#unstored = { ...this.#unstored, ...state };
		this.put('state');
	}

	moveTo(place: number): void {
		this.place = place;
		this.#keeper.renew();
	}

	/** Goes on with what was found: what is stored, and over it what this tab kept and could not store. */
	goOn({ loaded, kept, storedIn }: FoundSheet): void {
		this.#storedIn = storedIn;
		if (kept) this.#takeOver(kept, loaded);
		if (loaded) this.content.show(loaded);
		if (kept) this.#keeper.keep();
	}

	/** As `follow` of a sheet. */
	follow(ongone?: () => void): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) => change.kind === 'sheet' && change.responseId === this.sheet.responseId,
			read: () => loadSheet(this.sheet),
			show: (loaded) => {
				if (loaded?.sheet.responseId !== this.sheet.responseId) {
					// What this tab still has to store is never given up unasked.
					if (!this.#queue.isWaiting) ongone?.();
					return;
				}
				this.sheet = { ...loaded.sheet, ...this.#unstored };
				this.content.show(loaded);
			}
		});
	}

	retry(): void {
		void this.#queue.writeAll();
	}

	/** @throws StorageError when something could not be stored */
	settled(): Promise<void> {
		return this.#queue.settled();
	}

	/**
	 * What is stored, once nothing is left to store: another tab may have answered too.
	 * @throws StorageError
	 */
	async readBack(): Promise<LoadedSheet> {
		await this.#queue.settled();
		const loaded = await loadSheet(this.sheet);
		if (loaded?.sheet.responseId !== this.sheet.responseId) throw new StorageError('gone');
		return loaded;
	}

	/** Shows what `readBack` gave, and nothing else. */
	show(loaded: LoadedSheet): void {
		this.sheet = loaded.sheet;
		this.content.clear();
		this.content.show(loaded);
	}

	/**
	 * Whether it was wiped or handed in, in another tab; not when the whole database was lost under
	 * this page, or cannot be read.
	 */
	async isWiped(cause: unknown): Promise<boolean> {
		if (!(cause instanceof StorageError) || cause.problem !== 'gone') return false;
		return !(await inTime(this.#isLost(), PATIENCE).catch(() => true));
	}

	/** @param handIn in one transaction, for a sheet of which all is stored */
	async handInBy(handIn: (sheet: KnownSheet) => Promise<Judgement>): Promise<Judgement> {
		await this.#queue.settled();
		const judgement = await handIn(this.sheet);
		if (judgement.kind !== 'refused') this.#keeper.end();
		return judgement;
	}

	/**
	 * Takes it off this device.
	 * @returns what there was, to go on with for whoever takes that back at once
	 * @throws StorageError when it may still be there
	 */
	async wipe(): Promise<FoundSheet> {
		const kept = this.#asKept() ?? this.#snapshot();
		await this.#queue.forget();
		this.#keeper.end();
		const wiped = await wipeSheet(this.sheet).catch((cause: unknown) => {
			if (this.#storedIn !== null) throw cause;
			return [];
		});
		const loaded = wiped.find(({ sheet }) => sheet.responseId === this.sheet.responseId) ?? wiped[0];
		return loaded ? { loaded, kept, storedIn: this.#storedIn } : { loaded, kept, storedIn: null };
	}

	#takeOver(kept: KeptSheet, loaded: LoadedSheet | undefined): void {
		const { unstored, groupId, finished, revision } = kept;
		this.place = kept.place;
		if (!loaded) this.put('sheet');
		const parts = this.content.takeOver(kept, (part) => !loaded || unstored.includes(part));
		for (const part of parts) this.put(part);
		const isSame = loaded?.sheet.responseId === kept.responseId;
		if (isSame && unstored.includes('state'))
			this.change({ groupId, finished, revision: Math.max(revision, loaded.sheet.revision) });
		else if (loaded) this.#reopen();
	}

	/** What comes over a sheet that was finished without it: it is not finished any more. */
	#reopen(): void {
		if (this.#queue.isWaiting && this.sheet.finished) this.change({ finished: false });
	}

	/** Where the database was lost under this page, all of it is stored anew, in the new one. */
	async #orAnew<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			return await work();
		} catch (cause) {
			const isGone = cause instanceof StorageError && cause.problem === 'gone';
			if (!isGone || !(await this.#isLost())) throw cause;
			await this.#begin();
			return work();
		}
	}

	async #store(part: Part): Promise<void> {
		const [kind, id = ''] = part.split(' ');
		const answer = this.content.answers.get(id);
		if (kind === 'sheet') await this.#begin();
		else if (kind === 'state') await this.#storeState();
		else if (kind === 'trend') await saveSheetTrend(this.sheet, id, this.content.trends.get(id) ?? null);
		else if (answer !== undefined) await saveSheetAnswer(this.sheet, id, answer);
		this.#storedIn ??= await databaseId();
	}

	/**
	 * Stores all of it. When there is a sheet on this device already, it goes on with that one; what is here is newer.
	 */
	async #begin(): Promise<void> {
		const begun = await beginSheet(this.sheet, this.content.asStored(this.sheet));
		this.#storedIn = await databaseId();
		if (begun.sheet.responseId === this.sheet.responseId) return;
		// On a passed-round device, answers that somebody else gave there meanwhile are not mixed with these.
		if (begun.sheet.way === 'device' && begun.entries.length + begun.trends.length > 0)
			throw new StorageError('failed');
		const { isEmpty } = this.content;
		this.sheet = begun.sheet;
		for (const part of this.content.beginAnew()) this.put(part);
		this.content.show(begun);
		if (!isEmpty) this.#reopen();
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

	/** The database is another one than that in which this sheet was stored. */
	async #isLost(): Promise<boolean> {
		return this.#storedIn !== null && (await databaseId()) !== this.#storedIn;
	}

	/**
	 * Where only a page that is loaded anew can store again, this one loads itself anew,
	 * once nothing can get lost by it.
	 */
	#keepOn(): void {
		this.#keeper.keep();
		if (this.outlivesReload && needsReload()) reloadOnce();
	}

	#asKept(): KeptSheet | undefined {
		return this.#queue.isWaiting ? this.#snapshot() : undefined;
	}

	#snapshot(): KeptSheet {
		const { responseId, groupId, revision, finished } = this.sheet;
		const state = { responseId, groupId, revision, finished, place: this.place, storedIn: this.#storedIn };
		return { ...state, ...this.content.asKept(), unstored: this.#queue.places.sort() };
	}
}

/** Another tab may have finished the same sheet. */
function newerRevision(wanted: number, stored: number): number {
	return Math.min(MAX_REVISION, Math.max(wanted, stored + 1));
}
