import { Phone, type Owner } from '../../builders/letterbox/clients';
import type { Chance } from '../chance';

const BYTES = 593;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A phone that sends once, to whichever server answers, until one says that it has it. */
export class OneTimeSender {
	readonly envelope = Buffer.alloc(BYTES);
	/** Tries without an answer, and with another answer than «I have it». */
	readonly counts = { unanswered: 0, later: 0 };
	/** From the first try until it was taken, in milliseconds. */
	took = 0;
	private readonly phone: Phone;
	private readonly way: { site: string; room: string };

	constructor(
		owner: Owner,
		private readonly number: number,
		private readonly sites: string[],
		private readonly chance: Chance
	) {
		this.envelope.fill(number % 251).writeUInt32BE(number, 0);
		this.way = { site: '', room: owner.room };
		this.phone = new Phone(this.way);
	}

	get slot(): string {
		return this.phone.slot;
	}

	/** The acknowledgement of what it sent. */
	async lookUp(site: string): Promise<string | null> {
		this.way.site = site;
		const { body } = await this.phone.look();
		return (body as { acknowledgement: string | null }).acknowledgement;
	}

	async send(): Promise<void> {
		const began = performance.now();
		for (let tries = this.number; ; tries += 1) {
			this.way.site = this.sites[tries % this.sites.length] ?? '';
			const answer = await this.phone.put(this.envelope).catch(() => undefined);
			if (answer?.status === 204) break;
			this.counts[answer ? 'later' : 'unanswered'] += 1;
			await pause(100 + this.chance.below(300));
		}
		this.took = performance.now() - began;
	}
}
