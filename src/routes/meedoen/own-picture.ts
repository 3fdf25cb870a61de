import { t } from '$lib/domain/language/say';
import { overviewScores, overviewsOf, type OverviewData } from '$lib/charts/overview/overview-data';
import { frenchSpaces } from '$lib/domain/language/french-spaces';
import type { Language } from '$lib/domain/language/languages';
import { asResponse, type Group, type IndividualResponse } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from '$lib/domain/scoring/scoring';

/**
 * What the picture of a participant's own answers takes, in one part that is loaded later: who
 * only hands back does without.
 */

export { drawRadar } from '$lib/charts/overview/radar-chart';

/** The pictures, each with its alternative in words; of one or two dimensions these words are all there is. */
export function ownOverviews(
	questionnaire: Questionnaire,
	group: Group,
	response: IndividualResponse
): { data: OverviewData; description: string }[] {
	const { dimensions } = computeFigures(questionnaire, [group], [asResponse(response)], { mode: 'open' });
	return overviewsOf(questionnaire, [group], dimensions).map((data) => {
		const scores = inLanguage(overviewScores(data), questionnaire.language);
		const isDrawn = data.kind === 'radar';
		return { data, description: isDrawn ? t`Radar van 1 tot 5 met je eigen antwoorden. ${scores}` : scores };
	});
}

/** The charts write as Dutch does: a decimal comma, and no space before a colon. */
function inLanguage(scores: string, language: Language | undefined): string {
	if (language === 'fr') return frenchSpaces(scores.replaceAll(': ', ' : '));
	return language === 'en' ? scores.replace(/(\d),(\d)/g, '$1.$2') : scores;
}
