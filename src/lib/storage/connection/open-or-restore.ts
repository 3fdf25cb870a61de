import { given } from '$lib/domain/given';
import { announce } from '$lib/storage/changes';
import { isEmpty } from '$lib/storage/journal/fold';
import { readCompleteJournal, readJournal, triesFromWorker } from '$lib/storage/journal/journal';
import type { Restored } from './restore';
import { problemOf, StorageError } from '$lib/storage/storage-error';
import { upgrades } from '$lib/storage/upgrades';
import { isDiskFull } from './diagnose';
import { BRIEF, insist, PATIENT } from '$lib/storage/insist';
import { lastCount } from './last-count';
import { MissingDatabase, openOnce, type Database, type Openings } from './open-once';

/** What the connection of a tab hears of its database. */
type Heard = Pick<Openings, 'onwanted' | 'onclosed'>;

/**
 * Opens the database; when it is unexpectedly not there or broken, it is made again from the journal.
 * @param hasJournal whether there is one; null when that cannot be known now
 * @param failedBefore whether the last time that it was tried, opening failed to the end: then it is tried briefly
 * @throws StorageError, and whatever the browser gives; `asOpeningError` says what that means
 */
export async function openOrRestore(
	hasJournal: boolean | null,
	heard: Heard,
	failedBefore: boolean
): Promise<Database> {
	const open = (makeNew: boolean) => openPatiently({ makeNew, ...heard }, failedBefore);
	try {
		return await open(hasJournal !== true);
	} catch (cause) {
		const restored = cause instanceof MissingDatabase ? await restore() : await mendOrSayWhy(cause, heard);
		const db = await open(true);
		if (restored) announce({ kind: 'restored', ...restored, whileOpen: false });
		return db;
	}
}

export function asOpeningError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	if (!hasIndexedDB()) return new StorageError('unavailable', { cause });
	const problem = problemOf(cause);
	return new StorageError(problem === 'failed' ? 'unreachable' : problem, { cause });
}

function hasIndexedDB(): boolean {
	return given(() => globalThis.indexedDB) !== undefined;
}

/** A browser that is short of something for a moment says the same as of a damaged database: it gets more chances. */
function openPatiently(openings: Openings, failedBefore: boolean): Promise<Database> {
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
 * Opening failed to the end. A database that is proved to be broken is replaced; else nothing is touched, and it is
 * said why.
 * @returns what came back; undefined when it opens after all
 */
async function mendOrSayWhy(cause: unknown, heard: Heard): Promise<Restored | undefined> {
	if (!(cause instanceof DOMException) || asOpeningError(cause).problem !== 'unreachable') throw cause;
	const opensNow = () => opens({ makeNew: false, ...heard, onclosed: () => undefined });
	const outcome = await import('./mend').then(
		({ mend }) => mend({ fromWorker: triesFromWorker, journal: readCompleteJournal, counted: lastCount(), opensNow }),
		() => ({ kind: 'storage-fails' }) as const
	);
	if (outcome.kind === 'storage-fails')
		throw new StorageError((await isDiskFull()) ? 'full' : 'unreachable', { cause });
	if (outcome.kind === 'left') throw new StorageError('unreadable', { cause });
	return outcome.kind === 'replaced' ? outcome.restored : undefined;
}

async function opens(openings: Openings): Promise<boolean> {
	return openOnce(openings).then(
		(db) => {
			db.close();
			return true;
		},
		() => false
	);
}
