import { asCount } from '$lib/storage/meta';
import { randomName } from '$lib/storage/random-name';
import type { StoredCount } from '$lib/storage/schema';
import type { WideTransaction } from '$lib/storage/transaction';

/** What of a transaction has to be counted. */
export interface Countable {
	/** Whether something of it goes in the log of the journal. */
	isLogged: boolean;
	/** Whether something of it goes in piles. */
	isPiled: boolean;
	/** What was written, each as a store and a key. */
	names: Iterable<string>;
}

/** Of a database, and of a write. */
const BYTES_OF_NAME = 16;

/** Counts a transaction, within itself: so database and journal can be compared. */
export class TransactionCount {
	/** Of one write: each of its tries counts under the same name. */
	readonly #by = randomName(BYTES_OF_NAME);
	#counted: StoredCount | undefined;

	/** What was counted; undefined when nothing was. */
	get counted(): StoredCount | undefined {
		return this.#counted;
	}

	/** Whether the journal may not have it yet: something was written here before both were compared. */
	get isUncompared(): boolean {
		return this.#counted?.uncompared !== undefined;
	}

	/** Whether an earlier try, of which the browser said that it failed, came through after all. */
	async cameThrough(tx: WideTransaction): Promise<boolean> {
		return (await countIn(tx))?.by === this.#by;
	}

	/**
	 * @param known how it stood before, as `countIn` gave it in this transaction
	 * @param isCompared whether this tab compared the journal with the database
	 */
	async add(
		tx: WideTransaction,
		known: StoredCount | undefined,
		{ isLogged, isPiled, names }: Countable,
		isCompared: boolean
	): Promise<void> {
		const { epoch, sequence, piles = 0, uncompared } = known ?? { epoch: randomName(BYTES_OF_NAME), sequence: 0 };
		const mark = uncompared ?? (isCompared ? undefined : { from: sequence, pilesFrom: piles, written: [] });
		const counted: StoredCount = {
			key: 'journal',
			epoch,
			sequence: sequence + (isLogged ? 1 : 0),
			piles: piles + (isPiled ? 1 : 0),
			by: this.#by
		};
		// In no other order than that of the names: it would tell who came first.
		const written = mark && [...new Set([...mark.written, ...names])].sort();
		this.#counted = mark && written ? { ...counted, uncompared: { ...mark, written } } : counted;
		await tx.objectStore('meta').put(this.#counted);
	}
}

export async function countIn(tx: WideTransaction): Promise<StoredCount | undefined> {
	return asCount(await tx.objectStore('meta').get('journal'));
}
