import type { Judgement } from '$lib/domain/intake/intake';
import type { TextChange } from '$lib/domain/text/text-change';
import {
	isTopics,
	MAX_REVISION,
	type Answer,
	type IndividualResponse,
	type Invitation,
	type Topics,
	type Trend
} from '$lib/domain/measurement/measurement';
import type { Dimension, Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { termsOf, type Terms } from '$lib/domain/measurement/terms';
import type { KnownSheet, SheetOf } from '$lib/storage/records/sheet-records';
import { beginSheet, putBackSheet } from '$lib/storage/records/sheets';
import { newResponseId } from '$lib/state/clock-and-ids';
import { findSheet } from './found-sheet';
import { inTime, PATIENCE, SHORT_PATIENCE } from '$lib/state/in-time';
import { rescueResponse } from './rescue-response';
import type { SavedFile } from '$lib/state/saving/saved-file';
import type { SaveStatus } from '$lib/state/saving/save-queue';
import type { SheetContent } from './sheet-content';
import { SheetStoring } from './sheet-storing.svelte';

/** @throws UnknownQuestionnaireError */
export type FindQuestionnaire = (ref: Invitation['questionnaire']) => Questionnaire | Promise<Questionnaire>;

/**
 * One person's answers while they are in that person's hands: on a passed-round device, or on the own phone. Whatever
 * storage does, they stay here, and what is not stored is kept by the tab too.
 */
export class Sheet {
	readonly #storing: SheetStoring;
	#status = $state.raw<SaveStatus>({ kind: 'idle' });
	/** Whether there is anything on it to store. */
	#touched = $state(false);
	/** The revision of the last file that was made of unstored answers; 0: none. */
	#rescued = 0;

	private constructor(
		stored: KnownSheet,
		readonly questionnaire: Questionnaire
	) {
		this.#storing = new SheetStoring(stored, questionnaire, (status) => (this.#status = status), {
			what: 'antwoorden van iemand die aan het invullen was',
			file: () => (this.canRescue ? this.rescue() : undefined)
		});
	}

	/**
	 * A new sheet for someone of this group.
	 * @param find gives the questionnaire of an invitation: a phone has it from its link
	 * @throws UnknownQuestionnaireError, StorageError
	 */
	static async begin(
		invitation: Invitation,
		groupId: string,
		way: SheetOf['way'],
		find: FindQuestionnaire
	): Promise<Sheet> {
		const questionnaire = await find(invitation.questionnaire);
		const begun = await beginSheet(newSheet({ terms: termsOf(invitation, questionnaire), way }, invitation, groupId));
		const sheet = new Sheet(begun.sheet, questionnaire);
		sheet.#storing.goOn({ loaded: begun, kept: undefined, storedIn: null });
		sheet.#touched = !sheet.isUntouched;
		return sheet;
	}

	/**
	 * As `begin` on a phone, without waiting: it is stored before its first answer is. When there is one on this device
	 * already it goes on with that one, and keeps what was answered meanwhile.
	 * @param link what stands in the address from # on, to come back by
	 */
	static start(
		invitation: Invitation,
		groupId: string,
		questionnaire: Questionnaire,
		link = '',
		way: SheetOf['way'] = 'phone'
	): Sheet {
		const terms = termsOf(invitation, questionnaire);
		const begun = newSheet({ terms, way }, invitation, groupId);
		const sheet = new Sheet({ ...begun, link }, questionnaire);
		sheet.#storing.put('sheet');
		return sheet;
	}

	/**
	 * The sheet that is on this device already, finished or not, with what this tab kept of
	 * it; only under the same terms.
	 * @param find as for `begin`
	 * @throws UnknownQuestionnaireError, StorageError
	 */
	static async resume(
		invitation: Invitation,
		way: SheetOf['way'],
		find: FindQuestionnaire
	): Promise<Sheet | undefined> {
		const questionnaire = await find(invitation.questionnaire);
		const of = { terms: termsOf(invitation, questionnaire), way };
		const found = await findSheet(of);
		if (!found) return undefined;
		const stored = found.loaded ? found.loaded.sheet : sheetOf(found.kept, of, invitation);
		const sheet = new Sheet(stored, questionnaire);
		sheet.#storing.goOn(found);
		sheet.#touched = !sheet.isUntouched;
		return sheet;
	}

	/**
	 * Shows what the same person answers meanwhile in another tab.
	 * @param ongone told when it was wiped there
	 * @returns a function that stops
	 */
	follow(ongone?: () => void): () => void {
		return this.#storing.follow(ongone);
	}

	get #content(): SheetContent {
		return this.#storing.content;
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
		return this.#storing.sheet.terms;
	}

	get invitation(): Invitation {
		return this.#storing.sheet.invitation;
	}

	get groupId(): string {
		return this.#storing.sheet.groupId;
	}

	get finished(): boolean {
		return this.#storing.sheet.finished;
	}

	/** Also true while a finished sheet is being changed. */
	get wasFinished(): boolean {
		return this.#storing.sheet.revision > 0;
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
		return this.#storing.place;
	}

	/** Whether what is not stored is there again when this tab loads anew. */
	get outlivesReload(): boolean {
		return this.#storing.outlivesReload;
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

	progressOf(dimension: Dimension): { given: number; total: number } {
		const given = dimension.items.filter((item) => this.#content.answers.has(item.id)).length;
		return { given, total: dimension.items.length };
	}

	choose(itemId: string, answer: Answer): void {
		this.#choose(itemId, answer);
	}

	#choose(itemId: string, answer: Answer | Topics | null): void {
		this.#touched = true;
		this.#content.answers.set(itemId, answer);
		this.#storing.put(`answer ${itemId}`);
	}

	writeNote(itemId: string, note: string): void {
		this.#touched = true;
		this.#storing.writeNote(itemId, note);
	}

	/** @param trend null takes a choice back: the response has nothing on this dimension then */
	chooseTrend(dimensionId: string, trend: Trend | null): void {
		this.#touched = true;
		this.#content.trends.set(dimensionId, trend);
		this.#storing.put(`trend ${dimensionId}`);
	}

	/** @param topics undefined takes the choice back; only under a questionnaire with a closing question */
	chooseTopics(topics: Topics | undefined): void {
		const { closing } = this.questionnaire;
		if (closing) this.#choose(closing.id, topics ?? null);
	}

	/** @param place of the question on the screen, from 0 */
	moveTo(place: number): void {
		this.#storing.moveTo(place);
	}

	/** On a passed-round device an anonymous file would stay behind for whoever comes next. */
	get canRescue(): boolean {
		return this.#storing.sheet.way === 'phone' || this.invitation.privacy.mode === 'open';
	}

	/**
	 * All that is on the screen as a file for the facilitator, also what could not be stored. What
	 * is handed back later is newer.
	 * @throws RangeError when it could not be read again
	 */
	rescue(): SavedFile {
		return rescueResponse(this.rescuedResponse(), this.terms);
	}

	/**
	 * What could not be handed in on a passed-round device, as `rescue`; from now on this
	 * tab keeps it too, until it is.
	 */
	keptAside(): IndividualResponse {
		const response = this.rescuedResponse();
		this.#storing.change({ groupId: this.groupId });
		return response;
	}

	/** As `rescue`, not yet as a file. */
	rescuedResponse(): IndividualResponse {
		this.#rescued = this.#nextRevision(this.#storing.sheet.revision);
		return { ...this.response, revision: this.#rescued };
	}

	#nextRevision(stored: number): number {
		return Math.min(MAX_REVISION, Math.max(stored, this.#rescued) + 1);
	}

	retry(): void {
		this.#storing.retry();
	}

	/** The response as it is on the screen. */
	get response(): IndividualResponse {
		return this.#content.asResponse(this.#storing.sheet);
	}

	/** For `handIn` (hand-in.ts). @throws StorageError when they are not handed in */
	async handInBy(handIn: (sheet: KnownSheet) => Promise<Judgement>): Promise<Judgement> {
		if (this.#rescued > this.#storing.sheet.revision) this.#storing.change({ revision: this.#rescued });
		return this.#storing.handInBy(handIn);
	}

	/** Whether a failure means that it was wiped or handed in, in another tab. */
	wasWiped(cause: unknown): Promise<boolean> {
		return this.#storing.isWiped(cause);
	}

	/**
	 * On an own phone: done, for now. A later change makes a newer revision of the same response. Also when nothing can
	 * be stored: then it is of what this tab remembers.
	 * @throws StorageError only when it was wiped in another tab
	 */
	async finish(): Promise<void> {
		const patience = this.status.kind === 'failed' ? SHORT_PATIENCE : PATIENCE;
		try {
			// Another tab may have answered too: what is handed back is what is stored, not what this tab remembers.
			this.#storing.show(await inTime(this.#storing.readBack(), patience));
		} catch (cause) {
			if (await this.wasWiped(cause)) throw cause;
		}
		this.#storing.place = null;
		this.#storing.change({ revision: this.#nextRevision(this.#storing.sheet.revision), finished: true });
		await inTime(this.#storing.settled(), patience).catch(() => undefined);
	}

	/** Whoever took the wrong group keeps the answers. */
	changeGroup(groupId: string): void {
		this.#storing.change({ groupId });
	}

	reopen(): void {
		this.#storing.change({ finished: false });
	}

	/**
	 * Takes the answers off this device, those still waiting to be stored as well.
	 * @returns puts back what there was, from the memory of this page alone
	 * @throws StorageError when they may still be there
	 */
	async wipe(): Promise<() => Promise<Sheet>> {
		const found = await this.#storing.wipe();
		return async () => {
			if (found.loaded) await putBackSheet(found.loaded);
			const sheet = new Sheet(found.loaded?.sheet ?? this.#storing.sheet, this.questionnaire);
			sheet.#storing.goOn(found);
			sheet.#touched = !sheet.isUntouched;
			return sheet;
		};
	}
}

function newSheet(of: SheetOf, invitation: Invitation, groupId: string): KnownSheet {
	return sheetOf({ responseId: newResponseId(), groupId, revision: 0, finished: false }, of, invitation);
}

function sheetOf(
	{ responseId, groupId, revision, finished }: Pick<KnownSheet, 'responseId' | 'groupId' | 'revision' | 'finished'>,
	{ terms, way }: SheetOf,
	invitation: Invitation
): KnownSheet {
	const { measurementId } = invitation;
	return { responseId, groupId, way, invitation, measurementId, terms, revision, finished };
}
