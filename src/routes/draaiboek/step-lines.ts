import type { Measurement, Way } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { PathStep } from './path-steps';
import { answerAloud, commitAloud, talkAloud, welcomeAloud } from './session-steps';
import { askedBy } from './ways';

/** What the draaiboek says for one step, in Dutch for the facilitator. */
export interface StepLine {
	/** What to do. */
	todo: string;
	/** What to say in the room, with its quotation marks. */
	say: string;
}

/**
 * The line of the draaiboek for each step of the path, with these ways to fill in.
 * @param letterbox whether phones drop their answers in one
 */
export function stepLines(
	measurement: Pick<Measurement, 'groups'>,
	questionnaire: Questionnaire,
	ways: readonly Way[],
	letterbox = false
): Record<PathStep, StepLine> {
	return {
		prepare: { todo: askedBy(ways, 'ready').join(' '), say: welcomeAloud(measurement) },
		answer: { todo: askedBy(ways, 'first', letterbox).join(' '), say: answerAloud(questionnaire, ways) },
		talk: {
			todo: 'Laat iedereen eerst een minuut stil kijken. Bespreek dan drie onderdelen, tien minuten elk.',
			say: talkAloud
		},
		agree: { todo: 'Kies per onderdeel hoogstens één actie. Noteer wie, wat en tegen wanneer.', say: commitAloud }
	};
}
