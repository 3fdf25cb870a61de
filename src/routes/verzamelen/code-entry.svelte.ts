import { codeCharacters, impossibleInCode } from '$lib/exchange/encoding/crockford';
import {
	areFull,
	boxesOf,
	emptyBoxes,
	erasedBefore,
	insertedIn,
	typedInBox,
	writtenFrom,
	type Boxes,
	type Caret
} from '$lib/exchange/response/code-boxes';
import { codeLengthOf, packResponse } from '$lib/exchange/response/response-code';
import { plainCharacters, readTypedCode } from '$lib/exchange/response/typed-code';
import type { Collection } from '$lib/state/desk/collection.svelte';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';

/** The part of taking in that typing codes needs. */
export interface TakesCodes {
	desk: Pick<MeasurementDesk, 'asked'>;
	takeCode: Collection['takeCode'];
}

/** What is wrong with the boxes as they stand. */
export interface CodeProblem {
	/** Dutch. */
	reason: string;
	/** Where to look, from 0; all of them where nobody knows. */
	boxes: readonly number[];
}

/** Where typing goes on; `anew`: in the place of all that the box holds. */
type CaretInBox = Caret & { anew?: boolean };

/** More than so many characters at once are no typing: somebody pastes, dictates or drops them. */
const TYPED_AT_ONCE = 4;
const MOST_STEPS_BACK = 100;

const START: Caret = { box: 0, place: 0 };

/** Typing the codes of phones in boxes of four, one after another. */
export class CodeEntry {
	boxes: Boxes = $state.raw([]);
	/** Where typing goes on, anew each time it must be gone to; the first box to begin with. */
	caret = $state.raw<CaretInBox>({ ...START });
	problem = $state.raw<CodeProblem>();
	/** The same problem once more, after asking again. */
	again = $state(false);
	/** How many times a problem was told. */
	turn = $state(0);
	/** About the last character that was typed, in Dutch. */
	hint = $state('');
	/** Right codes that are not stored, while another one stood in the boxes already. */
	unstored = $state.raw<readonly string[]>([]);
	#before: Boxes[] = [];

	constructor(private readonly collection: TakesCodes) {
		this.boxes = emptyBoxes(this.#length);
	}

	get isEmpty(): boolean {
		return this.boxes.every((box) => box === '');
	}

	/**
	 * What the field of a box holds after typing.
	 * @param place of the caret in it
	 * @param composing whether a letter is still being made of several presses
	 */
	type(box: number, value: string, place: number, composing = false): void {
		const old = this.boxes[box] ?? '';
		if (value === old) return;
		const inserted = insertedIn(old, value, place);
		if (inserted.text.length > TYPED_AT_ONCE) return this.paste({ box, place: inserted.at }, inserted.text);
		const typed = typedInBox(this.boxes, box, value, place);
		if (composing && typed.impossible !== undefined) return;
		this.hint = typed.impossible === undefined ? '' : impossibleInCode(typed.impossible);
		if (typed.tooMany) this.hint = 'Alle vakken zijn vol.';
		this.#change(typed.boxes, typed.caret);
	}

	/** A whole code goes in all boxes, wherever it is pasted; a part of one goes where the caret is. */
	paste(at: Caret, text: string): void {
		const read = readTypedCode({ text, ...this.#asked });
		const whole = codeCharacters(plainCharacters(text));
		this.hint = '';
		if (read.kind === 'good') return this.#change(boxesOf(packResponse({ ...read, ...this.#asked })), START);
		if (whole.impossible === undefined && whole.characters.length === this.#length)
			return this.#change(boxesOf(whole.characters), START);
		const part = codeCharacters(text);
		const written = writtenFrom(this.boxes, at, part.characters);
		if (part.impossible === undefined && !written.tooMany) return this.#change(written.boxes, written.caret);
		this.#tell({ reason: `${read.reason} Er is niets ingevuld.`, boxes: [at.box] });
	}

	/** Backspace at the beginning of a box: the last character of the one before goes. */
	eraseBefore(box: number): void {
		const erased = erasedBefore(this.boxes, { box, place: 0 });
		this.hint = '';
		this.#change(erased.boxes, erased.caret);
	}

	undo(): void {
		const before = this.#before.pop();
		if (!before) return;
		const box = before.findIndex((content, index) => content !== this.boxes[index]);
		this.boxes = before;
		this.hint = '';
		this.problem = undefined;
		this.caret = { box, place: before[box]?.length ?? 0 };
	}

	clear(): void {
		this.#change(emptyBoxes(this.#length), START);
		this.hint = '';
	}

	/** What the button does: takes a right code, and tells what is wrong with another one. */
	async submit(): Promise<void> {
		const problem = this.#problem();
		if (!problem) return this.#take();
		this.#tell(problem);
		this.caret = placeOf(problem);
	}

	/** Tries once more to store what was not stored. */
	async storeAgain(): Promise<void> {
		const codes = this.unstored;
		this.unstored = [];
		for (const code of codes) await this.#store(code);
	}

	#change(boxes: Boxes, caret: Caret): void {
		const wasWhole = areFull(this.boxes);
		if (boxes.join() !== this.boxes.join()) this.#before = [...this.#before, this.boxes].slice(-MOST_STEPS_BACK);
		this.boxes = boxes;
		this.caret = { ...caret };
		const problem = areFull(boxes) ? this.#problem() : undefined;
		if (!areFull(boxes)) this.problem = undefined;
		else if (!problem) void this.#take();
		else {
			this.#tell(problem);
			// Who is correcting a code goes on where they are.
			if (!wasWhole) this.caret = placeOf(problem);
		}
	}

	/** The boxes are empty at once, not only when it is stored: who types on must not lose a character to it. */
	async #take(): Promise<void> {
		const code = this.boxes.join('');
		this.boxes = emptyBoxes(this.#length);
		this.#before = [];
		this.problem = undefined;
		this.hint = '';
		this.caret = { ...START };
		await this.#store(code);
	}

	async #store(code: string): Promise<void> {
		const { good } = await this.collection.takeCode(code);
		if (good) return;
		if (this.isEmpty) this.boxes = boxesOf(code);
		else this.unstored = [...this.unstored.filter((other) => other !== code), code];
	}

	#problem(): CodeProblem | undefined {
		if (this.isEmpty) return { reason: 'Typ eerst de code die op de telefoon staat.', boxes: [0] };
		const read = readTypedCode({ text: this.boxes.join(''), ...this.#asked });
		if (read.kind === 'good') return undefined;
		const { reason, groups } = read;
		const named = groups.map((group) => group - 1);
		const open = this.boxes.flatMap(({ length }, box) => (length < TYPED_AT_ONCE ? [box] : []));
		const some = [...named, ...open];
		return { reason, boxes: some.length > 0 ? some : [...this.boxes.keys()] };
	}

	#tell(problem: CodeProblem): void {
		this.again = this.problem?.reason === problem.reason;
		this.problem = problem;
		this.turn += 1;
	}

	get #asked() {
		return this.collection.desk.asked;
	}

	get #length(): number {
		return codeLengthOf(this.#asked);
	}
}

function placeOf({ boxes }: CodeProblem): CaretInBox {
	return { box: boxes[0] ?? 0, place: 0, anew: true };
}
