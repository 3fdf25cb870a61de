import { randomBytes } from 'node:crypto';
import { hashOf } from '../../../hosting/letterbox/secrets.mjs';
import type { Delivered, Owner } from '../../builders/letterbox/clients';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A laptop that reads on from the last number it saw, and acknowledges all, whatever happens to the server. */
export class ReadingLaptop {
	/** Numbers under which each envelope came: one, if nothing is double. */
	readonly numbers = new Map<string, Set<number>>();
	/** What it sent for each envelope and the server took: by hash. */
	readonly acknowledged = new Map<string, string>();
	counts = { read: 0, backwards: 0 };
	private last = 0;

	constructor(private readonly owner: Owner) {}

	async readUntil(ended: () => boolean): Promise<void> {
		while (!ended()) {
			await this.readOnce().catch(() => undefined);
			await pause(15);
		}
	}

	private async readOnce(): Promise<void> {
		const { envelopes } = await this.owner.envelopes(this.last);
		for (const delivered of envelopes) this.note(delivered);
		if (envelopes.length === 0) return;
		const receipts = envelopes.map(({ slot, envelope }) => ({
			slot,
			envelope: hashOf(Buffer.from(envelope, 'base64url')),
			acknowledgement: randomBytes(28).toString('base64url')
		}));
		const { status } = await this.owner.acknowledge(receipts);
		if (status === 204)
			for (const { envelope, acknowledgement } of receipts) this.acknowledged.set(envelope, acknowledgement);
	}

	private note({ number, envelope }: Delivered): void {
		if (number <= this.last) this.counts.backwards += 1;
		this.last = Math.max(this.last, number);
		this.counts.read += 1;
		this.numbers.set(envelope, (this.numbers.get(envelope) ?? new Set()).add(number));
	}
}
