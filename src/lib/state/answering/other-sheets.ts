import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { termsOf } from '$lib/domain/measurement/terms';
import { loadSheetsUnderOtherTerms } from '$lib/storage/records/sheets';
import type { OtherAnswers } from './other-answers';

/**
 * What was answered on this phone to a link of the same measurement with other terms.
 * @returns undefined for nothing, also where nothing can be read or the words for it do not come
 */
export async function answersToAnother(
	invitation: Invitation,
	questionnaire: Questionnaire
): Promise<OtherAnswers | undefined> {
	try {
		const terms = termsOf(invitation, questionnaire);
		const [other] = await loadSheetsUnderOtherTerms({ terms, way: 'phone' });
		return other && (await import('./other-answers')).describeOther(terms, other);
	} catch {
		return undefined;
	}
}
