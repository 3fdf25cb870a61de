import { onChange, type Change } from '$lib/storage/changes';

/**
 * Reads now and after each change, of this tab and others. Changes that come while it reads make it read once more, not
 * once each: an import announces hundreds.
 * @param read says itself what went wrong
 * @param kinds the changes that matter
 * @returns a function that stops
 */
export function keepFresh(read: () => Promise<void>, kinds: readonly Change['kind'][]): () => void {
	let state: 'idle' | 'reading' | 'again' = 'idle';
	async function refresh() {
		if (state !== 'idle') {
			state = 'again';
			return;
		}
		do {
			state = 'reading';
			await read();
		} while (isAgain());
		state = 'idle';
	}
	/** Read anew: it changes while reading. */
	const isAgain = () => state === 'again';
	void refresh();
	return onChange(({ kind }) => {
		if (kinds.includes(kind)) void refresh();
	});
}
