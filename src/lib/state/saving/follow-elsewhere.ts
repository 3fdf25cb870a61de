import { onChange, type Change } from '$lib/storage/changes';
import type { SaveQueue } from './save-queue';

type Writer = Pick<SaveQueue, 'ended' | 'isWaiting' | 'settled' | 'leave'>;

interface Followed<Found> {
	/** What this tab has to store of what it follows. */
	queue: Writer;
	/** Whether a change can touch what is shown here. */
	isOurs(change: Change): boolean;
	read(): Promise<Found>;
	/** Shows what was read, except where this tab has something to store itself. */
	show(found: Found): void;
	/** Told when it cannot be read now: it is read with the next change, and what is on the screen stays. */
	onproblem?(cause: unknown): void;
}

/** As `follow`, when it was read already, and this tab knows itself what it changes. */
export function followElsewhere<Found>(followed: Followed<Found>): () => void {
	return listen(followed, 'elsewhere').stop;
}

/**
 * Reads and shows, now and after each change. What was read while this tab stored something does not count, and is read
 * again: it may be older than what is on the screen.
 * @returns a function that stops, for when the page is left
 */
export function follow<Found>(followed: Followed<Found>): () => void {
	const { refresh, stop } = listen(followed, 'anywhere');
	void refresh();
	return stop;
}

/** Several that store, as one. */
export function together(writers: () => readonly Writer[]): Writer {
	return {
		get ended() {
			return writers().reduce((sum, { ended }) => sum + ended, 0);
		},
		get isWaiting() {
			return writers().some(({ isWaiting }) => isWaiting);
		},
		settled: async () => void (await Promise.all(writers().map((writer) => writer.settled()))),
		leave: async () => void (await Promise.all(writers().map((writer) => writer.leave())))
	};
}

function listen<Found>(
	{ queue, isOurs, read, show, onproblem }: Followed<Found>,
	where: 'elsewhere' | 'anywhere'
): { refresh: () => Promise<void>; stop: () => void } {
	let wanted = false;
	let reading = false;
	let stopped = false;
	async function refresh() {
		wanted = true;
		if (reading) return;
		reading = true;
		while (isWanted()) {
			wanted = false;
			await readOnce();
		}
		reading = false;
	}
	/** Looked at anew: it changes while reading. */
	const isWanted = () => wanted && !stopped;
	async function readOnce() {
		const { ended } = queue;
		try {
			const found = await read();
			if (stopped) return;
			if (queue.ended === ended) show(found);
			else wanted = true;
		} catch (cause) {
			onproblem?.(cause);
		}
		if (!queue.isWaiting) return;
		// What cannot be stored is said where people wrote it.
		wanted ||= await queue.settled().then(
			() => true,
			() => false
		);
	}
	const stopListening = onChange((change, from) => {
		if ((where === 'anywhere' || from === where) && isOurs(change)) void refresh();
	});
	const stop = () => {
		stopped = true;
		stopListening();
		void queue.leave();
	};
	return { refresh, stop };
}
