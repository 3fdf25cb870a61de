/// <reference lib="webworker" />
import { dropBeside } from '$lib/storage/beside';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { named } from '$lib/storage/place';
import { answerCall, failedReply } from './answer-call';
import type { JournalFolder } from './byte-file';
import { JournalKeeper } from './keeper';
import {
	JOURNAL_FOLDER,
	PROBE_FILE,
	type DiskState,
	type JournalCall,
	type JournalMessage,
	type JournalReply
} from './protocol';
import { readDatabaseOf } from './read-database';

/** A worker, because only there a file of the origin can be flushed to the disk. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
const database = readDatabaseOf(DATABASE_NAME);
const folder: JournalFolder = { open: openPatiently, names, remove };
const keeper = new JournalKeeper(folder, {
	state: () => database.state(),
	copy: (onRecords) =>
		database.copy((changes) => {
			sayBusy();
			onRecords(changes);
		}),
	readPiles: (piles, onPile) =>
		database.readPiles(piles, (...pile) => {
			sayBusy();
			return onPile(...pile);
		})
});

/** Enough to find out that a disk is full. */
const PROBE_BYTES = 256 * 1024;
const ATTEMPTS = 20;
/** In milliseconds. */
const BETWEEN_ATTEMPTS = 100;

/** In milliseconds. */
const BETWEEN_SIGNS = 500;
let lastSign = 0;

/** A large copy takes longer than the page waits for a worker that gives no sign of life. */
function sayBusy(): void {
	const now = performance.now();
	if (now - lastSign < BETWEEN_SIGNS) return;
	lastSign = now;
	worker.postMessage('busy' satisfies JournalMessage);
}

/** One after the other, also among tabs: a file can be open only once. */
let queue: Promise<unknown> = Promise.resolve();

worker.addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
	queue = queue.then(async () => worker.postMessage(await answerUnderLock(data)));
});

async function answerUnderLock(call: JournalCall): Promise<JournalReply> {
	const desk = { keeper, database, probe, dropBeside };
	try {
		return await navigator.locks.request(named('journal'), () => answerCall(call, desk));
	} catch (cause) {
		return failedReply(call, cause);
	}
}

/** A tab that was closed or killed lets go of its files a moment after its lock. */
async function openPatiently(name: string): Promise<FileSystemSyncAccessHandle> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await openFile(name);
		} catch (cause) {
			const taken = cause instanceof DOMException && cause.name === 'NoModificationAllowedError';
			if (!taken || attempt === ATTEMPTS) throw cause;
			await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS));
		}
	}
}

async function openFile(name: string): Promise<FileSystemSyncAccessHandle> {
	return (await (await ownFolder()).getFileHandle(name, { create: true })).createSyncAccessHandle();
}

async function ownFolder(): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(JOURNAL_FOLDER, { create: true });
}

async function names(): Promise<string[]> {
	const found: string[] = [];
	for await (const name of (await ownFolder()).keys()) found.push(name);
	return found;
}

async function remove(name: string): Promise<void> {
	try {
		await (await ownFolder()).removeEntry(name);
	} catch (cause) {
		if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
	}
}

/** Tries to put something on the disk, in a file that is nothing else. */
async function probe(): Promise<DiskState> {
	const file = await openFile(PROBE_FILE);
	try {
		const written = file.write(new Uint8Array(PROBE_BYTES), { at: 0 });
		file.flush();
		return written === PROBE_BYTES ? 'takes' : 'full';
	} catch (cause) {
		return cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'full' : 'fails';
	} finally {
		file.truncate(0);
		file.close();
	}
}
