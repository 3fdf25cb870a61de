import { keyPathOf } from '$lib/storage/key-paths';
import type { ByteFile, JournalFolder } from './byte-file';
import { keyOf, keyText, recordName } from './fold';
import type { JournalChange } from './lines';
import { erasePile, pileBytes, readPile, replacePile, type Pile, type PileFiles, type PileRecord } from './pile-file';
import { lastIn, readRegister, withTransaction, writeRegister, type Register } from './register';
import type { DatabaseState, ReadDatabase } from './read-database';

const REGISTER = 'piles';
const PREFIX = 'pile ';
/**
 * From so many piles on, they are compared with the database only when the register does not
 * prove that they hold the same.
 */
const MANY = 40;

/** What a transaction did in piles. */
export interface PileTransaction {
	/** Counts such transactions of a database. */
	number: number;
	/** Those of which something changed. */
	names: readonly string[];
}

/** The database is not as far as the piles are: nothing may be written over. */
class DatabaseIsBehind extends Error {}

/** The piles of one device, as the database says that they are. */
export class Piles {
	constructor(
		private readonly folder: JournalFolder,
		private readonly database: ReadDatabase
	) {}

	register(): Promise<Register | null> {
		return this.#withFile(REGISTER, (file) => readRegister(file));
	}

	/**
	 * Writes what these piles hold now in the database; resolves when it is on the disk and
	 * nothing is left of what they held.
	 * @returns false when the database lost something that the piles have, or when nothing is known of them
	 */
	async write(epoch: string, { number, names }: PileTransaction): Promise<boolean> {
		return this.#withFile(REGISTER, async (file) => {
			const register = readRegister(file);
			if (register?.epoch !== epoch) return false;
			let added = 0;
			try {
				await this.database.readPiles(names, async (name, records, state) => {
					if (!isFurther(state, register)) throw new DatabaseIsBehind();
					added += await this.#put(name, records);
				});
			} catch (cause) {
				if (cause instanceof DatabaseIsBehind) return false;
				throw cause;
			}
			writeRegister(file, withTransaction(register, number, added));
			return true;
		});
	}

	/**
	 * Makes all piles as the database is, and leaves nothing behind of what they held or of piles that are gone.
	 * @param before the state of the database, read before this
	 */
	async sync(before: DatabaseState): Promise<void> {
		const there = await this.#names();
		const register = await this.register();
		const isProved = register?.epoch === before.epoch && register.upTo === before.piles && register.also.length === 0;
		if (isProved && there.length > MANY) return;
		const held = new Set<string>();
		await this.database.readPiles(undefined, async (name, records) => {
			held.add(name);
			await this.#put(name, records);
		});
		for (const name of there) if (!held.has(name)) await this.#remove(name);
		const now = { epoch: before.epoch, upTo: before.piles ?? 0, also: [], piles: held.size };
		if (!isProved || register.piles !== held.size) await this.#withFile(REGISTER, (file) => writeRegister(file, now));
	}

	/** Everything in the piles. */
	async read(): Promise<PileRecord[]> {
		const records: PileRecord[] = [];
		for (const name of await this.#names()) {
			const pile = await this.#current(name);
			for (const record of pile?.records ?? []) records.push(record);
		}
		return records;
	}

	/** Whether every pile is there, and as it was written. */
	async areWhole(): Promise<boolean> {
		const names = await this.#names();
		if ((await this.register())?.piles !== names.length) return false;
		for (const name of names) if (!(await this.#current(name))?.isWhole) return false;
		return true;
	}

	/**
	 * What the database lost of what is in the piles, as what has to be done to bring it back.
	 * @param isAllThere whether the piles hold all that the database does: what is not in them was deleted then
	 */
	async lost(isAllThere: boolean): Promise<JournalChange[]> {
		const inDatabase = new Map<string, PileRecord[]>();
		await this.database.readPiles(undefined, async (name, records) => void inDatabase.set(name, records));
		const changes: JournalChange[] = [];
		for (const name of await this.#names()) {
			const pile = await this.#current(name);
			if (pile) changes.push(...differences(inDatabase.get(name) ?? [], pile, isAllThere));
		}
		return changes;
	}

	/** @returns how many piles there are more now: 1, 0 or -1 */
	async #put(name: string, records: readonly PileRecord[]): Promise<number> {
		if (records.length === 0) return this.#remove(name);
		return this.#withPile(name, (files) => {
			const isNew = readPile(files) === null;
			replacePile(files, pileBytes(records));
			return isNew ? 1 : 0;
		});
	}

	/** @returns as `#put` */
	async #remove(name: string): Promise<number> {
		const had = await this.#withPile(name, (files) => {
			const pile = readPile(files);
			erasePile(files);
			return pile !== null;
		});
		for (const file of fileNames(name)) await this.folder.remove(file);
		return had ? -1 : 0;
	}

	#current(name: string): Promise<Pile | null> {
		return this.#withPile(name, readPile);
	}

	async #names(): Promise<string[]> {
		const files = await this.folder.names();
		const piles = files.filter((file) => file.startsWith(PREFIX)).map((file) => file.slice(PREFIX.length, -2));
		return [...new Set(piles)].sort();
	}

	async #withPile<Result>(name: string, work: (files: PileFiles) => Result): Promise<Result> {
		const [first, second] = fileNames(name);
		return this.#withFile(first, (one) => this.#withFile(second, (other) => work([one, other])));
	}

	async #withFile<Result>(name: string, work: (file: ByteFile) => Result | Promise<Result>): Promise<Result> {
		const file = await this.folder.open(name);
		try {
			return await work(file);
		} finally {
			file.close();
		}
	}
}

function fileNames(pile: string): readonly [string, string] {
	return [`${PREFIX}${pile} a`, `${PREFIX}${pile} b`];
}

function isFurther(state: DatabaseState, register: Register): boolean {
	const { epoch, piles, pilesCompared } = state;
	return epoch === register.epoch && piles !== null && pilesCompared === piles && piles >= lastIn(register);
}

function differences(inDatabase: readonly PileRecord[], pile: Pile, isAllThere: boolean): JournalChange[] {
	const here = new Map(inDatabase.map((record) => [nameOf(record), record]));
	const changes: JournalChange[] = [];
	for (const record of pile.records) {
		const known = here.get(nameOf(record));
		here.delete(nameOf(record));
		const isOlder = known && JSON.stringify(known) !== JSON.stringify(record);
		if (!known || (isAllThere && isOlder)) changes.push(record);
	}
	if (isAllThere && pile.isWhole) {
		for (const [, store, value] of here.values()) changes.push(['delete', store, keyIn(store, value)]);
	}
	return changes;
}

function nameOf([, store, value]: PileRecord): string {
	return recordName(store, keyText(keyIn(store, value)));
}

function keyIn(store: string, value: unknown): unknown {
	return keyOf(keyPathOf(store) ?? 'id', value);
}
