import { isPublished } from '$lib/content/published';
import type { BundledJointAnswer } from '$lib/domain/intake/bundle';
import type { ItemNote, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { writeExchangeFile } from '$lib/exchange/files/exchange-file';
import type { SavedFile } from '$lib/state/saving/saved-file';

/** Answers that could not be stored, as a file of what this page remembers: nothing is read from the database. */

export interface JointWork {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	jointAnswers: readonly BundledJointAnswer[];
	notes: readonly ItemNote[];
}

/**
 * What the groups answered together in one measurement, to open at «Gegevens». What else belongs to it and is stored
 * stays as it is when the file is opened.
 * @throws ZodError or RangeError when it could not be read again
 */
export function rescueJointWork({ partnership, measurement, questionnaire, ...answered }: JointWork): SavedFile {
	const nothing = { responses: [], agreedScores: [], commitments: [], reportChoice: null, position: null };
	const bundles = [{ partnership, measurements: [{ measurement, ...nothing, ...answered }] }];
	const questionnaires = isPublished(questionnaire.id) ? [] : [questionnaire];
	return {
		name: `antwoorden-${measurement.date}-${measurement.id.slice(0, 6)}.json`,
		text: writeExchangeFile({ bundles, questionnaires })
	};
}
