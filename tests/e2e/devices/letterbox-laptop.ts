import { askedIn } from '../../../src/lib/domain/measurement/asked';
import type { IndividualResponse, Invitation } from '../../../src/lib/domain/measurement/measurement';
import { termsOf } from '../../../src/lib/domain/measurement/terms';
import { encodeBase64Url } from '../../../src/lib/domain/text/bytes-as-text';
import { writeInvitation } from '../../../src/lib/exchange/link/invitation';
import { acknowledge } from '../../../src/lib/letterbox/acknowledgement';
import { newKeyPair, type KeyPair } from '../../../src/lib/letterbox/keys';
import { hashOf, newSecret, roomIdOf } from '../../../src/lib/letterbox/names';
import { openEnvelope } from '../../../src/lib/letterbox/open-envelope';
import { LetterboxWire } from '../../../src/lib/letterbox/wire';
import { anInvitation } from '../../builders/records';
import { newestQuestionnaire } from '../looks/newest-questionnaire';

/** The laptop of a measurement with a letterbox, without its screens: it opens what comes when the journey says so. */
export class LetterboxLaptop {
	private readonly wire: LetterboxWire;

	private constructor(
		readonly site: string,
		private readonly secret: Uint8Array<ArrayBuffer>,
		private readonly roomId: string,
		private readonly keys: KeyPair
	) {
		this.wire = new LetterboxWire(site, (input, init) => fetch(input, init));
	}

	/** @param site its address, with a slash at the end */
	static async begin(site: string): Promise<LetterboxLaptop> {
		const secret = newSecret();
		const laptop = new LetterboxLaptop(site, secret, await roomIdOf(secret), await newKeyPair());
		await laptop.open();
		return laptop;
	}

	/** The link that participants open. */
	get link(): string {
		return `${this.site}meedoen/#${writeInvitation(this.#invitation)}`;
	}

	/** The one from before it was switched on. */
	get olderLink(): string {
		const { questionnaire } = this.#invitation;
		return `${this.site}meedoen/#${writeInvitation(anInvitation({ questionnaire }))}`;
	}

	async open(): Promise<void> {
		await this.wire.openRoom(this.roomId, this.secret);
	}

	async close(): Promise<void> {
		await this.wire.closeRoom(this.roomId, this.secret);
	}

	/** Opens all that lies in the letterbox, and says that it has it. @returns a response for each slot */
	async takeIn(): Promise<IndividualResponse[]> {
		const found = await this.wire.envelopesAfter(this.roomId, this.secret, 0);
		if (found.kind !== 'done') return [];
		const context = { terms: termsOf(this.#invitation, newestQuestionnaire), asked: askedIn(newestQuestionnaire) };
		const responses: IndividualResponse[] = [];
		for (const { slot, envelope } of found.envelopes) {
			const opened = await openEnvelope({ envelope, slotId: slot, roomId: this.roomId, ...this.keys, ...context });
			if (opened.kind === 'refused') throw new Error(opened.reason);
			const { response, acknowledgementKey } = opened;
			const hash = await hashOf(envelope);
			const of = { acknowledgementKey, slotId: slot, revision: response.revision, hash };
			await this.wire.acknowledge(this.roomId, this.secret, [
				{ slot, envelope: hash, acknowledgement: await acknowledge(of) }
			]);
			responses.push(response);
		}
		return responses;
	}

	get #invitation(): Invitation {
		const { id, version } = newestQuestionnaire;
		const letterbox = { roomId: this.roomId, publicKey: encodeBase64Url(this.keys.publicKey) };
		return anInvitation({ questionnaire: { id, version }, letterbox });
	}
}
