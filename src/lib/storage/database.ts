import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { announce } from './changes';
import { DATABASE_NAME } from './database-name';
import { checkJournal, journalExists, probeDisk, readJournal, rewriteJournal } from './journal/journal';
import { addFromEarlier, bringBackLost, isEmpty, makeDatabaseFrom, whatIsIn, type Restored } from './restore';
import type { Schema } from './schema';
import { asStorageError, problemOf, StorageError } from './storage-error';
import { noteReload } from './trouble';
import { compatibleFrom, upgrades } from './upgrades';
import { noteUse } from './used-before';

export type Database = IDBPDatabase<Schema>;

/** How long another tab gets to store what it has and to make way for an upgrade, in milliseconds. */
const TIME_TO_MAKE_WAY = 2500;
/** How long writing waits for the comparison with the journal, in milliseconds: a worker that hangs must not hold people up. */
const TIME_TO_COMPARE = 3000;

/** In milliseconds. */
const BEFORE_SECOND_CHANCE = 700;

let connection: Promise<Database> | null = null;
/** Resolves when the journal was compared with the database, or could not be. */
let compared: Promise<void> = Promise.resolve();
let madeWay = false;
const beforeMakingWay = new Set<() => Promise<unknown>>();

/**
 * The one connection of this tab; reopened when the browser closed it.
 * @throws StorageError when the browser refuses storage, or another tab holds an older version open
 */
export function database(): Promise<Database> {
	connection ??= openOrRestore().catch((cause: unknown) => {
		connection = null;
		const error = asOpeningError(cause);
		noteReload(error.problem === 'unreachable' || error.problem === 'unreadable');
		throw error;
	});
	return connection;
}

/**
 * The connection for who writes.
 * @throws StorageError also when a newer version of the app has taken over in another tab
 */
export async function writableDatabase(): Promise<Database> {
	if (madeWay) throw new StorageError('overtaken');
	const db = await database();
	await compared;
	return db;
}

/**
 * Work to do before this tab makes way for a newer version of the app in another one, which upgrades the database; from then on it
 * only reads.
 * @returns a function that takes it back
 */
export function beforeNewerVersion(work: () => Promise<unknown>): () => void {
	beforeMakingWay.add(work);
	return () => beforeMakingWay.delete(work);
}

export async function closeDatabase(): Promise<void> {
	const open = connection;
	connection = null;
	if (open) (await open).close();
}

/** For who finds the connection closed. */
export function forgetConnection(): void {
	connection = null;
}

/** Everything this app stored in the database. */
export async function wipeDatabase(): Promise<void> {
	await closeDatabase();
	await deleteDB(DATABASE_NAME);
}

function asOpeningError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	if (!(cause instanceof DOMException)) return new StorageError('unavailable', { cause });
	const problem = problemOf(cause);
	return new StorageError(problem === 'failed' ? 'unreachable' : problem, { cause });
}

/** Opens the database; when it is unexpectedly not there or damaged, it is made again from the journal. */
async function openOrRestore(): Promise<Database> {
	const hasJournal = await journalExists();
	let db: Database;
	try {
		db = await openPatiently({ makeNew: !hasJournal });
	} catch (cause) {
		if (!(cause instanceof MissingDatabase) && !isUnreadable(cause)) throw cause;
		const restored = isUnreadable(cause) ? await restoreDamaged(cause) : await restore();
		db = await open({ makeNew: true });
		if (restored) announce({ kind: 'restored', ...restored });
	}
	noteUse();
	noteReload(false);
	const isKnown = (await db.get('meta', 'journal')) !== undefined;
	const comparing = hasJournal || isKnown ? compare(db).catch(() => undefined) : Promise.resolve();
	compared = Promise.race([comparing, pause(TIME_TO_COMPARE)]);
	// Nothing was ever written in a database that the journal does know: what it shows is not what there was.
	if (hasJournal && !isKnown) await comparing;
	return db;
}

/** A browser that is short of something for a moment says the same as of a damaged database: it gets a second chance. */
async function openPatiently(options: { makeNew: boolean }): Promise<Database> {
	try {
		return await open(options);
	} catch (cause) {
		if (!isUnreadable(cause)) throw cause;
		await pause(BEFORE_SECOND_CHANCE);
		return open(options);
	}
}

/** @returns what came back; undefined when there was nothing in the journal */
async function restore(): Promise<Restored | undefined> {
	const content = await readJournal().catch(() => null);
	if (!content || isEmpty(content)) return undefined;
	if (content.header.schema > upgrades.length) throw new StorageError('newer');
	await makeDatabaseFrom(content);
	return whatIsIn(content);
}

