import { given } from '$lib/domain/given';
import { deleteDB } from 'idb';
import { announce } from '$lib/storage/changes';
import { compareWithJournal, isCompared, noteCompared } from './compare';
import { BRIEF, insist, ON_CONNECTION, pause, PATIENT, within } from './insist';
import { isDiskFull } from './diagnose';
import { lastCount } from './last-count';
import { noteIfLost } from './loss';
import { MissingDatabase, openOnce, type Database } from './open-once';
import { answerOtherTabs } from './other-tabs';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { isEmpty } from '$lib/storage/journal/fold';
import {
	journalExists,
	noteMissed,
	onceItMissed,
	readCompleteJournal,
	readJournal,
	triesFromWorker
} from '$lib/storage/journal/journal';
import { asCount } from '$lib/storage/meta';
import type { Restored } from './restore';
import { problemOf, StorageError } from '$lib/storage/storage-error';
import { noteReload } from './trouble';
import { upgrades } from '$lib/storage/upgrades';
import { noteUse } from './used-before';

export type { Database } from './open-once';

/**
 * How long writing waits for the comparison with the journal, in milliseconds: a worker that
 * hangs must not hold people up.
 */
const TIME_TO_COMPARE = 3000;

let connection: Promise<Database> | null = null;
/** That connection, once it is there. */
let opened: Database | undefined;
/** Whether the last time that it was tried, opening failed to the end. */
let failedBefore = false;
/** Resolves when the journal was compared with the database, or could not be in time. */
let comparing: Promise<void> = Promise.resolve();
let comparisonBegun = false;
let madeWay = false;
const beforeMakingWay = new Set<() => Promise<unknown>>();

/**
 * The one connection of this tab; reopened when the browser closed it.
 * @throws StorageError when the browser refuses storage, or another tab holds an older version open
 */
export function database(): Promise<Database> {
	connection ??= openOrRestore().then(
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
 * The connection for who writes.
 * @throws StorageError also when a newer version of the app has taken over in another tab
 */
export async function writableDatabase(): Promise<Database> {
	if (madeWay) throw new StorageError('overtaken');
	const db = await database();
	await comparing;
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

/**
 * Work to do before this tab makes way for a newer version of the app in another one, which upgrades the
 * database; from then on it only reads.
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

/** Everything this app stored in the database. */
export async function wipeDatabase(): Promise<void> {
	await closeDatabase();
	await deleteDB(DATABASE_NAME);
}

/**
 * For who finds that a connection does not work: the next one is new. What is under way on the old one may still end.
 */
function letGo(db: Database): void {
	if (opened === db) connection = null;
	db.close();
}

function dropConnection(): void {
	connection = null;
}

function asOpeningError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	if (!hasIndexedDB()) return new StorageError('unavailable', { cause });
	const problem = problemOf(cause);
	return new StorageError(problem === 'failed' ? 'unreachable' : problem, { cause });
}

function hasIndexedDB(): boolean {
	return given(() => globalThis.indexedDB) !== undefined;
}

/** Opens the database; when it is unexpectedly not there or broken, it is made again from the journal. */
async function openOrRestore(): Promise<Database> {
	const hasJournal = await journalExists();
	let db: Database;
	try {
		db = await openPatiently({ makeNew: hasJournal !== true });
	} catch (cause) {
		const restored = cause instanceof MissingDatabase ? await restore() : await mendOrSayWhy(cause);
		db = await openPatiently({ makeNew: true });
		if (restored) announce({ kind: 'restored', ...restored, whileOpen: false });
	}
	noteUse();
	answerOtherTabs(canRead);
	if (hasJournal === false) await lookForLoss(db);
	await beginComparing(db, hasJournal);
	return db;
}

async function lookForLoss(db: Database): Promise<void> {
	noteIfLost(lastCount(), asCount(await db.get('meta', 'journal')));
}

/** Nobody is held up by it: who writes without it says so in what is written. */
async function beginComparing(db: Database, hasJournal: boolean | null): Promise<void> {
	// Once a page: what fails is tried again behind what people do, and nobody waits for that.
	if (comparisonBegun || isCompared()) return;
	if (hasJournal === false) noteCompared();
	const isKnown = (await db.get('meta', 'journal')) !== undefined;
	if (hasJournal === false && !isKnown) return;
	comparisonBegun = true;
	const outcome = compareWithJournal(db).catch(() => noteMissed());
	comparing = Promise.race([outcome, pause(TIME_TO_COMPARE)]);
	// Nothing was ever written in a database that the journal does know: what it shows is not what there was.
	if (hasJournal !== false && !isKnown) await comparing;
}

onceItMissed(() => onConnection(database, compareWithJournal));

/** A browser that is short of something for a moment says the same as of a damaged database: it gets more chances. */
function openPatiently({ makeNew }: { makeNew: boolean }): Promise<Database> {
	const openings = { makeNew, onwanted: makeWay, onclosed: dropConnection };
	const mayPass = (cause: unknown) => cause instanceof DOMException;
	return insist(() => openOnce(openings), mayPass, failedBefore ? BRIEF : PATIENT);
}

/** @returns what came back; undefined when there was nothing in the journal */
async function restore(): Promise<Restored | undefined> {
	const content = await readJournal().catch(() => null);
	if (!content || isEmpty(content)) return undefined;
	if (content.header.schema > upgrades.length) throw new StorageError('newer');
	// Loaded only then. When it does not come nothing is made anew either: the next try asks for it again.
	const { makeDatabaseFrom, whatIsIn } = await import('./restore');
	await insist(
		() => makeDatabaseFrom(content),
		(cause) => cause instanceof DOMException,
		PATIENT
	);
	return whatIsIn(content);
}

/**
 * Opening failed to the end. A database that is proved to be broken is replaced; else nothing is
 * touched, and it is said why.
 * @returns what came back; undefined when it opens after all
 */
async function mendOrSayWhy(cause: unknown): Promise<Restored | undefined> {
	if (!(cause instanceof DOMException) || asOpeningError(cause).problem !== 'unreachable') throw cause;
	const outcome = await import('./mend').then(
		({ mend }) => mend({ fromWorker: triesFromWorker, journal: readCompleteJournal, counted: lastCount(), opensNow }),
		() => ({ kind: 'storage-fails' }) as const
	);
	if (outcome.kind === 'storage-fails')
		throw new StorageError((await isDiskFull()) ? 'full' : 'unreachable', { cause });
	if (outcome.kind === 'left') throw new StorageError('unreadable', { cause });
	return outcome.kind === 'replaced' ? outcome.restored : undefined;
}

async function opensNow(): Promise<boolean> {
	const openings = { makeNew: false, onwanted: makeWay, onclosed: () => undefined };
	return openOnce(openings).then(
		(db) => {
			db.close();
			return true;
		},
		() => false
	);
}

/** Whether this tab has a connection that works. */
async function canRead(): Promise<boolean> {
	const db = await connection?.catch(() => null);
	if (!db) return false;
	return within(1000, 'reading', db.get('meta', 'journal')).then(
		() => true,
		() => false
	);
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
