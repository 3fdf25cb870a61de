import { asStorageError } from '$lib/storage/storage-error';
import { today } from './device';
import { keepFresh } from './keep-fresh';
import { loadPartnershipLines, type PartnershipLine } from './partnership-lines';

/** All partnerships on this device, kept fresh when another tab changes one. */
export class Portfolio {
	lines = $state.raw<PartnershipLine[] | undefined>();
	/** ISO date, yyyy-mm-dd, of the day that the lines were read. */
	today = $state('');
	problem = $state<string | undefined>();

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		return keepFresh(() => this.#read(), ['partnership', 'measurement', 'commitment', 'response', 'answer']);
	}

	async #read(): Promise<void> {
		const now = today();
		try {
			this.lines = (await loadPartnershipLines(now)).lines;
			this.today = now;
			this.problem = undefined;
		} catch (cause) {
			this.problem = asStorageError(cause).message;
		}
	}
}
