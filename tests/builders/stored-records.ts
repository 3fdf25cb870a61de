import type { AgreedScore, Answer, Measurement } from '$lib/domain/measurement/measurement';
import { changeNote, jointResponseId, type AnswerPlace } from '$lib/storage/records/answers';
import { changeAgreedScore } from '$lib/storage/records/agreed-scores';
import { termsOf, type Terms } from '$lib/domain/measurement/terms';
import type { StoredAnswer } from '$lib/storage/schema';
import type { KnownSheet } from '$lib/storage/records/sheet-records';
import { emptyContent, savePartnershipRecords, type PartnershipRecords } from '$lib/storage/records/partnerships';
import { publishedQuestionnaire } from './published-questionnaire';
import { aLetterbox, anItem, commitmentOf, invitationTo, measurementOf, partnershipOf, responseOf } from './records';

/** A measurement with its partnership, and nothing else. */
export function emptyRecordsOf(partnershipId: string, measurement: Measurement): PartnershipRecords {
	return { partnership: partnershipOf(partnershipId), measurements: [measurement], ...emptyContent };
}

/** Stores measurements and nothing else, each with its partnership. */
export async function storeMeasurements(...measurements: Measurement[]): Promise<void> {
	for (const measurement of measurements) {
		const partnership = partnershipOf(measurement.partnershipId);
		await savePartnershipRecords({ partnership, measurements: [measurement], ...emptyContent });
	}
}

export async function writeNote(measurementId: string, itemId: string, text: string): Promise<void> {
	await changeNote(measurementId, itemId, () => text);
}

export async function agreeOn(agreed: AgreedScore): Promise<void> {
	await changeAgreedScore(agreed, () => agreed);
}

function storedAnswer(place: AnswerPlace, answer: Answer): StoredAnswer {
	return { ...place, responseId: jointResponseId(place.measurementId, place.groupId), answer, revision: 1 };
}

const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');

/** What people answer a measurement under. */
export function termsFor(measurement: Measurement): Terms {
	return termsOf(invitationTo(measurement), questionnaire);
}

/** A sheet just begun, of the group «gemeente», on a device that is passed round. */
export function sheetOf(measurement: Measurement, responseId: string, changes: Partial<KnownSheet> = {}): KnownSheet {
	return {
		responseId,
		groupId: 'gemeente',
		way: 'device',
		invitation: invitationTo(measurement),
		measurementId: measurement.id,
		terms: termsFor(measurement),
		revision: 0,
		finished: false,
		...changes
	};
}

/** A partnership with two measurements; each has something in every store. */
export function recordsOf(id: string): PartnershipRecords {
	const measurements = [
		measurementOf(id, `${id}-eerste`, '2025-03-20'),
		measurementOf(id, `${id}-tweede`, '2026-03-19')
	];
	return {
		partnership: partnershipOf(id),
		measurements,
		answers: measurements.flatMap(({ id: measurementId }) => [
			storedAnswer({ measurementId, groupId: 'gemeente', itemId: 'samen-zoeken' }, 4),
			storedAnswer({ measurementId, groupId: 'verenigingen', itemId: 'samen-zoeken' }, 'unknown')
		]),
		notes: measurements.map(({ id: measurementId }) => ({
			measurementId,
			itemId: 'samen-zoeken',
			text: `Notitie bij ${measurementId}`
		})),
		positions: measurements.map(({ id: measurementId }) => ({ measurementId, dimensionId: 'openheid' })),
		responses: measurements.flatMap(({ id: measurementId }) => [
			responseOf(measurementId, `${measurementId}-a`),
			responseOf(measurementId, `${measurementId}-b`, {
				groupId: 'verenigingen',
				notes: { [anItem]: 'Op het etentje' }
			})
		]),
		agreedScores: measurements.map(({ id: measurementId }) => ({
			measurementId,
			dimensionId: 'openheid',
			score: 3,
			note: `Afgesproken bij ${measurementId}`
		})),
		commitments: measurements.flatMap((measurement) => [
			commitmentOf(measurement, `${measurement.id}-afspraak-a`),
			commitmentOf(measurement, `${measurement.id}-afspraak-b`, { adviceId: null, dimensionId: null, who: '', by: '' })
		]),
		reportChoices: measurements.map(({ id: measurementId }) => ({
			measurementId,
			adviceIds: ['openheid-laag'],
			ownWords: `Eigen woorden bij ${measurementId}`
		})),
		letterboxes: measurements.map(({ id: measurementId }) => ({
			measurementId,
			...aLetterbox({ roomId: [...measurementId].reverse().join('').padEnd(22, 'r') })
		}))
	};
}
