import type { Answer, IndividualResponse, Topics, Trend } from '$lib/domain/measurement/measurement';
import type { TakenBack } from '$lib/storage/records/responses';
import { asStorageError } from '$lib/storage/storage-error';
import { messageOf } from '$lib/state/error-message';
import { FormInGrid, type EnteredForm } from './form-in-grid.svelte';
import type { MeasurementDesk } from './measurement-desk.svelte';
import { rescueResponse } from '$lib/state/answering/rescue-response';
import type { SavedFile } from '$lib/state/saving/saved-file';

/** The part of the desk that typing in paper forms needs. */
export type PaperDesk = Pick<MeasurementDesk, 'measurement' | 'terms' | 'takeIn' | 'takeBack'>;

/** What came of the last thing that the typist asked. */
export type EntryOutcome =
	| { kind: 'stored'; form: EnteredForm }
	| { kind: 'taken-back'; form: EnteredForm }
	/** `undo` puts back what was in the grid; possible until the next answer is typed. */
	| { kind: 'cleared'; number: number; undo: () => void }
	| { kind: 'no-group' }
	| { kind: 'empty' }
	/** The same answers and group as an earlier form: stored only when asked again. */
	| { kind: 'alike'; number: number }
	/** The grid holds another form. */
	| { kind: 'occupied' }
	/** Not stored: the answers are still in the grid. */
	| { kind: 'failed'; form: EnteredForm; message: string }
	/** Not stored, but in a file; the answers are still in the grid too. */
	| { kind: 'in-file'; form: EnteredForm; fileName: string }
	/** Not taken back: the form is still stored. */
	| { kind: 'kept'; form: EnteredForm; message: string }
	/** Not taken back: other answers came in its place meanwhile, and stay. */
	| { kind: 'replaced'; form: EnteredForm };

/** Typing in paper forms, one after another. */
export class PaperEntry {
	/** The forms of this session, in the order of entry. */
	forms = $state.raw<readonly EnteredForm[]>([]);
	outcome = $state.raw<EntryOutcome>();
	readonly #grid = new FormInGrid();
	#busy = false;

	constructor(private readonly desk: PaperDesk) {}

	/** Of the form in the grid; it goes on the sheet once the form is stored. */
	get number(): number {
		return this.#grid.number;
	}

	get groupId(): string | undefined {
		return this.#grid.groupId;
	}

	get answers(): Readonly<Record<string, Answer>> {
		return this.#grid.answers;
	}

	/** By dimension id. */
	get trends(): Readonly<Record<string, Trend>> {
		return this.#grid.trends;
	}

	/** The answer to the closing question. */
	get topics(): Topics | undefined {
		return this.#grid.topics;
	}

	/** Whether the form asks how each dimension goes beside last time. */
	get asksTrend(): boolean {
		return this.desk.measurement.asksTrend;
	}

	/** Whether a form is on its way to the storage: the grid is the next form's already. */
	get storing(): boolean {
		return this.#busy;
	}

	/** Whether leaving now loses a form that was stored before; also when the grid was cleared since. */
	get wouldLose(): boolean {
		return this.#grid.wouldLose;
	}

	/**
	 * For who goes on with forms of an earlier session.
	 * @returns false, and nothing changes, when it is no whole number from 1 on
	 */
	startAt(number: number): boolean {
		const isNumber = Number.isSafeInteger(number) && number >= 1;
		if (isNumber) this.#grid.startAt(number);
		return isNumber;
	}

	chooseGroup(groupId: string): void {
		this.#grid.groupId = groupId;
		this.#forgetProblem();
	}

	/** Without an answer the item is open. */
	setAnswer(itemId: string, answer: Answer | undefined): void {
		this.#grid.setAnswer(itemId, answer);
		this.#forgetProblem();
	}

	/** Without a trend the dimension is open. */
	setTrend(dimensionId: string, trend: Trend | undefined): void {
		this.#grid.setTrend(dimensionId, trend);
		this.#forgetProblem();
	}

	/** Undefined: the closing question is open. */
	setTopics(topics: Topics | undefined): void {
		this.#grid.topics = topics;
		this.#forgetProblem();
	}

