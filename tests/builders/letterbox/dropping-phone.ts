import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { isAcknowledged } from '$lib/letterbox/acknowledgement';
import { sealEnvelope } from '$lib/letterbox/envelope';
import { hashOf, newSecret, slotIdOf } from '$lib/letterbox/names';
import { SlotWire } from '$lib/letterbox/slot-wire';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { handedBack } from './handed-back';

/** A phone that drops what somebody answered in the letterbox of a measurement, as that has it on its desk. */
export class DroppingPhone {
	readonly secret = newSecret();
	readonly #acknowledgementKey = newSecret();
	readonly #wire: SlotWire;
	#last: { hash: string; revision: number } | undefined;

	/** @param site where the letterbox is, ending with a slash */
	constructor(
		site: string,
		private readonly desk: Pick<MeasurementDesk, 'asked' | 'letterboxAddress'>
	) {
		this.#wire = new SlotWire(site, (input, init) => fetch(input, init));
	}

	/** Puts it in its slot, in the place of what was there. @returns how that went */
	async drop(response: IndividualResponse): Promise<string> {
		const { asked, letterboxAddress: letterbox } = this.desk;
		if (!letterbox) throw new Error('no letterbox');
		const slotId = await slotIdOf(this.secret);
		const acknowledgementKey = this.#acknowledgementKey;
		const sealed = await sealEnvelope({
			...handedBack(response, asked.terms, asked),
			letterbox,
			slotId,
			acknowledgementKey
		});
		if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
		this.#last = { hash: await hashOf(sealed.envelope), revision: response.revision };
		return this.put(letterbox.roomId, sealed.envelope);
	}

	async put(roomId: string, envelope: Uint8Array<ArrayBuffer>): Promise<string> {
		return (await this.#wire.putEnvelope(roomId, this.secret, envelope)).kind;
	}

	/** Whether the laptop said that it stored what was dropped last. */
	async isIn(roomId: string): Promise<boolean> {
		const slot = await this.#wire.lookUpSlot(roomId, this.secret);
		if (slot.kind !== 'done' || !this.#last || slot.acknowledgement === null) return false;
		const { acknowledgement } = slot;
		const slotId = await slotIdOf(this.secret);
		return isAcknowledged({
			acknowledgementKey: this.#acknowledgementKey,
			slotId,
			...this.#last,
			acknowledgement
		});
	}
}
