import fc from 'fast-check';
import type { Topics } from '$lib/domain/measurement/measurement';
import type { ClosingQuestion, Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** The closing question, of which people choose at most two dimensions. */
export const closing: ClosingQuestion = {
	id: 'slotvraag-onderwerpen',
	kind: 'choose-dimensions',
	question: 'Waarover wil je het vandaag zeker hebben?',
	explanation: 'Kies er hoogstens twee. Dit telt in geen enkele score mee.',
	max: 2,
	none: 'Geen voorkeur'
};

/** The same with the closing question. */
export function withClosing(questionnaire: Questionnaire): Questionnaire {
	return { ...questionnaire, closing };
}

/** Any answer to the closing question about these dimensions; undefined: nobody answered it. */
export function topicsArbitrary(dimensionIds: readonly string[]): fc.Arbitrary<Topics | undefined> {
	return fc.option(fc.subarray([...dimensionIds], { maxLength: Math.min(closing.max, dimensionIds.length) }), {
		nil: undefined
	});
}