	/** A second press finds nothing to clear, and must not take the undo away. */
	clear(): void {
		if (this.#isCleared) return;
		if (this.#grid.isEmpty && !this.#grid.isInFile) return this.#forgetProblem();
		const { number } = this;
		const putBack = this.#grid.clear();
		const undo = () => {
			putBack();
			this.outcome = undefined;
		};
		this.#say({ kind: 'cleared', number, undo });
	}

	/**
	 * Stores the form in the grid. The grid is empty at once, not only when the form is stored: who types on must not
	 * lose a digit to it, or the next form would shift by one. When storing fails, the form is back in the grid.
	 */
	async store(): Promise<void> {
		const { groupId } = this;
		if (this.#busy) return;
		// The key that cleared the grid, still held or pressed once more: the undo stays.
		if (this.#isCleared) return;
		if (groupId === undefined) return this.#say({ kind: 'no-group' });
		if (Object.keys(this.answers).length === 0) return this.#say({ kind: 'empty' });
		const twin = this.forms.find((form) => this.#grid.isLike(form));
		if (twin && this.outcome?.kind !== 'alike') return this.#say({ kind: 'alike', number: twin.number });
		await this.#alone(async () => {
			const form = this.#grid.asEntered(groupId);
			const putBack = this.#grid.makeRoom();
			this.outcome = undefined;
			const message = await this.#takeIn(form);
			if (message !== null) {
				putBack();
				return this.#say({ kind: 'failed', form, message });
			}
			this.forms = [...this.forms, form];
			this.#say({ kind: 'stored', form });
		});
	}

	/**
	 * The form that could not be stored as a file, to take in later where answers come in.
	 * Its number can go on the sheet.
	 * @throws RangeError when it could not be read again
	 */
	rescue(): SavedFile | undefined {
		if (this.outcome?.kind !== 'failed') return undefined;
		const { form } = this.outcome;
		const file = rescueResponse(this.#responseOf(form), this.desk.terms);
		this.#grid.wentInFile(form);
		this.#say({ kind: 'in-file', form, fileName: file.name });
		return file;
	}

	/**
	 * Takes a form back out of the measurement and puts its answers in the grid again; what came in its place
	 * since, by a file or in another tab, stays.
	 */
	async takeBack(form: EnteredForm): Promise<void> {
		if (this.#busy) return;
		if (!this.#grid.isEmpty) return this.#say({ kind: 'occupied' });
		await this.#alone(async () => {
			const outcome = await this.#remove(form);
			if (outcome.kind === 'refused') return this.#say({ kind: 'kept', form, message: outcome.reason });
			if (outcome.kind === 'replaced') return this.#say({ kind: 'replaced', form });
			this.forms = this.forms.filter((entered) => entered !== form);
			this.#grid.correct(form);
			this.#say({ kind: 'taken-back', form });
		});
	}

	/** @returns why it is not stored, or null when it is */
	async #takeIn(form: EnteredForm): Promise<string | null> {
		try {
			const [judgement] = await this.desk.takeIn([this.#responseOf(form)], 'paper');
			if (judgement?.kind === 'refused') return judgement.reason;
			return judgement === undefined || judgement.kind === 'older' ? 'Bewaren is niet gelukt.' : null;
		} catch (cause) {
			return messageOf(cause);
		}
	}

	#responseOf({ responseId, groupId, revision, answers, trends, topics }: EnteredForm): IndividualResponse {
		const { id } = this.desk.measurement;
		const given = { groupId, revision, answers, notes: {}, trends, ...(topics && { topics }) };
		return { id: responseId, measurementId: id, ...given };
	}

	/** A failure is a refusal too: the form is still stored. */
	async #remove(form: EnteredForm): Promise<TakenBack> {
		try {
			return await this.desk.takeBack(this.#responseOf(form));
		} catch (cause) {
			return { kind: 'refused', reason: asStorageError(cause).message };
		}
	}

	get #isCleared(): boolean {
		return this.outcome?.kind === 'cleared' && this.#grid.isEmpty;
	}

	/** One thing at a time: a second Enter while the first is being stored does nothing. */
	async #alone(work: () => Promise<void>): Promise<void> {
		this.#busy = true;
		try {
			await work();
		} finally {
			this.#busy = false;
		}
	}

	/** What was done stays true while the next form is typed; a problem was about the grid as it stood. */
	#forgetProblem(): void {
		const stays = this.outcome?.kind === 'stored' || this.outcome?.kind === 'taken-back' || this.#isCleared;
		if (!stays) this.outcome = undefined;
	}

	#say(outcome: EntryOutcome): void {
		this.outcome = outcome;
	}
}
