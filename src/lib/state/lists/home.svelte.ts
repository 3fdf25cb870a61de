import { deletePartnership, type RemovedRecords } from '$lib/storage/bundles/removal';
import { today } from '$lib/state/clock-and-ids';
import { guarded } from '$lib/state/guarded';
import { keepFresh } from '$lib/state/keep-fresh';
import { partnershipLines, type PartnershipLine } from './partnership-lines';
import { removeFrom, undoOn, undoRemoval } from '$lib/state/saving/put-back';

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
		await removeFrom(this, () => deletePartnership(id));
	}

	async undoRemove(): Promise<void> {
		await undoOn(this, undoRemoval);
	}

	async #read(isOutdated: () => boolean): Promise<void> {
		await guarded(this, async () => {
			for await (const { lines, total } of partnershipLines(today(), MOST_LINES)) {
				this.lines = lines;
				this.total = total;
				if (isOutdated()) break;
			}
		});
	}
}
