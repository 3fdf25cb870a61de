import { describeClashes, formChanges } from '$lib/domain/text/form-changes';
import { WorkEnded } from '$lib/domain/long-work';

/** The fields of a form with a button: each follows what other tabs store as long as nobody writes in it here. */
export class FormFields<Fields extends Record<string, string>> {
	written = $state() as Fields;
	/** How the form was when what is written began. */
	#seen: Fields;

	/** @param labels what the fields are called on the screen */
	constructor(
		stored: Fields,
		private readonly labels: Record<keyof Fields & string, string>
	) {
		this.written = { ...stored };
		this.#seen = { ...stored };
	}

	/** Shows what is stored now in the fields that nobody wrote in. */
	hear(stored: Fields): void {
		for (const name of Object.keys(this.labels) as (keyof Fields & string)[]) {
			if (this.written[name] !== this.#seen[name]) continue;
			this.written[name] = this.#seen[name] = stored[name];
		}
	}

	/**
	 * Within the transaction that stores it: what to change.
	 * @param tidy what to store of what was written
	 * @throws WorkEnded, once, when another tab changed the same field meanwhile; asked again it goes over that
	 */
	changesOver(stored: Fields, tidy: (written: Fields) => Fields): Partial<Fields> {
		const found = formChanges(this.#seen, tidy({ ...this.written }), stored);
		this.#seen = this.#only(stored);
		if (found.clashes.length > 0) throw new WorkEnded(describeClashes(found, stored, this.labels));
		return found.changes;
	}

	/** What was written is stored. */
	settle(stored: Fields): void {
		this.#seen = this.#only(stored);
		this.written = this.#only(stored);
	}

	#only(stored: Fields): Fields {
		const only = { ...this.written };
		for (const name of Object.keys(this.labels) as (keyof Fields & string)[]) only[name] = stored[name];
		return only;
	}
}
