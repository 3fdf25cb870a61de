import type { TextChange } from '$lib/domain/text/text-change';
import {
	isTopics,
	type Answer,
	type IndividualResponse,
	type Invitation,
	type LetterboxAddress,
	type Topics,
	type Trend
} from '$lib/domain/measurement/measurement';
import { askedIn } from '$lib/domain/measurement/asked';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { Terms } from '$lib/domain/measurement/terms';
import { packResponse } from '$lib/exchange/response/response-code';
import { putBackSheet } from '$lib/storage/records/sheets';
import type { SavedFile } from '$lib/state/saving/saved-file';
import type { SaveStatus } from '$lib/state/saving/save-queue';
import { finish, rescuedResponse } from './handing-over';
import { rescueResponse } from './rescue-response';
import type { SheetContent } from './sheet-content';
import { begunSheet, resumedSheet, startedSheet, type OpenedSheet } from './sheet-opening';
import { SheetStoring } from './sheet-storing.svelte';

/**
 * One person's answers while they are in that person's hands: on a passed-round device, or on the own phone. Whatever
 * storage does, they stay here, and what is not stored is kept by the tab too.
 */
export class Sheet {
	readonly questionnaire: Questionnaire;
	/** For the modules beside this one. */
	readonly storing: SheetStoring;
	readonly #content: SheetContent;
	#status = $state.raw<SaveStatus>({ kind: 'idle' });
	/** Whether there is anything on it to store. */
	#touched = $state(false);

	private constructor({ stored, questionnaire, found }: OpenedSheet) {
		this.questionnaire = questionnaire;
		this.storing = new SheetStoring(stored, questionnaire, (status) => (this.#status = status), {
			what: 'antwoorden van iemand die aan het invullen was',
			file: () => (this.canRescue ? this.rescue() : undefined)
		});
		this.#content = this.storing.content;
		if (found) this.storing.goOn(found);
		else this.storing.put('sheet');
		this.#touched = !this.isUntouched;
	}

	/** As `begunSheet`. */
	static async begin(...of: Parameters<typeof begunSheet>): Promise<Sheet> {
		return new Sheet(await begunSheet(...of));
	}

	/** As `startedSheet`. */
	static start(...of: Parameters<typeof startedSheet>): Sheet {
		return new Sheet(startedSheet(...of));
	}

	/** As `resumedSheet`. */
	static async resume(...of: Parameters<typeof resumedSheet>): Promise<Sheet | undefined> {
		const found = await resumedSheet(...of);
		return found && new Sheet(found);
	}

	/**
	 * Shows what the same person answers meanwhile in another tab.
	 * @param ongone told when it was wiped there
	 * @returns a function that stops
	 */
	follow(ongone?: () => void): () => void {
		return this.storing.follow(ongone);
	}

	/** That an empty sheet is stored is nothing to tell; that it cannot be, is. */
	get status(): SaveStatus {
		return this.#status.kind === 'failed' || this.#touched ? this.#status : { kind: 'idle' };
	}

	/** Whether this is a new sheet of this tab, and not one that someone else began meanwhile. */
	get isUntouched(): boolean {
		return this.#content.isEmpty;
	}

	/** What these answers are given under. */
	get terms(): Terms {
		return this.storing.sheet.terms;
	}

	get invitation(): Invitation {
		return this.storing.sheet.invitation;
	}

	get groupId(): string {
		return this.storing.sheet.groupId;
	}

	get finished(): boolean {
		return this.storing.sheet.finished;
	}

	/** Also true while a finished sheet is being changed. */
	get wasFinished(): boolean {
		return this.storing.sheet.revision > 0;
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
		return Object.keys(this.response.answers).length;
	}

	/** The question where this tab was when it was loaded anew with something unstored, from 0; null elsewhere. */
	get place(): number | null {
		return this.storing.place;
	}

	/** Whether what is not stored is there again when this tab loads anew. */
	get outlivesReload(): boolean {
		return this.storing.outlivesReload;
	}

	answerOf(itemId: string): Answer | undefined {
		const answer = this.#content.answers.get(itemId);
		return isTopics(answer) ? undefined : (answer ?? undefined);
	}

