import { canTakeIn, mergeJointAnswers, mergeNotes, mergeResponses } from '$lib/domain/intake';
import type { IndividualResponse, Measurement, Partnership } from '$lib/domain/measurement';
import type { StoredAnswer, StoredNote } from './database';
import { write, type WriteTransaction } from './write';

/** One measurement as it was collected on another laptop. */
export interface CollectedElsewhere {
	partnership: Partnership;
	measurement: Measurement;
	responses: IndividualResponse[];
	answers: StoredAnswer[];
	notes: StoredNote[];
}

export type MergeOutcome =
	| { kind: 'created'; responses: number }
	| { kind: 'merged'; added: number; replaced: number }
	/** Dutch; nothing was changed. */
	| { kind: 'refused'; reason: string };

type MergeStores = 'partnerships' | 'measurements' | 'responses' | 'answers' | 'notes';

/**
 * Joins what another laptop collected with what is here, in one transaction. Merging in either order, or twice, gives
 * the same.
 * @throws StorageError when nothing was written
 */
export async function mergeMeasurement(incoming: CollectedElsewhere): Promise<MergeOutcome> {
	return write(
		['partnerships', 'measurements', 'responses', 'answers', 'notes'],
		async (tx) => {
			const local = await tx.objectStore('measurements').get(incoming.measurement.id);
			if (!local) return create(tx, incoming);
			const reason = mergeProblem(local, incoming.measurement);
			return reason === null ? join(tx, local, incoming) : { kind: 'refused', reason };
		},
		{ kind: 'partnership', partnershipId: incoming.partnership.id }
	);
}

function mergeProblem(local: Measurement, incoming: Measurement): string | null {
	if (incoming.sealed) {
		return 'Op de andere laptop zijn de resultaten al getoond. Om ieders anonimiteit te bewaren wordt er niets meer samengevoegd.';
	}
	const settings = ({ questionnaire, groups, privacy }: Measurement) =>
		JSON.stringify([questionnaire, groups, privacy]);
	if (settings(local) !== settings(incoming)) {
		return 'Dit bestand hoort bij dezelfde meting, maar met andere groepen of andere instellingen. Er is niets gewijzigd.';
	}
	return canTakeIn(local);
}

async function create(tx: WriteTransaction<MergeStores>, incoming: CollectedElsewhere): Promise<MergeOutcome> {
	const known = await tx.objectStore('partnerships').get(incoming.partnership.id);
	if (!known) await tx.objectStore('partnerships').put(incoming.partnership);
	await tx.objectStore('measurements').put(incoming.measurement);
	await putAll(tx, incoming.responses, incoming.answers, incoming.notes);
	return { kind: 'created', responses: incoming.responses.length };
}

async function join(
	tx: WriteTransaction<MergeStores>,
	local: Measurement,
	incoming: CollectedElsewhere
): Promise<MergeOutcome> {
	const responses = await tx.objectStore('responses').index('byMeasurement').getAll(local.id);
	const answers = await tx.objectStore('answers').index('byMeasurement').getAll(local.id);
	const notes = await tx.objectStore('notes').index('byMeasurement').getAll(local.id);
	const merged = mergeResponses(responses, incoming.responses);
	const revisions = new Map(responses.map((response) => [response.id, response.revision]));
	await putAll(tx, merged, mergeJointAnswers(answers, incoming.answers), mergeNotes(notes, incoming.notes));
	const ways = [...new Set([...local.ways, ...incoming.measurement.ways])].sort();
	await tx.objectStore('measurements').put({ ...local, ways });
	return {
		kind: 'merged',
		added: merged.length - responses.length,
		replaced: merged.filter(({ id, revision }) => (revisions.get(id) ?? revision) < revision).length
	};
}

async function putAll(
	tx: WriteTransaction<MergeStores>,
	responses: readonly IndividualResponse[],
	answers: readonly StoredAnswer[],
	notes: readonly StoredNote[]
): Promise<void> {
	for (const response of responses) await tx.objectStore('responses').put(response);
	for (const answer of answers) await tx.objectStore('answers').put(answer);
	for (const note of notes) await tx.objectStore('notes').put(note);
}
