import { SvelteMap } from 'svelte/reactivity';
import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import type { AgreedScore, Score } from '$lib/domain/measurement/measurement';
import type { TextChange } from '$lib/domain/text/text-change';
import { changeAgreedScore, loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { SharedTexts } from '$lib/state/saving/shared-texts';
import { shownAndStored } from '$lib/state/saving/shown-and-stored';

/** What the room agreed on about each dimension of one measurement; the answers themselves stay as they are. */
export class AgreedScores {
	readonly #scores = new SvelteMap<string, Score | null>();
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'wat jullie afspraken bij de presentatie',
		file: () => ({ name: 'afgesproken-scores.txt', text: this.#asText() })
	});
	readonly #notes = new SharedTexts(this.#queue, MAX_NOTE_LENGTH, async (dimensionId, change) => {
		const stored = await this.#change(dimensionId, (agreed) => ({ ...agreed, note: change(agreed.note) }));
		return stored.note;
	});

	private constructor(
		readonly measurementId: string,
		stored: readonly AgreedScore[]
	) {
		this.#show(stored);
	}

	/** @throws StorageError */
	static async open(measurementId: string): Promise<AgreedScores> {
		return new AgreedScores(measurementId, await loadAgreedScores(measurementId));
	}

	/** Shows what is agreed meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) =>
				change.kind === 'partnership' ||
				(change.kind === 'agreed-score' && change.measurementId === this.measurementId),
			read: () => loadAgreedScores(this.measurementId),
			show: (stored) => this.#show(stored)
		});
	}

	scoreOf(dimensionId: string): Score | null {
		return this.#scores.get(dimensionId) ?? null;
	}

	noteOf(dimensionId: string): string {
		return this.#notes.of(dimensionId);
	}

	/** How this note last changed because someone wrote it in another tab at the same time. */
	noteJoined(dimensionId: string): TextChange | undefined {
		return this.#notes.joined(dimensionId);
	}

	/** Null takes the agreement back. */
	choose(dimensionId: string, score: Score | null): void {
		this.#scores.set(dimensionId, score);
		this.#queue.put(scorePlace(dimensionId), async () => {
			await this.#change(dimensionId, (agreed) => ({ ...agreed, score }));
		});
	}

	writeNote(dimensionId: string, note: string): void {
		this.#notes.write(dimensionId, note);
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	/** What this tab still has to store is newer than what was read. */
	#show(stored: readonly AgreedScore[]): void {
		const scores = stored.map(({ dimensionId, score }) => [dimensionId, score] as const);
		for (const [id, score] of shownAndStored(this.#scores.keys(), scores)) {
			if (!this.#queue.waitsFor(scorePlace(id))) this.#scores.set(id, score ?? null);
		}
		this.#notes.hear(stored.map(({ dimensionId, note }) => [dimensionId, note] as const));
	}

	#asText(): string {
		const all = shownAndStored(this.#scores.keys(), this.#notes.written);
		return all.map(([id, note = '']) => `${id}: ${this.scoreOf(id) ?? 'nog geen'}\n${note}`).join('\n\n');
	}

	#change(dimensionId: string, change: (agreed: AgreedScore) => AgreedScore): Promise<AgreedScore> {
		return changeAgreedScore({ measurementId: this.measurementId, dimensionId }, change);
	}
}

function scorePlace(dimensionId: string): string {
	return `score ${dimensionId}`;
}
