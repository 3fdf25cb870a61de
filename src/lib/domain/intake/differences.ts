import type { BundledAgreedScore, BundledCommitment, BundledReportChoice, MeasurementBundle } from './bundle';
import type { CommitmentFields } from '$lib/domain/measurement/commitment';
import { chosenOf, newerOf } from '$lib/domain/measurement/edits';
import { withAgenda } from '$lib/domain/measurement/measurement';
import { isBlank } from '$lib/domain/text/misleading-characters';
import { haveSameContent, stableText } from '$lib/domain/text/stable-text';

/**
 * What stands here and in a file in other words: each field by itself, for people to choose. What is only in the file
 * comes in without a question, and what is the same is not named.
 */

export type DifferencePlace =
	| { kind: 'agreedScore'; dimensionId: string; field: keyof typeof noScore }
	| { kind: 'commitment'; id: string; field: keyof CommitmentFields }
	| { kind: 'note'; itemId: string }
	| { kind: 'agenda' }
	| { kind: 'reportChoice'; field: keyof BundledReportChoice }
	| { kind: 'privateNote' }
	/** A questionnaire that someone is still making, as a whole. */
	| { kind: 'draft' };

export type DifferenceValue = string | number | null | readonly string[];

export interface Difference {
	place: DifferencePlace;
	/** Of a commitment what is to be done, as it stands here; of a draft its title; else empty. */
	title: string;
	here: DifferenceValue;
	file: DifferenceValue;
	/** Which of both was made of the other; null: both were changed apart, or nothing tells. */
	newer: 'here' | 'file' | null;
}

/**
 * Names a difference among all of a file.
 * @param owner id of the measurement, of a private note that of the partnership, and of a draft its own
 */
export function differenceKey(owner: string, { place }: Pick<Difference, 'place'>): string {
	return stableText([owner, place]);
}

const noScore = { score: null, note: '' } satisfies Omit<BundledAgreedScore, 'dimensionId'>;
const noChoice: BundledReportChoice = { adviceIds: null, ownWords: '' };
const SCORE_FIELDS = ['score', 'note'] as const;
const COMMITMENT_FIELDS = ['what', 'who', 'by', 'status', 'note'] as const;
const CHOICE_FIELDS = ['ownWords', 'adviceIds'] as const;

/** @param local what is here of the same measurement; of a sealed one also what is only in the file is asked */
export function differencesIn(local: MeasurementBundle, incoming: MeasurementBundle): Difference[] {
	return [
		...agendaDifference(local, incoming),
		...scoreDifferences(local, incoming),
		...commitmentDifferences(local, incoming),
		...(local.measurement.status === 'open' ? noteDifferences(local, incoming) : []),
		...choiceDifferences(local, incoming)
	];
}

/** How many notes of the room differ that nobody may choose: those of a measurement that is closed. */
export function fixedNotes(local: MeasurementBundle, incoming: MeasurementBundle): number {
	return local.measurement.status === 'open' ? 0 : noteDifferences(local, incoming).length;
}

function agendaDifference({ measurement: here }: MeasurementBundle, { measurement: file }: MeasurementBundle) {
	if (!file.agenda || (!here.agenda && !here.sealed)) return [];
	return differing({ kind: 'agenda' }, here.agenda ?? [], file.agenda);
}

function scoreDifferences(local: MeasurementBundle, incoming: MeasurementBundle): Difference[] {
	const known = new Map(local.agreedScores.map((one) => [one.dimensionId, one]));
	return incoming.agreedScores.flatMap((file) => {
		const { dimensionId } = file;
		const own = known.get(dimensionId);
		if (!own && !local.measurement.sealed) return [];
		const here = own ?? { dimensionId, ...noScore };
		return SCORE_FIELDS.flatMap((field) =>
			differing({ kind: 'agreedScore', dimensionId, field }, here[field], file[field], { newer: newerOf(here, file) })
		);
	});
}

function commitmentDifferences(local: MeasurementBundle, incoming: MeasurementBundle): Difference[] {
	const known = new Map(local.commitments.map((one) => [one.id, one]));
	return incoming.commitments.flatMap((file) => {
		const here = known.get(file.id);
		if (!here) return [];
		const said = { title: here.what, newer: newerOf(here, file) };
		return COMMITMENT_FIELDS.flatMap((field) =>
			differing({ kind: 'commitment', id: file.id, field }, here[field], file[field], said)
		);
	});
}

