import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { strangeToMeasurement } from './belongs';

/** What the parts of a file say against each other, in Dutch; undefined when nothing. */
export function bundlesProblem(bundles: readonly PartnershipBundle[]): string | undefined {
	const measurements = bundles.flatMap((bundle) => bundle.measurements);
	if (hasTwice(bundles.map(({ partnership }) => partnership.id)))
		return contradicts('een samenwerkingsverband staat er twee keer in');
	if (hasTwice(measurements.map(({ measurement }) => measurement.id)))
		return contradicts('een meting staat er twee keer in');
	if (
		bundles.some(({ partnership, measurements: own }) =>
			own.some((one) => one.measurement.partnershipId !== partnership.id)
		)
	)
		return contradicts('de meting hoort bij een ander samenwerkingsverband');
	if (hasTwice(measurements.flatMap(({ responses }) => responses.map(({ id }) => id))))
		return contradicts('een invulling staat er twee keer in');
	if (hasTwice(measurements.flatMap(({ commitments }) => commitments.map(({ id }) => id))))
		return contradicts('een afspraak staat er twee keer in');
	for (const bundle of measurements) {
		const problem = measurementProblem(bundle);
		if (problem !== undefined) return contradicts(problem);
	}
	return undefined;
}

/** What the own questionnaires of a file say against each other, in Dutch; undefined when nothing. */
export function questionnairesProblem(questionnaires: readonly Questionnaire[]): string | undefined {
	return hasTwice(questionnaires.map(({ id, version }) => `${id} ${version}`))
		? contradicts('een vragenlijst staat er twee keer in')
		: undefined;
}

function measurementProblem(bundle: MeasurementBundle): string | undefined {
	const { measurement, responses, jointAnswers, notes, agreedScores } = bundle;
	if (responses.some((response) => strangeToMeasurement(response, measurement) !== undefined))
		return 'een van de invullingen past niet bij de meting';
	if (measurement.privacy.mode === 'anoniem' && jointAnswers.length + notes.length > 0)
		return 'de meting is anoniem, maar er zitten gezamenlijke antwoorden of notities in';
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
