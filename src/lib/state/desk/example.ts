import { example, parseExampleAnswer, type ExampleMeasurement } from '$lib/content/example';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { jointResponseId } from '$lib/storage/records/answers';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { emptyContent, loadPartnerships, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { newId, now } from '$lib/state/clock-and-ids';
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
		answers: records.flatMap(({ answers }) => answers),
		notes: records.flatMap(({ notes }) => notes),
		commitments: records.flatMap(({ commitments }) => commitments)
	});
	return records.at(-1)?.measurement.id ?? '';
}

function exampleRecords(partnershipId: string, year: ExampleMeasurement, questionnaire: Questionnaire) {
	const { groups, questionnaire: ref } = example;
	const setup = { date: year.date, groups, questionnaire: ref, privacy: { mode: 'open' } } as const;
	const measurement = { ...newMeasurement(partnershipId, setup), createdAt: `${year.date}T19:00:00.000Z` };
	const measurementId = measurement.id;
	const answers = Object.entries(year.answers).flatMap(([groupId, rows]) =>
		dimensionsOf(questionnaire).flatMap(({ dimension }, row) =>
			dimension.items.map((item, column) => ({
				responseId: jointResponseId(measurementId, groupId),
				itemId: item.id,
				measurementId,
				groupId,
				answer: parseExampleAnswer(rows[row]?.[column] ?? '?'),
				revision: 1
			}))
		)
	);
	const notes = Object.entries(year.notes).map(([itemId, text]) => ({ measurementId, itemId, text }));
	const commitments = year.commitments.map((fields) => ({
		...fields,
		id: newId(),
		partnershipId,
		measurementId,
		adviceId: null,
		createdAt: measurement.createdAt
	}));
	return { measurement, answers, notes, commitments };
}
