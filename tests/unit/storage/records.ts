import type { Answer, Measurement } from '$lib/domain/measurement';
import { jointResponseId, type AnswerPlace } from '$lib/storage/answers';
import type { StoredAnswer } from '$lib/storage/database';
import type { PartnershipRecords } from '$lib/storage/partnerships';

export function measurementOf(partnershipId: string, id: string, date = '2026-03-19'): Measurement {
	return {
		id,
		partnershipId,
		date,
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		groups: [
			{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
			{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
		],
		privacy: { mode: 'open' },
		createdAt: `${date}T19:30:00.000Z`
	};
}

export function storedAnswer(place: AnswerPlace, answer: Answer): StoredAnswer {
	return { ...place, responseId: jointResponseId(place.measurementId, place.groupId), answer, revision: 1 };
}

/** A partnership with two measurements; each has two answers, a note and a position. */
export function recordsOf(id: string): PartnershipRecords {
	const measurements = [
		measurementOf(id, `${id}-eerste`, '2025-03-20'),
		measurementOf(id, `${id}-tweede`, '2026-03-19')
	];
	return {
		partnership: { id, name: `Verband ${id}`, createdAt: '2025-03-20T19:00:00.000Z', example: false },
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
		positions: measurements.map(({ id: measurementId }) => ({ measurementId, dimensionId: 'openheid' }))
	};
}
