import { noteCopies } from '$lib/storage/trouble';
import type { JournalEntry } from './lines';
import {
	JOURNAL_FOLDER,
	type JournalCall,
	type JournalReply,
	type JournalRequest,
	type JournalResults
} from './protocol';

/** How the journal beside the database does. */
export type JournalHealth =
	/** This browser has no place for it. */
	| 'absent'
	| 'kept'
	/** It could not be written, or not in time. What was answered is in the database only. */
	| 'troubled';

/** After this long what is in the database counts as stored: a worker that hangs must not hold people up. In milliseconds. */
const PATIENCE = 4000;

/** In milliseconds. */
const BEFORE_FORGETTING = 1500;

type Waiting = (reply: JournalReply) => void;

let health: JournalHealth = isPossible() ? 'kept' : 'absent';
let worker: Promise<Worker> | undefined;
let calls = 0;
let forgetting: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<number, Waiting>();

export function journalHealth(): JournalHealth {
	return health;
}

/** Whether a journal was ever begun in this browser; quick, and without the worker. */
export async function journalExists(): Promise<boolean> {
	if (health === 'absent') return false;
	try {
		await (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER);
		return true;
	} catch {
		return false;
	}
}

/** Puts what a transaction wrote in the journal; resolves when it is on the disk, or when that takes too long or cannot be done. */
export async function journalEntry(epoch: string, entry: Omit<JournalEntry, 'at'>): Promise<void> {
	await acknowledge(() => ask({ kind: 'append', epoch, entry }));
}

/** Makes a new copy of the database in the journal; what was deleted is nowhere in it then. */
export async function rewriteJournal(): Promise<void> {
	await acknowledge(() => ask({ kind: 'rewrite' }));
}

/** @throws Error when the journal cannot be read */
export function checkJournal(): Promise<JournalResults['check']> {
	return ask({ kind: 'check' });
}

/** @throws Error when the journal cannot be read */
export function readJournal(): Promise<JournalResults['read']> {
	return ask({ kind: 'read' });
}

/** @returns whether the disk still takes something @throws Error when that cannot be tried */
export function probeDisk(): Promise<boolean> {
	return ask({ kind: 'probe' });
}

/** A moment later, once for all that is deleted meanwhile: what was deleted must not live on in the journal. */
export function forgetDeleted(): void {
	if (health === 'absent') return;
	clearTimeout(forgetting);
	forgetting = setTimeout(() => void rewriteJournal(), BEFORE_FORGETTING);
}

async function acknowledge(work: () => Promise<boolean>): Promise<void> {
	if (health === 'absent') return;
	const done = work().then(
		(written) => (health = written ? 'kept' : 'troubled'),
		() => (health = 'troubled')
	);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tooLong = new Promise<void>((resolve) => {
		timer = setTimeout(() => {
			health = 'troubled';
			resolve();
		}, PATIENCE);
	});
	await Promise.race([done, tooLong]);
	clearTimeout(timer);
	noteCopies(health === 'kept' ? 2 : 1);
}

async function ask<Request extends JournalRequest>(request: Request): Promise<JournalResults[Request['kind']]> {
	worker ??= startWorker();
	const started = await worker;
	const id = (calls += 1);
	const reply = await new Promise<JournalReply>((resolve) => {
		waiting.set(id, resolve);
		started.postMessage({ id, request } satisfies JournalCall);
	});
	if (!reply.ok) throw new Error(reply.message);
	return reply.result as JournalResults[Request['kind']];
}

/** Loaded when it is first needed: the first screen does without. */
async function startWorker(): Promise<Worker> {
	const { workerAddress } = await import('./worker-address');
	const started = new Worker(workerAddress, { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
		waiting.get(data.id)?.(data);
		waiting.delete(data.id);
	});
	started.addEventListener('error', (event) => {
		for (const [id, reply] of waiting) reply({ id, ok: false, message: event.message });
		waiting.clear();
		worker = undefined;
	});
	return started;
}

function isPossible(): boolean {
	return (
		typeof Worker === 'function' &&
		typeof navigator === 'object' &&
		'locks' in navigator &&
		typeof navigator.storage?.getDirectory === 'function'
	);
}
