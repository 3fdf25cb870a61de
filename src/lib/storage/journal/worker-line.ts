import type { JournalCall, JournalMessage, JournalReply, JournalRequest, JournalResults } from './protocol';
import { isAside, onPutAside } from '$lib/storage/put-aside';
import { startJournalWorker } from './start-worker';

/** A worker that gives no sign of life for so long while something is asked of it is given up; in milliseconds. */
const DEADLINE = 10_000;
/**
 * Each worker that was given up gives the next one twice the time, up to this: its script
 * may come over a bad connection.
 */
const LONGEST_DEADLINE = 60_000;

/** The worker failed, or was given up. */
export class JournalError extends Error {
	/** @param reason the name of the error in the worker; empty when there was no answer */
	constructor(
		readonly reason: string,
		message: string
	) {
		super(message);
		this.name = 'JournalError';
	}
}

type Waiting = (reply: JournalReply) => void;

/**
 * The line to the worker that keeps the journal: it always answers, and a worker that hangs or
 * died makes place for a new one.
 */
export class WorkerLine {
	#worker: Worker | undefined;
	#calls = 0;
	#givenUp = 0;
	#deadline: ReturnType<typeof setTimeout> | undefined;
	readonly #waiting = new Map<number, Waiting>();

	constructor() {
		// It may be reading, and has the one lock of the journal.
		onPutAside(() => this.#giveUp(''));
	}

	/** @throws JournalError when it could not be done; also when the worker died or hangs */
	async ask<Request extends JournalRequest>(request: Request): Promise<JournalResults[Request['kind']]> {
		const reply = await new Promise<JournalReply>((resolve) => {
			const id = (this.#calls += 1);
			this.#waiting.set(id, resolve);
			try {
				this.#worker ??= this.#start();
				this.#worker.postMessage({ id, request } satisfies JournalCall);
				if (this.#waiting.size === 1) this.#watch();
			} catch (cause) {
				this.#giveUp(String(cause));
			}
		});
		if (!reply.ok) throw new JournalError(reply.name, reply.message);
		return reply.result as JournalResults[Request['kind']];
	}

	#start(): Worker {
		if (isAside) throw new Error();
		const worker = startJournalWorker();
		const isCurrent = () => this.#worker === worker;
		worker.addEventListener('message', ({ data }: MessageEvent<JournalMessage>) => {
			if (isCurrent()) this.#hear(data);
		});
		// An error within it has a message; when its script did not come there is none.
		const fail = (event: Event) => {
			if (isCurrent()) this.#giveUp(String(Reflect.get(event, 'message') ?? event.type));
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		return worker;
	}

	#hear(message: JournalMessage): void {
		clearTimeout(this.#deadline);
		if (message !== 'busy') {
			this.#givenUp = 0;
			const resolve = this.#waiting.get(message.id);
			this.#waiting.delete(message.id);
			resolve?.(message);
		}
		if (this.#waiting.size > 0) this.#watch();
	}

	#watch(): void {
		clearTimeout(this.#deadline);
		const limit = Math.min(LONGEST_DEADLINE, DEADLINE * 2 ** this.#givenUp);
		this.#deadline = setTimeout(() => this.#giveUp('no sign of life'), limit);
	}

	/** What it was doing is not known to be done; the next question starts a new one. */
	#giveUp(message: string): void {
		clearTimeout(this.#deadline);
		this.#givenUp += 1;
		this.#worker?.terminate();
		this.#worker = undefined;
		const waiting = [...this.#waiting];
		this.#waiting.clear();
		for (const [id, resolve] of waiting) resolve({ id, ok: false, name: '', message });
	}
}
