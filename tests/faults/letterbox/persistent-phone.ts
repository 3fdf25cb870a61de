import { hashOf } from '../../../hosting/letterbox/secrets.mjs';
import { Phone, type Answer, type Owner } from '../../builders/letterbox/clients';
import type { Chance } from '../chance';

const BYTES = 593;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A phone that changes its answers all the time, and tries each version until it is taken. */
export class PersistentPhone {
	/** The last version that the letterbox said it has; 0: none yet. */
	taken = 0;
	/** Versions taken, and tries that got no answer. */
	counts = { taken: 0, unanswered: 0, later: 0 };
	private readonly phone: Phone;

	constructor(
		owner: Owner,
		private readonly number: number,
		private readonly chance: Chance
	) {
		this.phone = new Phone(owner);
	}

	get slot() {
		return this.phone.slot;
	}

	/** The bytes of a version: its number is in them, so that whoever reads them knows which it is. */
	envelope(version: number): Buffer {
		const envelope = Buffer.alloc(BYTES, this.number % 251);
		envelope.writeUInt32BE(this.number, 0);
		envelope.writeUInt32BE(version, 4);
		return envelope;
	}

	async sendUntil(ended: () => boolean): Promise<void> {
		while (!ended()) {
			const answer = await this.phone.put(this.envelope(this.taken + 1)).catch(() => undefined);
			if (answer?.status === 204) {
				this.taken += 1;
				this.counts.taken += 1;
				await pause(this.chance.below(60));
			} else {
				this.counts[answer ? 'later' : 'unanswered'] += 1;
				await pause(10 + this.chance.below(40));
			}
		}
	}

	look(): Promise<Answer> {
		return this.phone.look();
	}

	hashOf(version: number): string {
		return hashOf(this.envelope(version));
	}
}

/** Which version of which phone an envelope is. */
export function read(envelope: string): { phone: number; version: number } {
	const bytes = Buffer.from(envelope, 'base64url');
	return { phone: bytes.readUInt32BE(0), version: bytes.readUInt32BE(4) };
}
