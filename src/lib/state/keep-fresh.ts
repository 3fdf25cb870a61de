import { onChange, type Change } from '$lib/storage/changes';

/**
 * Reads now and after each change, of this tab and others. Changes that come while it reads make it read once more, not
 * once each: an import announces hundreds.
 * @param read says itself what went wrong; what takes long may stop as soon as it is told to be outdated: then it is read again, or
 * nobody waits for it any more
 * @param kinds the changes that matter
 * @returns a function that stops
 */
export function keepFresh(
	read: (isOutdated: () => boolean) => Promise<void>,
	kinds: readonly Change['kind'][]
): () => void {
	let state: 'idle' | 'reading' | 'again' = 'idle';
	let stopped = false;
	async function refresh() {
		if (state !== 'idle') {
			state = 'again';
			return;
		}
		do {
			state = 'reading';
			await read(() => stopped || isAgain());
		} while (!stopped && isAgain());
		state = 'idle';
	}
	/** Read anew: it changes while reading. */
	const isAgain = () => state === 'again';
	void refresh();
	const stopListening = onChange(({ kind }) => {
		if (kinds.includes(kind)) void refresh();
	});
	return () => {
		stopped = true;
		stopListening();
	};
}
