import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { tidyText } from '$lib/domain/text/misleading-characters';
import type { Group, Measurement, Privacy, Way } from '$lib/domain/measurement/measurement';
import { addMeasurement } from '$lib/storage/records/measurements';
import { firstWayOf } from '$lib/storage/records/settings';
import { emptyContent, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { newId, now } from '$lib/state/clock-and-ids';
import { askBrowserToKeep } from '$lib/state/files/persistence';

export interface MeasurementSetup {
	groups: readonly Group[];
	date: string;
	questionnaire: QuestionnaireRef;
	privacy: Privacy;
	/** Which its desk puts first. */
	way: Way;
	/**
	 * Participants say of each dimension how it goes beside last time; only for a next measurement. Without: not asked.
	 */
	asksTrend?: boolean;
}

export interface Setup extends MeasurementSetup {
	name: string;
}

/**
 * Stores a new partnership with its first measurement.
 * @returns the measurement's id
 * @throws StorageError
 */
export async function createPartnership(setup: Setup): Promise<string> {
	const partnership = {
		id: newId(),
		name: tidyText(setup.name),
		createdAt: now(),
		example: false,
		nextDate: ''
	};
	const measurement = newMeasurement(partnership.id, setup);
	const records = { partnership, measurements: [measurement], ...emptyContent };
	await savePartnershipRecords(records, [firstWayOf(measurement.id, setup.way)]);
	void askBrowserToKeep();
	return measurement.id;
}

/**
 * Stores a next measurement of a partnership. Groups that go on keep their id, so that the years can be compared.
 * @returns the measurement's id
 * @throws StorageError
 */
export async function createMeasurement(partnershipId: string, setup: MeasurementSetup): Promise<string> {
	const measurement = newMeasurement(partnershipId, setup);
	await addMeasurement(measurement, setup.way);
	void askBrowserToKeep();
	return measurement.id;
}

/** As it is stored, with nothing answered yet. */
export function newMeasurement(partnershipId: string, setup: Omit<MeasurementSetup, 'way'>): Measurement {
	return {
		id: newId(),
		partnershipId,
		name: '',
		date: setup.date,
		questionnaire: { id: setup.questionnaire.id, version: setup.questionnaire.version },
		groups: setup.groups.map((group) => ({ ...group, name: tidyText(group.name) })),
		privacy: setup.privacy,
		status: 'open',
		sealed: false,
		ways: [],
		createdAt: now(),
		asksTrend: setup.asksTrend ?? false
	};
}
