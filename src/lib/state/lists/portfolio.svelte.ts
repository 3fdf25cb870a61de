import { today } from '$lib/state/clock-and-ids';
import { guarded } from '$lib/state/guarded';
import { keepFresh } from '$lib/state/keep-fresh';
import { partnershipLines, type PartnershipLine } from './partnership-lines';

/** All partnerships on this device, kept fresh when another tab changes one. */
export class Portfolio {
	lines = $state.raw<PartnershipLine[] | undefined>();
	/** ISO date, yyyy-mm-dd, of the day that the lines were read. */
	today = $state('');
	problem = $state<string | undefined>();

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		return keepFresh(
			(isOutdated) => this.#read(isOutdated),
			['partnership', 'measurement', 'commitment', 'response', 'answer']
		);
	}

	async #read(isOutdated: () => boolean): Promise<void> {
		const now = today();
		await guarded(this, async () => {
			for await (const { lines } of partnershipLines(now)) {
				this.lines = lines;
				this.today = now;
				this.problem = undefined;
				if (isOutdated()) break;
			}
		});
	}
}
