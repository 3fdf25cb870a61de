import { UnknownQuestionnaireError, type QuestionnaireRef } from '$lib/content/published';
import type { MeasurementBundle } from '$lib/domain/bundle';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire';
import type { ExchangeContent } from '$lib/exchange/exchange-file';
import type { Incoming } from '$lib/storage/import';
import { now } from './device';
import { loadQuestionnaire, ownQuestionnaireProblem } from './questionnaires';

/**
 * Adds what is wrong with each measurement by its questionnaire, and leaves out the own questionnaires that are unsound. A
 * measurement of a questionnaire that neither this device nor the file has is kept as it is.
 */
export async function checkAgainstQuestionnaires({ bundles, questionnaires }: ExchangeContent): Promise<Incoming> {
	const inFile = new Map(
		questionnaires.map((content) => [refKey(content), { content, unsound: ownQuestionnaireProblem(content) }])
	);
	const problemOf = async (bundle: MeasurementBundle): Promise<string | undefined> => {
		const ref = bundle.measurement.questionnaire;
		const brought = inFile.get(refKey(ref));
		if (brought?.unsound) return `De eigen vragenlijst van deze meting komt niet binnen. ${brought.unsound}`;
		const questionnaire = (await questionnaireHere(ref)) ?? brought?.content;
		return questionnaire && bundleProblem(bundle, questionnaire);
	};
	const checked = bundles.map(async (bundle) => {
		const problems = new Map<string, string>();
		for (const one of bundle.measurements) {
			const problem = await problemOf(one);
			if (problem !== undefined) problems.set(one.measurement.id, problem);
		}
		return { ...bundle, problems };
	});
	const sound = [...inFile.values()].filter(({ unsound }) => unsound === null);
	return {
		bundles: await Promise.all(checked),
		questionnaires: sound.map(({ content }) => ({
			id: content.id,
			version: content.version,
			content,
			addedAt: now()
		}))
	};
}

/** The ids of the measurements with a questionnaire that neither this device nor the file has. */
export async function withUnknownQuestionnaire({ bundles, questionnaires }: Incoming): Promise<ReadonlySet<string>> {
	const brought = new Set(questionnaires.map(refKey));
	const unknown = new Set<string>();
	for (const { measurement } of bundles.flatMap(({ measurements }) => measurements)) {
		const ref = measurement.questionnaire;
		if (!brought.has(refKey(ref)) && (await questionnaireHere(ref)) === undefined) unknown.add(measurement.id);
	}
	return unknown;
}

function refKey({ id, version }: QuestionnaireRef): string {
	return `${id} ${version}`;
}

/** Undefined when neither the app nor this device has it. */
async function questionnaireHere(ref: QuestionnaireRef): Promise<Questionnaire | undefined> {
	try {
		return await loadQuestionnaire(ref);
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return undefined;
		throw cause;
	}
}

function bundleProblem(bundle: MeasurementBundle, questionnaire: Questionnaire): string | undefined {
	const { measurement, responses, jointAnswers, notes, agreedScores } = bundle;
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
