import { SvelteMap } from 'svelte/reactivity';
import type { AgreedScore, Score } from '$lib/domain/measurement';
import { loadAgreedScores, saveAgreedScore } from '$lib/storage/measurements';
import { SaveQueue, type SaveStatus } from './save-queue';

/** What the room agreed on about each dimension of one measurement; the answers themselves stay as they are. */
export class AgreedScores {
	readonly #byDimension = new SvelteMap<string, AgreedScore>();
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status));

	private constructor(
		readonly measurementId: string,
		stored: readonly AgreedScore[]
	) {
		for (const agreed of stored) this.#byDimension.set(agreed.dimensionId, agreed);
	}

	/** @throws StorageError */
	static async open(measurementId: string): Promise<AgreedScores> {
		return new AgreedScores(measurementId, await loadAgreedScores(measurementId));
	}

	scoreOf(dimensionId: string): Score | null {
		return this.#byDimension.get(dimensionId)?.score ?? null;
	}

	noteOf(dimensionId: string): string {
		return this.#byDimension.get(dimensionId)?.note ?? '';
	}

	/** Null takes the agreement back. */
	choose(dimensionId: string, score: Score | null): void {
		this.#put(dimensionId, { score });
	}

	writeNote(dimensionId: string, note: string): void {
		this.#put(dimensionId, { note });
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	#put(dimensionId: string, change: Partial<Pick<AgreedScore, 'score' | 'note'>>): void {
		const agreed = {
			measurementId: this.measurementId,
			dimensionId,
			score: this.scoreOf(dimensionId),
			note: this.noteOf(dimensionId),
			...change
		};
		this.#byDimension.set(dimensionId, agreed);
		this.#queue.put(dimensionId, () => saveAgreedScore(agreed));
	}
}
