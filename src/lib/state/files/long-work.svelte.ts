import { WorkEnded, type BeginPhase, type WorkPhase } from '$lib/domain/long-work';

/** How far long work is. */
export interface WorkProgress {
	phase: WorkPhase;
	done: number;
	/** Null: this phase can not be counted. */
	total: number | null;
}

/** Work that takes less is over before people have read how far it is (ms). */
const SOON = 500;

/** People pressed «Stop». */
export class Stopped extends WorkEnded {}

/** One piece of work at a time, that people can follow and stop. */
export class LongWork {
	/** Null: nothing is going on. */
	progress = $state.raw<WorkProgress | null>(null);
	/** Whether it takes so long that people want to see it. */
	slow = $state(false);
	stopping = $state(false);

	/**
	 * Carries out the work, which tells by its phases how far it is.
	 * @throws Stopped after `stop`, and whatever the work throws
	 */
	async run<Result>(work: (begin: BeginPhase) => Promise<Result>): Promise<Result> {
		this.stopping = false;
		const timer = setTimeout(() => (this.slow = true), SOON);
		try {
			return await work((phase) => this.#begin(phase));
		} finally {
			clearTimeout(timer);
			this.progress = null;
			this.slow = this.stopping = false;
		}
	}

	/** The work ends at the next moment that it tells how far it is, and leaves nothing behind. */
	stop(): void {
		this.stopping = true;
	}

	#begin(phase: WorkPhase): (done: number, total: number) => void {
		this.#tell({ phase, done: 0, total: null });
		return (done, total) => this.#tell({ phase, done, total });
	}

	#tell(progress: WorkProgress): void {
		if (this.stopping) throw new Stopped();
		this.progress = progress;
	}
}
