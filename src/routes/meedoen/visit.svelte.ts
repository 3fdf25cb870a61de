import type { ParticipantWords } from '$lib/domain/measurement/browser-keeping';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { messageOf } from '$lib/state/error-message';
import { inTime, PATIENCE } from '$lib/state/in-time';
import { languageOfLink, withoutLanguage } from '$lib/exchange/link/link-language';
import { openInvitation, type OpenedInvitation } from '$lib/state/answering/open-invitation';
import type { OtherAnswers } from '$lib/state/answering/other-answers';
import { answersToAnother } from '$lib/state/answering/other-sheets';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import { afterPaint } from '$lib/state/saving/after-paint';
import { Sending } from '$lib/state/sending/sending.svelte';
import { takeReloaded } from '$lib/state/reload-once';
import { dropLoss, isSomethingLost } from '$lib/state/tab/loss';
import { speakLanguage } from './speak-language';
import { fetchTheRest } from './later-parts';

/** What a participant's link leads to on this phone: the invitation, the sheet to it, and what is in the way. */
export class Visit {
	invitation = $state.raw<Invitation>();
	questionnaire = $state.raw<Questionnaire>();
	sheet = $state.raw<Sheet>();
	/** Whether the sheet is being filled in. */
	begun = $state(false);
	/** Where who changes finished answers begins. */
	changeAt = $state<'first' | 'last'>('first');
	problem = $state<string>();
	/** Whether the words to wait in are here. */
	speaks = $state(true);
	/** No invitation in the address. */
	lost = $state(false);
	/** Puts back what was wiped a moment ago. */
	undoWipe = $state.raw<() => Promise<Sheet>>();
	/** Answers here to another link of the same measurement. */
	other = $state.raw<OtherAnswers>();
	/** What this browser may do with the answers, once that is known. */
	keeping = $state.raw<ParticipantWords>();
	/** Whether the browser wiped what was here. */
	gone = $state(false);
	/** Of answers that go by a letterbox. */
	readonly sending = new Sending();
	/** Counts the links that were opened: what belongs to an earlier one comes too late. */
	#turn = 0;
	/** Whether the page loaded itself anew in the midst of answering: then it goes on there. */
	#reloaded: boolean | undefined;

	/** The link in the address, also when that changes under the page. */
	async open(): Promise<void> {
		const mine = (this.#turn += 1);
		this.#reloaded ??= takeReloaded();
		this.invitation = undefined;
		this.#leave();
		this.undoWipe = undefined;
		this.other = undefined;
		const speaking = this.#speak();
		await this.#guard(async () => {
			const outcome = await openInvitation(location.href);
			this.lost = outcome.kind === 'refused';
			if (outcome.kind === 'refused') {
				this.problem = outcome.reason;
				return;
			}
			keepSound(outcome.fragment);
			await speaking;
			await speakLanguage(outcome.questionnaire.language);
			this.questionnaire = outcome.questionnaire;
			if (outcome.mayBeBegun) await this.#find(outcome, mine);
			this.invitation = outcome.invitation;
			if (!outcome.mayBeBegun) afterPaint(() => void this.#find(outcome, mine));
			const { letterbox } = outcome.invitation;
			fetchTheRest((words) => (this.keeping = words), letterbox && (() => void this.sending.load()));
		});
	}

	/** The words of a link that says its language come beside what it asks. */
	async #speak(): Promise<void> {
		const language = languageOfLink(location.hash);
		if (!language) return;
		this.speaks = false;
		await speakLanguage(language);
		this.speaks = true;
	}

	/** Shows what is answered in another tab. @returns a function that stops */
	follow(): (() => void) | undefined {
		return this.sheet?.follow(() => this.#leave());
	}

	begin(groupId: string): void {
		if (!this.invitation || !this.questionnaire) return;
		this.problem = undefined;
		this.sheet = Sheet.start(this.invitation, groupId, this.questionnaire, location.hash);
		this.begun = true;
		this.undoWipe = undefined;
		dropLoss();
	}

	finish(): Promise<void> {
		return this.#guard(async () => this.sheet?.finish());
	}

	change(at: 'first' | 'last'): void {
		this.sheet?.reopen();
		this.changeAt = at;
		this.begun = true;
	}

	/** @param undoable for who wipes the own answers; whoever comes next gets nothing back of the one before */
	wipe(undoable: boolean): Promise<void> {
		return this.#guard(async () => {
			const undo = this.sheet && (await this.#wipe(this.sheet));
			this.undoWipe = undoable ? undo : undefined;
			this.#leave();
		});
	}

	/** With the envelope of it, which goes first: without it, nothing is sent that is wiped. */
	async #wipe(sheet: Sheet): Promise<() => Promise<Sheet>> {
		if (!sheet.invitation.letterbox) return sheet.wipe();
		const putBackEnvelope = await this.sending.wipe(sheet.response.id);
		try {
			const putBackSheet = await sheet.wipe();
			return async () => {
				const found = await putBackSheet();
				await putBackEnvelope();
				return found;
			};
		} catch (cause) {
			await putBackEnvelope();
			throw cause;
		}
	}

	putBack(): Promise<void> {
		const undo = this.undoWipe;
		this.undoWipe = undefined;
		return this.#guard(async () => {
			this.sheet = await undo?.();
		});
	}

	/**
	 * Storage that fails or hangs keeps nobody from answering: the screen says so, and what
	 * is found later is shown then.
	 */
	async #find({ invitation, questionnaire }: OpenedInvitation, mine: number): Promise<void> {
		void answersToAnother(invitation, questionnaire).then((found) => {
			if (mine === this.#turn) this.other = found;
		});
		const shown = Sheet.resume(invitation, 'phone', () => questionnaire).then((found) => {
			// Who has begun meanwhile has it already.
			if (!found || this.sheet || mine !== this.#turn) return;
			const { letterbox } = invitation;
			// The screen to come says so before they go on. What is done goes as was promised before it.
			if (letterbox && !found.invitation.letterbox && !found.finished && !this.#reloaded)
				found.takeLetterbox(letterbox);
			this.sheet = found;
			this.problem = undefined;
			this.begun = found.place !== null && this.#reloaded === true;
		});
		await this.#guard(() => inTime(shown, PATIENCE));
		this.gone = isSomethingLost();
	}

	#leave(): void {
		this.sheet = undefined;
		this.begun = false;
	}

	async #guard(work: () => Promise<void>): Promise<void> {
		this.problem = undefined;
		try {
			await work();
		} catch (cause) {
			this.problem = messageOf(cause);
		}
	}
}

/** So that a link that came damaged is passed on whole, and a reload opens the same. */
function keepSound(fragment: string): void {
	if (withoutLanguage(location.hash) !== fragment && location.hash !== `#${fragment}`)
		history.replaceState(history.state, '', `${location.pathname}#${fragment}`);
}
