import { WorkEnded } from '$lib/domain/long-work';
import { isBehindAfter, markBehind } from './backup-mark';
import { announce, type Change } from '$lib/storage/changes';
import { abort } from '$lib/storage/abort';
import { isCompared } from '$lib/storage/connection/compare';
import { whyItFailed } from '$lib/storage/connection/diagnose';
import { noteCount } from '$lib/storage/connection/last-count';
import { countIn, TransactionCount } from './count-transaction';
import { onConnection, writableDatabase } from '$lib/storage/connection/database';
import { catchUpNow, compactSoon, keepInJournal, noteMissed } from '$lib/storage/journal/journal';
import { isJournaled } from '$lib/storage/journal/journaled-stores';
import { invalidateSummaries, withSummaries } from './summary-watch';
import { noteReload } from '$lib/storage/trouble';
import type { StoreName, WideTransaction, WriteTransaction } from '$lib/storage/transaction';
import { watchStores } from './watch-stores';
import { Written } from './written';

/**
 * Runs one read-write transaction and announces the change, if it shows anywhere, after its `complete`
 * event; resolves when the journal has it too, unless nothing that people gave is in it. Summaries that rest
 * on what it wrote are gone with it.
 * @throws StorageError when nothing was written, and WorkEnded when the work itself ended so
 */
export async function write<Stores extends StoreName, Result>(
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
			const whole = isBehindAfter(change) ? (own: WriteTransaction<Stores>) => andMark(tx, work(own)) : work;
			return carryOut(tx, whole, count, (one) => (tried = one));
		});
		if (change) announce(change);
		noteReload(false);
		await keep(done.written, count, waitsForJournal);
		return done.result;
	} catch (cause) {
		throw cause instanceof WorkEnded ? cause : await whyItFailed(cause);
	}
}

/** Who changes something says so in the same transaction: see `backup-mark.ts`. */
async function andMark<Result>(tx: WideTransaction, working: Promise<Result>): Promise<Result> {
	const [result] = await Promise.all([working, markBehind(tx)]);
	return result;
}

interface Done<Result> {
	result: Result;
	written: Written;
}

/** @param oncommit before it is known whether the browser commits it */
async function carryOut<Stores extends StoreName, Result>(
	tx: WideTransaction,
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	count: TransactionCount | undefined,
	oncommit: (done: Done<Result>) => void
): Promise<Done<Result>> {
	// A failure is heard from the transaction that it aborts.
	let aside: unknown;
	const together = (part: Promise<void>) => void abortOnFailure(tx, part).catch((cause: unknown) => (aside ??= cause));
	const written = new Written();
	const watched = watchStores<Stores>(tx, (one) => {
		together(invalidateSummaries(tx, one, written.owners));
		if (isJournaled(one.name)) written.add(one);
	});
	const looking = count && abortOnFailure(tx, countIn(tx));
	const working = async () => {
		const [result, known] = await Promise.all([abortOnFailure(tx, work(watched)), looking]);
		if (count && written.isAnything) await abortOnFailure(tx, count.add(tx, known, written, isCompared()));
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
async function keep(written: Written, count: TransactionCount | undefined, waits: boolean): Promise<void> {
	const counted = count?.counted;
	if (!counted) return;
	const { epoch, sequence, piles = 0 } = counted;
	noteCount({ epoch, sequence, piles });
	if (counted.uncompared) {
		noteMissed();
		if (written.mustCompact) await catchUpNow();
		return;
	}
	const kept = keepInJournal(written.forJournal(counted), written.mustCompact);
	if (waits) await kept;
	if (written.leavesInLog) compactSoon();
}

function isBrokenOff(cause: unknown): boolean {
	return cause instanceof DOMException && cause.name === 'AbortError';
}

/** Work that fails halfway must leave nothing behind. */
async function abortOnFailure<Result>(tx: { abort(): void }, work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (cause) {
		abort(tx);
		throw cause;
	}
}
