import { named } from '$lib/storage/place';
import { reasonOf } from '$lib/storage/storage-error';
import { onLeft, type LeftQueue } from './save-queue';
import type { SavedFile } from './saved-file';
import { forget, recallAll, remember } from '$lib/state/tab-memory';

/** Something that could not be stored, of a page that people left. */
export interface LeftWork {
	/** In Dutch, as the end of a sentence. */
	what: string;
	/** Why, in Dutch. */
	reason: string;
	/** All that the page showed; undefined where no file may be made. */
	file: SavedFile | undefined;
	/** Undefined after the page was loaded again: then only the file is left. */
	queue: LeftQueue | undefined;
}

/** For this tab, and until it is closed: the page may load again in between, for a new version. */
const KEY = named('niet bewaard ');

/** What could not be stored of pages that people left: kept, told and offered as a file, and in the way of nothing. */
export class LeftBehind {
	list = $state.raw<readonly LeftWork[]>([]);

	/** @returns a function that stops */
	follow(): () => void {
		this.list = kept();
		return onLeft((queue) => void this.#keep(queue));
	}

	/** Tries again to store it; it is gone from the list when that works. */
	async retry(work: LeftWork): Promise<void> {
		try {
			await work.queue?.settled();
			this.#replace(work);
		} catch (cause) {
			this.#replace(work, { ...work, reason: reasonOf(cause) });
		}
	}

	/** People do not need it any more. */
	async letGo(work: LeftWork): Promise<void> {
		this.#replace(work);
		await work.queue?.forget();
	}

	async #keep(queue: LeftQueue): Promise<void> {
		const work = { what: queue.belongings?.what ?? '', reason: queue.failureMessage, file: undefined, queue };
		// Told at once; the file may have to wait for what makes it.
		this.list = [...this.list, work];
		const file = await fileOf(queue);
		this.#replace(work, { ...work, file });
	}

	#replace(work: LeftWork, by?: LeftWork): void {
		this.list = this.list.flatMap((one) => (one === work ? (by ?? []) : one));
		keep(this.list);
	}
}

/** The one of this tab. */
export const leftBehind = new LeftBehind();

/** Undefined also when it cannot be made: then trying again is what is left. */
async function fileOf({ belongings }: LeftQueue): Promise<SavedFile | undefined> {
	try {
		return await belongings?.file();
	} catch {
		return undefined;
	}
}

function keep(list: readonly LeftWork[]): void {
	for (const { key } of recallAll(KEY)) forget(key);
	for (const [place, { what, reason, file }] of list.entries()) {
		if (file) remember(`${KEY}${place}`, [what, reason, file.name, file.text].join('\n'));
	}
}

function kept(): LeftWork[] {
	return recallAll(KEY).map(({ text }) => {
		const [what = '', reason = '', name = '', ...lines] = text.split('\n');
		return { what, reason, file: { name, text: lines.join('\n') }, queue: undefined };
	});
}
