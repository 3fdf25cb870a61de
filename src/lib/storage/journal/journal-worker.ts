/// <reference lib="webworker" />
import { DATABASE_NAME } from '$lib/storage/database-name';
import { JournalKeeper, type Files } from './keeper';
import {
	JOURNAL_FILES,
	JOURNAL_FOLDER,
	PROBE_FILE,
	type JournalCall,
	type JournalReply,
	type JournalRequest,
	type JournalResults
} from './protocol';
import { readDatabaseOf } from './read-database';

/** A worker, because only there a file of the origin can be flushed to the disk. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
const keeper = new JournalKeeper(openFiles, readDatabaseOf(DATABASE_NAME), () => new Date().toISOString());

/** Enough to find out that a disk is full. */
const PROBE_BYTES = 256 * 1024;
const ATTEMPTS = 20;
/** In milliseconds. */
const BETWEEN_ATTEMPTS = 100;

/** One after the other, also among tabs: a file can be open only once. */
let queue: Promise<unknown> = Promise.resolve();

worker.addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
	queue = queue.then(async () => worker.postMessage(await answer(data)));
});

async function answer({ id, request }: JournalCall): Promise<JournalReply> {
	try {
		const result = await navigator.locks.request('samenwerkingsmeter journal', () => carryOut(request));
		return { id, ok: true, result };
	} catch (cause) {
		return { id, ok: false, message: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) };
	}
}

function carryOut(request: JournalRequest): Promise<JournalResults[JournalRequest['kind']]> {
	switch (request.kind) {
		case 'append':
			return keeper.append(request.epoch, request.entry);
		case 'rewrite':
			return keeper.rewrite();
		case 'check':
			return keeper.check();
		case 'read':
			return keeper.read();
		case 'probe':
			return probe();
	}
}

/** A tab that was closed or killed lets go of its files a moment after its lock. */
async function openFiles(): Promise<Files> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await openBoth();
		} catch (cause) {
			const taken = cause instanceof DOMException && cause.name === 'NoModificationAllowedError';
			if (!taken || attempt === ATTEMPTS) throw cause;
			await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS));
		}
	}
}

async function openBoth(): Promise<Files> {
	const first = await openFile(JOURNAL_FILES[0]);
	try {
		return [first, await openFile(JOURNAL_FILES[1])];
	} catch (cause) {
		first.close();
		throw cause;
	}
}

async function openFile(name: string): Promise<FileSystemSyncAccessHandle> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle(JOURNAL_FOLDER, { create: true });
	return (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
}

/** Tries to put something on the disk, in a file that is nothing else. */
async function probe(): Promise<boolean> {
	const file = await openFile(PROBE_FILE);
	try {
		const written = file.write(new Uint8Array(PROBE_BYTES), { at: 0 });
		file.flush();
		return written === PROBE_BYTES;
	} catch {
		return false;
	} finally {
		file.truncate(0);
		file.close();
	}
}
