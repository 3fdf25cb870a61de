import { SvelteMap } from 'svelte/reactivity';
import { isPending, sortCommitments, type Commitment } from '$lib/domain/measurement/commitment';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { measurementsBefore } from '$lib/domain/measurement/order';
import { loadCommitments } from '$lib/storage/records/commitments';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { reasonOf } from '$lib/storage/storage-error';
import { follow, together } from '$lib/state/saving/follow-elsewhere';
import { ReviewedCommitment } from './reviewed-commitment.svelte';

export interface ReviewScope {
	partnershipId: string;
	/** Only what was agreed before this measurement. */
	beforeMeasurementId?: string | undefined;
}

/**
 * What was agreed earlier, to look back on. Who marks one as done sees it stay in its place
 * until the page is opened again.
 */
export class CommitmentsToReview {
	/** What still had to happen when the page opened; undefined until it was read. */
	pending = $state.raw<readonly ReviewedCommitment[] | undefined>();
	/** Done or dropped. */
	past = $state.raw<readonly ReviewedCommitment[] | undefined>();
	problem = $state<string | undefined>();
	#measurements: readonly Measurement[] = [];
	/** Ids that were pending at the start: they do not jump away under someone's hands. */
	#stays: readonly string[] = [];
	readonly #reviewed = new SvelteMap<string, ReviewedCommitment>();

	constructor(private readonly scope: ReviewScope) {}

	/** Starts reading and following; the returned function stops. */
	start(): () => void {
		return follow({
			queue: together(() => [...this.#reviewed.values()].map(({ queue }) => queue)),
			isOurs: ({ kind }) => ['commitment', 'measurement', 'partnership'].includes(kind),
			read: () => this.#read(),
			show: (found) => this.#show(...found),
			onproblem: (cause) => (this.problem = reasonOf(cause))
		});
	}

	/** The date of the measurement it was made at, yyyy-mm-dd; undefined when that is gone. */
	dateOf({ measurementId }: Commitment): string | undefined {
		return this.#measurements.find(({ id }) => id === measurementId)?.date;
	}

	#read(): Promise<[Commitment[], Measurement[]]> {
		const { partnershipId } = this.scope;
		return Promise.all([loadCommitments(partnershipId), loadMeasurements(partnershipId)]);
	}

	#show(commitments: readonly Commitment[], measurements: readonly Measurement[]): void {
		const { beforeMeasurementId } = this.scope;
		this.problem = undefined;
		this.#measurements = measurements;
		const current = measurements.find(({ id }) => id === beforeMeasurementId);
		const earlier = current && measurementsBefore(measurements, current).map(({ id }) => id);
		const list = sortCommitments(commitments.filter(({ measurementId }) => earlier?.includes(measurementId) ?? true));
		this.#stays = [...this.#stays, ...list.filter(isPending).map(({ id }) => id)];
		const reviewed = list.map((commitment) => this.#reviewedOf(commitment));
		const stays = ({ commitment }: ReviewedCommitment) => this.#stays.includes(commitment.id);
		this.pending = reviewed.filter(stays);
		this.past = reviewed.filter((one) => !stays(one));
	}

	/** What people write stays with it when the list is read again. */
	#reviewedOf(commitment: Commitment): ReviewedCommitment {
		const known = this.#reviewed.get(commitment.id);
		known?.hear(commitment);
		const reviewed = known ?? new ReviewedCommitment(commitment);
		this.#reviewed.set(commitment.id, reviewed);
		return reviewed;
	}
}
