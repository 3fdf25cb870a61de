import { onChange, type Change, type From } from '$lib/storage/changes';

/**
 * Reads now and after each change, of this tab and others. Changes that come while it reads make it read once more, not
 * once each: an import announces hundreds.
 * @param read says itself what went wrong; what takes long may stop as soon as it is told to be outdated: then it is
 * read again, or nobody waits for it any more
 * @param matters the kinds of changes that matter, or what tells whether one does
 * @returns a function that stops
 */
export function keepFresh(
	read: (isOutdated: () => boolean) => Promise<void>,
	matters: readonly Change['kind'][] | ((change: Change, from: From) => boolean)
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
	const isOurs = typeof matters === 'function' ? matters : ({ kind }: Change) => matters.includes(kind);
	const stopListening = onChange((change, from) => {
		if (isOurs(change, from)) void refresh();
	});
	return () => {
		stopped = true;
		stopListening();
	};
}