/** A database that cannot be read is given up only for a journal that can, and never because the disk is full. */
async function restoreDamaged(cause: unknown): Promise<Restored | undefined> {
	const content = await readJournal().catch(() => null);
	const isUsable = content && !isEmpty(content) && content.header.schema <= upgrades.length;
	if (!isUsable || !(await probeDisk().catch(() => false))) throw new StorageError('unreadable', { cause });
	await deleteDB(DATABASE_NAME).catch((reason: unknown) => {
		throw new StorageError('unreadable', { cause: reason });
	});
	return restore();
}

/** Compares with the journal, and brings back what is only there. */
async function compare(db: Database): Promise<void> {
	const outcome = await checkJournal();
	if (outcome.kind === 'same' || (outcome.kind === 'other' && outcome.content.header.schema !== db.version)) return;
	const tx = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' });
	const change =
		outcome.kind === 'behind' ? bringBackLost(tx, outcome.changes, outcome.last) : addFromEarlier(tx, outcome.content);
	await Promise.all([change, tx.objectStore('summaries').clear(), tx.done]);
	await rewriteJournal();
	// Of a device where everything had been deleted, nothing came back.
	if (outcome.kind === 'other' && isEmpty(outcome.content)) return;
	const [partnerships, measurements] = await Promise.all([db.count('partnerships'), db.count('measurements')]);
	announce({ kind: 'restored', partnerships, measurements, at: '' });
}

/** What browsers say of a database that they cannot read. */
function isUnreadable(cause: unknown): boolean {
	return cause instanceof DOMException && (cause.name === 'UnknownError' || cause.name === 'DataError');
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The database was not there, and was not to be made. */
class MissingDatabase extends Error {}

function open({ makeNew }: { makeNew: boolean }): Promise<Database> {
	return new Promise((resolve, reject) => {
		let refused = false;
		const refuse = (cause: unknown) => {
			refused = true;
			reject(cause instanceof Error ? cause : new Error(String(cause)));
		};
		const opening = openDB<Schema>(DATABASE_NAME, upgrades.length, {
			upgrade: async (db, oldVersion, _newVersion, tx) => {
				// Aborting is heard from the opening itself.
				tx.done.catch(() => undefined);
				if (oldVersion === 0 && !makeNew) {
					refuse(new MissingDatabase());
					tx.abort();
					return;
				}
				try {
					for (const upgrade of upgrades.slice(oldVersion)) await upgrade(db, tx);
					// A step may change what they rest on: they are made again.
					await tx.objectStore('summaries').clear();
					await tx.objectStore('meta').put({ key: 'schema', compatibleFrom });
				} catch (cause) {
					// Half an upgrade is worse than none: the database stays as it was.
					tx.abort();
					refuse(asStorageError(cause));
				}
			},
			blocked: () => void setTimeout(() => refuse(new StorageError('blocked')), TIME_TO_MAKE_WAY),
			blocking: (_current, wanted) => void makeWay(opening, wanted),
			terminated: forgetConnection
		});
		opening.then(
			(db) => {
				// The other tab closed after all, but this page has given up on that attempt.
				if (refused) db.close();
				else resolve(db);
			},
			(cause: unknown) => {
				const newer = cause instanceof DOMException && cause.name === 'VersionError';
				if (newer) openNewer().then(resolve, refuse);
				else refuse(cause);
			}
		);
	});
}

/** The host went back to an older build: it goes on with the database as it is, when a later build said that it may. */
async function openNewer(): Promise<Database> {
	const opening = openDB<Schema>(DATABASE_NAME, undefined, {
		blocking: (_current, wanted) => void makeWay(opening, wanted),
		terminated: forgetConnection
	});
	const db = await opening;
	const meta = db.objectStoreNames.contains('meta') ? await db.get('meta', 'schema') : undefined;
	if (meta?.key === 'schema' && meta.compatibleFrom <= upgrades.length) return db;
	db.close();
	throw new StorageError('newer');
}

/** Another tab wants to upgrade or to delete the database: store what there is, then let go of it. */
async function makeWay(opening: Promise<Database>, wanted: number | null): Promise<void> {
	const isUpgrade = wanted !== null;
	if (isUpgrade) await Promise.allSettled([...beforeMakingWay].map((work) => work()));
	madeWay ||= isUpgrade;
	connection = null;
	(await opening).close();
	if (isUpgrade) announce({ kind: 'overtaken' });
}
