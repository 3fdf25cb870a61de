import {
	commitmentProblems,
	isPending,
	sortCommitments,
	tidyCommitment,
	type Commitment,
	type CommitmentFields
} from '$lib/domain/commitment';
import type { Measurement } from '$lib/domain/measurement';
import { measurementsBefore } from '$lib/domain/measurement-order';
import { onChange } from '$lib/storage/changes';
import { changeCommitment, loadCommitments } from '$lib/storage/commitments';
import { loadMeasurements } from '$lib/storage/measurements';
import { asStorageError } from '$lib/storage/storage-error';

export interface ReviewScope {
	partnershipId: string;
	/** Only what was agreed before this measurement. */
	beforeMeasurementId?: string | undefined;
}

/** What was agreed earlier, to look back on. Who marks one as done sees it stay in its place until the page is opened again. */
export class CommitmentsToReview {
	/** What still had to happen when the page opened; undefined until it was read. */
	pending = $state.raw<readonly Commitment[] | undefined>();
	/** Done or dropped. */
	past = $state.raw<readonly Commitment[] | undefined>();
	problem = $state<string | undefined>();
	#measurements: readonly Measurement[] = [];
	/** Ids that were pending at the start: they do not jump away under someone's hands. */
	#stays: readonly string[] = [];

	constructor(private readonly scope: ReviewScope) {}

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void this.#guard(() => this.#read());
		return onChange((change) => {
			if (['commitment', 'measurement', 'partnership'].includes(change.kind)) void this.#guard(() => this.#read());
		});
	}

	/** The date of the measurement it was made at, yyyy-mm-dd; undefined when that is gone. */
	dateOf({ measurementId }: Commitment): string | undefined {
		return this.#measurements.find(({ id }) => id === measurementId)?.date;
	}

	/** @returns every problem, in Dutch; empty when it was stored */
	async change(
		commitment: Commitment,
		changes: Partial<Pick<CommitmentFields, 'status' | 'note'>>
	): Promise<readonly string[]> {
		const { what, who, by, status, note } = { ...commitment, ...changes };
		const problems = commitmentProblems({ what, who, by, status, note });
		if (problems.length > 0) return problems;
		const tidy = tidyCommitment({ what, who, by, status, note });
		// As it was asked, not only what differs: the commitment on the screen may be older than the last keystroke.
		const changed = {
			...(changes.status !== undefined && { status: tidy.status }),
			...(changes.note !== undefined && { note: tidy.note })
		};
		try {
			await changeCommitment(commitment, (stored) => ({ ...stored, ...changed }));
			await this.#read();
			return [];
		} catch (cause) {
			return [asStorageError(cause).message];
		}
	}

	async #read(): Promise<void> {
		const { partnershipId, beforeMeasurementId } = this.scope;
		const [commitments, measurements] = await Promise.all([
			loadCommitments(partnershipId),
			loadMeasurements(partnershipId)
		]);
		this.#measurements = measurements;
		const current = measurements.find(({ id }) => id === beforeMeasurementId);
		const earlier = current && measurementsBefore(measurements, current).map(({ id }) => id);
		const list = sortCommitments(commitments.filter(({ measurementId }) => earlier?.includes(measurementId) ?? true));
		this.#stays = [...this.#stays, ...list.filter(isPending).map(({ id }) => id)];
		this.pending = list.filter(({ id }) => this.#stays.includes(id));
		this.past = list.filter(({ id }) => !this.#stays.includes(id));
	}

	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.problem = undefined;
		} catch (cause) {
			this.problem = asStorageError(cause).message;
		}
	}
}
