import { isPending } from '$lib/domain/commitment';
import type { MeasurementFigures } from '$lib/domain/figures';
import { asResponse, type Measurement, type Partnership } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { computeFigures } from '$lib/domain/scoring';
import { loadJointResponses } from '$lib/storage/answers';
import { onChange } from '$lib/storage/changes';
import { loadCommitments } from '$lib/storage/commitments';
import { loadMeasurements, loadResponses } from '$lib/storage/measurements';
import {
	deletePartnership,
	loadPartnerships,
	savePartnershipRecords,
	type PartnershipRecords
} from '$lib/storage/partnerships';
import { asStorageError } from '$lib/storage/storage-error';
import { loadQuestionnaire } from './questionnaires';

export interface LatestMeasurement {
	measurement: Measurement;
	/** Undefined when this app lacks the questionnaire's version, or figures may not be shown yet. */
	overview: { questionnaire: Questionnaire; figures: MeasurementFigures } | undefined;
}

export interface PartnershipLine {
	partnership: Partnership;
	latest: LatestMeasurement | undefined;
	/** How many commitments still have to happen. */
	openCommitments: number;
}

/** The partnerships on this device, newest first, kept fresh when another tab changes one. */
export class Home {
	lines = $state.raw<PartnershipLine[] | undefined>();
	problem = $state<string | undefined>();
	removed = $state.raw<PartnershipRecords | undefined>();

	/** Starts reading and listening; the returned function stops listening. */
	start(): () => void {
		void this.#read();
		return onChange((change) => {
			if (['partnership', 'measurement', 'commitment'].includes(change.kind)) void this.#read();
		});
	}

	async remove(id: string): Promise<void> {
		await this.#guard(async () => {
			// A second click finds nothing left to delete, and must not take the undo away.
			this.removed = (await deletePartnership(id)) ?? this.removed;
		});
	}

	async undoRemove(): Promise<void> {
		const records = this.removed;
		if (!records) return;
		await this.#guard(async () => {
			await savePartnershipRecords(records);
			this.removed = undefined;
		});
	}

	report(cause: unknown): void {
		this.problem = asStorageError(cause).message;
	}

	async #read(): Promise<void> {
		await this.#guard(async () => {
			const partnerships = (await loadPartnerships()).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
			this.lines = await Promise.all(partnerships.map(loadLine));
		});
	}

	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.problem = undefined;
		} catch (cause) {
			this.report(cause);
		}
	}
}

async function loadLine(partnership: Partnership): Promise<PartnershipLine> {
	const [latest, commitments] = await Promise.all([loadLatest(partnership.id), loadCommitments(partnership.id)]);
	return { partnership, latest, openCommitments: commitments.filter(isPending).length };
}

async function loadLatest(partnershipId: string): Promise<LatestMeasurement | undefined> {
	const [measurement] = await loadMeasurements(partnershipId);
	if (!measurement) return undefined;
	const questionnaire = await loadQuestionnaire(measurement.questionnaire).catch(() => undefined);
	if (!questionnaire) return { measurement, overview: undefined };
	if (measurement.privacy.mode === 'anoniem' && !measurement.sealed) return { measurement, overview: undefined };
	const [joint, individual] = await Promise.all([loadJointResponses(measurement.id), loadResponses(measurement.id)]);
	const responses = [...joint, ...individual.map(asResponse)];
	const figures = computeFigures(questionnaire, measurement.groups, responses, measurement.privacy);
	return { measurement, overview: { questionnaire, figures } };
}
