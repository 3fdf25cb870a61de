import { MAX_NOTE_LENGTH } from '$lib/domain/field-rules';
import type { Judgement } from '$lib/domain/intake';
import {
	MAX_REVISION,
	type Answer,
	type IndividualResponse,
	type Invitation,
	type Trend
} from '$lib/domain/measurement';
import { dimensionsOf, itemsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire';
import type { StoredSheet } from '$lib/storage/schema';
import {
	asIndividualResponse,
	beginSheet,
	changeSheet,
	changeSheetNote,
	handInSheet,
	loadSheet,
	putBackSheet,
	saveSheetAnswer,
	saveSheetTrend,
	wipeSheet,
	type LoadedSheet
} from '$lib/storage/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { Cells } from './cells';
import { newResponseId } from './device';
import { followElsewhere } from './follow-elsewhere';
import type { SavedFile } from './saved-file';
import { SaveQueue, type SaveStatus } from './save-queue';
import { SharedTexts } from './shared-texts';

/** @throws UnknownQuestionnaireError */
export type FindQuestionnaire = (ref: Invitation['questionnaire']) => Questionnaire | Promise<Questionnaire>;

/** One person's answers while they are in that person's hands: on a passed-round device, or on the own phone. */
export class Sheet {
	readonly #answers: Cells<Answer>;
	readonly #trends: Cells<Trend | null>;
	readonly #queue = new SaveQueue((status) => this.#report(status), {
		what: 'antwoorden van iemand die aan het invullen was',
		file: () => (this.canRescue ? this.rescue() : undefined)
	});
	readonly #notes = new SharedTexts(this.#queue, MAX_NOTE_LENGTH, (itemId, change) =>
		changeSheetNote(this.#stored, itemId, change)
	);
	status = $state.raw<SaveStatus>({ kind: 'idle' });
	#stored = $state.raw<StoredSheet>() as StoredSheet;
	/** The revision of the last file that was made of unstored answers; 0: none. */
	#rescued = 0;

	private constructor(
		loaded: LoadedSheet,
		readonly questionnaire: Questionnaire
	) {
		const itemIds = itemsOf(questionnaire).map(({ id }) => id);
		this.#answers = new Cells(itemIds);
		this.#trends = new Cells(dimensionsOf(questionnaire).map(({ dimension }) => dimension.id));
		this.#stored = loaded.sheet;
		this.#show(loaded);
	}

	/**
	 * A new sheet for someone of this group.
	 * @param find gives the questionnaire of an invitation: a phone has it from its link
	 * @throws UnknownQuestionnaireError, StorageError
	 */
	static async begin(
		invitation: Invitation,
		groupId: string,
		way: StoredSheet['way'],
		find: FindQuestionnaire
	): Promise<Sheet> {
		const questionnaire = await find(invitation.questionnaire);
		return new Sheet(await beginSheet(newSheet(invitation, groupId, way)), questionnaire);
	}

	/**
	 * As `begin` on a phone, without waiting: it is stored before its first answer is. When there is one on this device already
	 * it goes on with that one, and keeps what was answered meanwhile.
	 */
	static start(invitation: Invitation, groupId: string, questionnaire: Questionnaire): Sheet {
		const stored = newSheet(invitation, groupId, 'phone');
		const sheet = new Sheet({ sheet: stored, entries: [], trends: [] }, questionnaire);
		sheet.#queue.put('sheet', async () => sheet.#goOnWith(await beginSheet(stored)));
		return sheet;
	}

	/** The sheet that is on this device already, finished or not. @param find as for `begin` */
	static async resume(
		measurementId: string,
		way: StoredSheet['way'],
		find: FindQuestionnaire
	): Promise<Sheet | undefined> {
		const loaded = await loadSheet(measurementId, way);
		if (!loaded) return undefined;
		return new Sheet(loaded, await find(loaded.sheet.invitation.questionnaire));
	}

	/** Shows what the same person answers meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) => change.kind === 'sheet' && change.responseId === this.#stored.responseId,
			read: () => loadSheet(this.#stored.measurementId, this.#stored.way),
			show: (loaded) => {
				if (loaded?.sheet.responseId !== this.#stored.responseId) return;
				this.#stored = loaded.sheet;
				this.#show(loaded);
			}
		});
	}

	/** Whether this is a new sheet of this tab, and not one that someone else began meanwhile. */
	get isUntouched(): boolean {
		return this.#answers.isEmpty && this.#trends.isEmpty && this.#notes.written.length === 0;
	}

	get invitation(): Invitation {
		return this.#stored.invitation;
	}

	get groupId(): string {
		return this.#stored.groupId;
	}

	get finished(): boolean {
		return this.#stored.finished;
	}

	/** Also true while a finished sheet is being changed. */
	get wasFinished(): boolean {
		return this.#stored.revision > 0;
	}

	/** Notes could give a respondent away, so there are none in an anonymous measurement. */
	get takesNotes(): boolean {
		return this.invitation.privacy.mode === 'open';
	}

	/** Whether the participant is asked per dimension how it goes beside the last time. */
	get asksTrend(): boolean {
		return this.invitation.asksTrend;
	}

	get answeredCount(): number {
		return this.#answers.entries.length;
	}

	answerOf(itemId: string): Answer | undefined {
		return this.#answers.get(itemId);
	}

	noteOf(itemId: string): string {
		return this.#notes.of(itemId);
	}

	/** Whether this note was written in another tab at the same time. */
	isNoteJoined(itemId: string): boolean {
		return this.#notes.isJoined(itemId);
	}

	/** Null: left open on purpose. Undefined: nothing was chosen. */
	trendOf(dimensionId: string): Trend | null | undefined {
		return this.#trends.get(dimensionId);
	}

	progressOf(dimension: Dimension): { given: number; total: number } {
		const given = dimension.items.filter((item) => this.#answers.has(item.id)).length;
		return { given, total: dimension.items.length };
	}

	choose(itemId: string, answer: Answer): void {
		this.#answers.set(itemId, answer);
		this.#queue.put(itemId, () => saveSheetAnswer(this.#stored, itemId, answer));
	}

	writeNote(itemId: string, note: string): void {
		this.#notes.write(itemId, note);
	}

	/** @param trend null takes a choice back: the response has nothing on this dimension then */
	chooseTrend(dimensionId: string, trend: Trend | null): void {
		this.#trends.set(dimensionId, trend);
		this.#queue.put(trendPlace(dimensionId), () => saveSheetTrend(this.#stored, dimensionId, trend));
	}

	/** On a passed-round device an anonymous file would stay behind for whoever comes next. */
	get canRescue(): boolean {
		return this.#stored.way === 'phone' || this.invitation.privacy.mode === 'open';
	}

	/**
	 * All that is on the screen as a file for the facilitator, also what could not be stored. What is handed back later is newer.
	 * @throws ZodError or RangeError when it could not be read again
	 */
	async rescue(): Promise<SavedFile> {
		const { rescueResponse } = await import('./rescue-response');
		this.#rescued = this.#nextRevision(this.#stored.revision);
		return rescueResponse({ ...this.response, revision: this.#rescued });
	}

	#nextRevision(stored: number): number {
		return Math.min(MAX_REVISION, Math.max(stored, this.#rescued) + 1);
	}

	retry(): void {
		void this.#queue.writeAll();
	}

	/** The response as it is now; complete only when the status is not «failed». */
	get response(): IndividualResponse {
		const answers = this.#answers.entries.map(([itemId, answer]) => ({ itemId, answer, note: '' }));
		const notes = this.#notes.written.map(([itemId, note]) => ({ itemId, answer: null, note }));
		const trends = this.#trends.entries.map(([dimensionId, trend]) => ({ dimensionId, trend }));
		const { responseId } = this.#stored;
		return asIndividualResponse({
			sheet: this.#stored,
			entries: [...answers, ...notes].map((entry) => ({ responseId, ...entry })),
			trends: trends.map((entry) => ({ responseId, ...entry }))
		});
	}

	/** On a passed-round device: hands the answers in and forgets them here. */
	async handIn(): Promise<Judgement> {
		await this.#queue.settled();
		if (this.#rescued > 0) await this.#change(({ revision }) => ({ revision: Math.max(revision, this.#rescued) }));
		return handInSheet(this.#stored.responseId);
	}

	/** On an own phone: done, for now. A later change makes a newer revision of the same response. */
	async finish(): Promise<void> {
		await this.#queue.settled();
		// Another tab may have answered too: what is handed back is what is stored, not what this tab remembers.
		const loaded = await loadSheet(this.#stored.measurementId, this.#stored.way);
		if (loaded?.sheet.responseId !== this.#stored.responseId) throw new StorageError('gone');
		this.#answers.clear();
		this.#trends.clear();
		this.#show(loaded);
		await this.#change(({ revision }) => ({ revision: this.#nextRevision(revision), finished: true }));
	}

	/** Whoever took the wrong group keeps the answers. */
	async changeGroup(groupId: string): Promise<void> {
		await this.#queue.settled();
		await this.#change(() => ({ groupId }));
	}

	async reopen(): Promise<void> {
		await this.#change(() => ({ finished: false }));
	}

	/**
	 * Takes the answers off this device, those still waiting to be stored as well.
	 * @returns puts back what was stored, from the memory of this page alone
	 */
	async wipe(): Promise<() => Promise<Sheet>> {
		await this.#queue.forget();
		const wiped = await wipeSheet(this.#stored);
		return async () => {
			const loaded = wiped.find(({ sheet }) => sheet.responseId === this.#stored.responseId) ?? wiped[0];
			if (!loaded) throw new StorageError('gone');
			await putBackSheet(loaded);
			return new Sheet(loaded, this.questionnaire);
		};
	}

	/** What this tab still has to store is newer than what was read. */
	#show({ entries, trends }: LoadedSheet): void {
		for (const { dimensionId, trend } of trends) {
			if (!this.#queue.waitsFor(trendPlace(dimensionId))) this.#trends.set(dimensionId, trend);
		}
		for (const { itemId, answer } of entries) {
			if (answer !== null && !this.#queue.waitsFor(itemId)) this.#answers.set(itemId, answer);
		}
		this.#notes.hear(entries.map(({ itemId, note }) => [itemId, note] as const));
	}

	#goOnWith({ sheet, entries, trends }: LoadedSheet): void {
		if (sheet.responseId === this.#stored.responseId) return;
		this.#stored = sheet;
		this.#show({ sheet, entries, trends });
	}

	/** That an empty sheet is stored is nothing to tell; that it cannot be, is. */
	#report(status: SaveStatus): void {
		this.status = status.kind !== 'failed' && this.isUntouched ? { kind: 'idle' } : status;
	}

	async #change(change: (sheet: StoredSheet) => Partial<StoredSheet>): Promise<void> {
		this.#stored = await changeSheet(this.#stored, (sheet) => ({ ...sheet, ...change(sheet) }));
	}
}

function trendPlace(dimensionId: string): string {
	return `trend ${dimensionId}`;
}

function newSheet(invitation: Invitation, groupId: string, way: StoredSheet['way']): StoredSheet {
	const { measurementId } = invitation;
	return { responseId: newResponseId(), groupId, way, invitation, measurementId, revision: 0, finished: false };
}
