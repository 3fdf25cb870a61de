import { example, parseExampleAnswer } from '$lib/content/example';
import { loadQuestionnaire, type QuestionnaireRef } from '$lib/content/questionnaires';
import type { Group, Measurement, Privacy } from '$lib/domain/measurement';
import { dimensionsOf } from '$lib/domain/questionnaire';
import { jointResponseId } from '$lib/storage/answers';
import { loadMeasurements } from '$lib/storage/measurements';
import { emptyContent, loadPartnerships, savePartnershipRecords } from '$lib/storage/partnerships';
import { newId, now } from './device';

export interface Setup {
	name: string;
	groups: Group[];
	date: string;
	questionnaire: QuestionnaireRef;
	privacy: Privacy;
}

/**
 * Stores a new partnership with its first measurement.
 * @returns the measurement's id
 * @throws StorageError
 */
export async function createPartnership(setup: Setup): Promise<string> {
	const partnership = { id: newId(), name: setup.name.trim(), createdAt: now(), example: false, nextDate: '' };
	const measurement = newMeasurement(partnership.id, setup);
	await savePartnershipRecords({ partnership, measurements: [measurement], ...emptyContent });
	return measurement.id;
}

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
	const [latest] = existing ? await loadMeasurements(existing.id) : [];
	if (latest) return latest.id;
	const questionnaire = await loadQuestionnaire(example.questionnaire);
	const partnership = { id: newId(), name: example.name, createdAt: now(), example: true, nextDate: '' };
	const measurement = newMeasurement(partnership.id, { ...example, privacy: { mode: 'open' } });
	const dimensions = dimensionsOf(questionnaire);
	const answers = Object.entries(example.answers).flatMap(([groupId, rows]) =>
		dimensions.flatMap(({ dimension }, row) =>
			dimension.items.map((item, column) => ({
				responseId: jointResponseId(measurement.id, groupId),
				itemId: item.id,
				measurementId: measurement.id,
				groupId,
				answer: parseExampleAnswer(rows[row]?.[column] ?? '?'),
				revision: 1
			}))
		)
	);
	const notes = Object.entries(example.notes).map(([itemId, text]) => ({
		measurementId: measurement.id,
		itemId,
		text
	}));
	await savePartnershipRecords({ partnership, measurements: [measurement], ...emptyContent, answers, notes });
	return measurement.id;
}

function newMeasurement(partnershipId: string, setup: Omit<Setup, 'name'>): Measurement {
	return {
		id: newId(),
		partnershipId,
		name: '',
		date: setup.date,
		questionnaire: { id: setup.questionnaire.id, version: setup.questionnaire.version },
		groups: setup.groups.map(({ id, role, name }) => ({ id, role, name: name.trim() })),
		privacy: setup.privacy,
		status: 'open',
		sealed: false,
		ways: [],
		createdAt: now(),
		asksTrend: false
	};
}
