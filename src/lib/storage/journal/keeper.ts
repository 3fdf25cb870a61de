import { erase, type JournalFolder } from './byte-file';
import { lastSequence } from './fold';
import {
	appendEntry,
	isCopyWhole,
	JournalCopyWriter,
	readContent,
	readHeader,
	readLog,
	type JournalContent
} from './journal-file';
import type { JournalChange, JournalEntry } from './lines';
import { Piles, type PileTransaction } from './piles';
import type { DatabaseState, ReadDatabase } from './read-database';
import { lastIn, type Register } from './register';
import {
	currentOf,
	isFurther,
	isUpToDate,
	otherThan,
	withTwoFiles,
	type CurrentFile,
	type TwoFiles
} from './two-files';

/** What a transaction wrote, as the journal takes it. */
export interface WrittenTransaction {
	epoch: string;
	/** For the log; undefined when nothing of it goes there. */
	entry?: JournalEntry | undefined;
	/**
	 * Whether a new copy is made instead: nothing tells then when it was written, and
	 * nothing is left of what was there.
	 */
	copies: boolean;
	piles?: PileTransaction | undefined;
}

/** How journal and database stand beside each other. */
export type JournalCheck =
	/** They hold the same, or the journal does so from now on. */
	| { kind: 'same' }
	/**
	 * The database holds all of the journal, and was written in without a comparison: it has to note that it was made.
	 */
	| { kind: 'further' }
	/**
	 * The database lost its last transactions: what they wrote, the numbers of the last ones,
	 * and in which state it was then.
	 */
	| { kind: 'behind'; changes: JournalChange[]; last: number; lastPiles: number; seen: DatabaseState }
	/** The journal is of another database. */
	| { kind: 'other'; content: JournalContent };

/** A log is folded into a new copy when it is longer than the copy, but not for less than this. */
const LEAST_LOG_BYTES = 256 * 1024;

/**
 * Keeps a journal in two files that take turns (two-files.ts). What people answered one by one lies in piles beside it.
 */
export class JournalKeeper {
	readonly #piles: Piles;

	/** @param folder for one keeper at a time */
	constructor(
		private readonly folder: JournalFolder,
		private readonly database: ReadDatabase
	) {
		this.#piles = new Piles(folder, database);
	}

