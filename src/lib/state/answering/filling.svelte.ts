import { SvelteMap } from 'svelte/reactivity';
import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import {
	isTopics,
	type Answer,
	type ItemNote,
	type Measurement,
	type Partnership,
	type Topics
} from '$lib/domain/measurement/measurement';
import type { TextChange } from '$lib/domain/text/text-change';
import { dimensionsOf, itemsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import {
	changeNote,
	loadNotes,
	loadPosition,
	loadStoredAnswers,
	saveJointAnswer,
	savePosition
} from '$lib/storage/records/answers';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { loadPartnership } from '$lib/storage/records/partnerships';
import type { StoredAnswer } from '$lib/storage/schema';
import { needsReload } from '$lib/storage/trouble';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { forgetJointWork, keepJointWork, keptJointWork, type KeptJointWork } from './kept-joint-work';
import { NotFoundError } from '$lib/state/not-found-error';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { reloadOnce } from '$lib/state/reload-once';
import { rescueJointWork } from './rescue';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import type { SavedFile } from '$lib/state/saving/saved-file';
import { placeOf, SharedTexts } from '$lib/state/saving/shared-texts';
import { shownAndStored } from '$lib/state/saving/shown-and-stored';

/** Filling in together on one screen: the joint answers of all sides of one measurement. */
export class Filling {
	/** Null: at the closing question, taken back. */
	readonly #answers = new SvelteMap<string, Answer | Topics | null>();
	/** By place, of the answer that was stored last. */
	readonly #revisions = new SvelteMap<string, number>();
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => this.#told(status), {
		what: 'antwoorden of notities van een meting',
		file: () => this.rescue()
	});
	readonly #notes = new SharedTexts(this.#queue, MAX_NOTE_LENGTH, (itemId, change) =>
		changeNote(this.measurement.id, itemId, change)
	);

	private constructor(
		readonly partnership: Partnership,
		readonly measurement: Measurement,
		readonly questionnaire: Questionnaire,
		/** The dimension where these people left off. */
		readonly startAt: string | undefined
	) {}

	/** @throws NotFoundError, UnknownQuestionnaireError, StorageError */
	static async open(measurementId: string): Promise<Filling> {
		const measurement = await loadMeasurement(measurementId);
		const partnership = measurement && (await loadPartnership(measurement.partnershipId));
		if (!partnership) throw new NotFoundError();
		const [questionnaire, answers, notes, position] = await Promise.all([
			loadQuestionnaire(measurement.questionnaire),
			loadStoredAnswers(measurementId),
			loadNotes(measurementId),
			loadPosition(measurementId)
		]);
		const filling = new Filling(partnership, measurement, questionnaire, position);
		filling.#show(answers, notes);
		filling.#goOn();
		return filling;
	}

	/**
	 * What cannot be stored is kept in this tab until it is. Where only a page that is loaded anew can store again,
	 * this one loads itself anew, once nothing can get lost by it.
	 */
	#told(status: SaveStatus): void {
		this.status = status;
		if (status.kind === 'saved') forgetJointWork(this.measurement.id);
		if (status.kind === 'failed' && keepJointWork(this.measurement.id, this.#unstored()) && needsReload()) reloadOnce();
	}

	#unstored(): KeptJointWork {
		const answers = this.measurement.groups.flatMap(({ id: groupId }) =>
			this.#questions.flatMap(({ id: itemId }) => {
				const key = placeKey(groupId, itemId);
				const answer = this.#queue.waitsFor(key) ? this.#answers.get(key) : undefined;
				return answer === undefined ? [] : [{ groupId, itemId, answer }];
			})
		);
		const typed = this.#notes.ids.filter((itemId) => this.#queue.waitsFor(placeOf(itemId)));
		const notes = typed.map((itemId) => ({
			itemId,
			text: this.#notes.of(itemId),
			base: this.#notes.baseOf(itemId)
		}));
		return { answers, notes };
	}

	/** What this tab kept of a page before this one is stored first. */
	#goOn(): void {
		const { answers, notes } = keptJointWork(this.measurement.id) ?? { answers: [], notes: [] };
		const isAsked = (itemId: string) => this.#questions.some(({ id }) => id === itemId);
		const isGroup = (groupId: string) => this.measurement.groups.some(({ id }) => id === groupId);
		for (const { groupId, itemId, answer } of answers) {
			if (isGroup(groupId) && isAsked(itemId)) this.#choose(groupId, itemId, answer);
		}
		for (const { itemId, text, base } of notes) if (isAsked(itemId)) this.#notes.goOn(itemId, text, base);
	}

	/** Shows what is answered meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		const { id } = this.measurement;
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) =>
				change.kind === 'partnership' ||
				((change.kind === 'answer' || change.kind === 'note') && change.measurementId === id),
			read: () => Promise.all([loadStoredAnswers(id), loadNotes(id)]),
			show: (found) => this.#show(...found)
		});
	}

	/** What this tab still has to store is newer than what was read. */
	#show(answers: readonly StoredAnswer[], notes: readonly ItemNote[]): void {
		const stored = answers.map((one) => [placeKey(one.groupId, one.itemId), one] as const);
		for (const [key, found] of shownAndStored(this.#answers.keys(), stored)) {
			if (this.#queue.waitsFor(key)) continue;
			if (!found) this.#answers.delete(key);
			else this.#answers.set(key, found.answer);
			this.#revisions.set(key, found?.revision ?? 0);
		}
		this.#notes.hear(notes.map(({ itemId, text }) => [itemId, text] as const));
	}

	/** All that a side answers: the items, and the closing question when there is one. */
	get #questions(): { id: string }[] {
		const { closing } = this.questionnaire;
		return [...itemsOf(this.questionnaire), ...(closing ? [closing] : [])];
	}

	get dimensions(): Dimension[] {
		return dimensionsOf(this.questionnaire).map(({ dimension }) => dimension);
	}

	answerOf(groupId: string, itemId: string): Answer | undefined {
		const answer = this.#answers.get(placeKey(groupId, itemId));
		return isTopics(answer) ? undefined : (answer ?? undefined);
	}

	noteOf(itemId: string): string {
		return this.#notes.of(itemId);
	}

	/** How this note last changed because someone wrote it in another tab at the same time. */
	noteJoined(itemId: string): TextChange | undefined {
		return this.#notes.joined(itemId);
	}

	/** How many answers this dimension has, of all sides, and how many it can have. */
	progressOf(dimension: Dimension): { given: number; total: number } {
		const places = this.measurement.groups.flatMap((group) =>
			dimension.items.map((item) => placeKey(group.id, item.id))
		);
		return { given: places.filter((place) => this.#answers.has(place)).length, total: places.length };
	}

	/** What this side together surely wants to talk about; undefined: not answered. */
	topicsOf(groupId: string): Topics | undefined {
		const { closing } = this.questionnaire;
		const answer = closing && this.#answers.get(placeKey(groupId, closing.id));
		return isTopics(answer) ? answer : undefined;
	}

	/** @param topics undefined takes the choice back; only under a questionnaire with a closing question */
	chooseTopics(groupId: string, topics: Topics | undefined): void {
		const { closing } = this.questionnaire;
		if (closing) this.#choose(groupId, closing.id, topics ?? null);
	}

	choose(groupId: string, itemId: string, answer: Answer): void {
		this.#choose(groupId, itemId, answer);
	}

	#choose(groupId: string, itemId: string, answer: Answer | Topics | null): void {
		const key = placeKey(groupId, itemId);
		this.#answers.set(key, answer);
		const place = { measurementId: this.measurement.id, groupId, itemId };
		this.#queue.put(key, async () => void this.#revisions.set(key, await saveJointAnswer(place, answer)));
	}

	writeNote(itemId: string, text: string): void {
		this.#notes.write(itemId, text);
	}

	/** Remembers the place; losing it costs nothing but a click, so a failure is not reported. */
	moveTo(dimensionId: string): void {
		savePosition(this.measurement.id, dimensionId).catch(() => undefined);
	}

	/**
	 * All that is on the screen as a file, also what could not be stored: that gets a newer revision, so that it
	 * comes in when the file is opened.
	 * @throws ZodError or RangeError when it could not be read again
	 */
	rescue(): SavedFile {
		const { partnership, measurement, questionnaire } = this;
		const jointAnswers = measurement.groups.flatMap(({ id: groupId }) =>
			this.#questions.flatMap(({ id: itemId }) => {
				const key = placeKey(groupId, itemId);
				const answer = this.#answers.get(key);
				const stored = this.#revisions.get(key) ?? 0;
				const revision = this.#queue.waitsFor(key) ? stored + 1 : Math.max(1, stored);
				return answer === undefined ? [] : [{ groupId, itemId, answer, revision }];
			})
		);
		const notes = this.#notes.written.map(([itemId, text]) => ({ itemId, text }));
		return rescueJointWork({ partnership, measurement, questionnaire, jointAnswers, notes });
	}

	/** Tries again to store what could not be stored; the answers stayed on the screen. */
	retry(): void {
		void this.#queue.writeAll();
	}
}

function placeKey(groupId: string, itemId: string): string {
	return `${groupId} ${itemId}`;
}
