import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import type { TextChange } from '$lib/domain/text/text-change';
import { changePrivateNote, loadPrivateNote } from '$lib/storage/settings/private-notes';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { SharedTexts } from '$lib/state/saving/shared-texts';

/** What the one who guides notes of one partnership for themselves; stored while it is typed. */
export class PrivateNotes {
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'je notities bij een overleg',
		file: () => ({ name: 'notities-bij-een-overleg.txt', text: this.text })
	});
	readonly #texts = new SharedTexts(this.#queue, MAX_NOTE_LENGTH, changePrivateNote);

	private constructor(
		readonly partnershipId: string,
		stored: string
	) {
		this.#show(stored);
	}

	/** @throws StorageError */
	static async open(partnershipId: string): Promise<PrivateNotes> {
		return new PrivateNotes(partnershipId, await loadPrivateNote(partnershipId));
	}

	/** Shows what is written meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) => change.kind === 'partnership' && change.partnershipId === this.partnershipId,
			read: () => loadPrivateNote(this.partnershipId),
			show: (stored) => this.#show(stored)
		});
	}

	get text(): string {
		return this.#texts.of(this.partnershipId);
	}

	/** How it last changed because someone wrote it in another tab at the same time. */
	get joined(): TextChange | undefined {
		return this.#texts.joined(this.partnershipId);
	}

	write(text: string): void {
		this.#texts.write(this.partnershipId, text);
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	#show(stored: string): void {
		this.#texts.hear([[this.partnershipId, stored]]);
	}
}
