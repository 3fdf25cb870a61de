import type { JournalCheck } from './keeper';
import type { JournalContent } from './journal-file';
import type { JournalEntry } from './lines';

/** Where the journal is, in the folder of this site. */
export const JOURNAL_FOLDER = 'samenwerkingsmeter';
export const JOURNAL_FILES = ['journal-a', 'journal-b'] as const;
export const PROBE_FILE = 'probe';

/** What a page asks of the worker that keeps the journal. */
export type JournalRequest =
	| { kind: 'append'; epoch: string; entry: Omit<JournalEntry, 'at'> }
	| { kind: 'rewrite' }
	| { kind: 'check' }
	| { kind: 'read' }
	| { kind: 'probe' };

export interface JournalResults {
	append: boolean;
	rewrite: boolean;
	check: JournalCheck;
	read: JournalContent | null;
	/** Whether the disk still takes something. */
	probe: boolean;
}

export interface JournalCall {
	id: number;
	request: JournalRequest;
}

/** The answer to the call with this id. */
export type JournalReply =
	{ id: number; ok: true; result: JournalResults[JournalRequest['kind']] } | { id: number; ok: false; message: string };
