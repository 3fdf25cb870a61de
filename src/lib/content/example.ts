import type { CommitmentFields } from '$lib/domain/measurement/commitment';
import type { Group, Way } from '$lib/domain/measurement/measurement';
import { people2025, people2026, type ExamplePeople } from './example-people';

/** One measurement of the example. */
export interface ExampleMeasurement {
	/** ISO date, yyyy-mm-dd. */
	date: string;
	status: 'open' | 'closed';
	asksTrend: boolean;
	ways: readonly Way[];
	people: ExamplePeople;
	commitments: readonly (CommitmentFields & { dimensionId: string })[];
}

/**
 * A filled-in example over two years: invented answers, no real municipality. What it tells: the municipality invited
 * small groups and the calendar came, and both are seen; that it would answer proposals was let go, and that is seen
 * too; a contact person left and agreements suffer; and on who plans and decides the two sides do not see the same.
 */
export const example = {
	name: 'Voorbeeld: een gemeente met haar verenigingen',
	questionnaire: { id: 'samenwerking', version: '2.0.0' },
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: 'Gemeente', people: 7 },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen', people: 31 }
	] satisfies Group[],
	/** Oldest first; the newest is the one that opens. */
	measurements: [
		{
			date: '2025-03-20',
			status: 'closed',
			asksTrend: false,
			ways: ['paper', 'phone'],
			people: people2025,
			commitments: [
				{
					dimensionId: 'openheid',
					what: 'De breigroep, het repaircafé en de oudergroep uitnodigen voor het overleg met verenigingen.',
					who: 'De dienst vrije tijd',
					by: '2025-06-15',
					status: 'done',
					note: 'Ze kregen alle drie een brief. Twee van hen komen nu elke keer.'
				},
				{
					dimensionId: 'gedeeld-belang',
					what: 'Eén gedeelde kalender maken voor alle activiteiten van het jaar.',
					who: 'De cultuurdienst en de feestraad',
					by: '2025-09-01',
					status: 'done',
					note: 'Ze hangt in het dorpshuis. Twee feesten zijn daardoor verschoven.'
				},
				{
					dimensionId: 'zeggenschap',
					what: 'Binnen een maand laten weten wat de gemeente met een voorstel van een vereniging doet.',
					who: 'De schepen van vrije tijd',
					by: '2025-11-01',
					status: 'dropped',
					note: 'Bij twee voorstellen lukte het. Daarna ging de contactpersoon weg en bleef het liggen.'
				}
			]
		},
		{
			date: '2026-03-19',
			status: 'open',
			asksTrend: true,
			ways: ['paper', 'phone'],
			people: people2026,
			commitments: []
		}
	] satisfies ExampleMeasurement[]
};
