import { loadQuestionnaire } from '$lib/content/questionnaires';
import { itemsOf } from '$lib/domain/questionnaire';
import { readTransferFile, writeTransferFile } from '$lib/exchange/transfer-file';
import { jointResponseId, loadNotes, loadStoredAnswers } from '$lib/storage/answers';
import { loadMeasurement, loadResponses } from '$lib/storage/measurements';
import { mergeMeasurement, type MergeOutcome } from '$lib/storage/merge';
import { loadPartnership } from '$lib/storage/partnerships';
import { NotFoundError } from './not-found-error';

/**
 * Everything collected in one measurement, as the text of a file for another laptop. It holds whole responses.
 * @throws NotFoundError, StorageError
 */
export async function exportTransfer(measurementId: string): Promise<string> {
	const measurement = await loadMeasurement(measurementId);
	const partnership = measurement && (await loadPartnership(measurement.partnershipId));
	if (!partnership) throw new NotFoundError();
	const [responses, answers, notes] = await Promise.all([
		loadResponses(measurementId),
		loadStoredAnswers(measurementId),
		loadNotes(measurementId)
	]);
	const jointAnswers = answers.map(({ groupId, itemId, answer, revision }) => ({ groupId, itemId, answer, revision }));
	return writeTransferFile({ partnership, measurement, responses, jointAnswers, notes });
}

/**
 * Joins a file of another laptop with what is on this device; refused or damaged files change nothing.
 * @returns also which measurement it was, to open it
 * @throws UnknownQuestionnaireError, or StorageError when nothing was written
 */
export async function importTransfer(text: string): Promise<MergeOutcome & { measurementId?: string }> {
	const outcome = readTransferFile(text);
	if (outcome.kind === 'refused') return outcome;
	const { partnership, measurement, responses, jointAnswers, notes } = outcome.transfer;
	const measurementId = measurement.id;
	const known = new Set(itemsOf(await loadQuestionnaire(measurement.questionnaire)).map((item) => item.id));
	const named = [...jointAnswers, ...notes].map((entry) => entry.itemId);
	const answered = responses.flatMap(({ answers, notes: own }) => [...Object.keys(answers), ...Object.keys(own)]);
	if ([...named, ...answered].some((itemId) => !known.has(itemId))) {
		return {
			kind: 'refused',
			reason: 'Dit bestand bevat antwoorden op stellingen die de vragenlijst niet heeft. Er is niets gewijzigd.'
		};
	}
	const merged = await mergeMeasurement({
		partnership,
		measurement,
		responses,
		answers: jointAnswers.map((answer) => ({
			...answer,
			measurementId,
			responseId: jointResponseId(measurementId, answer.groupId)
		})),
		notes: notes.map((note) => ({ ...note, measurementId }))
	});
	return { ...merged, measurementId };
}
