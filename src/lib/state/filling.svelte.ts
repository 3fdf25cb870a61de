import { SvelteMap } from 'svelte/reactivity';
import { loadQuestionnaire } from '$lib/content/questionnaires';
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
import { loadMeasurement, loadPartnership } from '$lib/storage/partnerships';
import { asStorageError } from '$lib/storage/storage-error';
import { NotFoundError } from './not-found-error';

export type SaveStatus =
	{ kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; message: string };

/** Filling in together on one screen: the joint answers of all sides of one measurement. */
export class Filling {
	readonly #answers = new SvelteMap<string, Answer>();
	readonly #notes = new SvelteMap<string, string>();
	/** What still has to be stored, by place: the latest wish only. */
	readonly #waiting = new Map<string, () => Promise<void>>();
	#writing = false;
	status = $state<SaveStatus>({ kind: 'idle' });

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
		this.#store(placeKey(groupId, itemId), () => saveJointAnswer(place, answer));
	}

	writeNote(itemId: string, text: string): void {
		this.#notes.set(itemId, text);
		this.#store(`note ${itemId}`, () => saveNote(this.measurement.id, itemId, text));
	}

	/** Remembers the place; losing it costs nothing but a click, so a failure is not reported. */
	moveTo(dimensionId: string): void {
		savePosition(this.measurement.id, dimensionId).catch(() => undefined);
	}

	/** Tries again to store what could not be stored; the answers stayed on the screen. */
	retry(): void {
		void this.#writeAll();
	}

	#store(place: string, work: () => Promise<void>): void {
		this.#waiting.set(place, work);
		void this.#writeAll();
	}

	/** One write at a time, each a transaction of its own; «saved» only when nothing is left to store. */
	async #writeAll(): Promise<void> {
		if (this.#writing) return;
		this.#writing = true;
		this.status = { kind: 'saving' };
		try {
			for (let next = first(this.#waiting); next; next = first(this.#waiting)) {
				const [place, work] = next;
				await work();
				// A newer wish for the same place may have come in meanwhile: that one still has to be stored.
				if (this.#waiting.get(place) === work) this.#waiting.delete(place);
			}
			this.status = { kind: 'saved' };
		} catch (cause) {
			this.status = { kind: 'failed', message: asStorageError(cause).message };
		} finally {
			this.#writing = false;
		}
	}
}

function placeKey(groupId: string, itemId: string): string {
	return `${groupId} ${itemId}`;
}

function first<Key, Value>(map: Map<Key, Value>): [Key, Value] | undefined {
	return map.entries().next().value;
}