	noteOf(itemId: string): string {
		return this.#content.notes.of(itemId);
	}

	/** How this note last changed because it was written in another tab at the same time. */
	noteJoined(itemId: string): TextChange | undefined {
		return this.#content.notes.joined(itemId);
	}

	/** Null: left open on purpose. Undefined: nothing was chosen. */
	trendOf(dimensionId: string): Trend | null | undefined {
		return this.#content.trends.get(dimensionId);
	}

	/** What this person surely wants to talk about; undefined: not answered. */
	get topics(): Topics | undefined {
		return this.response.topics;
	}

	choose(itemId: string, answer: Answer): void {
		this.#choose(itemId, answer);
	}

	#choose(itemId: string, answer: Answer | Topics | null): void {
		this.#touched = true;
		this.#content.answers.set(itemId, answer);
		this.storing.put(`answer ${itemId}`);
	}

	writeNote(itemId: string, note: string): void {
		this.#touched = true;
		this.storing.writeNote(itemId, note);
	}

	/** @param trend null takes a choice back: the response has nothing on this dimension then */
	chooseTrend(dimensionId: string, trend: Trend | null): void {
		this.#touched = true;
		this.#content.trends.set(dimensionId, trend);
		this.storing.put(`trend ${dimensionId}`);
	}

	/** @param topics undefined takes the choice back; only under a questionnaire with a closing question */
	chooseTopics(topics: Topics | undefined): void {
		const { closing } = this.questionnaire;
		if (closing) this.#choose(closing.id, topics ?? null);
	}

	/** @param place of the question on the screen, from 0 */
	moveTo(place: number): void {
		this.storing.moveTo(place);
	}

	/** On a passed-round device an anonymous file would stay behind for whoever comes next. */
	get canRescue(): boolean {
		return this.storing.sheet.way === 'phone' || this.invitation.privacy.mode === 'open';
	}

	/**
	 * All that is on the screen as a file for the facilitator, also what could not be stored. What
	 * is handed back later is newer.
	 * @throws RangeError when it could not be read again
	 */
	rescue(): SavedFile {
		return rescueResponse(rescuedResponse(this.storing), this.terms);
	}

	retry(): void {
		this.storing.retry();
	}

	/** The response as it is on the screen. */
	get response(): IndividualResponse {
		return this.storing.response;
	}

	/**
	 * The short code of a response of this sheet.
	 * @throws RangeError when it is of another sheet, or never was handed back
	 */
	codeOf(response: IndividualResponse): string {
		return packResponse({ terms: this.terms, ...askedIn(this.questionnaire), response });
	}

	/** Whether a failure means that it was wiped or handed in, in another tab. */
	wasWiped(cause: unknown): Promise<boolean> {
		return this.storing.isWiped(cause);
	}

	/**
	 * On an own phone: done, for now. A later change makes a newer revision of the same response. Also when nothing can
	 * be stored: then it is of what this tab remembers.
	 * @throws StorageError only when it was wiped in another tab
	 */
	finish(): Promise<void> {
		return finish(this.storing, this.status.kind === 'failed');
	}

	/** Whoever took the wrong group keeps the answers. */
	changeGroup(groupId: string): void {
		this.storing.change({ groupId });
	}

	/** From here on it goes by this one too, as a newer link promised before anything more is answered. */
	takeLetterbox(letterbox: LetterboxAddress): void {
		this.storing.change({ invitation: { ...this.invitation, letterbox } });
	}

	reopen(): void {
		this.storing.change({ finished: false });
	}

	/**
	 * Takes the answers off this device, those still waiting to be stored as well.
	 * @returns puts back what there was, from the memory of this page alone
	 * @throws StorageError when they may still be there
	 */
	async wipe(): Promise<() => Promise<Sheet>> {
		const found = await this.storing.wipe();
		return async () => {
			if (found.loaded) await putBackSheet(found.loaded);
			return new Sheet({
				stored: found.loaded?.sheet ?? this.storing.sheet,
				questionnaire: this.questionnaire,
				found
			});
		};
	}
}
