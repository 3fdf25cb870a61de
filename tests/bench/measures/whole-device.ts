import { closeSync, openSync, writeSync } from 'node:fs';
import type { PartnershipBundle } from '../../../src/lib/domain/intake/bundle';
import type { IndividualResponse } from '../../../src/lib/domain/measurement/measurement';
import { itemsOf } from '../../../src/lib/domain/questionnaire/questionnaire';
import { ExchangeWriter } from '../../../src/lib/exchange/files/exchange-file';
import { mainQuestionnaire } from '../setting/contents';

export interface DeviceSize {
	partnerships: number;
	/** Of each partnership. */
	measurements: number;
	/** Of each measurement, half of them of each group. */
	responses: number;
}

const items = itemsOf(mainQuestionnaire).map(({ id }) => id);
const groups = [
	{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
	{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
];

/** Writes a file with all that a consultant may have; the same size gives the same bytes. */
export function writeWholeDevice(path: string, size: DeviceSize): void {
	const writer = new ExchangeWriter();
	const file = openSync(path, 'w');
	for (let number = 1; number <= size.partnerships; number += 1) writeSync(file, writer.add(partnership(number, size)));
	writeSync(file, writer.end([]));
	closeSync(file);
}

function partnership(number: number, { measurements, responses }: DeviceSize): PartnershipBundle {
	const id = hexadecimal(number, 32);
	return {
		partnership: { id, name: `Verband ${number}`, createdAt: '2020-01-01T10:00:00.000Z', example: false, nextDate: '' },
		measurements: counted(measurements).map((year) => {
			const measurementId = hexadecimal(number * measurements + year, 32);
			const date = `${2026 - year}-03-19`;
			return {
				measurement: {
					id: measurementId,
					partnershipId: id,
					name: '',
					date,
					questionnaire: { id: mainQuestionnaire.id, version: mainQuestionnaire.version },
					groups,
					privacy: { mode: 'open' },
					status: 'closed',
					sealed: false,
					ways: ['phone'],
					createdAt: `${date}T10:00:00.000Z`,
					asksTrend: false
				},
				responses: counted(responses).map((person) =>
					response(measurementId, (number * measurements + year) * responses + person)
				),
				jointAnswers: [],
				notes: [],
				agreedScores: [],
				commitments: [],
				reportChoice: null,
				position: null
			};
		})
	};
}

function response(measurementId: string, number: number): IndividualResponse {
	const answers = items.map((item, place) => [item, (((number * 7 + place * 3) % 5) + 1) as 1 | 2 | 3 | 4 | 5]);
	return {
		id: hexadecimal(number, 10),
		measurementId,
		groupId: groups[number % 2]?.id ?? '',
		revision: 1,
		answers: Object.fromEntries(answers) as IndividualResponse['answers'],
		notes: {},
		trends: {}
	};
}

function hexadecimal(number: number, length: number): string {
	return number.toString(16).padStart(length, '0');
}

function counted(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}
