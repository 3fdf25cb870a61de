import {
	MAX_COMMITMENT_NOTE,
	statusWord,
	type Commitment,
	type CommitmentStatus
} from '$lib/domain/measurement/commitment';
import { cleanText } from '$lib/domain/text/misleading-characters';
import type { TextChange } from '$lib/domain/text/text-change';
import { changeCommitment } from '$lib/storage/records/commitments';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { SharedTexts } from '$lib/state/saving/shared-texts';

const NOTE = 'note';
const STATUS = 'status';

/** One commitment that people look back on: what became of it, stored at once, each thing on its own. */
export class ReviewedCommitment {
	saving = $state.raw<SaveStatus>({ kind: 'idle' });
	#stored = $state.raw() as Commitment;
	/** Chosen here and not stored yet. */
	#chosen = $state.raw<CommitmentStatus>();
	readonly queue = new SaveQueue((status) => (this.saving = status), {
		what: 'wat je schreef bij een afspraak',
		file: () => ({ name: 'bij-een-afspraak.txt', text: this.#asText() })
	});
	readonly #note = new SharedTexts(this.queue, MAX_COMMITMENT_NOTE, async (_id, change) => {
		let note = '';
		await this.#change((stored) => {
			note = change(stored.note);
			return { ...stored, note: note.trim() === '' ? '' : note };
		});
		return note;
	});

	constructor(stored: Commitment) {
		this.hear(stored);
	}

	get commitment(): Commitment {
		return this.#chosen === undefined ? this.#stored : { ...this.#stored, status: this.#chosen };
	}

	get note(): string {
		return this.#note.of(NOTE);
	}

	/** How the note last changed because someone wrote it in another tab at the same time. */
	get noteJoined(): TextChange | undefined {
		return this.#note.joined(NOTE);
	}

	choose(status: CommitmentStatus): void {
		this.#chosen = status;
		this.queue.put(STATUS, async () => {
			await this.#change((stored) => ({ ...stored, status }));
			if (this.#chosen === status) this.#chosen = undefined;
		});
	}

	writeNote(note: string): void {
		this.#note.write(NOTE, cleanText(note));
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.queue.writeAll();
	}

	/** Shows what is stored now, except what this tab still has to store. */
	hear(stored: Commitment): void {
		this.#stored = stored;
		this.#note.hear([[NOTE, stored.note]]);
	}

	async #change(change: (stored: Commitment) => Commitment): Promise<void> {
		this.#stored = await changeCommitment(this.#stored, change);
	}

	#asText(): string {
		const { what, status } = this.commitment;
		return `${what}\n${statusWord(status)}\n${this.note}`;
	}
}