function noteDifferences(local: MeasurementBundle, incoming: MeasurementBundle): Difference[] {
	const known = new Map(local.notes.map(({ itemId, text }) => [itemId, text]));
	return incoming.notes.flatMap(({ itemId, text }) => {
		const here = known.get(itemId);
		return here === undefined || isBlank(text) ? [] : differing({ kind: 'note', itemId }, here, text);
	});
}

function choiceDifferences(local: MeasurementBundle, { reportChoice: file }: MeasurementBundle): Difference[] {
	if (!file || (!local.reportChoice && !local.measurement.sealed)) return [];
	const here = local.reportChoice ?? noChoice;
	return CHOICE_FIELDS.flatMap((field) => differing({ kind: 'reportChoice', field }, here[field], file[field]));
}

/** None when both say the same. */
export function differing(
	place: DifferencePlace,
	here: DifferenceValue,
	file: DifferenceValue,
	{ title = '', newer = null }: Partial<Pick<Difference, 'title' | 'newer'>> = {}
): Difference[] {
	return haveSameContent(here, file) ? [] : [{ place, title, here, file, newer }];
}

/**
 * A measurement in which these come from the file; everything else stays exactly as it is.
 * @param bundle what this device will hold of it otherwise
 */
export function takeFromFile(
	bundle: MeasurementBundle,
	incoming: MeasurementBundle,
	places: readonly DifferencePlace[]
): MeasurementBundle {
	const fieldsOf = <Kind extends DifferencePlace['kind']>(kind: Kind) =>
		places.filter((place): place is Extract<DifferencePlace, { kind: Kind }> => place.kind === kind);
	const notes = new Set(fieldsOf('note').map(({ itemId }) => itemId));
	const texts = new Map(incoming.notes.map(({ itemId, text }) => [itemId, text]));
	const agenda = fieldsOf('agenda').length > 0 ? incoming.measurement.agenda : undefined;
	return {
		...bundle,
		measurement: agenda ? withAgenda(bundle.measurement, agenda) : bundle.measurement,
		notes: bundle.notes.map((note) =>
			notes.has(note.itemId) ? { ...note, text: texts.get(note.itemId) ?? note.text } : note
		),
		agreedScores: takeScores(bundle, incoming, fieldsOf('agreedScore')),
		commitments: bundle.commitments.map((here) => takeCommitment(here, incoming, fieldsOf('commitment'))),
		reportChoice: takeChoice(bundle, incoming, fieldsOf('reportChoice'))
	};
}

function takeScores(
	{ agreedScores }: MeasurementBundle,
	incoming: MeasurementBundle,
	places: readonly { dimensionId: string; field: keyof typeof noScore }[]
): readonly BundledAgreedScore[] {
	const taken = new Map<string, BundledAgreedScore>();
	for (const file of incoming.agreedScores) {
		const { dimensionId } = file;
		const fields = places.filter((place) => place.dimensionId === dimensionId).map(({ field }) => field);
		if (fields.length === 0) continue;
		const here = agreedScores.find((one) => one.dimensionId === dimensionId) ?? { dimensionId, ...noScore };
		taken.set(dimensionId, chosenOf(here, file, withFields(here, file, fields)));
	}
	const known = new Set(agreedScores.map(({ dimensionId }) => dimensionId));
	const added = [...taken.values()].filter(({ dimensionId }) => !known.has(dimensionId));
	return [...agreedScores.map((one) => taken.get(one.dimensionId) ?? one), ...added];
}

function takeCommitment(
	here: BundledCommitment,
	incoming: MeasurementBundle,
	places: readonly { id: string; field: keyof CommitmentFields }[]
): BundledCommitment {
	const fields = places.filter(({ id }) => id === here.id).map(({ field }) => field);
	const file = incoming.commitments.find(({ id }) => id === here.id);
	return file && fields.length > 0 ? chosenOf(here, file, withFields(here, file, fields)) : here;
}

function takeChoice(
	{ reportChoice }: MeasurementBundle,
	{ reportChoice: file }: MeasurementBundle,
	places: readonly { field: keyof BundledReportChoice }[]
): BundledReportChoice | null {
	if (!file || places.length === 0) return reportChoice;
	return withFields(
		reportChoice ?? noChoice,
		file,
		places.map(({ field }) => field)
	);
}

function withFields<Kind extends object>(here: Kind, file: Kind, fields: readonly (keyof Kind)[]): Kind {
	const changed = { ...here };
	for (const field of fields) changed[field] = file[field];
	return changed;
}
