import { preloadCode } from '$app/navigation';
import { addresses } from '../addresses';

/**
 * Fetches what a result and its presentation are made of, when the browser has time: on a page from where a facilitator
 * goes to the result, so that the room does not wait for it. What does not come now is fetched then.
 * @returns a function that takes it back
 */
export function prepareResult(): () => void {
	const prepare = () => {
		const parts = [preloadCode(addresses.result('')), preloadCode(addresses.presentation(''))];
		void Promise.allSettled(parts);
	};
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(prepare, WITHOUT_IDLE);
		return () => clearTimeout(timer);
	}
	const waiting = requestIdleCallback(prepare);
	return () => cancelIdleCallback(waiting);
}

/** For a browser that does not say when it has time (ms). */
const WITHOUT_IDLE = 1000;
