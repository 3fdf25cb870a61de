import { isAcknowledged } from '$lib/letterbox/acknowledgement';
import { slotIdOf } from '$lib/letterbox/names';
import type { Kept, Outgoing } from '$lib/storage/outbox/outbox';
import { note, putEnvelope, type Post } from './put-envelope';
import { seal, type ToSend } from './seal';

/** What became of the answers of one sheet, as far as this phone knows. */
export type Progress =
	/** `resumed`: they lay here since another visit. */
	| { kind: 'sending'; resumed: boolean }
	/** `byItself`: the browser sends them also while the page is closed; `stored`: they are there at the next visit. */
	| { kind: 'waiting'; why: 'unreachable' | 'busy'; byItself: boolean; stored: boolean }
	| { kind: 'sent'; notesLeftOut: boolean }
	| { kind: 'acknowledged'; notesLeftOut: boolean }
	/** `delivered`: the letterbox took them before. */
	| { kind: 'refused'; why: 'no-room' | 'full'; delivered: boolean }
	| { kind: 'unsealed'; why: 'too-large' | 'impossible' };

/** What a sender has of the world around it. */
export interface Around extends Post {
	/** Resolves after so many milliseconds, sooner when there is reason to try, later while nobody looks. */
	pause(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** From 0 up to 1. */
	chance(): number;
	/** Asks the browser to send what waits, also when this page is closed. @returns whether it will */
	sendLater(): Promise<boolean>;
}

/** Between two questions, in seconds; the last one for good. */
const PAUSES = [1, 2, 3, 5, 8, 13, 20, 30];
/** Of each pause: thirty phones that were done at once do not ask at once. */
const SPREAD = 0.5;

/**
 * Seals the answers of one sheet, sends them and waits until the laptop says that it has them. It ends then, or when it
 * is stopped; what goes wrong is tried again.
 */
export class Sender {
	readonly #stop = new AbortController();
	/** In milliseconds: as long as a busy letterbox asks. */
	#atLeast = 0;

	constructor(
		private readonly toSend: ToSend,
		private readonly around: Around,
		private readonly tell: (progress: Progress) => void
	) {}

	stop(): void {
		this.#stop.abort();
	}

	async run(): Promise<void> {
		const sealed = await seal(this.toSend, this.around.outbox);
		if (sealed.kind !== 'sealed') return this.#tell({ kind: 'unsealed', why: sealed.kind });
		let kept: Kept = sealed;
		if (kept.outgoing.state === 'waiting') this.#tell({ kind: 'sending', resumed: sealed.found });
		for (let turn = 0; !this.#stop.signal.aborted; turn += 1) {
			const { state } = kept.outgoing;
			this.#atLeast = 0;
			const progress = await this.#step(kept);
			this.#tell(progress);
			if (progress.kind === 'acknowledged') return;
			// Another tab may have sealed newer answers, or heard more.
			kept = (await this.around.outbox.read(kept.outgoing.responseId)) ?? kept;
			if (kept.outgoing.state !== state) turn = 0;
			await this.around.pause(Math.max(this.#atLeast, this.#pauseAt(turn)), this.#stop.signal);
		}
	}

	async #step(kept: Kept): Promise<Progress> {
		const { outgoing } = kept;
		if (await isIn(outgoing)) return { kind: 'acknowledged', notesLeftOut: outgoing.notesLeftOut };
		return outgoing.state === 'sent' || outgoing.state === 'acknowledged' ? this.#ask(kept) : this.#put(kept);
	}

	async #put({ outgoing, stored }: Kept): Promise<Progress> {
		const outcome = await putEnvelope(outgoing, this.around, this.#stop.signal);
		if (outcome.kind === 'refused') return { ...outcome, delivered: outgoing.delivered };
		if (outcome.kind === 'sent') return { kind: 'sent', notesLeftOut: outgoing.notesLeftOut };
		this.#atLeast = outcome.seconds * 1000;
		const byItself = stored && (await this.around.sendLater());
		return { kind: 'waiting', why: outcome.why, byItself, stored };
	}

	/** Whether the laptop has it; whoever lost or swapped the envelope gets it again. */
	async #ask(kept: Kept): Promise<Progress> {
		const { outgoing } = kept;
		const { outbox, wireTo } = this.around;
		const found = await wireTo(outgoing.site).lookUpSlot(outgoing.roomId, outgoing.slotSecret, this.#stop.signal);
		const { notesLeftOut } = outgoing;
		if (found.kind === 'busy') this.#atLeast = found.seconds * 1000;
		if (found.kind === 'no-room' || found.kind === 'no-letterbox') {
			await note(outbox, outgoing, { state: 'refused' });
			return { kind: 'refused', why: 'no-room', delivered: outgoing.delivered };
		}
		if (found.kind !== 'done') return { kind: 'sent', notesLeftOut };
		const { held, acknowledgement } = found;
		if (await isIn({ ...outgoing, acknowledgement })) {
			await note(outbox, outgoing, { state: 'acknowledged', acknowledgement });
			return { kind: 'acknowledged', notesLeftOut };
		}
		return held === outgoing.hash ? { kind: 'sent', notesLeftOut } : this.#put(kept);
	}

	#tell(progress: Progress): void {
		if (!this.#stop.signal.aborted) this.tell(progress);
	}

	/** In milliseconds. */
	#pauseAt(turn: number): number {
		const seconds = PAUSES[Math.min(turn, PAUSES.length - 1)] ?? 0;
		return seconds * 1000 * (1 + (this.around.chance() - 0.5) * SPREAD);
	}
}

/** Only who opened this very envelope can have made its acknowledgement: not the server. */
async function isIn(outgoing: Outgoing): Promise<boolean> {
	const { acknowledgement, acknowledgementKey, revision, hash } = outgoing;
	if (acknowledgement === null) return false;
	const slotId = await slotIdOf(outgoing.slotSecret);
	return isAcknowledged({ acknowledgementKey, slotId, revision, hash, acknowledgement });
}
