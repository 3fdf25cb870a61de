import type { BeginPhase } from '$lib/domain/long-work';
import { LongWork, Stopped } from './long-work.svelte';

/**
 * One thing at a time that people asked for or that goes by itself: whether it goes on, how
 * far it is, and what came of it.
 */
export class Errand {
	busy = $state(false);
	/** Dutch; what was there before stays as it was. */
	problem = $state('');
	/** Whether people stopped it; then no file was made or changed. */
	stopped = $state(false);
	readonly work = new LongWork();

	/**
	 * Nothing is thrown: what goes wrong is the problem. While it goes on, a second one is left.
	 * @param explain says in Dutch what went wrong
	 */
	async run(work: (begin: BeginPhase) => Promise<void>, explain: (cause: unknown) => string): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.stopped = false;
		this.problem = '';
		try {
			await this.work.run(work);
		} catch (cause) {
			this.stopped = cause instanceof Stopped;
			if (!this.stopped) this.problem = explain(cause);
		} finally {
			this.busy = false;
		}
	}
}
