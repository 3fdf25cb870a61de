import type { Commitment } from '$lib/domain/measurement/commitment';
import type { AgreedScore, ItemNote } from '$lib/domain/measurement/measurement';
import type { Previous, ReportSource } from '$lib/report/model/report-source';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';
import type { Workshop } from './workshop';

interface Extras {
	name?: string;
	commitments?: readonly Commitment[];
	notes?: readonly ItemNote[];
	agreed?: readonly AgreedScore[];
	adviceIds?: readonly string[] | null;
	ownWords?: string;
	trends?: readonly DimensionTrend[];
	previous?: Previous | null;
}

/** What a report is made of, from what people answered in a workshop. */
export function reportSource(held: Workshop, extras: Extras = {}): ReportSource {
	const { questionnaire, groups, privacy } = held;
	return {
		result: {
			partnership: {
				id: 'p',
				name: extras.name ?? 'Overleg aan de beek',
				createdAt: '2026-01-01',
				example: false,
				nextDate: ''
			},
			measurement: {
				id: 'm',
				partnershipId: 'p',
				name: '',
				date: '2026-03-19',
				questionnaire: { id: questionnaire.id, version: questionnaire.version },
				groups,
				privacy,
				status: 'closed',
				sealed: privacy.mode === 'anoniem',
				ways: [],
				createdAt: '2026-03-01T10:00:00.000Z',
				asksTrend: false
			},
			questionnaire,
			figures: held.figures(),
			advice: held.advice(),
			notes: extras.notes ?? [],
			agreed: extras.agreed ?? [],
			trends: extras.trends ?? [],
			previous: extras.previous ?? null,
			counts: groups.map((group) => ({
				groupId: group.id,
				responses: held.responses.filter(({ groupId, kind }) => groupId === group.id && kind === 'individual').length
			}))
		},
		commitments: extras.commitments ?? [],
		choice: { adviceIds: extras.adviceIds ?? null, ownWords: extras.ownWords ?? '' },
		appVersion: '9.8.7'
	};
}

export function commitment(change: Partial<Commitment> = {}): Commitment {
	return {
		id: 'c',
		partnershipId: 'p',
		measurementId: 'm',
		adviceId: null,
		dimensionId: null,
		what: 'De kermis samen voorbereiden',
		who: 'Zoë',
		by: '2026-09-01',
		status: 'open',
		note: '',
		createdAt: '2026-03-19T20:00:00.000Z',
		...change
	};
}

export const commitments = (count: number): Commitment[] =>
	Array.from({ length: count }, (_, index) => commitment({ id: `c${index}`, what: `Afspraak nummer ${index + 1}` }));
