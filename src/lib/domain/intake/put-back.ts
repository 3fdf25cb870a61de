import type { BundledCommitment, MeasurementBundle } from './bundle';
import { MAX_COMMITMENT_NOTE } from '$lib/domain/measurement/commitment';
import { joinEdits, type Edits } from '$lib/domain/measurement/edits';
import { MAX_NOTE_LENGTH, MAX_OWN_WORDS } from '$lib/domain/text/field-rules';
import { joinAgenda, joinWays, type Measurement } from '$lib/domain/measurement/measurement';
import { haveSameContent, stableText } from '$lib/domain/text/stable-text';
import { joinLetterbox } from './import-join';
import { placeKey } from './intake';

/**
 * What undoing a removal makes of a measurement that came back meanwhile, by a file or in another tab. What is
 * here now stays; what is missing comes back; of answers the newest counts, and of two texts no word goes, as
 * long as they fit together in their field. Where the results of either one were shown, no answer comes beside
 * those that they were made of.
 * @param removed as it was when it was removed; of the same groups and settings
 * @param here as it is now
 */
export function joinPutBack(removed: MeasurementBundle, here: MeasurementBundle): MeasurementBundle {
	const answers = joinAnswers(removed, here);
	return {
		...answers,
		measurement: joinAgenda(answers.measurement, removed.measurement),
		...joinAgreements(removed, here),
		position: here.position ?? removed.position,
		...joinLetterbox(here, removed)
	};
}

/** Whether both are of the same groups and settings: else they are two measurements with one number. */
export function areOneMeasurement(one: Measurement, other: Measurement): boolean {
	const settings = ({ partnershipId, questionnaire, groups, privacy, asksTrend }: Measurement) =>
		stableText([partnershipId, questionnaire, groups.map(({ id, role }) => [id, role]), privacy, asksTrend]);
	return settings(one) === settings(other);
}

type Answers = Pick<MeasurementBundle, 'measurement' | 'responses' | 'jointAnswers' | 'notes'>;

function joinAnswers(removed: MeasurementBundle, here: MeasurementBundle): Answers {
	const { measurement, responses, jointAnswers, notes } = here;
	if (measurement.sealed) return { measurement, responses, jointAnswers, notes };
	const joined = {
		measurement: { ...measurement, ways: joinWays(measurement.ways, removed.measurement.ways) },
		responses: newest(responses, removed.responses, ({ id }) => id),
		jointAnswers: newest(jointAnswers, removed.jointAnswers, placeKey),
		notes: join(
			notes,
			removed.notes,
			({ itemId }) => itemId,
			(one, other) => ({
				...one,
				text: joinTexts(one.text, other.text, MAX_NOTE_LENGTH)
			})
		)
	};
	if (!removed.measurement.sealed) return joined;
	if (!holdsNoMore(joined, removed)) return { measurement, responses, jointAnswers, notes };
	return { ...joined, measurement: { ...joined.measurement, sealed: true, status: 'closed' } };
}

/** Whether the results that were shown of this measurement are made of all these answers. */
function holdsNoMore(joined: Omit<Answers, 'measurement'>, shown: MeasurementBundle): boolean {
	const answers = ({ responses, jointAnswers }: Omit<Answers, 'measurement'>) =>
		[...responses, ...jointAnswers].map(stableText).sort();
	return haveSameContent(answers(joined), answers(shown));
}

type Agreements = Pick<MeasurementBundle, 'agreedScores' | 'commitments' | 'reportChoice'>;

function joinAgreements(removed: MeasurementBundle, here: MeasurementBundle): Agreements {
	const { reportChoice: choice } = removed;
	return {
		agreedScores: join(
			here.agreedScores,
			removed.agreedScores,
			({ dimensionId }) => dimensionId,
			(one, other) => ({
				...one,
				score: one.score ?? other.score,
				note: joinTexts(one.note, other.note, MAX_NOTE_LENGTH),
				...editsOfBoth(one, other)
			})
		),
		commitments: join(here.commitments, removed.commitments, ({ id }) => id, joinCommitments),
		reportChoice:
			here.reportChoice && choice
				? {
						adviceIds: here.reportChoice.adviceIds ?? choice.adviceIds,
						ownWords: joinTexts(here.reportChoice.ownWords, choice.ownWords, MAX_OWN_WORDS)
					}
				: (here.reportChoice ?? choice)
	};
}

/** A commitment that came back before its removal was undone: as it is here, with the words of both in its note. */
export function joinCommitments<Kind extends Pick<BundledCommitment, 'note' | 'edits'>>(
	here: Kind,
	removed: Kind
): Kind {
	return { ...here, note: joinTexts(here.note, removed.note, MAX_COMMITMENT_NOTE), ...editsOfBoth(here, removed) };
}

function editsOfBoth(here: { edits?: Edits }, removed: { edits?: Edits }): { edits?: Edits } {
	return (here.edits ?? removed.edits) ? { edits: joinEdits(here.edits, removed.edits) } : {};
}

/** Two notes of one partnership; what is longer together stays as it is here. */
export function joinNotes(here: string, removed: string): string {
	return joinTexts(here, removed, MAX_NOTE_LENGTH);
}

/** @param most in UTF-16 units; what is longer together stays as it is here */
function joinTexts(here: string, removed: string, most: number): string {
	if (here.includes(removed.trim())) return here;
	if (removed.includes(here.trim())) return removed;
	const both = `${here}\n${removed}`;
	return both.length > most ? here : both;
}

function newest<Kind extends { revision: number }>(
	here: readonly Kind[],
	removed: readonly Kind[],
	keyOf: (one: Kind) => string
): Kind[] {
	return join(here, removed, keyOf, (one, other) => (other.revision > one.revision ? other : one));
}

function join<Kind>(
	here: readonly Kind[],
	removed: readonly Kind[],
	keyOf: (one: Kind) => string,
	both: (here: Kind, removed: Kind) => Kind
): Kind[] {
	const before = new Map(removed.map((one) => [keyOf(one), one]));
	const known = new Set(here.map(keyOf));
	const joined = here.map((one) => {
		const other = before.get(keyOf(one));
		return other === undefined ? one : both(one, other);
	});
	return [...joined, ...removed.filter((one) => !known.has(keyOf(one)))];
}
