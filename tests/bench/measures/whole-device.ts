import { closeSync, openSync, writeSync } from 'node:fs';
import type { PartnershipBundle } from '../../../src/lib/domain/intake/bundle';
import type { IndividualResponse } from '../../../src/lib/domain/measurement/measurement';
import { itemsOf } from '../../../src/lib/domain/questionnaire/questionnaire';
import { ExchangeWriter } from '../../../src/lib/exchange/files/exchange-file';
import { aBundle, aMeasurement, aPartnership, aResponse, twoGroups } from '../../builders/records';
import { mainQuestionnaire } from '../setting/contents';

export interface DeviceSize {
	partnerships: number;
	/** Of each partnership. */
	measurements: number;
	/** Of each measurement, half of them of each group. */
	responses: number;
}

const items = itemsOf(mainQuestionnaire).map(({ id }) => id);
const groups = twoGroups();

/** Writes a file with all that a consultant may have; the same size gives the same bytes. */
export function writeWholeDevice(path: string, size: DeviceSize): void {
	const writer = new ExchangeWriter();
	const file = openSync(path, 'w');
	writeSync(file, writer.start);
	for (let number = 1; number <= size.partnerships; number += 1) writeSync(file, writer.add(partnership(number, size)));
	writeSync(file, writer.end([]));
	closeSync(file);
}

function partnership(number: number, { measurements, responses }: DeviceSize): PartnershipBundle {
	const id = hexadecimal(number, 32);
	return {
		partnership: aPartnership({ id, name: `Verband ${number}` }),
		measurements: counted(measurements).map((year) => {
			const measurementId = hexadecimal(number * measurements + year, 32);
			const measurement = aMeasurement({
				id: measurementId,
				partnershipId: id,
				date: `${2026 - year}-03-19`,
				questionnaire: { id: mainQuestionnaire.id, version: mainQuestionnaire.version },
				groups,
				status: 'closed',
				ways: ['phone']
			});
			return aBundle(measurement, {
				responses: counted(responses).map((person) =>
					response(measurementId, (number * measurements + year) * responses + person)
				)
			});
		})
	};
}

function response(measurementId: string, number: number): IndividualResponse {
	const answers = items.map((item, place) => [item, (((number * 7 + place * 3) % 5) + 1) as 1 | 2 | 3 | 4 | 5]);
	return aResponse({
		id: hexadecimal(number, 10),
		measurementId,
		groupId: groups[number % 2]?.id ?? '',
		answers: Object.fromEntries(answers) as IndividualResponse['answers']
	});
}

function hexadecimal(number: number, length: number): string {
	return number.toString(16).padStart(length, '0');
}

function counted(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}
