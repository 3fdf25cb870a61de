import type { Judgement } from '$lib/domain/intake/intake';
import { MAX_REVISION, type IndividualResponse } from '$lib/domain/measurement/measurement';
import type { KnownSheet } from '$lib/storage/records/sheet-records';
import { inTime, PATIENCE, SHORT_PATIENCE } from '$lib/state/in-time';
import type { SheetStoring } from './sheet-storing.svelte';

/** The answers leave the sheet: finished, handed in, or as a file. What leaves later has a higher revision. */
export class HandingOver {
	/** The revision of the last file that was made of unstored answers; 0: none. */
	#rescued = 0;

	constructor(private readonly storing: SheetStoring) {}

	/** As it is on the screen, also what could not be stored, newer than whatever left before. */
	rescuedResponse(): IndividualResponse {
		this.#rescued = this.#nextRevision();
		return { ...this.storing.response, revision: this.#rescued };
	}

	/**
	 * What could not be handed in on a passed-round device, as `rescuedResponse`; from now on this tab keeps it too,
	 * until it is.
	 */
	keptAside(): IndividualResponse {
		const response = this.rescuedResponse();
		this.storing.change({ groupId: this.storing.sheet.groupId });
		return response;
	}

	/** For `handIn` (hand-in.ts). @throws StorageError when they are not handed in */
	handInBy(handIn: (sheet: KnownSheet) => Promise<Judgement>): Promise<Judgement> {
		if (this.#rescued > this.storing.sheet.revision) this.storing.change({ revision: this.#rescued });
		return this.storing.handInBy(handIn);
	}

	/**
	 * Also when nothing can be stored: then it is of what this tab remembers.
	 * @param isFailing whether storing fails already: then nobody waits long for it
	 * @throws StorageError only when it was wiped in another tab
	 */
	async finish(isFailing: boolean): Promise<void> {
		const patience = isFailing ? SHORT_PATIENCE : PATIENCE;
		try {
			// Another tab may have answered too: what is handed back is what is stored, not what this tab remembers.
			this.storing.show(await inTime(this.storing.readBack(), patience));
		} catch (cause) {
			if (await this.storing.isWiped(cause)) throw cause;
		}
		this.storing.place = null;
		this.storing.change({ revision: this.#nextRevision(), finished: true });
		await inTime(this.storing.settled(), patience).catch(() => undefined);
	}

	#nextRevision(): number {
		return Math.min(MAX_REVISION, Math.max(this.storing.sheet.revision, this.#rescued) + 1);
	}
}
