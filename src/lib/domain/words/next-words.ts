import type { Measurement } from '$lib/domain/measurement/measurement';
import { counted } from './counting-words';

/** Dutch words for where a measurement is and what comes next, in a list of overleggen. */

/** How far a measurement is, as counted. */
export interface Progress {
	measurement: Pick<Measurement, 'status' | 'groups' | 'agenda'>;
	/** Individual responses, of all groups. */
	responses: number;
	/** Whether a group gave joint answers. */
	joint: boolean;
	/** Of this overleg, without those that were dropped. */
	commitments: number;
	doneCommitments: number;
	/** Past their date, and not done. */
	overdueCommitments: number;
}

export interface NextStep {
	step: 'prepare' | 'answer' | 'talk' | 'agree';
	/** «8 van 30 binnen», «3 afspraken, 1 te laat». */
	words: string;
	/** Whether something is left to do. */
	pending: boolean;
}

/** So many topics are proposed while the room did not choose. */
const PROPOSED = 3;

export function nextStep(progress: Progress): NextStep {
	const { measurement, responses, joint, commitments, doneCommitments } = progress;
	const isOpen = measurement.status === 'open';
	if (commitments > 0 && (!isOpen || responses === 0))
		return { step: 'agree', words: commitmentsWords(progress), pending: doneCommitments < commitments };
	if (!isOpen) return { step: 'talk', words: topicsWords(measurement.agenda), pending: true };
	if (responses === 0 && !joint) return { step: 'prepare', words: 'staat klaar', pending: true };
	const words = responses === 0 ? 'samen begonnen' : inWords(responses, expectedPeople(measurement.groups));
	return { step: 'answer', words, pending: true };
}

/** How many people are expected of all groups together; undefined while that is not known of each. */
function expectedPeople(groups: Measurement['groups']): number | undefined {
	return groups.every(({ people }) => people !== undefined)
		? groups.reduce((total, { people = 0 }) => total + people, 0)
		: undefined;
}

function inWords(responses: number, expected: number | undefined): string {
	if (expected === undefined) return `${counted(responses, 'blad', 'bladen')} binnen`;
	return responses > expected ? `${responses} binnen, ${expected} verwacht` : `${responses} van ${expected} binnen`;
}

function topicsWords(agenda: readonly string[] | undefined): string {
	return `${counted(agenda?.length ?? PROPOSED, 'onderwerp', 'onderwerpen')} om te bespreken`;
}

function commitmentsWords({ commitments, doneCommitments, overdueCommitments }: Progress): string {
	const all = counted(commitments, 'afspraak', 'afspraken');
	if (overdueCommitments > 0) return `${all}, ${overdueCommitments} te laat`;
	if (doneCommitments === 0) return all;
	if (doneCommitments < commitments) return `${all}, ${doneCommitments} gedaan`;
	return commitments === 1 ? `${all}, gedaan` : `${all}, alle ${commitments} gedaan`;
}
