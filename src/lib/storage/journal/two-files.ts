import type { ByteFile, JournalFolder } from './byte-file';
import { lastSequence } from './fold';
import { isCopyWhole, readHeader, type JournalHeader } from './journal-file';
import type { JournalEntry } from './lines';
import type { DatabaseState } from './read-database';

/**
 * A journal is in two files that take turns: a new copy goes into the one that is not in use, which takes over only
 * when it is whole. So at each moment one of the two is good.
 */
export const JOURNAL_FILES = ['journal-a', 'journal-b'] as const;

export type TwoFiles = readonly [ByteFile, ByteFile];

/** The one in use. */
export interface CurrentFile {
	file: ByteFile;
	header: JournalHeader;
}

/** Opens both for this work, and closes them after it. */
export async function withTwoFiles<Result>(
	folder: JournalFolder,
	work: (files: TwoFiles) => Promise<Result>
): Promise<Result> {
	const first = await folder.open(JOURNAL_FILES[0]);
	try {
		const second = await folder.open(JOURNAL_FILES[1]);
		try {
			return await work([first, second]);
		} finally {
			second.close();
		}
	} finally {
		first.close();
	}
}

/** The newest file that is whole; null when neither is. */
export function currentOf(files: TwoFiles): CurrentFile | null {
	const whole = files.flatMap((file) => {
		const header = readHeader(file);
		return header ? [{ file, header }] : [];
	});
	return whole.sort((a, b) => b.header.generation - a.header.generation)[0] ?? null;
}

/** The file for the next copy. */
export function otherThan(current: CurrentFile | null, files: TwoFiles): ByteFile {
	return files.find((file) => file !== current?.file) ?? files[0];
}

/** Whether the journal holds what the database does, in today's form, and nothing else. */
export function isUpToDate(
	files: TwoFiles,
	{ file, header }: CurrentFile,
	log: readonly JournalEntry[],
	{ sequence, schema }: DatabaseState
): boolean {
	const holdsAll = header.sequence + log.length === sequence && isCopyWhole(file, header);
	const isOfNow = header.format > 1 && header.schema === schema;
	// What was deleted is still in a log that says so, and in a file that was left behind: a tab
	// may close before it is gone.
	const hasToCompact = log.some(({ changes }) => changes.some(([method]) => method !== 'put'));
	const leftBehind = files.some((one) => one !== file && one.getSize() > 0);
	return holdsAll && isOfNow && !hasToCompact && !leftBehind;
}

/** Whether a database holds all of a journal. */
export function isFurther(state: DatabaseState, header: JournalHeader, log: readonly JournalEntry[]): boolean {
	return state.epoch === header.epoch && state.compared >= lastSequence({ header, log });
}
