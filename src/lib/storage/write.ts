import type { IDBPObjectStore, StoreNames } from 'idb';
import { WorkEnded } from '$lib/domain/long-work';
import { announce, type Change } from './changes';
import { isCompared } from './connection/compare';
import { whyItFailed } from './connection/diagnose';
import { noteCount } from './connection/last-count';
import { TransactionCount } from './count-transaction';
import { onConnection, writableDatabase } from './database';
import { keyOf, keyText, type KeyPath } from './journal/fold';
import { forgetDeleted, journalEntry, noteMissed, rewriteJournal } from './journal/journal';
import type { JournalChange } from './journal/lines';
import { isJournaled } from './journal/read-database';
import { recordName } from './restore';
import type { Schema } from './schema';
import { forgetSummaries, withSummaries } from './summary-watch';
import { noteReload } from './trouble';
import { watchStores, type StoreWrite, type WideTransaction } from './watch-stores';

/** What work may do in a transaction: use the stores it asked for. */
export interface WriteTransaction<Stores extends StoreNames<Schema>> {
	objectStore<Name extends Stores>(name: Name): IDBPObjectStore<Schema, StoreNames<Schema>[], Name, 'readwrite'>;
}

/** More than this, and a new copy of everything is quicker than an entry. */
const MANY_CHANGES = 500;

/**
 * Runs one read-write transaction and announces the change, if it shows anywhere, after its `complete` event; resolves when the journal has it too,
 * unless nothing that people gave is in it.
 * Summaries that rest on what it wrote are gone with it.
 * @throws StorageError when nothing was written, and WorkEnded when the work itself ended so
 */
export async function write<Stores extends StoreNames<Schema>, Result>(
	stores: Stores[],
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	change: Change | null,
	{ waitsForJournal = true } = {}
): Promise<Result> {
	const count = stores.some(isJournaled) ? new TransactionCount() : undefined;
	let tried: Done<Result> | undefined;
	try {
		const done = await onConnection(writableDatabase, async (db) => {
			const tx = db.transaction([...withSummaries(stores), 'meta'], 'readwrite', { durability: 'strict' });
			// What goes wrong is heard where it is waited for.
			tx.done.catch(() => undefined);
			// The browser may say of a commit that it failed while it came through.
			if (tried && count && (await count.cameThrough(tx))) return tried;
			return carryOut(tx, work, count, (one) => (tried = one));
		});
		if (change) announce(change);
		noteReload(false);
		await keepInJournal(done.written, count, waitsForJournal);
		return done.result;
	} catch (cause) {
		throw cause instanceof WorkEnded ? cause : await whyItFailed(cause);
	}
}

interface Done<Result> {
	result: Result;
	written: Written;
}

/** @param oncommit before it is known whether the browser commits it */
async function carryOut<Stores extends StoreNames<Schema>, Result>(
	tx: WideTransaction,
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	count: TransactionCount | undefined,
	oncommit: (done: Done<Result>) => void
): Promise<Done<Result>> {
	// A failure is heard from the transaction that it aborts.
	let aside: unknown;
	const together = (part: Promise<void>) => void abortOnFailure(tx, part).catch((cause: unknown) => (aside ??= cause));
	const written = new Written();
	const forgotten = new Set<string>();
	const watched = watchStores<Stores>(tx, (one) => {
		together(forgetSummaries(tx, one, forgotten));
		if (isJournaled(one.name)) written.add(one);
	});
	const counting = count && abortOnFailure(tx, count.add(tx, isCompared()));
	const working = async () => {
		const [result] = await Promise.all([abortOnFailure(tx, work(watched)), counting]);
		if (count?.isUncompared) await abortOnFailure(tx, count.note(tx, written.names));
		const done = { result, written };
		oncommit(done);
		return done;
	};
	try {
		const [done] = await Promise.all([working(), tx.done]);
		return done;
	} catch (cause) {
		// What was broken off says less than why: a full disk, for one.
		throw isBrokenOff(cause) ? (aside ?? tx.error ?? cause) : cause;
	}
}

/** Resolves when the journal has it too, if it is waited for. */
async function keepInJournal(
	{ changes, mustForget, deletes }: Written,
	count: TransactionCount | undefined,
	waits: boolean
): Promise<void> {
	if (count) noteCount(count);
	if (count?.isUncompared) noteMissed();
	// Of what was wiped or handed in, nothing may stay behind when this resolves.
	if (mustForget || !changes) await rewriteJournal();
	else if (count && !count.isUncompared) {
		const { epoch, sequence } = count;
		const kept = journalEntry(epoch, { sequence, changes });
		if (waits) await kept;
	}
	if (!mustForget && deletes) forgetDeleted();
}

function isBrokenOff(cause: unknown): boolean {
	return cause instanceof DOMException && cause.name === 'AbortError';
}

/** What a transaction wrote, for the journal. */
class Written {
	/** Undefined once there are too many: they are not kept in memory then. */
	changes: JournalChange[] | undefined = [];
	/** Whether something was wiped or handed in. */
	mustForget = false;
	deletes = false;

	/** Every record, as `recordName` says it. */
	readonly names = new Set<string>();

	add(write: StoreWrite): void {
		const { name, method, subject, store } = write;
		this.deletes ||= method === 'delete' || method === 'clear';
		this.mustForget ||= (method === 'delete' || method === 'clear') && name === 'sheets';
		if (method !== 'clear') {
			const key: unknown = method === 'delete' ? subject : keyOf(store.keyPath as KeyPath, subject);
			this.names.add(recordName(name, keyText(key)));
		}
		if (this.changes?.push(asJournalChange(write)) === MANY_CHANGES + 1) this.changes = undefined;
	}
}

function asJournalChange({ name, method, subject }: StoreWrite): JournalChange {
	if (method === 'clear') return ['clear', name];
	return [method === 'delete' ? 'delete' : 'put', name, subject];
}

/** Work that fails halfway must leave nothing behind. */
async function abortOnFailure<Result>(tx: { abort(): void }, work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (cause) {
		try {
			tx.abort();
		} catch {
			// The transaction had already ended by itself: nothing is left to undo.
		}
		throw cause;
	}
}
