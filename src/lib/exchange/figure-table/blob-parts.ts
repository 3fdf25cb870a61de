/** In bytes, or in characters of text: what is gathered before the browser gets it to keep. */
const PART = 1_000_000;

/** A large file in the making: whatever is added goes to the browser, part by part, so that little is in memory. */
export class BlobParts<Piece extends string | Uint8Array<ArrayBuffer>> {
	#parts: Blob[] = [];
	#pieces: Piece[] = [];
	#size = 0;

	add(piece: Piece): void {
		this.#pieces.push(piece);
		this.#size += piece.length;
		if (this.#size >= PART) this.#keep();
	}

	finish(type: string): Blob {
		this.#keep();
		return new Blob(this.#parts, { type });
	}

	#keep(): void {
		this.#parts.push(new Blob(this.#pieces));
		this.#pieces = [];
		this.#size = 0;
	}
}
