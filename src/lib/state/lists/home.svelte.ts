import { nextStep, type NextStep } from '$lib/domain/words/next-words';
import { today } from '$lib/state/clock-and-ids';
import { guarded } from '$lib/state/guarded';
import { keepFresh } from '$lib/state/keep-fresh';
import { ResponseGroups } from '$lib/state/response-groups';
import { partnershipLines, type LatestMeasurement, type PartnershipLine } from './partnership-lines';

const MOST_LINES = 8;

/** A partnership with where its latest measurement is. */
export interface HomeLine extends PartnershipLine {
	next: NextStep | undefined;
}

/** The measurement that the page is about. */
export interface FirstLine extends HomeLine {
	latest: LatestMeasurement;
	next: NextStep;
}

/** The partnerships on this device that were worked on last, kept fresh when another tab changes one. */
export class Home {
	lines = $state.raw<HomeLine[] | undefined>();
	/** How many partnerships there are, also those without a line here. */
	total = $state(0);
	problem = $state<string | undefined>();
	/** Of the first: how many individuals of each group are in, by its id. */
	present = $state.raw<Readonly<Record<string, number>>>({});
	#groups: ResponseGroups | undefined;
	#counted = '';

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		const kinds = ['partnership', 'measurement', 'response', 'answer', 'commitment'] as const;
		return keepFresh((isOutdated) => this.#read(isOutdated), kinds);
	}

	/** What the page is about: the newest that is open, else the newest with something to do, never the example. */
	get first(): FirstLine | undefined {
		const lines = (this.lines ?? []).filter(isFirst);
		return (
			lines.find(({ next }) => next.step === 'prepare' || next.step === 'answer') ??
			lines.find(({ next }) => next.pending)
		);
	}

	/** All others. */
	get others(): readonly HomeLine[] {
		const { first } = this;
		return (this.lines ?? []).filter(({ partnership }) => partnership.id !== first?.partnership.id);
	}

	async #read(isOutdated: () => boolean): Promise<void> {
		await guarded(this, async () => {
			for await (const { lines, total } of partnershipLines(today(), MOST_LINES)) {
				this.lines = lines.map((line) => ({ ...line, next: line.latest && nextStep(line.latest) }));
				this.total = total;
				if (isOutdated()) return;
			}
			await this.#count();
		});
	}

	/** Counts who is in, of the first alone. */
	async #count(): Promise<void> {
		const { id = '', groups = [] } = this.first?.latest.measurement ?? {};
		if (id !== this.#counted) {
			this.#groups = id === '' ? undefined : new ResponseGroups(id);
			this.#counted = id;
		}
		const of = (await this.#groups?.read()) ?? [];
		this.present = Object.fromEntries(
			groups.map((group) => [group.id, of.filter((groupId) => groupId === group.id).length])
		);
	}
}

function isFirst(line: HomeLine): line is FirstLine {
	return line.latest !== undefined && line.next !== undefined && !line.partnership.example;
}
