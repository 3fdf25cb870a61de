import { journalHealth } from '$lib/storage/journal/journal';
import { copiesKept, onTrouble } from '$lib/storage/trouble';

/** In how many places is what people read to be «Bewaard». */
class Safekeeping {
	/** Whether it is in the database only. Before anything was asked of the copy beside it, nothing is claimed. */
	onePlace = $state(isInOnePlace());

	constructor() {
		onTrouble(() => (this.onePlace = isInOnePlace()));
	}
}

function isInOnePlace(): boolean {
	return copiesKept() === 1 && journalHealth() !== 'unproved';
}

/** The one of this tab. */
export const safekeeping = new Safekeeping();
