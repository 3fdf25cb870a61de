import { deletePartnership, type RemovedRecords } from '$lib/storage/records/partnerships';
import { asStorageError } from '$lib/storage/storage-error';
import { today } from '$lib/state/clock-and-ids';
import { keepFresh } from '$lib/state/keep-fresh';
import { partnershipLines, type PartnershipLine } from './partnership-lines';
import { undoRemoval } from '$lib/state/saving/put-back';

const MOST_LINES = 8;

/** The partnerships on this device that were worked on last, kept fresh when another tab changes one. */
export class Home {
	lines = $state.raw<PartnershipLine[] | undefined>();
	/** How many partnerships there are, also those without a line here. */
	total = $state(0);
	problem = $state<string | undefined>();
	/** Dutch: what undoing met that came back meanwhile. */
	notice = $state<string | undefined>();
	removed = $state.raw<RemovedRecords | undefined>();

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		return keepFresh((isOutdated) => this.#read(isOutdated), ['partnership', 'measurement', 'commitment']);
	}

	async remove(id: string): Promise<void> {
		await this.#guard(async () => {
			// A second click finds nothing left to delete, and must not take the undo away.
			this.removed = (await deletePartnership(id)) ?? this.removed;
			this.notice = undefined;
		});
	}

	async undoRemove(): Promise<void> {
		const records = this.removed;
		if (!records) return;
		await this.#guard(async () => {
			const { notice, refused } = await undoRemoval(records);
			this.notice = notice;
			if (!refused) this.removed = undefined;
		});
	}

	report(cause: unknown): void {
		this.problem = asStorageError(cause).message;
	}

	async #read(isOutdated: () => boolean): Promise<void> {
		await this.#guard(async () => {
			for await (const { lines, total } of partnershipLines(today(), MOST_LINES)) {
				this.lines = lines;
				this.total = total;
				if (isOutdated()) break;
			}
		});
	}

	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.problem = undefined;
		} catch (cause) {
			this.report(cause);
		}
	}
}