	/**
	 * Puts one transaction in the journal; resolves when it is on the disk.
	 * @returns false when the journal is of another database, or holds more than this one, and may not be written over
	 */
	async append({ epoch, entry, copies, piles }: WrittenTransaction): Promise<boolean> {
		if (piles && !(await this.#piles.write(epoch, piles)))
			return withTwoFiles(this.folder, (files) => this.#begin(files, epoch));
		if (copies) return this.rewrite();
		return entry ? withTwoFiles(this.folder, (files) => this.#appendTo(files, epoch, entry)) : true;
	}

	/**
	 * Makes a new copy of the database; what was deleted is nowhere in the log then.
	 * @returns false when the journal holds more than the database, and may not be written over
	 */
	rewrite(): Promise<boolean> {
		return withTwoFiles(this.folder, (files) => this.#rewrite(files));
	}

	/** Compares, and brings the journal up to date when it missed something, or still has to be compacted. */
	check(): Promise<JournalCheck> {
		return withTwoFiles(this.folder, async (files) => {
			const current = currentOf(files);
			// The journal is read first: whoever writes meanwhile writes in the database first.
			const log = current ? readLog(current.file, current.header) : [];
			const register = await this.#piles.register();
			const state = await this.database.state();
			if (current && state?.epoch !== current.header.epoch)
				return { kind: 'other', content: await this.#contentOf(current) };
			if (!state) return { kind: 'same' };
			const own = register?.epoch === state.epoch ? register : null;
			// After its host went back to an older app, that one wrote everything in a journal of its own form.
			const wroteOlder = state.piles === null && files.some((file) => readHeader(file)?.format === 1);
			const lost = current && (await this.#lostBy(state, current, log, wroteOlder ? null : own));
			if (lost) return lost;
			if (state.compared < state.sequence || state.pilesCompared < (state.piles ?? 0)) return { kind: 'further' };
			await this.#piles.sync(state);
			if (!current || !isUpToDate(files, current, log, state)) await this.#bringUpToDate(files);
			return { kind: 'same' };
		});
	}

	/** Everything in the journal; null when there is no good one. */
	read(): Promise<JournalContent | null> {
		return withTwoFiles(this.folder, async (files) => {
			const current = currentOf(files);
			return current && this.#contentOf(current);
		});
	}

	/** Everything in the journal, when it is sure that nothing is missing up to its last transaction; else null. */
	readComplete(): Promise<JournalContent | null> {
		return withTwoFiles(this.folder, async (files) => {
			const current = currentOf(files);
			if (!current || !isCopyWhole(current.file, current.header)) return null;
			const content = await this.#contentOf(current);
			const { sequence } = content.header;
			const isUnbroken = sequence + content.log.length === lastSequence(content);
			return isUnbroken && (await this.#arePilesComplete(current)) ? content : null;
		});
	}

	async #appendTo(files: TwoFiles, epoch: string, entry: JournalEntry): Promise<boolean> {
		const current = currentOf(files);
		if (current?.header.epoch !== epoch) return this.#begin(files, epoch);
		appendEntry(current.file, entry);
		const { logStart } = current.header;
		const isLong = current.file.getSize() - logStart > Math.max(LEAST_LOG_BYTES, logStart);
		return isLong ? this.#rewrite(files) : true;
	}

	/** The first of everything, unless there is something of another database, or of more than this one holds. */
	async #begin(files: TwoFiles, epoch: string): Promise<boolean> {
		const current = currentOf(files);
		const register = await this.#piles.register();
		const state = await this.database.state();
		const isOfAnother = current ? current.header.epoch !== epoch : register !== null && register.epoch !== epoch;
		if (isOfAnother || state?.epoch !== epoch || register?.epoch === epoch) return false;
		if (state.compared < state.sequence || state.pilesCompared < (state.piles ?? 0)) return false;
		await this.#piles.sync(state);
		return this.#rewrite(files);
	}

	/** What the database lost; null when it lost nothing. */
	async #lostBy(
		state: DatabaseState,
		{ file, header }: CurrentFile,
		log: readonly JournalEntry[],
		register: Register | null
	): Promise<JournalCheck | null> {
		const { compared, pilesCompared } = state;
		const last = lastSequence({ header, log });
		const lastPiles = register ? lastIn(register) : 0;
		const lostPiles = pilesCompared < lastPiles;
		if (compared >= last && !lostPiles) return null;
		const changes = log.filter((entry) => entry.sequence > compared).flatMap((entry) => entry.changes);
		const copy = compared < header.sequence ? readContent(file, header).copy : [];
		const isAllThere = state.piles !== null && pilesCompared <= (register?.upTo ?? 0);
		const piled = lostPiles ? await this.#piles.lost(isAllThere) : [];
		return { kind: 'behind', changes: [...copy, ...changes, ...piled], last, lastPiles, seen: state };
	}

	async #contentOf({ file, header }: CurrentFile): Promise<JournalContent> {
		const content = readContent(file, header);
		if (header.format === 1) return content;
		const register = await this.#piles.register();
		const piled = await this.#piles.read();
		return { ...content, copy: [...content.copy, ...piled], piles: register ? lastIn(register) : 0 };
	}

	async #arePilesComplete({ header }: CurrentFile): Promise<boolean> {
		if (header.format === 1) return true;
		const register = await this.#piles.register();
		return register?.epoch === header.epoch && register.also.length === 0 && (await this.#piles.areWhole());
	}

	async #bringUpToDate(files: TwoFiles): Promise<void> {
		if (!(await this.#rewrite(files))) throw new Error('the database changed while it was compared');
	}

	async #rewrite(files: TwoFiles): Promise<boolean> {
		const current = currentOf(files);
		const log = current ? readLog(current.file, current.header) : [];
		const before = await this.database.state();
		// What was not compared yet takes no place either: the journal may hold what it lost.
		if (!before || before.compared < before.sequence) return false;
		// An empty or older state never takes the place of a good journal.
		if (current && !isFurther(before, current.header, log)) return false;
		// What lies in piles today was in the log of older apps.
		if (current?.header.format === 1) await this.#piles.sync(before);
		const other = otherThan(current, files);
		const writer = new JournalCopyWriter(other);
		const state = await this.database.copy((changes) => writer.add(changes));
		if (state?.epoch !== before.epoch || state.compared < state.sequence) return false;
		const { epoch, sequence, schema } = state;
		writer.finish({ epoch, sequence, schema, generation: (current?.header.generation ?? 0) + 1 });
		// What was deleted must not live on in the older file.
		for (const file of files) if (file !== other) erase(file);
		return true;
	}
}
