import { OWN_NAME } from '$lib/storage/place';
import type { JournalCheck, WrittenTransaction } from './keeper';
import type { JournalContent } from './journal-file';

/** Where the journal is, in the folder of this site. */
export const JOURNAL_FOLDER = OWN_NAME;
export const PROBE_FILE = 'probe';

/** What a page asks of the worker that keeps the journal. */
export type JournalRequest =
	| { kind: 'append'; written: WrittenTransaction }
	| { kind: 'rewrite' }
	| { kind: 'check' }
	| { kind: 'read' }
	| { kind: 'read-complete' }
	| { kind: 'try-database' }
	| { kind: 'probe' };

/** What a test file on the disk showed. */
export type DiskState = 'takes' | 'full' | 'fails';

export interface JournalResults {
	append: boolean;
	rewrite: boolean;
	check: JournalCheck;
	read: JournalContent | null;
	/** Only when nothing is missing in it. */
	'read-complete': JournalContent | null;
	/** Whether the worker can open the database and read in it. */
	'try-database': boolean;
	probe: DiskState;
}

export interface JournalCall {
	id: number;
	request: JournalRequest;
}

/** The answer to the call with this id; until then, that the worker is still at it. */
export type JournalReply =
	| { id: number; ok: true; result: JournalResults[JournalRequest['kind']] }
	| { id: number; ok: false; name: string; message: string };
export type JournalMessage = JournalReply | 'busy';
