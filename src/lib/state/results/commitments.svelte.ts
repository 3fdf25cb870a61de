import { untrack } from 'svelte';
import {
	COMMITMENT_LABELS,
	commitmentProblems,
	isPending,
	sortCommitments,
	tidyCommitment,
	type Commitment,
	type CommitmentFields
} from '$lib/domain/measurement/commitment';
import { describeClashes, formChanges } from '$lib/domain/text/form-changes';
import { WorkEnded } from '$lib/domain/long-work';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { onChange } from '$lib/storage/changes';
import { changeCommitment, deleteCommitment, loadCommitments, saveCommitment } from '$lib/storage/records/commitments';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { reasonOf } from '$lib/storage/storage-error';
import { newId, now } from '$lib/state/clock-and-ids';
import { guarded } from '$lib/state/guarded';
import { removeFrom, undoCommitment, undoOn } from '$lib/state/saving/put-back';

/** Where a commitment came from: a tip or prompt with its dimension, or nothing. */
export type CommitmentOrigin = Pick<Commitment, 'adviceId' | 'dimensionId'>;

export const freeOrigin: CommitmentOrigin = { adviceId: null, dimensionId: null };

export type CommitmentOutcome =
	| { kind: 'saved'; commitment: Commitment }
	/** Nothing was stored; every problem, in Dutch. `stored`: what it became in another tab, when that is why. */
	| { kind: 'refused'; problems: string[]; stored?: Commitment };

/**
 * The commitments made at this measurement, and earlier ones that still wait. New ones are made at this measurement.
 * Kept fresh when another tab changes them.
 */
export class Commitments {
	/** What still has to happen first, by date; undefined until it was read. */
	list = $state.raw<Commitment[] | undefined>();
	problem = $state<string | undefined>();
	/** Dutch: what undoing met that came back meanwhile. */
	notice = $state<string | undefined>();
	removed = $state.raw<Commitment | undefined>();
	/** How many forms are open. */
	#forms = $state(0);
	#measurements = $state.raw<readonly Measurement[]>([]);
	/** Ids that were listed: an earlier one that is marked as done does not vanish under someone's hands. */
	#stays: readonly string[] = [];

	constructor(private readonly measurement: Pick<Measurement, 'id' | 'partnershipId' | 'date'>) {}

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void guarded(this, () => this.#read());
		return onChange((change) => {
			const here = 'partnershipId' in change && change.partnershipId === this.measurement.partnershipId;
			if (here || change.kind === 'measurement') void guarded(this, () => this.#read());
		});
	}

	/** Whether someone is making one, so that what they make it of has to stay. */
	get isBeingWritten(): boolean {
		return this.#forms > 0;
	}

	/** @returns a function for when they are done */
	beginWriting(): () => void {
		untrack(() => (this.#forms += 1));
		return () => (this.#forms -= 1);
	}

	/** The date of another measurement that this came from, yyyy-mm-dd; undefined when it came from this one. */
	earlierDate({ measurementId }: Commitment): string | undefined {
		if (measurementId === this.measurement.id) return undefined;
		return this.#measurements.find(({ id }) => id === measurementId)?.date;
	}

	/** The commitments made at this measurement from this tip or prompt. */
	madeFrom({ adviceId, dimensionId }: CommitmentOrigin): Commitment[] {
		return (this.list ?? []).filter(
			(commitment) =>
				commitment.measurementId === this.measurement.id &&
				commitment.adviceId === adviceId &&
				commitment.dimensionId === dimensionId
		);
	}

	async add(origin: CommitmentOrigin, fields: CommitmentFields): Promise<CommitmentOutcome> {
		const { id: measurementId, partnershipId } = this.measurement;
		return this.#store(fields, async (tidy) => {
			const commitment = { id: newId(), partnershipId, measurementId, ...origin, ...tidy, createdAt: now() };
			await saveCommitment(commitment);
			return commitment;
		});
	}

	/**
	 * Stores only what differs from the commitment as it was on this screen: what another tab changed meanwhile, stays.
	 * Where both changed the same, nothing is stored, and people see both.
	 * @param seen as it was when people began to change it
	 */
	async change(seen: Commitment, changes: Partial<CommitmentFields>): Promise<CommitmentOutcome> {
		const { what, who, by, status, note } = { ...seen, ...changes };
		let clashing: Commitment | undefined;
		const outcome = await this.#store({ what, who, by, status, note }, (tidy) =>
			changeCommitment(seen, (stored) => {
				const found = formChanges<CommitmentFields>(seen, tidy, stored);
				// Of a state, the last choice counts.
				if (found.clashes.some((name) => name !== 'status')) {
					clashing = stored;
					throw new WorkEnded(describeClashes(found, stored, COMMITMENT_LABELS));
				}
				return { ...stored, ...found.changes };
			})
		);
		return outcome.kind === 'refused' && clashing ? { ...outcome, stored: clashing } : outcome;
	}

	async remove(commitment: Commitment): Promise<void> {
		await removeFrom(this, () => deleteCommitment(commitment.id));
		await this.#showOutcome();
	}

	async undoRemove(): Promise<void> {
		await undoOn(this, undoCommitment);
		await this.#showOutcome();
	}

	/** Resolves after it was stored and the list shows it. */
	async #store(
		fields: CommitmentFields,
		save: (tidy: CommitmentFields) => Promise<Commitment>
	): Promise<CommitmentOutcome> {
		const problems = commitmentProblems(fields);
		if (problems.length > 0) return { kind: 'refused', problems };
		try {
			const commitment = await save(tidyCommitment(fields));
			await guarded(this, () => this.#read());
			return { kind: 'saved', commitment };
		} catch (cause) {
			return { kind: 'refused', problems: [reasonOf(cause)] };
		}
	}

	/** Unless it was not done: then why not stays on the screen. */
	async #showOutcome(): Promise<void> {
		if (this.problem === undefined) await guarded(this, () => this.#read());
	}

	async #read(): Promise<void> {
		const { partnershipId } = this.measurement;
		const [commitments, measurements] = await Promise.all([
			loadCommitments(partnershipId),
			loadMeasurements(partnershipId)
		]);
		const here = commitments.filter((one) => one.measurementId === this.measurement.id || isPending(one));
		this.#stays = [...this.#stays, ...here.map(({ id }) => id)];
		this.list = sortCommitments(commitments.filter(({ id }) => this.#stays.includes(id)));
		this.#measurements = measurements;
	}
}
