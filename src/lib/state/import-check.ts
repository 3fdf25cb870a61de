import { loadQuestionnaire, UnknownQuestionnaireError } from '$lib/content/questionnaires';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import type { Measurement } from '$lib/domain/measurement';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire';
import type { IncomingBundle } from '$lib/storage/import';

/** Adds what is wrong with each measurement by its questionnaire. A questionnaire that this app lacks is kept as it is. */
export async function checkAgainstQuestionnaires(bundles: readonly PartnershipBundle[]): Promise<IncomingBundle[]> {
	return Promise.all(
		bundles.map(async (bundle) => {
			const problems = new Map<string, string>();
			for (const measurement of bundle.measurements) {
				const problem = await questionnaireProblem(measurement);
				if (problem !== undefined) problems.set(measurement.measurement.id, problem);
			}
			return { ...bundle, problems };
		})
	);
}

/** The ids of the measurements with a questionnaire that this app does not have. */
export async function withUnknownQuestionnaire(bundles: readonly PartnershipBundle[]): Promise<ReadonlySet<string>> {
	const unknown = new Set<string>();
	for (const { measurement } of bundles.flatMap(({ measurements }) => measurements)) {
		if ((await questionnaireOf(measurement)) === undefined) unknown.add(measurement.id);
	}
	return unknown;
}

/** The questionnaire of a measurement; undefined when this app does not have it. */
async function questionnaireOf({ questionnaire }: Measurement): Promise<Questionnaire | undefined> {
	try {
		return await loadQuestionnaire(questionnaire);
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return undefined;
		throw cause;
	}
}

async function questionnaireProblem(bundle: MeasurementBundle): Promise<string | undefined> {
	const { measurement, responses, jointAnswers, notes, agreedScores } = bundle;
	const questionnaire = await questionnaireOf(measurement);
	if (!questionnaire) return undefined;
	const items = new Set(itemsOf(questionnaire).map((item) => item.id));
	const dimensions = new Set(dimensionsOf(questionnaire).map(({ dimension }) => dimension.id));
	const roles = new Set(questionnaire.roles.map((role) => role.id));
	const named = [
		...[...jointAnswers, ...notes].map((entry) => entry.itemId),
		...responses.flatMap(({ answers, notes: own }) => [...Object.keys(answers), ...Object.keys(own)])
	];
	if (!named.every((itemId) => items.has(itemId)))
		return 'Er zitten antwoorden in op stellingen die de vragenlijst niet heeft.';
	const asked = responses.flatMap(({ trends }) => Object.keys(trends));
	if (!asked.every((dimensionId) => dimensions.has(dimensionId)))
		return 'Er staat "beter dan vorige keer" of iets dergelijks in over een onderdeel dat de vragenlijst niet heeft.';
	if (!agreedScores.every(({ dimensionId }) => dimensions.has(dimensionId)))
		return 'Er zit een afgesproken score in over een onderdeel dat de vragenlijst niet heeft.';
	return measurement.groups.every((group) => roles.has(group.role))
		? undefined
		: 'Er zit een groep in met een rol die de vragenlijst niet heeft.';
}
