import {
	appendEntry,
	isCopyWhole,
	JournalCopyWriter,
	readContent,
	readHeader,
	readLog,
	type ByteFile,
	type JournalContent,
	type JournalHeader
} from './journal-file';
import type { JournalChange, JournalEntry } from './lines';

export type Files = readonly [ByteFile, ByteFile];

/** What a database says about itself. */
export interface DatabaseState {
	epoch: string;
	sequence: number;
	/** Its version. */
	schema: number;
	/** The last transaction before anything was written without a comparison; the same as `sequence` when nothing was. */
	compared: number;
}

/** The database, as it is at one moment. */
export interface ReadDatabase {
	/** @returns null when there is no database, or nothing was ever written in it */
	state(): Promise<DatabaseState | null>;
	/** Hands over every record that the journal keeps, and says of which state that is. */
	copy(onRecords: (changes: JournalChange[]) => void): Promise<DatabaseState | null>;
}

/** How journal and database stand beside each other. */
export type JournalCheck =
	/** They hold the same, or the journal does so from now on. */
	| { kind: 'same' }
	/** The database holds all of the journal, and was written in without a comparison: it has to note that it was made. */
	| { kind: 'further' }
	/** The database lost its last transactions: what they wrote, the number of the last one, and in which state it was then. */
	| { kind: 'behind'; changes: JournalChange[]; last: number; seen: DatabaseState }
	/** The journal is of another database. */
	| { kind: 'other'; content: JournalContent };

/** A log is folded into a new copy when it is longer than the copy, but not for less than this. */
const LEAST_LOG_BYTES = 256 * 1024;

/**
 * Keeps a journal in two files that take turns: a new copy goes into the one that is not in use, which takes over only when it is
 * whole. So at each moment one of the two is good.
 */
export class JournalKeeper {
	/**
	 * @param open opens both files, for one keeper at a time
	 * @param now ISO date and time
	 */
	constructor(
		private readonly open: () => Promise<Files>,
		private readonly database: ReadDatabase,
		private readonly now: () => string
	) {}

	/**
	 * Puts one transaction in the journal; resolves when it is on the disk.
	 * @returns false when the journal is of another database, and may not be written over
	 */
	append(epoch: string, entry: Omit<JournalEntry, 'at'>): Promise<boolean> {
		return this.#use(async (files) => {
			const current = currentOf(files);
			if (current?.header.epoch !== epoch) return this.#rewrite(files);
			appendEntry(current.file, { ...entry, at: this.now() });
			const { logStart } = current.header;
			const isLong = current.file.getSize() - logStart > Math.max(LEAST_LOG_BYTES, logStart);
			return isLong ? this.#rewrite(files) : true;
		});
	}

	/**
	 * Makes a new copy of the database; what was deleted is nowhere in the journal then.
	 * @returns false when the journal holds more than the database, and may not be written over
	 */
	rewrite(): Promise<boolean> {
		return this.#use((files) => this.#rewrite(files));
	}

	/** Compares, and brings the journal up to date when it is the one that missed something. */
	check(): Promise<JournalCheck> {
		return this.#use(async (files) => {
			const current = currentOf(files);
			// The journal is read first: whoever writes meanwhile writes in the database first.
			const log = current ? readLog(current.file, current.header) : [];
			const state = await this.database.state();
			if (!current) {
				if (state && state.compared < state.sequence) return { kind: 'further' };
				if (state) await this.#bringUpToDate(files);
				return { kind: 'same' };
			}
			const { header } = current;
			if (state?.epoch !== header.epoch) return { kind: 'other', content: readContent(current.file, header) };
			const { sequence, compared } = state;
			const last = lastSequence(header, log);
			if (compared < last) {
				const lost = log.filter((entry) => entry.sequence > compared).flatMap(({ changes }) => changes);
				const copy = compared < header.sequence ? readContent(current.file, header).copy : [];
				return { kind: 'behind', changes: [...copy, ...lost], last, seen: state };
			}
			if (compared < sequence) return { kind: 'further' };
			const isWhole = header.sequence + log.length === sequence && isCopyWhole(current.file, header);
			if (!isWhole || header.schema !== state.schema) await this.#bringUpToDate(files);
			return { kind: 'same' };
		});
	}

	/** Everything in the journal; null when there is no good one. */
	read(): Promise<JournalContent | null> {
		return this.#use((files) => {
			const current = currentOf(files);
			return Promise.resolve(current && readContent(current.file, current.header));
		});
	}

	/** Everything in the journal, when it is sure that nothing is missing up to its last transaction; else null. */
	readComplete(): Promise<JournalContent | null> {
		return this.#use((files) => {
			const current = currentOf(files);
			if (!current || !isCopyWhole(current.file, current.header)) return Promise.resolve(null);
			const content = readContent(current.file, current.header);
			const { sequence } = content.header;
			const isUnbroken = sequence + content.log.length === lastSequence(content.header, content.log);
			return Promise.resolve(isUnbroken ? content : null);
		});
	}

	async #bringUpToDate(files: Files): Promise<void> {
		if (!(await this.#rewrite(files))) throw new Error('the database changed while it was compared');
	}

	async #rewrite(files: Files): Promise<boolean> {
		const current = currentOf(files);
		const log = current ? readLog(current.file, current.header) : [];
		const before = await this.database.state();
		// What was not compared yet takes no place either: the journal may hold what it lost.
		if (!before || before.compared < before.sequence) return false;
		// An empty or older state never takes the place of a good journal.
		if (current && !isFurther(before, current.header, log)) return false;
		const other = files.find((file) => file !== current?.file) ?? files[0];
		const writer = new JournalCopyWriter(other);
		const state = await this.database.copy((changes) => writer.add(changes));
		if (state?.epoch !== before.epoch || state.compared < state.sequence) return false;
		const { epoch, sequence, schema } = state;
		const generation = (current?.header.generation ?? 0) + 1;
		writer.finish({ epoch, sequence, schema, generation, at: this.now() });
		// What was deleted must not live on in the older file.
		current?.file.truncate(0);
		current?.file.flush();
		return true;
	}

	async #use<Result>(work: (files: Files) => Promise<Result>): Promise<Result> {
		const files = await this.open();
		try {
			return await work(files);
		} finally {
			for (const file of files) file.close();
		}
	}
}

/** The newest file that is whole. */
function currentOf(files: Files): { file: ByteFile; header: JournalHeader } | null {
	const whole = files.flatMap((file) => {
		const header = readHeader(file);
		return header ? [{ file, header }] : [];
	});
	return whole.sort((a, b) => b.header.generation - a.header.generation)[0] ?? null;
}

function isFurther(state: DatabaseState, header: JournalHeader, log: readonly JournalEntry[]): boolean {
	return state.epoch === header.epoch && state.compared >= lastSequence(header, log);
}

function lastSequence(header: JournalHeader, log: readonly JournalEntry[]): number {
	return log.at(-1)?.sequence ?? header.sequence;
}
