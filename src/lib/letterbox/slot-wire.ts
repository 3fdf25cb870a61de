import { slotIdOf } from './names';
import { ask, fieldOf, type Answer, type Fetch, type Question, type Refusal } from './asking';

/** What a phone asks a letterbox; `wire.ts` is the rest, which a phone does not load. */

/** What lies in a slot now. */
export interface SlotState {
	kind: 'done';
	/** The hash of the envelope in it; null: none. */
	held: string | null;
	/** Of that envelope; null: no laptop has stored it yet, or none that says so. */
	acknowledgement: string | null;
}

export class SlotWire {
	readonly #site: string;
	readonly #fetch: Fetch;

	/** @param site where the app is hosted, ends in a slash */
	constructor(site: string, fetch: Fetch) {
		this.#site = site;
		this.#fetch = fetch;
	}

	/** Puts an envelope in a slot, in the place of what was there. */
	async putEnvelope(
		roomId: string,
		slotSecret: Uint8Array<ArrayBuffer>,
		envelope: Uint8Array<ArrayBuffer>,
		signal?: AbortSignal
	): Promise<{ kind: 'done' } | Refusal> {
		const question = { method: 'PUT', secret: slotSecret, body: envelope, signal } as const;
		return done(await this.ask(await slotAddress(roomId, slotSecret), question));
	}

	/** What lies in a slot, and whether it was acknowledged. */
	async lookUpSlot(
		roomId: string,
		slotSecret: Uint8Array<ArrayBuffer>,
		signal?: AbortSignal
	): Promise<SlotState | Refusal> {
		const question = { method: 'GET', secret: slotSecret, signal } as const;
		const answer = await this.ask(await slotAddress(roomId, slotSecret), question);
		if (answer.kind !== 'answer') return answer;
		const held = textOrNull(fieldOf(answer.body, 'held'));
		const acknowledgement = textOrNull(fieldOf(answer.body, 'acknowledgement'));
		if (held === undefined || acknowledgement === undefined) return { kind: 'no-letterbox' };
		return { kind: 'done', held, acknowledgement };
	}

	/** @param path behind the version, with its own slash */
	protected ask(path: string, question: Question): Promise<Answer | Refusal> {
		return ask(this.#fetch, this.address(path), question);
	}

	protected address(path: string): string {
		return `${this.#site}letterbox/v1${path}`;
	}

	protected get fetch(): Fetch {
		return this.#fetch;
	}
}

/** @returns that it was done, whatever more the answer says */
export function done(answer: Answer | Refusal): { kind: 'done' } | Refusal {
	return answer.kind === 'answer' ? { kind: 'done' } : answer;
}

async function slotAddress(roomId: string, slotSecret: Uint8Array<ArrayBuffer>): Promise<string> {
	return `/rooms/${roomId}/slots/${await slotIdOf(slotSecret)}`;
}

/** @returns undefined for what is neither */
function textOrNull(value: unknown): string | null | undefined {
	return typeof value === 'string' || value === null ? value : undefined;
}
