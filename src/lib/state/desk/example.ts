import { example, type ExampleMeasurement } from '$lib/content/example';
import { exampleAnswers } from '$lib/content/example-answers';
import type { ExamplePerson } from '$lib/content/example-people';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { emptyContent, loadPartnerships, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { newId, newResponseId, now } from '$lib/state/clock-and-ids';
import { newMeasurement } from './create-measurement';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';

/** The filled-in example, of several years, as people find it on their device once they open it. */

let opening: Promise<string> | null = null;

/**
 * Stores the filled-in example, unless it is already on the device; a second click meanwhile gets the same one.
 * @returns the measurement's id
 */
export function openExample(): Promise<string> {
	opening ??= findOrStoreExample().finally(() => (opening = null));
	return opening;
}

async function findOrStoreExample(): Promise<string> {
	const existing = (await loadPartnerships()).find((partnership) => partnership.example);
	const stored = existing ? await loadMeasurements(existing.id) : [];
	// Someone may have added a measurement of their own to try things out.
	const filledIn = stored.find(({ date }) => date === example.measurements.at(-1)?.date) ?? stored[0];
	if (filledIn) return filledIn.id;
	const questionnaire = await loadQuestionnaire(example.questionnaire);
	const partnership = { id: newId(), name: example.name, createdAt: now(), example: true, nextDate: '' };
	const records = example.measurements.map((year) => exampleRecords(partnership.id, year, questionnaire));
	await savePartnershipRecords({
		...emptyContent,
		partnership,
		measurements: records.map(({ measurement }) => measurement),
		responses: records.flatMap(({ responses }) => responses),
		commitments: records.flatMap(({ commitments }) => commitments)
	});
	return records.at(-1)?.measurement.id ?? '';
}

function exampleRecords(partnershipId: string, year: ExampleMeasurement, questionnaire: Questionnaire) {
	const { groups, questionnaire: ref } = example;
	const { date, status, asksTrend, ways } = year;
	const setup = { date, groups, questionnaire: ref, privacy: { mode: 'open' }, asksTrend } as const;
	const made = newMeasurement(partnershipId, setup);
	const measurement = { ...made, status, ways: [...ways], createdAt: `${date}T19:00:00.000Z` };
	const responses = Object.entries(year.people).flatMap(([groupId, people]) =>
		people.map((person) => exampleResponse(measurement.id, groupId, person, questionnaire))
	);
	const commitments = year.commitments.map((fields) => ({
		...fields,
		id: newId(),
		partnershipId,
		measurementId: measurement.id,
		adviceId: null,
		createdAt: measurement.createdAt
	}));
	return { measurement, responses, commitments };
}

function exampleResponse(
	measurementId: string,
	groupId: string,
	person: ExamplePerson,
	questionnaire: Questionnaire
): IndividualResponse {
	return { id: newResponseId(), measurementId, groupId, revision: 1, ...exampleAnswers(person, questionnaire) };
}
