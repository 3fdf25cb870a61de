/** Longer than between two taps of a shaking hand, or two repeats of a key that is held (ms). */
const CALM = 800;

/**
 * Whether hands have been still for a moment. What loses something takes a press only then, so that no burst of taps,
 * and no key that is held, goes through a question that appeared under it.
 */
export class Calm {
	/** Once nothing was pressed for a moment; it stays true. */
	reached = $state(false);

	/** Starts waiting; the returned function stops. */
	wait(): () => void {
		this.reached = false;
		const still = () => {
			this.reached = true;
			stop();
		};
		let timer = setTimeout(still, CALM);
		const again = (event: Event) => {
			if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
			clearTimeout(timer);
			timer = setTimeout(still, CALM);
		};
		const presses = ['pointerdown', 'keydown'];
		for (const press of presses) window.addEventListener(press, again, { capture: true, passive: true });
		function stop() {
			clearTimeout(timer);
			for (const press of presses) window.removeEventListener(press, again, { capture: true });
		}
		return stop;
	}
}
