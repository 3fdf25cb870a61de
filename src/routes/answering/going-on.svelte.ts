import { onMount, untrack } from 'svelte';
import { settle } from '$lib/ui/views/arrival';

/** How long an answer is seen as chosen before the next question takes its place (ms). */
const SEEN = 200;

/** From one question to the next: at once for who presses, and by itself a moment after an answer. */
export class GoingOn {
	/** The place of the question on the screen, from 0. */
	index = $state(0);
	/** Whether an answer is being shown, and the next question comes by itself. */
	isGoing = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Of a component while it is made.
	 * @param start where people begin, from 0
	 * @param count how many questions there are
	 * @param onplace told where people are, first of where they begin
	 */
	constructor(
		start: number,
		private readonly count: () => number,
		onplace: (place: number) => void
	) {
		this.index = start;
		$effect(() => {
			const place = this.index;
			untrack(() => onplace(place));
		});
		onMount(() => () => clearTimeout(this.#timer));
	}

	get isLast(): boolean {
		return this.index >= this.count() - 1;
	}

	/** At once: whoever presses does not wait for an answer that is still being shown. */
	readonly to = (place: number): void => {
		clearTimeout(this.#timer);
		this.isGoing = false;
		this.index = place;
	};

	/** After an answer. The last question stays: who is done says so. */
	readonly on = (): void => {
		if (this.isLast || this.isGoing) return;
		settle();
		this.isGoing = true;
		this.#timer = setTimeout(() => this.to(this.index + 1), SEEN);
	};
}
