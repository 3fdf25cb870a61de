import { SvelteMap } from 'svelte/reactivity';
import type { Answer, Measurement, Partnership } from '$lib/domain/measurement';
import { dimensionsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire';
import {
	loadJointResponses,
	loadNotes,
	loadPosition,
	saveJointAnswer,
	saveNote,
	savePosition
} from '$lib/storage/answers';
import { loadMeasurement } from '$lib/storage/measurements';
import { loadPartnership } from '$lib/storage/partnerships';
import { NotFoundError } from './not-found-error';
import { loadQuestionnaire } from './questionnaires';
import { SaveQueue, type SaveStatus } from './save-queue';

/** Filling in together on one screen: the joint answers of all sides of one measurement. */
export class Filling {
	readonly #answers = new SvelteMap<string, Answer>();
	readonly #notes = new SvelteMap<string, string>();
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status));

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
		const [questionnaire, responses, notes, position] = await Promise.all([
			loadQuestionnaire(measurement.questionnaire),
			loadJointResponses(measurementId),
			loadNotes(measurementId),
			loadPosition(measurementId)
		]);
		const filling = new Filling(partnership, measurement, questionnaire, position);
		for (const response of responses) {
			for (const [itemId, answer] of Object.entries(response.answers)) {
				filling.#answers.set(placeKey(response.groupId, itemId), answer);
			}
		}
		for (const note of notes) filling.#notes.set(note.itemId, note.text);
		return filling;
	}

	get dimensions(): Dimension[] {
		return dimensionsOf(this.questionnaire).map(({ dimension }) => dimension);
	}

	answerOf(groupId: string, itemId: string): Answer | undefined {
		return this.#answers.get(placeKey(groupId, itemId));
	}

	noteOf(itemId: string): string {
		return this.#notes.get(itemId) ?? '';
	}

	/** How many answers this dimension has, of all sides, and how many it can have. */
	progressOf(dimension: Dimension): { given: number; total: number } {
		const places = this.measurement.groups.flatMap((group) =>
			dimension.items.map((item) => placeKey(group.id, item.id))
		);
		return { given: places.filter((place) => this.#answers.has(place)).length, total: places.length };
	}

	choose(groupId: string, itemId: string, answer: Answer): void {
		this.#answers.set(placeKey(groupId, itemId), answer);
		const place = { measurementId: this.measurement.id, groupId, itemId };
		this.#queue.put(placeKey(groupId, itemId), () => saveJointAnswer(place, answer));
	}

	writeNote(itemId: string, text: string): void {
		this.#notes.set(itemId, text);
		this.#queue.put(`note ${itemId}`, () => saveNote(this.measurement.id, itemId, text));
	}

	/** Remembers the place; losing it costs nothing but a click, so a failure is not reported. */
	moveTo(dimensionId: string): void {
		savePosition(this.measurement.id, dimensionId).catch(() => undefined);
	}

	/** Tries again to store what could not be stored; the answers stayed on the screen. */
	retry(): void {
		void this.#queue.writeAll();
	}
}

function placeKey(groupId: string, itemId: string): string {
	return `${groupId} ${itemId}`;
}
