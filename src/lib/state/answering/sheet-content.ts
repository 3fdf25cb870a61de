import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import type { Answer, IndividualResponse, Topics, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { asIndividualResponse, type KnownSheet, type LoadedSheet } from '$lib/storage/records/sheet-records';
import type { KeptSheet } from './kept-sheet';
import { ReactiveSlots } from './reactive-slots.svelte';
import type { SaveQueue } from '$lib/state/saving/save-queue';
import { placeOf, SharedTexts, type StoreText } from '$lib/state/saving/shared-texts';

/** By its place in the queue, what a sheet stores on its own. */
export type Part = 'sheet' | 'state' | `answer ${string}` | `trend ${string}` | ReturnType<typeof placeOf>;

/** What one person has put on a sheet. */
export class SheetContent {
	/** Of the statements, and of the closing question; null: that was taken back. */
	readonly answers: ReactiveSlots<Answer | Topics | null>;
	readonly notes: SharedTexts;
	/** Null: left open on purpose. */
	readonly trends: ReactiveSlots<Trend | null>;

	constructor(
		questionnaire: Questionnaire,
		private readonly queue: SaveQueue,
		storeNote: StoreText
	) {
		const { closing } = questionnaire;
		this.answers = new ReactiveSlots([...itemsOf(questionnaire), ...(closing ? [closing] : [])].map(({ id }) => id));
		this.notes = new SharedTexts(queue, MAX_NOTE_LENGTH, storeNote);
		this.trends = new ReactiveSlots(dimensionsOf(questionnaire).map(({ dimension }) => dimension.id));
	}

	get isEmpty(): boolean {
		return this.answers.isEmpty && this.trends.isEmpty && this.notes.written.length === 0;
	}

	/** Forgets what is stored anyway; notes go together with what is stored. */
	clear(): void {
		this.answers.clear();
		this.trends.clear();
	}

	/** Shows what was stored; what this tab still has to store is newer. */
	show({ entries, trends }: LoadedSheet): void {
		for (const { dimensionId, trend } of trends) {
			if (!this.queue.waitsFor(`trend ${dimensionId}`)) this.trends.set(dimensionId, trend);
		}
		for (const { itemId, answer } of entries) {
			if (!this.queue.waitsFor(`answer ${itemId}`)) this.answers.set(itemId, answer ?? undefined);
		}
		this.notes.hear(entries.map(({ itemId, note }) => [itemId, note] as const));
	}

	/** Takes over what this tab kept; notes wait to be stored from then on. @returns the other parts that it took */
	takeOver({ answers, notes, trends }: KeptSheet, wanted: (part: Part) => boolean): Part[] {
		for (const [id, { text, base }] of Object.entries(notes)) {
			if (wanted(placeOf(id))) this.notes.goOn(id, text, base);
		}
		return [
			...take(this.answers, answers, (id) => `answer ${id}`, wanted),
			...take(this.trends, trends, (id) => `trend ${id}`, wanted)
		];
	}

	/** All notes wait to be stored anew, beside what others wrote. @returns all other parts */
	beginAnew(): Part[] {
		for (const [id, text] of this.notes.written) this.notes.goOn(id, text, '');
		return [
			...this.answers.entries.map(([id]): Part => `answer ${id}`),
			...this.trends.entries.map(([id]): Part => `trend ${id}`)
		];
	}

	asKept(): Pick<KeptSheet, 'answers' | 'notes' | 'trends'> {
		const notes = this.notes.ids.map((id) => [id, { text: this.notes.of(id), base: this.notes.baseOf(id) }]);
		return {
			answers: Object.fromEntries(this.answers.entries),
			notes: Object.fromEntries(notes) as KeptSheet['notes'],
			trends: Object.fromEntries(this.trends.entries)
		};
	}

	asStored(sheet: KnownSheet): LoadedSheet {
		const { responseId } = sheet;
		const notes = new Map(this.notes.written);
		const answers = new Map(this.answers.entries);
		const entries = [...new Set([...answers.keys(), ...notes.keys()])].map((itemId) => ({
			responseId,
			itemId,
			answer: answers.get(itemId) ?? null,
			note: notes.get(itemId) ?? ''
		}));
		const trends = this.trends.entries.map(([dimensionId, trend]) => ({ responseId, dimensionId, trend }));
		return { sheet, entries, trends };
	}

	asResponse(sheet: KnownSheet): IndividualResponse {
		return asIndividualResponse(this.asStored(sheet));
	}
}

function take<Value>(
	slots: ReactiveSlots<Value>,
	values: Readonly<Record<string, Value>>,
	partOf: (id: string) => Part,
	wanted: (part: Part) => boolean
): Part[] {
	const parts: Part[] = [];
	for (const [id, value] of Object.entries(values)) {
		if (!wanted(partOf(id))) continue;
		slots.set(id, value);
		if (slots.has(id)) parts.push(partOf(id));
	}
	return parts;
}
