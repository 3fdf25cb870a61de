import type { ByteFile } from '$lib/storage/journal/journal-file';

/** A crash: from here on nothing reaches the disk. */
export class Crash extends Error {}

/** The disk of a device: what was written stays, until the number of writes that it survives is used up; the last one may be torn. */
export class Disk {
	readonly #files = [new Uint8Array(0), new Uint8Array(0)];
	writesLeft = Infinity;
	/** How much of the write that crashes still reaches the disk, from 0 to 1. */
	torn = 0;

	open(): readonly [ByteFile, ByteFile] {
		return [this.#file(0), this.#file(1)];
	}

	bytes(index: 0 | 1): Uint8Array {
		return this.#files[index] ?? new Uint8Array(0);
	}

	#file(index: number): ByteFile {
		const content = () => this.#files[index] ?? new Uint8Array(0);
		return {
			read: (into, { at }) => {
				const part = content().subarray(at, at + into.length);
				into.set(part);
				return part.length;
			},
			write: (from, { at }) => {
				const crashes = this.writesLeft-- <= 0;
				const part = crashes ? from.subarray(0, Math.floor(from.length * this.torn)) : from;
				const grown = new Uint8Array(Math.max(content().length, at + part.length));
				grown.set(content());
				grown.set(part, at);
				this.#files[index] = grown;
				if (crashes) throw new Crash();
				return from.length;
			},
			getSize: () => content().length,
			truncate: (size) => {
				if (this.writesLeft-- <= 0) throw new Crash();
				const cut = new Uint8Array(size);
				cut.set(content().subarray(0, size));
				this.#files[index] = cut;
			},
			flush: () => undefined,
			close: () => undefined
		};
	}
}
