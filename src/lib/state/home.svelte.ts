import type { Measurement, Partnership } from '$lib/domain/measurement';
import { onChange } from '$lib/storage/changes';
import {
	deletePartnership,
	loadMeasurements,
	loadPartnerships,
	savePartnershipRecords,
	type PartnershipRecords
} from '$lib/storage/partnerships';
import { asStorageError } from '$lib/storage/storage-error';

export interface PartnershipLine {
	partnership: Partnership;
	latest: Measurement | undefined;
}

/** The partnerships on this device, newest first, kept fresh when another tab changes one. */
export class Home {
	lines = $state<PartnershipLine[] | undefined>();
	problem = $state<string | undefined>();
	removed = $state<PartnershipRecords | undefined>();

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void this.#read();
		return onChange((change) => {
			if (change.kind === 'partnership' || change.kind === 'measurement') void this.#read();
		});
	}

	async remove(id: string): Promise<void> {
		await this.#guard(async () => {
			this.removed = await deletePartnership(id);
		});
	}

	async undoRemove(): Promise<void> {
		const records = this.removed;
		if (!records) return;
		await this.#guard(async () => {
			await savePartnershipRecords($state.snapshot(records));
			this.removed = undefined;
		});
	}

	report(cause: unknown): void {
		this.problem = asStorageError(cause).message;
	}

	async #read(): Promise<void> {
		await this.#guard(async () => {
			const partnerships = (await loadPartnerships()).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
			this.lines = await Promise.all(
				partnerships.map(async (partnership) => ({
					partnership,
					latest: (await loadMeasurements(partnership.id))[0]
				}))
			);
		});
	}

	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.problem = undefined;
		} catch (cause) {
			this.report(cause);
		}
	}
}
