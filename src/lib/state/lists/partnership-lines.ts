import { isOverdue, isPending, type Commitment } from '$lib/domain/measurement/commitment';
import { compareText } from '$lib/domain/text/compare-text';
import { dueDateOf, type DueDate } from '$lib/domain/measurement/due-date';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';
import { loadAllCommitments } from '$lib/storage/records/commitments';
import { loadAllMeasurements } from '$lib/storage/records/measurements';
import { countResponses } from '$lib/storage/records/responses';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { loadKnownQuestionnaires, type KnownQuestionnaires } from '$lib/state/questionnaires/known-questionnaires';
import { summariesOf, type SummariesSoFar } from './summaries';

export interface LatestMeasurement {
	measurement: Measurement;
	/** Undefined when this app lacks the questionnaire's version. */
	questionnaireTitle: string | undefined;
	/** Undefined also when figures may not be shown yet. */
	summary: MeasurementSummary | undefined;
	/** Whether the summary is still being made. */
	coming: boolean;
	/** Individual responses, of all groups. */
	responses: number;
	/** Whether a group gave joint answers. */
	joint: boolean;
	/** What was agreed at it, without what was dropped, and how much of that is done or past its date. */
	commitments: number;
	doneCommitments: number;
	overdueCommitments: number;
}

/** One partnership in a list. */
export interface PartnershipLine {
	partnership: Partnership;
	latest: LatestMeasurement | undefined;
	due: DueDate | null;
	/** Commitments that still have to happen, and how many of those are past their date. */
	openCommitments: number;
	overdueCommitments: number;
}

/** What is stored of one partnership, its measurements newest first. */
interface Owned {
	partnership: Partnership;
	measurements: Measurement[];
	commitments: Commitment[];
}

/** A list of partnerships. */
export interface PartnershipLines {
	lines: PartnershipLine[];
	/** How many partnerships there are, also those without a line. */
	total: number;
}

/**
 * The partnerships on this device, the one with the newest work first. At once with the figures that are stored, for
 * which no answer is read; then again each time that some of the others were made, in which a line that did not
 * change is the very same one.
 * @param today ISO date, yyyy-mm-dd
 * @param most how many lines at most
 * @throws StorageError
 */
export async function* partnershipLines(today: string, most = Infinity): AsyncGenerator<PartnershipLines, void> {
	const all = await loadOwned();
	const owned = all.sort((a, b) => compareText(lastWork(b), lastWork(a))).slice(0, most);
	const latest = owned.flatMap(({ measurements: [newest] }) => newest ?? []);
	const questionnaireOf = await loadKnownQuestionnaires(latest.map(({ questionnaire }) => questionnaire));
	let lines: PartnershipLine[] = [];
	for await (const soFar of summariesOf(latest, questionnaireOf)) {
		const made = owned.map(async ({ partnership, measurements: [newest], commitments }, index) => {
			const before = lines[index];
			if (before && before.latest?.coming === soFar.coming.has(newest?.id ?? '')) return before;
			return {
				partnership,
				latest: newest && {
					...(await describeLatest(newest, questionnaireOf, soFar)),
					...countCommitments(commitments, newest, today)
				},
				due: dueDateOf(partnership.nextDate, newest?.date),
				openCommitments: commitments.filter(isPending).length,
				overdueCommitments: commitments.filter((commitment) => isOverdue(commitment, today)).length
			};
		});
		lines = await Promise.all(made);
		yield { lines, total: all.length };
	}
}

async function loadOwned(): Promise<Owned[]> {
	const [partnerships, measurements, commitments] = await Promise.all([
		loadPartnerships(),
		loadAllMeasurements(),
		loadAllCommitments()
	]);
	const byId = new Map<string, Owned>();
	for (const partnership of partnerships) byId.set(partnership.id, { partnership, measurements: [], commitments: [] });
	for (const measurement of measurements.sort(byNewest))
		byId.get(measurement.partnershipId)?.measurements.push(measurement);
	for (const commitment of commitments) byId.get(commitment.partnershipId)?.commitments.push(commitment);
	return [...byId.values()];
}

/** When a partnership or one of its measurements was last made; an ISO date and time. */
function lastWork({ partnership, measurements }: Owned): string {
	return measurements.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), partnership.createdAt);
}

function countCommitments(commitments: readonly Commitment[], { id }: Measurement, today: string) {
	const made = commitments.filter(({ measurementId, status }) => measurementId === id && status !== 'dropped');
	return {
		commitments: made.length,
		doneCommitments: made.filter(({ status }) => status === 'done').length,
		overdueCommitments: made.filter((commitment) => isOverdue(commitment, today)).length
	};
}

async function describeLatest(
	measurement: Measurement,
	questionnaireOf: KnownQuestionnaires,
	{ summaries, coming }: SummariesSoFar
): Promise<Omit<LatestMeasurement, keyof ReturnType<typeof countCommitments>>> {
	const summary = summaries.get(measurement.id);
	const described = {
		measurement,
		questionnaireTitle: questionnaireOf(measurement.questionnaire)?.title,
		summary,
		coming: coming.has(measurement.id)
	};
	if (!summary) {
		const { individuals, joint } = await countResponses(measurement.id);
		return { ...described, responses: individuals, joint };
	}
	return {
		...described,
		responses: summary.groups.reduce((total, group) => total + group.responses, 0),
		joint: summary.groups.some((group) => group.joint)
	};
}
