import type { Answer, Group } from '$lib/domain/measurement';

/** A filled-in example: invented answers, no real municipality. One row a dimension, three items, in questionnaire order. */
export const example = {
	name: 'Voorbeeld: een gemeente met haar verenigingen',
	date: '2026-03-19',
	questionnaire: { id: 'samenwerking', version: '1.0.0' },
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
	] satisfies Group[],
	answers: {
		gemeente: ['443', '444', '344', '343', '443', '334', '432', '454', '232', '33?', '443', '32?'],
		verenigingen: ['343', '334', '443', '433', '221', '213', '223', '344', '2?2', '243', '322', '3??']
	},
	notes: {
		'partnerschap-gemeente-vraagt-eerst-meedenken':
			'De verenigingen horen vaak pas van een plan als het programma al vastligt. De gemeente wil dat bij de kermis anders doen.',
		'waardering-inzet-gezien': 'Het etentje voor vrijwilligers werd door iedereen genoemd.'
	} as Record<string, string>
};

/** Reads one character of a row: a point of the scale, or ? for «weet niet». */
export function parseExampleAnswer(character: string): Answer {
	const score = ([1, 2, 3, 4, 5] as const).find((point) => String(point) === character);
	return score ?? 'unknown';
}
