import { given } from '$lib/domain/given';
import { pause, within } from '$lib/storage/insist';
import { noteCopies } from '$lib/storage/trouble';
import type { WrittenTransaction } from './keeper';
import { JOURNAL_FOLDER, type DiskState, type JournalRequest, type JournalResults } from './protocol';
import { JournalError, WorkerLine } from './worker-line';

/** How the journal beside the database does. */
export type JournalHealth =
	/** This browser has no place for it. */
	| 'absent'
	/** Nothing was asked of it yet. */
	| 'unproved'
	/** It holds all that was acknowledged. */
	| 'kept'
	/**
	 * It could not be written, or not in time. What was answered is in the database only; it is tried again by itself.
	 */
	| 'troubled';

/**
 * After this long what is in the database counts as stored: a worker that hangs must not
 * hold people up. In milliseconds.
 */
const PATIENCE = 4000;
/**
 * So long the next answers wait after one had to go on without the journal, until it is quick again. In milliseconds.
 */
const SHORT_PATIENCE = 250;
/** In milliseconds; the last one again and again. */
const BEFORE_CATCHING_UP: readonly number[] = [1000, 3000, 10_000, 30_000, 60_000];
/** In milliseconds. */
const TIME_TO_LOOK = 2000;
const BEFORE_COMPACTING = 1500;

/** What a browser says that has no private files, or gives them to no worker. */
const REFUSALS = ['SecurityError', 'NotAllowedError', 'NotSupportedError', 'TypeError'];

const line = new WorkerLine();
const isPossible = hasPrivateFiles();

/** What it was asked to write and has not answered to in time. */
let overdue = 0;
/** Counts up with everything that is not in the journal, and was not brought up to date since. */
let missed = 0;
let proved = false;
let refused = false;
let patience = PATIENCE;
let catchingUp: Promise<void> | undefined;
/** What was told last of how it does. */
let told: JournalHealth | undefined;
let compacting: ReturnType<typeof setTimeout> | undefined;
let compare: () => Promise<void> = () => Promise.resolve();

export function journalHealth(): JournalHealth {
	if (!isPossible || (refused && !proved)) return 'absent';
	if (missed > 0 || overdue > 0) return 'troubled';
	return proved ? 'kept' : 'unproved';
}

/**
 * @param work brings journal and database together; called when the journal missed something.
 * @throws when that cannot be done now
 */
export function onceItMissed(work: () => Promise<void>): void {
	compare = work;
}

/**
 * Whether a journal was ever begun in this browser; quick, and without the worker.
 * @returns null when that cannot be known now
 */
export async function journalExists(): Promise<boolean | null> {
	if (!isPossible) return false;
	const look = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER);
	return within(TIME_TO_LOOK, 'looking for the journal', look()).then(
		() => true,
		(cause: unknown) => (cause instanceof Error && ['NotFoundError', ...REFUSALS].includes(cause.name) ? false : null)
	);
}

/**
 * Puts what a transaction wrote in the journal; resolves when it is on the disk, or when that
 * takes too long or cannot be done.
 * @param mustCompact whether people are told next that something is gone: nothing of it may be left then
 */
export async function keepInJournal(written: WrittenTransaction, mustCompact: boolean): Promise<void> {
	await keep({ kind: 'append', written }, mustCompact);
}

/**
 * For what must be gone before the screen says so, while something was missed: compares, as
 * long as people may be held up.
 */
export async function catchUpNow(): Promise<void> {
	await within(patience, 'catching up', compare()).catch(() => undefined);
}

/** Something is in the database only, and stays so until both were compared. */
export function noteMissed(): void {
	if (!isPossible) return;
	missed += 1;
	catchingUp ??= catchUp().finally(() => (catchingUp = undefined));
	tell();
}

/** @throws JournalError when the journal cannot be read */
export async function checkJournal(): Promise<JournalResults['check']> {
	const before = missed;
	const outcome = await ask({ kind: 'check' });
	if (outcome.kind === 'same') {
		proved = true;
		// What was missed while it was compared may not be in it.
		if (missed === before) missed = 0;
		tell();
	}
	return outcome;
}

/** @throws JournalError when the journal cannot be read */
export function readJournal(): Promise<JournalResults['read']> {
	return ask({ kind: 'read' });
}

/** @returns null when anything may be missing in it @throws JournalError when it cannot be read */
export function readCompleteJournal(): Promise<JournalResults['read-complete']> {
	return ask({ kind: 'read-complete' });
}

/** @returns whether the disk still takes something @throws JournalError when that cannot be tried */
export function probeDisk(): Promise<DiskState> {
	return ask({ kind: 'probe' });
}

/** Whether the worker can open the database, and read in it. @throws JournalError when it cannot be asked */
export function triesFromWorker(): Promise<boolean> {
	return ask({ kind: 'try-database' });
}

/** A moment later, once for all that is deleted meanwhile: what was deleted must not live on in the journal. */
export function compactSoon(): void {
	if (!isPossible) return;
	clearTimeout(compacting);
	compacting = setTimeout(() => void keep({ kind: 'rewrite' }, true), BEFORE_COMPACTING);
}

async function ask<Request extends JournalRequest>(request: Request): Promise<JournalResults[Request['kind']]> {
	if (!isPossible) throw new JournalError('NotSupportedError', 'no private files');
	try {
		return await line.ask(request);
	} catch (cause) {
		if (cause instanceof JournalError) refused ||= REFUSALS.includes(cause.reason);
		tell();
		throw cause;
	}
}

/** Waits as long as people may be held up; what comes later still counts. */
async function keep(request: JournalRequest & { kind: 'append' | 'rewrite' }, mustCompact: boolean): Promise<void> {
	if (!isPossible) return;
	// Behind what it missed nothing can be put: both are compared first.
	if (missed > 0) {
		noteMissed();
		if (mustCompact) await catchUpNow();
		return;
	}
	let isLate = false;
	const answered = ask(request).then(
		(written) => {
			if (written) proved = true;
			else noteMissed();
		},
		() => noteMissed()
	);
	const done = answered.then(() => {
		if (isLate) overdue -= 1;
		else patience = PATIENCE;
		tell();
	});
	await within(patience, 'writing the journal', done).catch(() => {
		isLate = true;
		overdue += 1;
		patience = SHORT_PATIENCE;
		tell();
	});
}

/** Tries until nothing is missed any more, less and less often. */
async function catchUp(): Promise<void> {
	for (let round = 0; missed > 0; round += 1) {
		await pause(BEFORE_CATCHING_UP[Math.min(round, BEFORE_CATCHING_UP.length - 1)] ?? 0);
		await compare().catch(() => undefined);
	}
}

function tell(): void {
	const health = journalHealth();
	if (health === told) return;
	told = health;
	noteCopies(health === 'kept' ? 2 : 1);
}

function hasPrivateFiles(): boolean {
	return (
		typeof Worker === 'function' &&
		given(() => navigator.locks) !== undefined &&
		given(() => navigator.storage.getDirectory) !== undefined
	);
}
