import { noLetterhead, type Letterhead } from '$lib/domain/measurement/letterhead';
import type { Commitment } from '$lib/domain/measurement/commitment';
import type { Comparison } from '$lib/domain/comparing/comparison';
import type { ComparisonSource } from '$lib/report/model/comparison-source';

interface Extras {
	from?: number;
	commitments?: readonly Commitment[];
	letterhead?: Letterhead;
}

/** What the report of a comparison is made of. */
export function comparisonSource(comparison: Comparison, extras: Extras = {}): ComparisonSource {
	return {
		partnership: { name: 'Overleg aan de beek', example: false },
		comparison,
		from: extras.from ?? 0,
		commitments: extras.commitments ?? [],
		letterhead: extras.letterhead ?? noLetterhead,
		appVersion: '9.8.7'
	};
}
