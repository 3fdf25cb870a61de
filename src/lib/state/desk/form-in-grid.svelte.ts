import { stableText } from '$lib/domain/text/stable-text';
import { MAX_REVISION, type Answer, type Topics, type Trend } from '$lib/domain/measurement/measurement';
import { newResponseId } from '$lib/state/clock-and-ids';

/** A form that was typed in and stored. Only this page remembers it: no order of responses is kept anywhere. */
export interface EnteredForm {
	number: number;
	groupId: string;
	responseId: string;
	revision: number;
	answers: Readonly<Record<string, Answer>>;
	trends: Readonly<Record<string, Trend>>;
	topics: Topics | undefined;
}

type AnswersOfForm = Pick<EnteredForm, 'answers' | 'trends'> & { topics?: Topics | null | undefined };

/** The paper form that is being typed in: what is in the grid, and which response it will be. */
export class FormInGrid {
	groupId = $state<string>();
	answers = $state.raw<Readonly<Record<string, Answer>>>({});
	/** By dimension id. */
	trends = $state.raw<Readonly<Record<string, Trend>>>({});
	/** Undefined: the closing question was left open, or there is none. */
	topics = $state.raw<Topics>();
	/** The form that was taken back and is in the grid now. */
	#correcting = $state.raw<EnteredForm>();
	/** The form in the grid as it went into a file; from then on clearing the grid makes room for the next form. */
	#inFile = $state.raw<EnteredForm>();
	#next = $state(1);
	#responseId = newResponseId();

	/** It goes on the sheet once the form is stored. */
	get number(): number {
		return this.#correcting?.number ?? this.#next;
	}

	/** Whether leaving now loses a form that was stored before; also when the grid was cleared since. */
	get wouldLose(): boolean {
		return this.#correcting !== undefined && !this.isInFile;
	}

	get isInFile(): boolean {
		return this.#inFile !== undefined;
	}

	get isEmpty(): boolean {
		return Object.keys(this.answers).length + Object.keys(this.trends).length === 0 && !this.topics;
	}

	/** @param number of the next form that was not typed in before */
	startAt(number: number): void {
		this.#next = number;
	}

	/** Without an answer the item is open. */
	setAnswer(itemId: string, answer: Answer | undefined): void {
		this.answers = withValue(this.answers, itemId, answer);
	}

	/** Without a trend the dimension is open. */
	setTrend(dimensionId: string, trend: Trend | undefined): void {
		this.trends = withValue(this.trends, dimensionId, trend);
	}

	/** Empties the grid; one that is in a file makes room for the next. The returned function puts everything back. */
	clear(): () => void {
		if (this.isInFile) return this.makeRoom();
		const putBack = this.#remember();
		this.#empty();
		return putBack;
	}

	/** An empty grid for the next form; the returned function puts the one before back. */
	makeRoom(): () => void {
		const putBack = this.#remember();
		this.#empty();
		if (!this.#correcting) this.#next += 1;
		this.#correcting = undefined;
		this.#inFile = undefined;
		this.#responseId = newResponseId();
		return putBack;
	}

	/** Puts a form that was taken back in the grid. */
	correct(form: EnteredForm): void {
		this.#correcting = form;
		this.groupId = form.groupId;
		this.answers = form.answers;
		this.trends = form.trends;
		this.topics = form.topics;
	}

	wentInFile(form: EnteredForm): void {
		this.#inFile = form;
	}

	/**
	 * As it is stored. A corrected form is a newer revision of the same response: should another laptop have the old
	 * one, this one wins. The id stays until the form is stored, so that a second attempt never makes a second
	 * response.
	 */
	asEntered(groupId: string): EnteredForm {
		const { number, answers, trends, topics } = this;
		const before = this.#inFile ?? this.#correcting;
		const { responseId, revision } =
			before && before.revision < MAX_REVISION
				? { responseId: before.responseId, revision: before.revision + 1 }
				: { responseId: this.#responseId, revision: 1 };
		return { number, groupId, responseId, revision, answers, trends, topics };
	}

	/** Whether it has the same group, answers, trends and topics. */
	isLike(form: EnteredForm): boolean {
		return form.groupId === this.groupId && asText(form) === asText(this);
	}

	#empty(): void {
		this.answers = {};
		this.trends = {};
		this.topics = undefined;
	}

	/** The returned function puts everything of the form in the grid back. */
	#remember(): () => void {
		const [groupId, answers, trends, topics, correcting, next, responseId, inFile] = [
			this.groupId,
			this.answers,
			this.trends,
			this.topics,
			this.#correcting,
			this.#next,
			this.#responseId,
			this.#inFile
		];
		return () => {
			this.groupId = groupId;
			this.answers = answers;
			this.trends = trends;
			this.topics = topics;
			this.#correcting = correcting;
			this.#next = next;
			this.#responseId = responseId;
			this.#inFile = inFile;
		};
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

function asText({ answers, trends, topics = null }: AnswersOfForm): string {
	return stableText([answers, trends, topics]);
}
