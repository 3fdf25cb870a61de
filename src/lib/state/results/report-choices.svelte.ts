import { SvelteMap } from 'svelte/reactivity';
import { tickAdvice, type Commitment, type ReportChoice } from '$lib/domain/measurement/commitment';
import { compareText } from '$lib/domain/text/compare-text';
import { MAX_OWN_WORDS } from '$lib/domain/text/field-rules';
import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import type { TextChange } from '$lib/domain/text/text-change';
import type { Change, From } from '$lib/storage/changes';
import { loadCommitments } from '$lib/storage/records/commitments';
import { loadResponses } from '$lib/storage/records/responses';
import { changeReportChoice, loadReportChoice } from '$lib/storage/settings/report-choices';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { touchesResult, type ResultOutcome } from './result';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';
import { SharedTexts } from '$lib/state/saving/shared-texts';

/** The commitments that a report shows. @throws StorageError */
export async function loadReportedCommitments(partnershipId: string): Promise<Commitment[]> {
	const commitments = await loadCommitments(partnershipId);
	return commitments.sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id));
}

/**
 * The individual responses for figures that leave the device: in open mode all, of an anonymous measurement none.
 * @throws StorageError
 */
export async function loadExportedResponses({ id, privacy }: Measurement): Promise<IndividualResponse[]> {
	return privacy.mode === 'open' ? loadResponses(id) : [];
}

/** Whether what a report shows may be another by a change, apart from what is chosen and written for it. */
export function touchesReport(change: Change, from: From, outcome: ResultOutcome | undefined): boolean {
	const isAgreed = change.kind === 'commitment' && change.partnershipId === outcome?.partnership.id;
	return isAgreed || touchesResult(change, from, outcome);
}

interface Tick {
	adviceId: string;
	isChosen: boolean;
	first: readonly string[];
}

function withTick(ids: ReportChoice['adviceIds'], { adviceId, isChosen, first }: Tick): readonly string[] {
	return tickAdvice(ids, adviceId, isChosen, first);
}

const OWN_WORDS = 'own-words';

/** What the facilitator chose for the report of one measurement; stored at once, each choice on its own. */
export class ReportChoices {
	#storedIds = $state.raw<ReportChoice['adviceIds']>(null);
	/** By id of the tip or prompt, what is not stored yet. */
	readonly #ticks = new SvelteMap<string, Tick>();
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'wat je koos en schreef voor het verslag',
		file: () => ({ name: 'eigen-woorden-in-het-verslag.txt', text: this.ownWords })
	});
	readonly #words = new SharedTexts(this.#queue, MAX_OWN_WORDS, async (_id, change) => {
		const stored = await this.#change((choice) => ({ ...choice, ownWords: change(choice.ownWords) }));
		return stored.ownWords;
	});

	private constructor(
		readonly measurementId: string,
		stored: ReportChoice | undefined
	) {
		this.#show(stored);
	}

	/** @throws StorageError */
	static async open(measurementId: string): Promise<ReportChoices> {
		return new ReportChoices(measurementId, await loadReportChoice(measurementId));
	}

	/** Shows what is chosen and written meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: (change) =>
				change.kind === 'partnership' ||
				(change.kind === 'report-choice' && change.measurementId === this.measurementId),
			read: () => loadReportChoice(this.measurementId),
			show: (stored) => this.#show(stored)
		});
	}

	get ownWords(): string {
		return this.#words.of(OWN_WORDS);
	}

	/** How the own words last changed because someone wrote them in another tab at the same time. */
	get wordsJoined(): TextChange | undefined {
		return this.#words.joined(OWN_WORDS);
	}

	get choice(): ReportChoice {
		return { measurementId: this.measurementId, adviceIds: this.adviceIds, ownWords: this.ownWords };
	}

	get adviceIds(): ReportChoice['adviceIds'] {
		return [...this.#ticks.values()].reduce(withTick, this.#storedIds);
	}

	/** @param first what is in the report as long as nobody chose */
	tick(adviceId: string, isChosen: boolean, first: readonly string[]): void {
		const tick: Tick = { adviceId, isChosen, first };
		this.#ticks.set(adviceId, tick);
		this.#queue.put(`advice ${adviceId}`, async () => {
			const stored = await this.#change((choice) => ({ ...choice, adviceIds: withTick(choice.adviceIds, tick) }));
			this.#storedIds = stored.adviceIds;
			if (this.#ticks.get(adviceId) === tick) this.#ticks.delete(adviceId);
		});
	}

	writeOwnWords(ownWords: string): void {
		this.#words.write(OWN_WORDS, ownWords);
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	#show(stored: ReportChoice | undefined): void {
		this.#storedIds = stored?.adviceIds ?? null;
		this.#words.hear([[OWN_WORDS, stored?.ownWords ?? '']]);
	}

	#change(change: (choice: ReportChoice) => ReportChoice): Promise<ReportChoice> {
		return changeReportChoice(this.measurementId, change);
	}
}
