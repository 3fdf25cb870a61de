/** Nothing of this transaction stays. It may have ended by itself already: then nothing is left to undo. */
export function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch {
		// As said above.
	}
}
