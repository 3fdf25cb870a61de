import type { Commitment, ReportChoice } from '$lib/domain/commitment';
import { loadCommitments } from '$lib/storage/commitments';
import { loadReportChoice, saveReportChoice } from '$lib/storage/report-choices';
import { SaveQueue, type SaveStatus } from './save-queue';

/** The commitments that a report shows. @throws StorageError */
export async function loadReportedCommitments(partnershipId: string): Promise<Commitment[]> {
	const commitments = await loadCommitments(partnershipId);
	return commitments.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}

/** What the facilitator chose for the report of one measurement; stored at once. */
export class ReportChoices {
	adviceIds = $state.raw<readonly string[] | null>(null);
	ownWords = $state('');
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status));

	private constructor(
		readonly measurementId: string,
		stored: ReportChoice | undefined
	) {
		this.adviceIds = stored?.adviceIds ?? null;
		this.ownWords = stored?.ownWords ?? '';
	}

	/** @throws StorageError */
	static async open(measurementId: string): Promise<ReportChoices> {
		return new ReportChoices(measurementId, await loadReportChoice(measurementId));
	}

	get choice(): ReportChoice {
		return { measurementId: this.measurementId, adviceIds: this.adviceIds, ownWords: this.ownWords };
	}

	chooseAdvice(adviceIds: readonly string[]): void {
		this.adviceIds = [...adviceIds];
		this.#save();
	}

	writeOwnWords(ownWords: string): void {
		this.ownWords = ownWords;
		this.#save();
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	#save(): void {
		const { choice } = this;
		this.#queue.put('choice', () => saveReportChoice(choice));
	}
}
