import type { Commitment } from '$lib/domain/measurement/commitment';
import type {
	AgreedScore,
	Answer,
	IndividualResponse,
	Invitation,
	Measurement,
	Partnership
} from '$lib/domain/measurement/measurement';
import { changeNote, jointResponseId, type AnswerPlace } from '$lib/storage/records/answers';
import { changeAgreedScore } from '$lib/storage/records/agreed-scores';
import { termsOf, type Terms } from '$lib/domain/measurement/terms';
import type { StoredAnswer } from '$lib/storage/schema';
import type { KnownSheet } from '$lib/storage/records/sheet-records';
import { publishedQuestionnaire } from '../unit/content/published-questionnaire';
import { emptyContent, savePartnershipRecords, type PartnershipRecords } from '$lib/storage/records/partnerships';

export function partnershipOf(id: string): Partnership {
	return { id, name: `Verband ${id}`, createdAt: '2025-03-20T19:00:00.000Z', example: false, nextDate: '' };
}

export function measurementOf(partnershipId: string, id: string, date = '2026-03-19'): Measurement {
	return {
		id,
		partnershipId,
		name: '',
		date,
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		groups: [
			{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
			{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
		],
		privacy: { mode: 'open' },
		status: 'open',
		sealed: false,
		ways: ['together'],
		createdAt: `${date}T19:30:00.000Z`,
		asksTrend: false
	};
}

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

/** One respondent's first revision, of the group «gemeente». */
export function responseOf(
	measurementId: string,
	id: string,
	changes: Partial<IndividualResponse> = {}
): IndividualResponse {
	return {
		id,
		measurementId,
		groupId: 'gemeente',
		revision: 1,
		answers: { [anItem]: 4, [anotherItem]: 'unknown' },
		notes: {},
		trends: {},
		...changes
	};
}

/** A commitment made at this measurement from a tip, still open. */
export function commitmentOf(measurement: Measurement, id: string, changes: Partial<Commitment> = {}): Commitment {
	return {
		id,
		partnershipId: measurement.partnershipId,
		measurementId: measurement.id,
		adviceId: 'openheid-laag',
		dimensionId: 'openheid',
		what: 'We spreken af wie na elke activiteit bedankt.',
		who: 'Els en de feestraad',
		by: '2026-06-01',
		status: 'open',
		note: '',
		createdAt: `${measurement.date}T20:30:00.000Z`,
		...changes
	};
}

/** Items of the questionnaire. */
export const anItem = 'waardering-inzet-gezien';
export const anotherItem = 'partnerschap-gemeente-vraagt-eerst-meedenken';

export function invitationTo({ id, questionnaire, groups, privacy, date, asksTrend }: Measurement): Invitation {
	return { measurementId: id, questionnaire, groups, privacy, partnershipName: 'Kermis en cultuur', date, asksTrend };
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
		}))
	};
}
