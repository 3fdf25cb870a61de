import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { measurementMisfit } from '$lib/domain/intake/response-fits';
import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';

/** What the partnerships of a file say against each other, whichever comes first. */
export class BundlesCheck {
	#partnerships = new Set<string>();
	#measurements = new Set<string>();
	#responses = new Set<string>();
	#commitments = new Set<string>();

	/** What is wrong with one more, in Dutch; undefined when nothing. */
	problemOf({ partnership, measurements }: PartnershipBundle): string | undefined {
		if (addAll(this.#partnerships, [partnership.id])) return contradicts('een overleg staat er twee keer in');
		if (addAll(this.#measurements, idsOf(measurements.map(({ measurement }) => measurement))))
			return contradicts('een meting staat er twee keer in');
		if (measurements.some(({ measurement }) => measurement.partnershipId !== partnership.id))
			return contradicts('de meting hoort bij een ander overleg');
		if (addAll(this.#responses, idsOf(measurements.flatMap((one) => one.responses))))
			return contradicts('een blad staat er twee keer in');
		if (addAll(this.#commitments, idsOf(measurements.flatMap(({ commitments }) => commitments))))
			return contradicts('een afspraak staat er twee keer in');
		for (const bundle of measurements) {
			const problem = measurementProblem(bundle);
			if (problem !== undefined) return contradicts(problem);
		}
		return undefined;
	}
}

/** What the parts of a file say against each other, in Dutch; undefined when nothing. */
export function bundlesProblem(bundles: readonly PartnershipBundle[]): string | undefined {
	const check = new BundlesCheck();
	for (const bundle of bundles) {
		const problem = check.problemOf(bundle);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function idsOf(records: readonly { id: string }[]): string[] {
	return records.map(({ id }) => id);
}

/** @returns whether one of them was there already */
function addAll(known: Set<string>, keys: readonly string[]): boolean {
	const before = known.size;
	for (const key of keys) known.add(key);
	return known.size < before + keys.length;
}

/** What the own questionnaires of a file say against each other, in Dutch; undefined when nothing. */
export function questionnairesProblem(questionnaires: readonly Questionnaire[]): string | undefined {
	return hasTwice(questionnaires.map(questionnaireKey))
		? contradicts('een vragenlijst staat er twee keer in')
		: undefined;
}

/** What the drafts of questionnaires in a file say against each other, in Dutch; undefined when nothing. */
export function draftsProblem(drafts: readonly QuestionnaireDraft[]): string | undefined {
	return hasTwice(drafts.map(({ id }) => id))
		? contradicts('een vragenlijst die nog niet klaar is, staat er twee keer in')
		: undefined;
}

function measurementProblem(bundle: MeasurementBundle): string | undefined {
	const { measurement, responses, jointAnswers, notes, agreedScores } = bundle;
	if (responses.some((response) => measurementMisfit(response, measurement) !== undefined))
		return 'een van de bladen past niet bij de meting';
	if (measurement.privacy.mode === 'anoniem' && jointAnswers.length + notes.length > 0)
		return 'de meting is anoniem, maar er zitten gezamenlijke antwoorden of notities in';
	if (measurement.privacy.mode === 'open' && bundle.showing)
		return 'de meting is niet anoniem, maar er staat in wie ze toont';
	const groups = new Set(measurement.groups.map((group) => group.id));
	if (!jointAnswers.every((joint) => groups.has(joint.groupId)))
		return 'een gezamenlijk antwoord hoort bij een onbekende groep';
	if (hasTwice(jointAnswers.map((joint) => `${joint.groupId} ${joint.itemId}`)))
		return 'een gezamenlijk antwoord staat er twee keer in';
	if (hasTwice(notes.map((note) => note.itemId))) return 'een notitie staat er twee keer in';
	if (hasTwice(agreedScores.map(({ dimensionId }) => dimensionId)))
		return 'een afgesproken score staat er twee keer in';
	return undefined;
}

function contradicts(what: string): string {
	return `Dit bestand klopt niet: ${what}. Maak het opnieuw op de andere laptop.`;
}

function hasTwice(keys: readonly string[]): boolean {
	return new Set(keys).size < keys.length;
}
