/**
 * The text of a file with partnerships «Verband 1», «Verband 2» …, each with one measurement of two
 * responses, as this app writes it.
 */
export function largeFile(partnerships: number): string {
	const content = {
		format: 'samenwerkingsmeter-uitwisseling',
		version: 3,
		partnerships: Array.from({ length: partnerships }, (_, index) => partnershipOf(index + 1)),
		questionnaires: []
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}

function partnershipOf(number: number): object {
	const id = number.toString(16).padStart(32, '0');
	const createdAt = '2026-03-19T10:00:00.000Z';
	const responses = [1, 2].map((person) => ({
		id: (number * 16 + person).toString(16).padStart(10, '0'),
		measurementId: id,
		groupId: 'gemeente',
		revision: 1,
		answers: { 'waardering-inzet-gezien': person },
		notes: {},
		trends: {}
	}));
	const measurement = {
		id,
		partnershipId: id,
		name: '',
		date: '2026-03-19',
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		groups: [
			{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
			{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
		],
		privacy: { mode: 'open' },
		status: 'open',
		sealed: false,
		ways: ['phone'],
		createdAt,
		asksTrend: false
	};
	const rest = { jointAnswers: [], notes: [], agreedScores: [], commitments: [], reportChoice: null, position: null };
	return {
		partnership: { id, name: `Verband ${number}`, createdAt, example: false, nextDate: '' },
		measurements: [{ measurement, responses, ...rest }]
	};
}
