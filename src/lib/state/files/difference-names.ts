import { dimensionsOf, itemsOf, namedForResult, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import type { ImportPlan } from '$lib/storage/bundles/plan-import';

/** What the differences of a measurement are about, by id of the measurement and then by that of what it is. */
export type DifferenceNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The names that the differences of a file need: of the questionnaires that are here or in the file. */
export async function namesFor(
	{ partnerships }: ImportPlan,
	questionnaireOf: (ref: QuestionnaireRef) => Promise<Questionnaire | undefined>
): Promise<DifferenceNames> {
	const names = new Map<string, ReadonlyMap<string, string>>();
	for (const { measurement, differences } of partnerships.flatMap(({ measurements }) => measurements)) {
		const questionnaire = differences.length > 0 && (await questionnaireOf(measurement.questionnaire));
		if (questionnaire) names.set(measurement.id, namesIn(namedForResult(questionnaire)));
	}
	return names;
}

function namesIn(questionnaire: Questionnaire): ReadonlyMap<string, string> {
	const dimensions = dimensionsOf(questionnaire).map(({ dimension }) => dimension);
	return new Map([
		...dimensions.map(({ id, name }) => [id, name] as const),
		...itemsOf(questionnaire).map(({ id, statement }) => [id, statement] as const),
		...dimensions.flatMap(({ tips, prompts }) => [
			...tips.map(({ id, action }) => [id, action] as const),
			...prompts.map(({ id, question }) => [id, question] as const)
		])
	]);
}
