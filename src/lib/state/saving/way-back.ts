import { given } from '$lib/domain/given';
import { named } from '$lib/storage/place';

/** While a page can put back what was removed, no tab lets go of it elsewhere; a tab that ends lets go by itself. */

const NAME = named('way back');

/** Of one page, on which something may be removed. */
export class WayBack {
	#held: Promise<void> | undefined;
	#letGo: () => void = () => undefined;

	/** Before something is removed; resolves once every other tab can know of it. */
	hold(): Promise<void> {
		this.#held ??= new Promise((resolve) => {
			const until = new Promise<void>((end) => (this.#letGo = end));
			const held = () => {
				resolve();
				return until;
			};
			const asking = given(() => navigator.locks.request(NAME, { mode: 'shared' }, held));
			// Without locks there is no letterbox either.
			if (asking) asking.catch(() => resolve());
			else resolve();
		});
		return this.#held;
	}

	/** The page is left, or what it put back is here again. */
	end(): void {
		this.#held = undefined;
		this.#letGo();
	}
}

/**
 * Whether some tab of this device can still put something back; true when the browser does not say. Ask after reading
 * what was removed: who removes holds the way back before.
 */
export async function isThereAWayBack(): Promise<boolean> {
	try {
		const { held = [], pending = [] } = await navigator.locks.query();
		return [...held, ...pending].some(({ name }) => name === NAME);
	} catch {
		return true;
	}
}
