import type {
	Answer,
	IndividualResponse,
	Measurement,
	Partnership,
	Score
} from '../../../src/lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { newestQuestionnaire } from '../../e2e/looks/newest-questionnaire';
import { aMeasurement, aPartnership, aResponse } from '../../builders/records';

/** The main questionnaire of the app. */
export const questionnaire: Questionnaire = newestQuestionnaire;
const itemIds = itemsOf(questionnaire).map(({ id }) => id);

export const partnership: Partnership = aPartnership({
	id: '5eed0000000000000000000000000001',
	name: 'Een grote zaal'
});

/** An open measurement of two groups. @param number from 0 to 255: each has an id of its own */
export function measurementOf(number: number, status: Measurement['status']): Measurement {
	const digits = number.toString(16).padStart(2, '0');
	return aMeasurement({
		id: `${digits}beac40`.padEnd(32, '0'),
		partnershipId: partnership.id,
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		status
	});
}

/** Whole responses, by turns of each group: always the same ones. */
export function responsesTo(measurement: Measurement, count: number): IndividualResponse[] {
	const chance = chanceFrom(7);
	return Array.from({ length: count }, (_, index): IndividualResponse => {
		const group = measurement.groups[index % measurement.groups.length];
		const answers = itemIds.map((id): [string, Answer] => [
			id,
			chance(20) === 0 ? 'unknown' : ((1 + chance(5)) as Score)
		]);
		return aResponse({
			// The app refuses an id that another measurement on the device has.
			id: measurement.id.slice(0, 4) + index.toString(16).padStart(6, '0'),
			measurementId: measurement.id,
			groupId: group?.id ?? '',
			answers: Object.fromEntries(answers)
		});
	});
}

/** Always the same whole numbers below the limit, in the same order. */
export function chanceFrom(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
}
