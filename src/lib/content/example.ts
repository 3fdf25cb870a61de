import type { CommitmentFields } from '$lib/domain/measurement/commitment';
import type { Answer, Group } from '$lib/domain/measurement/measurement';

/** One measurement of the example. */
export interface ExampleMeasurement {
	/** ISO date, yyyy-mm-dd. */
	date: string;
	/** By group id: one row a dimension, one character an item, in questionnaire order. */
	answers: Readonly<Record<string, readonly string[]>>;
	/** By item id. */
	notes: Readonly<Record<string, string>>;
	commitments: readonly (CommitmentFields & { dimensionId: string })[];
}

/** A filled-in example over two years: invented answers, no real municipality. */
export const example = {
	name: 'Voorbeeld: een gemeente met haar verenigingen',
	questionnaire: { id: 'samenwerking', version: '1.0.0' },
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
	] satisfies Group[],
	/** Oldest first; the newest is the one that opens. */
	measurements: [
		{
			date: '2025-03-20',
			answers: {
				gemeente: ['433', '444', '334', '333', '443', '333', '332', '444', '222', '32?', '444', '33?'],
				verenigingen: ['233', '334', '333', '332', '211', '212', '122', '334', '221', '233', '433', '3??']
			},
			notes: {},
			commitments: [
				{
					dimensionId: 'gedeeld-belang',
					what: 'Eén gedeelde kalender maken voor alle activiteiten van het jaar.',
					who: 'De cultuurdienst en de feestraad',
					by: '2025-09-01',
					status: 'done',
					note: 'Ze hangt in het dorpshuis. Twee feesten zijn daardoor verschoven.'
				},
				{
					dimensionId: 'ontkokeren',
					what: 'De sportdienst en de jeugddienst nodigen de clubs samen uit.',
					who: 'De sportdienst',
					by: '2025-11-01',
					status: 'dropped',
					note: 'Er was geen datum te vinden die voor iedereen paste.'
				}
			]
		},
		{
			date: '2026-03-19',
			answers: {
				gemeente: ['443', '444', '344', '343', '443', '334', '432', '454', '232', '33?', '443', '32?'],
				verenigingen: ['343', '334', '443', '433', '221', '213', '223', '344', '2?2', '243', '322', '3??']
			},
			notes: {
				'partnerschap-gemeente-vraagt-eerst-meedenken':
					'De verenigingen horen vaak pas van een plan als het programma al vastligt. De gemeente wil dat bij de kermis anders doen.',
				'waardering-inzet-gezien': 'Het etentje voor vrijwilligers werd door iedereen genoemd.'
			},
			commitments: []
		}
	] satisfies ExampleMeasurement[]
};

/** Reads one character of a row: a point of the scale, or ? for «weet niet». */
export function parseExampleAnswer(character: string): Answer {
	const score = ([1, 2, 3, 4, 5] as const).find((point) => String(point) === character);
	return score ?? 'unknown';
}
