import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { KnownSheet, LoadedSheet } from '$lib/storage/records/sheet-records';
import { changeSheetNote } from '$lib/storage/records/sheet-answers';
import { loadSheet, wipeSheet } from '$lib/storage/records/sheets';
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
import { SheetRecord, type SheetState } from './sheet-record.svelte';

/** When what of a sheet is stored: in a queue, with what waits kept in the tab, and beside what other tabs store. */
export class SheetStoring {
	/** The place of the question on the screen, from 0; null: nobody has moved yet. */
	place: number | null = null;
	/** The revision of the last file that was made of unstored answers; 0: none. */
	rescued = 0;
	readonly content: SheetContent;
	readonly #record: SheetRecord;
	readonly #queue: SaveQueue;
	readonly #keeper: SheetKeeper;

	constructor(
		sheet: KnownSheet,
		questionnaire: Questionnaire,
		report: (status: SaveStatus) => void,
		belongings: Belongings
	) {
		this.#keeper = new SheetKeeper(sheet, () => this.#asKept());
		this.#queue = new SaveQueue((status) => {
			if (status.kind === 'saving') this.#keeper.begin();
			if (status.kind === 'saved') this.#keeper.end();
			if (status.kind === 'failed') this.#keepOn();
			report(status);
		}, belongings);
		this.content = new SheetContent(questionnaire, this.#queue, (itemId, change) =>
			this.#record.orAnew(() => changeSheetNote(this.sheet, itemId, change))
		);
		this.#record = new SheetRecord(sheet, this.content, (begun) => this.#goOnWith(begun));
	}

	/** The sheet itself as it is on the screen, stored or not. */
	get sheet(): KnownSheet {
		return this.#record.sheet;
	}

	/** As it is on the screen. */
	get response(): IndividualResponse {
		return this.content.asResponse(this.sheet);
	}

	/** Whether what is not stored is there again after a reload. */
	get outlivesReload(): boolean {
		return this.#keeper.outlivesReload;
	}

	put(part: Part): void {
		this.#queue.put(part, () => this.#record.store(part));
		this.#keeper.renew();
	}

	writeNote(itemId: string, note: string): void {
		this.content.notes.write(itemId, note);
		this.#keeper.renew();
	}

	/** Shows at once, and is stored with the rest. */
	change(state: SheetState): void {
		this.#record.change(state);
		this.put('state');
	}

	moveTo(place: number): void {
		this.place = place;
		this.#keeper.renew();
	}

	/** Goes on with what was found: what is stored, and over it what this tab kept and could not store. */
	goOn({ loaded, kept, storedIn }: FoundSheet): void {
		this.#record.storedIn = storedIn;
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
				this.#record.show(loaded.sheet);
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
		this.#record.sheet = loaded.sheet;
		this.content.clear();
		this.content.show(loaded);
	}

	/**
	 * Whether it was wiped or handed in, in another tab; not when the whole database was lost under
	 * this page, or cannot be read.
	 */
	async isWiped(cause: unknown): Promise<boolean> {
		if (!(cause instanceof StorageError) || cause.problem !== 'gone') return false;
		return !(await inTime(this.#record.isLost(), PATIENCE).catch(() => true));
	}

	/** All of it went elsewhere. */
	keepNoLonger(): void {
		this.#keeper.end();
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
			if (this.#record.storedIn !== null) throw cause;
			return [];
		});
		const loaded = wiped.find(({ sheet }) => sheet.responseId === this.sheet.responseId) ?? wiped[0];
		return loaded ? { loaded, kept, storedIn: this.#record.storedIn } : { loaded, kept, storedIn: null };
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

	/** There was one on this device already: what is here is newer. */
	#goOnWith(begun: LoadedSheet): void {
		const { isEmpty } = this.content;
		for (const part of this.content.beginAnew()) this.put(part);
		this.content.show(begun);
		if (!isEmpty) this.#reopen();
	}

	/** What comes over a sheet that was finished without it: it is not finished any more. */
	#reopen(): void {
		if (this.#queue.isWaiting && this.sheet.finished) this.change({ finished: false });
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
		const state = { responseId, groupId, revision, finished, place: this.place, storedIn: this.#record.storedIn };
		return { ...state, ...this.content.asKept(), unstored: this.#queue.places.sort() };
	}
}
