import type { Comparison } from '$lib/domain/comparing/comparison';
import type { Commitment } from '$lib/domain/measurement/commitment';
import type { Letterhead } from '$lib/domain/measurement/letterhead';
import type { Partnership } from '$lib/domain/measurement/measurement';

/** Everything that the report of a comparison is made of; its figures already keep back what anonymity asks. */
export interface ComparisonSource {
	partnership: Pick<Partnership, 'name' | 'example'>;
	comparison: Comparison;
	/** Place of the measurement that the newest is set against, from 0. */
	from: number;
	/** All commitments of the partnership, of every measurement. */
	commitments: readonly Commitment[];
	letterhead: Letterhead;
	/** Version of the app that makes the report. */
	appVersion: string;
}

/** Place of the newest. */
export const newestIn = ({ comparison }: Pick<ComparisonSource, 'comparison'>): number =>
	comparison.occasions.length - 1;
