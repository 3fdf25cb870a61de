import { deleteDB } from 'idb';
import { beginComparing, compareWithJournal, onceCompared } from './compare';
import { insist, ON_CONNECTION, within } from '$lib/storage/insist';
import { lastCount } from './last-count';
import { noteIfLost } from './loss';
import { hasMadeWay, makeWay } from './make-way';
import type { Database } from './open-once';
import { asOpeningError, openOrRestore } from './open-or-restore';
import { answerOtherTabs } from './other-tabs';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { journalExists, onceItMissed } from '$lib/storage/journal/journal';
import { asCount } from '$lib/storage/meta';
import { onPutAside } from '$lib/storage/put-aside';
import { problemOf, StorageError } from '$lib/storage/storage-error';
import { noteReload } from '$lib/storage/trouble';
import { noteUse } from './used-before';

export type { Database } from './open-once';

/** In milliseconds. */
const TIME_TO_READ = 1000;

let connection: Promise<Database> | null = null;
/** That connection, once it is there. */
let opened: Database | undefined;
/** Whether the last time that it was tried, opening failed to the end. */
let failedBefore = false;

/**
 * The one connection of this tab; reopened when the browser closed it.
 * @throws StorageError when the browser refuses storage, or another tab holds an older version open
 */
export function database(): Promise<Database> {
	connection ??= open().then(
		(db) => {
			opened = db;
			failedBefore = false;
			noteReload(false);
			return db;
		},
		(cause: unknown) => {
			connection = null;
			failedBefore = true;
			const error = asOpeningError(cause);
			noteReload(error.problem === 'unreachable' || error.problem === 'unreadable');
			throw error;
		}
	);
	return connection;
}

/**
 * The connection to write with.
 * @throws StorageError also when a newer version of the app has taken over in another tab
 */
export async function writableDatabase(): Promise<Database> {
	if (hasMadeWay()) throw new StorageError('overtaken');
	const db = await database();
	await onceCompared();
	return db;
}

/**
 * Works with the database; after a fault of the browser again, on a new connection.
 * @param open `database` or `writableDatabase`
 * @throws DOMException when it went on failing, and whatever the work throws itself
 */
export async function onConnection<Result>(
	open: () => Promise<Database>,
	work: (db: Database) => Promise<Result>
): Promise<Result> {
	let used: Database | undefined;
	const attempt = async () => {
		used = await open();
		return work(used);
	};
	const mayPass = (cause: unknown) => {
		if (!(cause instanceof DOMException) || ['full', 'failed'].includes(problemOf(cause))) return false;
		if (used) letGo(used);
		return true;
	};
	return insist(attempt, mayPass, ON_CONNECTION);
}

export async function closeDatabase(): Promise<void> {
	const open = connection;
	connection = null;
	if (open) (await open).close();
}

/** Everything this app stored in the database. */
export async function wipeDatabase(): Promise<void> {
	await closeDatabase();
	await deleteDB(DATABASE_NAME);
}

async function open(): Promise<Database> {
	const hasJournal = await journalExists();
	const db = await openOrRestore(hasJournal, { onwanted, onclosed: dropConnection }, failedBefore);
	noteUse();
	answerOtherTabs(canRead);
	if (hasJournal === false) noteIfLost(lastCount(), asCount(await db.get('meta', 'journal')));
	await beginComparing(db, hasJournal);
	return db;
}

function onwanted(opening: Promise<Database>, wanted: number | null): void {
	void makeWay(wanted, async () => {
		connection = null;
		(await opening).close();
	});
}

/** For callers that find it broken: the next connection is new. What is under way on the old one may still end. */
function letGo(db: Database): void {
	if (opened === db) connection = null;
	db.close();
}

function dropConnection(): void {
	connection = null;
}

/** Whether this tab has a connection that works. */
async function canRead(): Promise<boolean> {
	const db = await connection?.catch(() => null);
	if (!db) return false;
	return within(TIME_TO_READ, 'reading', db.get('meta', 'journal')).then(
		() => true,
		() => false
	);
}

onceItMissed(() => onConnection(database, compareWithJournal));
onPutAside(() => opened && letGo(opened));
