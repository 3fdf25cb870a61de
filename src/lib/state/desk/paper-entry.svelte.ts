import { stableText } from '$lib/domain/text/stable-text';
import { MAX_REVISION, type Answer, type IndividualResponse, type Trend } from '$lib/domain/measurement/measurement';
import type { TakenBack } from '$lib/storage/records/responses';
import { asStorageError } from '$lib/storage/storage-error';
import { newResponseId } from '$lib/state/clock-and-ids';
import { messageOf } from '$lib/state/error-message';
import type { MeasurementDesk } from './measurement-desk.svelte';
import { rescueResponse } from '$lib/state/answering/rescue-response';
import type { SavedFile } from '$lib/state/saving/saved-file';

/** The part of the desk that typing in paper forms needs. */
export type PaperDesk = Pick<MeasurementDesk, 'measurement' | 'terms' | 'takeIn' | 'takeBack'>;

/** A form that was typed in and stored. Only this page remembers it: no order of responses is kept anywhere. */
export interface EnteredForm {
	number: number;
	groupId: string;
	responseId: string;
	revision: number;
	answers: Readonly<Record<string, Answer>>;
	trends: Readonly<Record<string, Trend>>;
}

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
	groupId = $state<string>();
	answers = $state.raw<Readonly<Record<string, Answer>>>({});
	/** By dimension id. */
	trends = $state.raw<Readonly<Record<string, Trend>>>({});
	/** The forms of this session, in the order of entry. */
	forms = $state.raw<readonly EnteredForm[]>([]);
	outcome = $state.raw<EntryOutcome>();
	/** The form that was taken back and is in the grid now. */
	#correcting = $state.raw<EnteredForm>();
	/** The form in the grid as it went into a file; from then on clearing the grid makes room for the next form. */
	#inFile = $state.raw<EnteredForm>();
	#next = $state(1);
	#responseId = newResponseId();
	#busy = false;

	constructor(private readonly desk: PaperDesk) {}

	/** Of the form in the grid; it goes on the sheet once the form is stored. */
	get number(): number {
		return this.#correcting?.number ?? this.#next;
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
		return this.#correcting !== undefined && this.#inFile === undefined;
	}

	/**
	 * For who goes on with forms of an earlier session.
	 * @returns false, and nothing changes, when it is no whole number from 1 on
	 */
	startAt(number: number): boolean {
		const isNumber = Number.isSafeInteger(number) && number >= 1;
		if (isNumber) this.#next = number;
		return isNumber;
	}

	chooseGroup(groupId: string): void {
		this.groupId = groupId;
		this.#forgetProblem();
	}

	/** Without an answer the item is open. */
	setAnswer(itemId: string, answer: Answer | undefined): void {
		this.answers = withValue(this.answers, itemId, answer);
		this.#forgetProblem();
	}

	/** Without a trend the dimension is open. */
	setTrend(dimensionId: string, trend: Trend | undefined): void {
		this.trends = withValue(this.trends, dimensionId, trend);
		this.#forgetProblem();
	}

	/** A second press finds nothing to clear, and must not take the undo away. */
	clear(): void {
		if (this.#isCleared) return;
		if (this.#isEmpty && this.#inFile === undefined) return this.#forgetProblem();
		const { number } = this;
		const putBack = this.#rememberGrid();
		if (this.#inFile) this.#nextForm();
		this.answers = {};
		this.trends = {};
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
		const twin = this.#twin(groupId);
		if (twin && this.outcome?.kind !== 'alike') return this.#say({ kind: 'alike', number: twin.number });
		await this.#alone(async () => {
			const form = this.#formInGrid(groupId);
			const putBack = this.#nextForm();
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
		this.#inFile = form;
		this.#say({ kind: 'in-file', form, fileName: file.name });
		return file;
	}

	/** The returned function puts everything of the form in the grid back. */
	#rememberGrid(): () => void {
		const [groupId, answers, trends, correcting, next, responseId, inFile] = [
			this.groupId,
			this.answers,
			this.trends,
			this.#correcting,
			this.#next,
			this.#responseId,
			this.#inFile
		];
		return () => {
			this.groupId = groupId;
			this.answers = answers;
			this.trends = trends;
			this.#correcting = correcting;
			this.#next = next;
			this.#responseId = responseId;
			this.#inFile = inFile;
		};
	}

	/** An empty grid for the next form; the returned function puts the one before back. */
	#nextForm(): () => void {
		const putBack = this.#rememberGrid();
		this.answers = {};
		this.trends = {};
		this.outcome = undefined;
		if (!this.#correcting) this.#next += 1;
		this.#correcting = undefined;
		this.#inFile = undefined;
		this.#responseId = newResponseId();
		return putBack;
	}

	/**
	 * Takes a form back out of the measurement and puts its answers in the grid again; what came in its place
	 * since, by a file or in another tab, stays.
	 */
	async takeBack(form: EnteredForm): Promise<void> {
		if (this.#busy) return;
		if (!this.#isEmpty) return this.#say({ kind: 'occupied' });
		await this.#alone(async () => {
			const outcome = await this.#remove(form);
			if (outcome.kind === 'refused') return this.#say({ kind: 'kept', form, message: outcome.reason });
			if (outcome.kind === 'replaced') return this.#say({ kind: 'replaced', form });
			this.forms = this.forms.filter((entered) => entered !== form);
			this.#correcting = form;
			this.groupId = form.groupId;
			this.answers = form.answers;
			this.trends = form.trends;
			this.#say({ kind: 'taken-back', form });
		});
	}

	/**
	 * A corrected form is a newer revision of the same response: should another laptop have the old one, this one wins.
	 * The id stays until the form is stored, so that a second attempt never makes a second response.
	 */
	#formInGrid(groupId: string): EnteredForm {
		const { number, answers, trends } = this;
		const before = this.#inFile ?? this.#correcting;
		const { responseId, revision } =
			before && before.revision < MAX_REVISION
				? { responseId: before.responseId, revision: before.revision + 1 }
				: { responseId: this.#responseId, revision: 1 };
		return { number, groupId, responseId, revision, answers, trends };
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

	#responseOf({ responseId, groupId, revision, answers, trends }: EnteredForm): IndividualResponse {
		return { id: responseId, measurementId: this.desk.measurement.id, groupId, revision, answers, notes: {}, trends };
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
		return this.outcome?.kind === 'cleared' && this.#isEmpty;
	}

	get #isEmpty(): boolean {
		return Object.keys(this.answers).length + Object.keys(this.trends).length === 0;
	}

	#twin(groupId: string): EnteredForm | undefined {
		const text = asText(this);
		return this.forms.find((form) => form.groupId === groupId && asText(form) === text);
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

function withValue<Value>(
	record: Readonly<Record<string, Value>>,
	id: string,
	value: Value | undefined
): Readonly<Record<string, Value>> {
	const others = Object.entries(record).filter(([other]) => other !== id);
	return Object.fromEntries(value === undefined ? others : [...others, [id, value]]);
}

function asText({ answers, trends }: Pick<EnteredForm, 'answers' | 'trends'>): string {
	return stableText([answers, trends]);
}
