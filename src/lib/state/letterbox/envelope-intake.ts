import { canTakeIn } from '$lib/domain/intake/intake';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { acknowledge } from '$lib/letterbox/acknowledgement';
import { hashOf } from '$lib/letterbox/names';
import { openEnvelope } from '$lib/letterbox/open-envelope';
import type { HeldEnvelope, LetterboxWire, SentAcknowledgement } from '$lib/letterbox/wire';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { asStorageError, type StorageProblem } from '$lib/storage/storage-error';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import type { Room } from './room';

/** What came of taking in some envelopes. */
export type Taken =
	| 'taken'
	/** Storage failed: none of them is stored, and they stay in the letterbox. */
	| 'not-stored'
	/** Nothing comes in here any more. */
	| 'over';

/** These do not pass by waiting. */
const FOR_GOOD: readonly StorageProblem[] = ['removed', 'gone', 'closed', 'newer', 'overtaken'];

/** The part of a desk that takes in. */
export type TakesIn = Pick<MeasurementDesk, 'measurement' | 'asked' | 'takeIn'>;

interface OpenedEnvelope {
	held: HeldEnvelope;
	response: IndividualResponse;
	acknowledgementKey: Uint8Array<ArrayBuffer>;
}

/**
 * Opens what phones dropped, hands it in where scans go, and says that it is stored: in that order. Of an envelope that
 * does not open, or that the measurement refuses, nothing is said; it is counted.
 */
export class EnvelopeIntake {
	/** Each by its slot and number: one that comes again counts once. */
	readonly #skipped = new Set<string>();
	/** By slot: what the host could not be told yet. */
	readonly #untold = new Map<string, SentAcknowledgement>();

	constructor(
		private readonly room: Room,
		private readonly desk: TakesIn,
		private readonly wire: Pick<LetterboxWire, 'acknowledge'>
	) {}

	/** How many envelopes do not come in. */
	get skipped(): number {
		return this.#skipped.size;
	}

	/** @param some in the order of their numbers */
	async take(some: readonly HeldEnvelope[]): Promise<Taken> {
		const opened = await this.#open(some);
		if (opened.length === 0) return 'taken';
		try {
			const responses = opened.map(({ response }) => response);
			const judgements = await this.desk.takeIn(responses, 'phone');
			for (const [index, one] of opened.entries()) {
				if (judgements[index]?.kind !== 'refused') await this.#note(one);
				else if (await this.#isOver()) return 'over';
				else this.#skip(one.held);
			}
		} catch (cause) {
			return FOR_GOOD.includes(asStorageError(cause).problem) ? 'over' : 'not-stored';
		}
		await this.tell();
		return 'taken';
	}

	/** Says to the host what is stored by now; what does not get there is said the next time. */
	async tell(): Promise<void> {
		const told = [...this.#untold.values()];
		if (told.length === 0) return;
		const { kind } = await this.wire.acknowledge(this.room.roomId, this.room.secret, told);
		if (kind !== 'done') return;
		for (const one of told) if (this.#untold.get(one.slot) === one) this.#untold.delete(one.slot);
	}

	async #open(some: readonly HeldEnvelope[]): Promise<OpenedEnvelope[]> {
		const { asked } = this.desk;
		const opened: OpenedEnvelope[] = [];
		for (const held of some) {
			const { envelope, slot: slotId } = held;
			const outcome = await openEnvelope({ ...this.room, envelope, slotId, terms: asked.terms, asked });
			if (outcome.kind === 'refused') this.#skip(held);
			else opened.push({ held, response: outcome.response, acknowledgementKey: outcome.acknowledgementKey });
		}
		return opened;
	}

	async #note({ held: { slot, envelope }, response, acknowledgementKey }: OpenedEnvelope): Promise<void> {
		const hash = await hashOf(envelope);
		const { revision } = response;
		const acknowledgement = await acknowledge({ acknowledgementKey, slotId: slot, revision, hash });
		this.#untold.set(slot, { slot, envelope: hash, acknowledgement });
	}

	#skip({ slot, number }: HeldEnvelope): void {
		this.#skipped.add(`${slot} ${number}`);
	}

	/** Another tab may have closed it. */
	async #isOver(): Promise<boolean> {
		const now = await loadMeasurement(this.desk.measurement.id);
		return !now || canTakeIn(now) !== null;
	}
}
