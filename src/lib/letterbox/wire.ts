import { decodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { fieldOf, jsonOf, meaningOf, requestOf, textOf, type Refusal } from './asking';
import { eventsIn, type ServerEvent } from './event-stream';
import { done, SlotWire } from './slot-wire';

/** What a facilitator's laptop asks a letterbox, beside all that a phone asks. */

/** An envelope as the letterbox holds it. */
export interface HeldEnvelope {
	/** Grows in a room with each put. */
	number: number;
	slot: string;
	envelope: Uint8Array<ArrayBuffer>;
}

/** That an envelope was stored. */
export interface SentAcknowledgement {
	slot: string;
	/** Its hash. */
	envelope: string;
	acknowledgement: string;
}

export type RoomOutcome = /** `isNew`: it was not open. */ { kind: 'done'; isNew: boolean } | Refusal;

export type EnvelopesOutcome =
	| {
			kind: 'done';
			/** In order of number; at most a hundred. */
			envelopes: HeldEnvelope[];
			/** More of them wait behind the last one. */
			more: boolean;
	  }
	| Refusal;

export interface Listener {
	/** The letterbox answers with a stream: from here each new envelope comes by itself. */
	onopen?(): void;
	/** The next one waits until this is done. */
	onenvelope(envelope: HeldEnvelope): void | Promise<void>;
	onclosed?(): void;
	signal?: AbortSignal;
}

/** Why a stream came to its end. */
export type StreamEnd =
	/** The room was closed. */
	| { kind: 'closed' }
	/** The listener stopped it. */
	| { kind: 'stopped' }
	/** It was open and broke off: open it again behind the last number. */
	| { kind: 'broken' }
	/** Something between does not let streams through: ask `envelopesAfter` from time to time. */
	| { kind: 'no-stream' }
	| Refusal;

/** Ms. Discovering must not keep a desk waiting; a hundred envelopes take some. */
const PATIENCE = { discover: 5000, list: 60_000 };
/** Ms until a stream says that it is open; after that, a letterbox gives a sign each 15 s. */
const UNTIL_OPEN = 5000;
const SILENCE = 45_000;

export class LetterboxWire extends SlotWire {
	/** @returns undefined where the host has none, or does not answer */
	async discover(): Promise<{ asksWord: boolean } | undefined> {
		const answer = await this.ask('', { method: 'GET', patience: PATIENCE.discover });
		if (answer.kind !== 'answer' || fieldOf(answer.body, 'letterbox') !== 1) return undefined;
		return { asksWord: fieldOf(answer.body, 'asksWord') === true };
	}

	/** @param word of the host, where it asks one @returns done too when the room was open already */
	async openRoom(roomId: string, secret: Uint8Array<ArrayBuffer>, word?: string): Promise<RoomOutcome> {
		const body = word === undefined ? {} : { word };
		const answer = await this.ask(`/rooms/${roomId}`, { method: 'PUT', secret, body });
		return answer.kind === 'answer' ? { kind: 'done', isNew: answer.status === 201 } : answer;
	}

	/** Closes a room and empties it. */
	async closeRoom(roomId: string, secret: Uint8Array<ArrayBuffer>): Promise<{ kind: 'done' } | Refusal> {
		return done(await this.ask(`/rooms/${roomId}`, { method: 'DELETE', secret }));
	}

	/** @param after the number of the last one that is known, 0 for all */
	async envelopesAfter(roomId: string, secret: Uint8Array<ArrayBuffer>, after: number): Promise<EnvelopesOutcome> {
		const question = { method: 'GET', secret, patience: PATIENCE.list } as const;
		const answer = await this.ask(`/rooms/${roomId}/envelopes?after=${after}`, question);
		if (answer.kind !== 'answer') return answer;
		const list = fieldOf(answer.body, 'envelopes');
		if (!Array.isArray(list)) return { kind: 'no-letterbox' };
		const envelopes = list.flatMap((one: unknown) => heldEnvelope(one) ?? []);
		return { kind: 'done', envelopes, more: fieldOf(answer.body, 'more') === true };
	}

	/** @param acknowledgements at most 500 */
	async acknowledge(
		roomId: string,
		secret: Uint8Array<ArrayBuffer>,
		acknowledgements: readonly SentAcknowledgement[]
	): Promise<{ kind: 'done' } | Refusal> {
		const question = { method: 'POST', secret, body: acknowledgements } as const;
		return done(await this.ask(`/rooms/${roomId}/acknowledgements`, question));
	}

	/**
	 * Envelopes with a larger number than this as they come, until the room closes or the stream ends. It does not open
	 * a stream again by itself.
	 * @throws only what a listener throws
	 */
	async stream(roomId: string, secret: Uint8Array<ArrayBuffer>, after: number, listener: Listener): Promise<StreamEnd> {
		const watch = new Watch(listener.signal);
		const address = this.address(`/rooms/${roomId}/envelopes?after=${after}`);
		try {
			const request = requestOf({ method: 'GET', secret }, 'text/event-stream', watch.signal);
			const response = await this.fetch(address, request).catch(() => undefined);
			if (!response) return watch.endBefore();
			if (!isStream(response)) return await refusalOf(response);
			return await listened(response.body, listener, watch);
		} finally {
			watch.end();
		}
	}
}

/** Ends a stream that says nothing any more, and knows whether it was ever open. */
class Watch {
	readonly #stopping = new AbortController();
	readonly #outside: AbortSignal | undefined;
	readonly #stop = () => this.#stopping.abort();
	#timer = setTimeout(this.#stop, UNTIL_OPEN);
	#isOpen = false;

	constructor(outside: AbortSignal | undefined) {
		this.#outside = outside;
		outside?.addEventListener('abort', this.#stop);
		if (outside?.aborted === true) this.#stop();
	}

	get signal(): AbortSignal {
		return this.#stopping.signal;
	}

	open(): void {
		this.#isOpen = true;
		this.heard();
	}

	/** Anything at all came; before it is open that says nothing, since a proxy may say it. */
	heard(): void {
		if (!this.#isOpen) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#stop, SILENCE);
	}

	/** Of a stream of which no answer came at all. */
	endBefore(): StreamEnd {
		if (this.#outside?.aborted === true) return { kind: 'stopped' };
		return { kind: this.signal.aborted ? 'no-stream' : 'unreachable' };
	}

	/** Of a stream that came to its end without a word. */
	endWithin(): StreamEnd {
		if (this.#outside?.aborted === true) return { kind: 'stopped' };
		return { kind: this.#isOpen ? 'broken' : 'no-stream' };
	}

	end(): void {
		clearTimeout(this.#timer);
		this.#outside?.removeEventListener('abort', this.#stop);
		this.#stop();
	}
}

async function listened(body: Body, { onopen, onenvelope, onclosed }: Listener, watch: Watch): Promise<StreamEnd> {
	for await (const { event, data } of untilEnd(body, watch)) {
		if (event === 'open') {
			watch.open();
			onopen?.();
		}
		const held = event === 'envelope' ? heldEnvelope(jsonOf(data)) : undefined;
		if (held) await onenvelope(held);
		if (event === 'closed') {
			onclosed?.();
			return { kind: 'closed' };
		}
	}
	return watch.endWithin();
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The events of a stream, to its end or its breaking alike. */
async function* untilEnd(body: Body, watch: Watch): AsyncGenerator<ServerEvent> {
	const events = eventsIn(body, () => watch.heard(), watch.signal);
	for (;;) {
		const next = await events.next().catch(() => undefined);
		if (!next || next.done === true) return;
		yield next.value;
	}
}

function isStream(response: Response): response is Response & { body: Body } {
	const type = response.headers.get('Content-Type') ?? '';
	return response.status === 200 && response.body !== null && type.startsWith('text/event-stream');
}

/** Of an answer that is no stream; a list instead of one says that none comes through. */
async function refusalOf(response: Response): Promise<StreamEnd> {
	const body = await textOf(response).then(jsonOf, () => undefined);
	const meaning = meaningOf(response, body);
	return meaning.kind === 'answer' ? { kind: 'no-stream' } : meaning;
}

/** @returns undefined for what is no envelope */
function heldEnvelope(value: unknown): HeldEnvelope | undefined {
	const number = fieldOf(value, 'number');
	const slot = fieldOf(value, 'slot');
	const text = fieldOf(value, 'envelope');
	const envelope = typeof text === 'string' ? decodeBase64Url(text) : undefined;
	if (!Number.isSafeInteger(number) || typeof slot !== 'string' || !envelope) return undefined;
	return { number: number as number, slot, envelope };
}
