import type { StoredCount } from './schema';
import type { WideTransaction } from './watch-stores';

/** Counts a transaction, within itself: so database and journal can be compared. */
export class TransactionCount {
	/** Of one write: each of its tries counts under the same name. */
	readonly #by = randomName();
	#counted: StoredCount | undefined;

	/** What was counted; undefined before it was. */
	get epoch(): string {
		return this.#counted?.epoch ?? '';
	}

	get sequence(): number {
		return this.#counted?.sequence ?? 0;
	}

	/** Whether the journal may not have it yet: something was written here before both were compared. */
	get isUncompared(): boolean {
		return this.#counted?.uncompared !== undefined;
	}

	/** Whether an earlier try, of which the browser said that it failed, came through after all. */
	async cameThrough(tx: WideTransaction): Promise<boolean> {
		return (await countIn(tx))?.by === this.#by;
	}

	/** @param isCompared whether this tab compared the journal with the database */
	async add(tx: WideTransaction, isCompared: boolean): Promise<void> {
		const { epoch, sequence, uncompared } = (await countIn(tx)) ?? { epoch: randomName(), sequence: 0 };
		const mark = uncompared ?? (isCompared ? undefined : { from: sequence, written: [] });
		const counted: StoredCount = { key: 'journal', epoch, sequence: sequence + 1, by: this.#by };
		this.#counted = mark ? { ...counted, uncompared: mark } : counted;
		await tx.objectStore('meta').put(this.#counted);
	}

	/** Where the comparison is still to be made: notes what this transaction wrote. @param written each as a store and a key */
	async note(tx: WideTransaction, written: Iterable<string>): Promise<void> {
		const counted = this.#counted;
		if (!counted?.uncompared) return;
		const { from, written: before } = counted.uncompared;
		this.#counted = { ...counted, uncompared: { from, written: [...new Set([...before, ...written])] } };
		await tx.objectStore('meta').put(this.#counted);
	}
}

async function countIn(tx: WideTransaction): Promise<StoredCount | undefined> {
	const known = await tx.objectStore('meta').get('journal');
	return known?.key === 'journal' ? known : undefined;
}

/** 128 random bits as hexadecimal digits: no two databases, and no two writes, have the same. */
function randomName(): string {
	const random = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
