import type { HeldEnvelope, LetterboxWire } from '$lib/letterbox/wire';
import type { EnvelopeIntake, Taken } from './envelope-intake';
import type { Room } from './room';

/** How it stands with the line to a letterbox. */
export type LineState =
	/** It was not reached yet. */
	| 'connecting'
	/** What is dropped comes in by itself. */
	| 'live'
	/** It does not answer; it is tried again. */
	| 'trying'
	/** What comes in cannot be stored; it is tried again. */
	| 'not-stored'
	/** The host has closed it, or knows of none. */
	| 'closed';

/** Why a line ended. */
export type LineEnd = 'closed' | 'over' | 'stopped';

/** In milliseconds. */
const POLL = 4000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

type Wire = Pick<LetterboxWire, 'stream' | 'envelopesAfter'>;
/** How one visit to the letterbox ended. */
type Visit = LineEnd | 'again' | 'trying' | 'not-stored';

/** Where the page is: it tells when trying again makes sense. */
export interface Place {
	/** Of `online`. */
	network: EventTarget;
	/** Of `visibilitychange`. */
	page: EventTarget & { readonly visibilityState: DocumentVisibilityState };
}

/**
 * Keeps a line to a letterbox, from its first envelope on: a stream, or asking from time to time where a proxy lets no
 * stream through. After a break it goes on behind the last envelope that was taken in.
 */
export class LetterboxLine {
	/** The number of the last envelope that was taken in. */
	#after = 0;
	#pause = FIRST_PAUSE;

	constructor(
		private readonly room: Pick<Room, 'roomId' | 'secret'>,
		private readonly wire: Wire,
		private readonly intake: Pick<EnvelopeIntake, 'take' | 'tell'>,
		private readonly place: Place
	) {}

	/** @param tell how it stands, each time that it may have changed */
	async run(signal: AbortSignal, tell: (state: LineState) => void): Promise<LineEnd> {
		tell('connecting');
		for (;;) {
			const visiting = this.#untilWoken(signal);
			const visit = await this.#visit(visiting.signal, tell);
			visiting.end();
			if (signal.aborted) return 'stopped';
			if (visit === 'again') continue;
			if (visit === 'closed' || visit === 'over' || visit === 'stopped') return visit;
			tell(visit);
			const pausing = this.#untilWoken(signal);
			await pause(this.#pause, pausing.signal);
			pausing.end();
			this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
		}
	}

	/** A stream; where none opens, asking. */
	async #visit(signal: AbortSignal, tell: (state: LineState) => void): Promise<Visit> {
		const feed = new Feed(this.intake, (number) => {
			this.#after = number;
			// How many do not come in may be another number now.
			tell('live');
		});
		const stop = () => feed.stop();
		signal.addEventListener('abort', stop);
		const end = await this.wire.stream(this.room.roomId, this.room.secret, this.#after, {
			signal: feed.signal,
			onopen: () => this.#isReached(tell),
			onenvelope: (held) => {
				feed.add(held);
			}
		});
		signal.removeEventListener('abort', stop);
		const taken = await feed.end();
		if (signal.aborted) return 'again';
		if (taken !== 'taken') return taken;
		return end.kind === 'no-stream' || end.kind === 'no-letterbox' ? this.#poll(signal, tell) : visitEnd(end.kind);
	}

	async #poll(signal: AbortSignal, tell: (state: LineState) => void): Promise<Visit> {
		for (;;) {
			const answer = await this.wire.envelopesAfter(this.room.roomId, this.room.secret, this.#after);
			if (signal.aborted) return 'again';
			if (answer.kind !== 'done') return visitEnd(answer.kind);
			this.#isReached(tell);
			const taken = await this.intake.take(answer.envelopes);
			if (taken !== 'taken') return taken;
			this.#after = answer.envelopes.at(-1)?.number ?? this.#after;
			tell('live');
			if (!answer.more) await pause(POLL, signal);
		}
	}

	#isReached(tell: (state: LineState) => void): void {
		this.#pause = FIRST_PAUSE;
		tell('live');
		// What the host did not hear before the line broke.
		void this.intake.tell();
	}

	/** A network that is back, or a page that is looked at again: whatever waits, or may have died, begins anew. */
	#untilWoken(signal: AbortSignal): { signal: AbortSignal; end(): void } {
		const waking = new AbortController();
		const wake = () => waking.abort();
		const look = () => this.place.page.visibilityState === 'visible' && wake();
		const listening = new AbortController();
		const until = { signal: listening.signal };
		this.place.network.addEventListener('online', wake, until);
		this.place.page.addEventListener('visibilitychange', look, until);
		signal.addEventListener('abort', wake, until);
		if (signal.aborted) wake();
		return { signal: waking.signal, end: () => listening.abort() };
	}
}

function visitEnd(kind: string): Visit {
	return kind === 'closed' || kind === 'no-room' || kind === 'secret' ? 'closed' : 'trying';
}

/** Takes in what a stream brings: while some are stored, the next ones wait and go together. */
class Feed {
	readonly #stopping = new AbortController();
	#waiting: HeldEnvelope[] = [];
	#working: Promise<void> | undefined;
	#outcome: Taken = 'taken';

	constructor(
		private readonly intake: Pick<EnvelopeIntake, 'take'>,
		private readonly ontaken: (number: number) => void
	) {}

	/** Of the stream: it ends once nothing can be taken in. */
	get signal(): AbortSignal {
		return this.#stopping.signal;
	}

	stop(): void {
		this.#stopping.abort();
	}

	add(held: HeldEnvelope): void {
		this.#waiting.push(held);
		this.#working ??= this.#work();
	}

	/** What came is taken in first. */
	async end(): Promise<Taken> {
		await this.#working;
		return this.#outcome;
	}

	async #work(): Promise<void> {
		while (this.#waiting.length > 0 && this.#outcome === 'taken') {
			const some = this.#waiting;
			this.#waiting = [];
			this.#outcome = await this.intake.take(some);
			const last = some.at(-1);
			if (last && this.#outcome === 'taken') this.ontaken(last.number);
		}
		this.#working = undefined;
		if (this.#outcome !== 'taken') this.stop();
	}
}

/** Resolves after so many milliseconds, or as soon as the signal says so. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
