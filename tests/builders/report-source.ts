import type { Commitment } from '$lib/domain/measurement/commitment';
import { noLetterhead, type Letterhead } from '$lib/domain/measurement/letterhead';
import type { AgreedScore, ItemNote } from '$lib/domain/measurement/measurement';
import type { Previous, ReportSource } from '$lib/report/model/report-source';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';
import type { UniformSheets } from '$lib/domain/scoring/uniform-sheets';
import { aCommitment, aPartnership } from './records';
import type { Workshop } from './workshop';

interface Extras {
	name?: string;
	commitments?: readonly Commitment[];
	notes?: readonly ItemNote[];
	agreed?: readonly AgreedScore[];
	adviceIds?: readonly string[] | null;
	ownWords?: string;
	trends?: readonly DimensionTrend[];
	uniform?: readonly UniformSheets[];
	previous?: Previous | null;
	chosen?: readonly string[];
	letterhead?: Letterhead;
}

/** What a report is made of, from what people answered in a workshop. */
export function reportSource(held: Workshop, extras: Extras = {}): ReportSource {
	return {
		result: {
			partnership: aPartnership({ id: 'p', name: extras.name ?? 'Overleg aan de beek' }),
			measurement: held.measurement(),
			questionnaire: held.questionnaire,
			figures: held.figures(),
			advice: held.advice(),
			notes: extras.notes ?? [],
			agreed: extras.agreed ?? [],
			trends: extras.trends ?? [],
			topics: held.topics(),
			chosen: extras.chosen ?? [],
			uniform: extras.uniform ?? [],
			previous: extras.previous ?? null,
			counts: held.counts()
		},
		commitments: extras.commitments ?? [],
		choice: { adviceIds: extras.adviceIds ?? null, ownWords: extras.ownWords ?? '' },
		letterhead: extras.letterhead ?? noLetterhead,
		appVersion: '9.8.7'
	};
}

export function commitment(changes: Partial<Commitment> = {}): Commitment {
	return aCommitment({
		partnershipId: 'p',
		measurementId: 'm',
		what: 'De kermis samen voorbereiden',
		who: 'Zoë',
		by: '2026-09-01',
		...changes
	});
}

export const commitments = (count: number): Commitment[] =>
	Array.from({ length: count }, (_, index) => commitment({ id: `c${index}`, what: `Afspraak nummer ${index + 1}` }));
