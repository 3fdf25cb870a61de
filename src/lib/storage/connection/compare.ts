import { announce } from '$lib/storage/changes';
import { isEmpty } from '$lib/storage/journal/fold';
import { checkJournal, noteMissed } from '$lib/storage/journal/journal';
import type { JournalCheck } from '$lib/storage/journal/keeper';
import { asCount } from '$lib/storage/meta';
import type { StoredCount } from '$lib/storage/schema';
import type { WideTransaction } from '$lib/storage/transaction';
import type { bringBack as bringBackType } from './bring-back';
import { pause } from '$lib/storage/insist';
import type { Database } from './open-once';

/** Whoever writes meanwhile makes it compare once more, so often at most; then it is left for later. */
const ROUNDS = 5;
/**
 * How long writing waits for the comparison with the journal, in milliseconds: a worker that hangs must not hold people
 * up.
 */
const TIME_TO_COMPARE = 3000;

let compared = false;
let begun = false;
/** Resolves when the journal was compared with the database, or could not be in time. */
let comparing: Promise<void> = Promise.resolve();

/** Whether this tab may count on: what it writes comes after all that the journal has. */
export function isCompared(): boolean {
	return compared;
}

/** Resolves when what is written may be counted on from what the journal has, or when that took too long. */
export function onceCompared(): Promise<void> {
	return comparing;
}

/**
 * Begins to compare a database that was just opened. Nobody is held up by it: what is written before it is
 * done says so.
 * @param hasJournal whether there is one; null when that cannot be known now
 */
export async function beginComparing(db: Database, hasJournal: boolean | null): Promise<void> {
	// Once a page: what fails is tried again behind what people do, and nobody waits for that.
	if (begun || compared) return;
	if (hasJournal === false) compared = true;
	const isKnown = (await db.get('meta', 'journal')) !== undefined;
	if (hasJournal === false && !isKnown) return;
	begun = true;
	const outcome = compareWithJournal(db).catch(() => noteMissed());
	comparing = Promise.race([outcome, pause(TIME_TO_COMPARE)]);
	// Nothing was ever written in a database that the journal does know: what it shows is not what there was.
	if (hasJournal !== false && !isKnown) await comparing;
}

/**
 * Compares with the journal, and brings back what is only there. What was found is looked at again within the
 * transaction that applies it: whoever wrote meanwhile is never undone.
 * @throws when it could not be done now
 */
export async function compareWithJournal(db: Database): Promise<void> {
	for (let round = 0; round < ROUNDS; round += 1) {
		const outcome = await checkJournal();
		if (outcome.kind === 'same') {
			compared = true;
			return;
		}
		// Of a version that this database is not: only a whole restoration brings that back.
		if (outcome.kind === 'other' && outcome.content.header.schema !== db.version) throw new Error('another version');
		if (await settle(db, outcome)) await sayWhatCameBack(db, outcome);
	}
	throw new Error('the database changed each time while it was compared');
}

/**
 * @returns whether something came back; false also when the database is another by now than the one that was compared
 */
async function settle(db: Database, outcome: Exclude<JournalCheck, { kind: 'same' }>): Promise<boolean> {
	// Loaded before: a transaction does not wait for it.
	const bringBack = outcome.kind === 'further' ? undefined : (await import('./bring-back')).bringBack;
	const tx: WideTransaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' });
	const work = async () => {
		const count = asCount(await tx.objectStore('meta').get('journal'));
		return applyTo(tx, count, outcome, bringBack);
	};
	const [cameBack] = await Promise.all([work(), tx.done]);
	// In the next round the journal takes over what the database is now.
	return cameBack;
}

async function applyTo(
	tx: WideTransaction,
	count: StoredCount | undefined,
	outcome: Exclude<JournalCheck, { kind: 'same' }>,
	bringBack: typeof bringBackType | undefined
): Promise<boolean> {
	if (outcome.kind !== 'further') return (await bringBack?.(tx, count, outcome)) ?? false;
	if (count) await tx.objectStore('meta').put(withoutMark(count));
	return false;
}

function withoutMark({ key, epoch, sequence, piles }: StoredCount): StoredCount {
	return { key, epoch, sequence, ...(piles === undefined ? {} : { piles }) };
}

async function sayWhatCameBack(db: Database, outcome: JournalCheck): Promise<void> {
	// Of a device where everything had been deleted, nothing came back.
	if (outcome.kind === 'other' && isEmpty(outcome.content)) return;
	const [partnerships, measurements] = await Promise.all([db.count('partnerships'), db.count('measurements')]);
	announce({ kind: 'restored', partnerships, measurements, whileOpen: true });
}
