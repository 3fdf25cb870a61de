import { onChange, type Change } from '$lib/storage/changes';
import type { SaveQueue } from './save-queue';

interface Followed<Found> {
	/** What this tab has to store of what it follows. */
	queue: SaveQueue;
	/** Whether a change in another tab can touch what is shown here. */
	isOurs(change: Change): boolean;
	/** Fails when it cannot be read now: then it is read with the next change, and what is on the screen stays. */
	read(): Promise<Found>;
	/** Shows what was read, except where this tab has something to store itself. */
	show(found: Found): void;
}

/**
 * Shows what other tabs change. What was read while this tab stored something does not count, and is read again: it may be older than
 * what is on the screen.
 * @returns a function that stops, for when the page is left
 */
export function followElsewhere<Found>({ queue, isOurs, read, show }: Followed<Found>): () => void {
	let wanted = false;
	let reading = false;
	let stopped = false;
	async function refresh() {
		wanted = true;
		if (reading) return;
		reading = true;
		while (isWanted()) {
			wanted = false;
			await readOnce().catch(() => undefined);
		}
		reading = false;
	}
	/** Looked at anew: it changes while reading. */
	const isWanted = () => wanted && !stopped;
	async function readOnce() {
		const { ended } = queue;
		const found = await read();
		if (stopped) return;
		if (queue.ended === ended) show(found);
		else wanted = true;
		if (!queue.isWaiting) return;
		await queue.settled();
		wanted = true;
	}
	const stopListening = onChange((change, from) => {
		if (from === 'elsewhere' && isOurs(change)) void refresh();
	});
	return () => {
		stopped = true;
		stopListening();
		void queue.leave();
	};
}
