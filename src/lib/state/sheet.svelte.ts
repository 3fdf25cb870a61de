import { SvelteMap } from 'svelte/reactivity';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import type { Judgement } from '$lib/domain/intake';
import { MAX_REVISION, type Answer, type IndividualResponse, type Invitation } from '$lib/domain/measurement';
import type { Dimension, Questionnaire } from '$lib/domain/questionnaire';
import type { StoredSheet, StoredSheetEntry } from '$lib/storage/database';
import {
	asIndividualResponse,
	beginSheet,
	changeSheet,
	handInSheet,
	loadSheet,
	saveSheetAnswer,
	saveSheetNote,
	wipeSheet
} from '$lib/storage/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { newResponseId } from './device';
import { SaveQueue, type SaveStatus } from './save-queue';

/** One person's answers while they are in that person's hands: on a passed-round device, or on the own phone. */
export class Sheet {
	readonly #answers = new SvelteMap<string, Answer>();
	readonly #notes = new SvelteMap<string, string>();
	readonly #queue = new SaveQueue((status) => (this.status = status));
	status = $state<SaveStatus>({ kind: 'idle' });
	#stored = $state.raw<StoredSheet>() as StoredSheet;

	private constructor(
		stored: StoredSheet,
		entries: readonly StoredSheetEntry[],
		readonly questionnaire: Questionnaire
	) {
		this.#stored = stored;
		this.#show(entries);
	}

	/**
	 * A new sheet for someone of this group.
	 * @throws UnknownQuestionnaireError, StorageError
	 */
	static async begin(invitation: Invitation, groupId: string, way: StoredSheet['way']): Promise<Sheet> {
		const questionnaire = await loadQuestionnaire(invitation.questionnaire);
		const stored = {
			responseId: newResponseId(),
			groupId,
			way,
			invitation,
			measurementId: invitation.measurementId,
			revision: 0,
			finished: false
		};
		const { sheet, entries } = await beginSheet(stored);
		return new Sheet(sheet, entries, questionnaire);
	}

	/** The sheet that is on this device already, finished or not. */
	static async resume(measurementId: string, way: StoredSheet['way']): Promise<Sheet | undefined> {
		const loaded = await loadSheet(measurementId, way);
		if (!loaded) return undefined;
		return new Sheet(loaded.sheet, loaded.entries, await loadQuestionnaire(loaded.sheet.invitation.questionnaire));
	}

	/** Whether this is a new sheet of this tab, and not one that someone else began meanwhile. */
	get isUntouched(): boolean {
		return this.#answers.size === 0 && this.#notes.size === 0;
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

	get answeredCount(): number {
		return this.#answers.size;
	}

	answerOf(itemId: string): Answer | undefined {
		return this.#answers.get(itemId);
	}

	noteOf(itemId: string): string {
		return this.#notes.get(itemId) ?? '';
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
		this.#notes.set(itemId, note);
		this.#queue.put(`note ${itemId}`, () => saveSheetNote(this.#stored, itemId, note));
	}

	retry(): void {
		void this.#queue.writeAll();
	}

	/** The response as it is now; complete only when the status is not «failed». */
	get response(): IndividualResponse {
		const answers = [...this.#answers].map(([itemId, answer]) => ({ itemId, answer, note: '' }));
		const notes = [...this.#notes].map(([itemId, note]) => ({ itemId, answer: null, note }));
		const { responseId } = this.#stored;
		return asIndividualResponse(
			this.#stored,
			[...answers, ...notes].map((entry) => ({ responseId, ...entry }))
		);
	}

	/** On a passed-round device: hands the answers in and forgets them here. */
	async handIn(): Promise<Judgement> {
		await this.#queue.settled();
		return handInSheet(this.#stored.responseId);
	}

	/** On an own phone: done, for now. A later change makes a newer revision of the same response. */
	async finish(): Promise<void> {
		await this.#queue.settled();
		// Another tab may have answered too: what is handed back is what is stored, not what this tab remembers.
		const loaded = await loadSheet(this.#stored.measurementId, this.#stored.way);
		if (loaded?.sheet.responseId !== this.#stored.responseId) throw new StorageError('gone');
		this.#answers.clear();
		this.#notes.clear();
		this.#show(loaded.entries);
		await this.#change(({ revision }) => ({ revision: Math.min(MAX_REVISION, revision + 1), finished: true }));
	}

	/** Whoever took the wrong group keeps the answers. */
	async changeGroup(groupId: string): Promise<void> {
		await this.#change(() => ({ groupId }));
	}

	async reopen(): Promise<void> {
		await this.#change(() => ({ finished: false }));
	}

	/** Takes the answers off this device, those still waiting to be stored as well. */
	async wipe(): Promise<void> {
		await this.#queue.forget();
		await wipeSheet(this.#stored);
	}

	#show(entries: readonly StoredSheetEntry[]): void {
		for (const { itemId, answer, note } of entries) {
			if (answer !== null) this.#answers.set(itemId, answer);
			if (note !== '') this.#notes.set(itemId, note);
		}
	}

	async #change(change: (sheet: StoredSheet) => Partial<StoredSheet>): Promise<void> {
		this.#stored = await changeSheet(this.#stored, (sheet) => ({ ...sheet, ...change(sheet) }));
	}
}
