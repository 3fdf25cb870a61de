import type { Problem, ProblemCode } from './problem';
import type { Questionnaire } from './questionnaire';
import { advicePlaces, dimensionPlaces, partsByKind, within, type Place } from './places';

/** The rules on ids of a questionnaire: each once, none that the app uses itself, and each that is named is there. */

/**
 * Of what stands more than once, one problem each, at the second.
 * @param keyOf what is the same of two that are
 */
export function repeated<Part extends { id: string }>(
	places: readonly Place<Part>[],
	code: ProblemCode,
	message: string,
	keyOf = (part: Part) => part.id
): Problem[] {
	const counts = new Map<string, number>();
	const seconds = places.filter(({ value }) => {
		const count = (counts.get(keyOf(value)) ?? 0) + 1;
		counts.set(keyOf(value), count);
		return count === 2;
	});
	return seconds.map(({ value, path }) => ({ code, where: value.id, path: [...path, 'id'], message }));
}

export function duplicateIds(questionnaire: Questionnaire): Problem[] {
	return Object.entries(partsByKind(questionnaire)).flatMap(([kind, places]) =>
		repeated(places, 'duplicate-id', `Dit id staat meer dan één keer bij ${kind}.`)
	);
}

/** «all» means every role; «constructor» is a name that every JavaScript object has already. */
export function reservedIds(questionnaire: Questionnaire): Problem[] {
	const problem = ({ value, path }: Place<{ id: string }>): Problem => ({
		code: 'reserved-id',
		where: value.id,
		path: [...path, 'id'],
		message: `Het id "${value.id}" gebruikt de app zelf. Kies een ander.`
	});
	const { rol = [], ...others } = partsByKind(questionnaire);
	return [
		...rol.filter(({ value }) => value.id === 'all').map(problem),
		...[rol, ...Object.values(others)]
			.flat()
			.filter(({ value }) => value.id === 'constructor')
			.map(problem)
	];
}

export function unknownSources(questionnaire: Questionnaire): Problem[] {
	const known = new Set(questionnaire.sources.map((source) => source.id));
	const problems = (where: string, citations: readonly Place<{ source: string }>[]): Problem[] =>
		citations
			.filter(({ value }) => !known.has(value.source))
			.map(({ value, path }) => ({
				code: 'unknown-source',
				where,
				path: [...path, 'source'],
				message: `Verwijst naar de bron "${value.source}", die niet in de lijst van bronnen staat.`
			}));
	return dimensionPlaces(questionnaire).flatMap(({ value: dimension, path }) => [
		...problems(dimension.id, within(path, 'restsOn', dimension.restsOn)),
		...within(path, 'tips', dimension.tips).flatMap((tip) =>
			problems(tip.value.id, within(tip.path, 'citations', tip.value.citations))
		)
	]);
}

export function unknownRoles(questionnaire: Questionnaire): Problem[] {
	const known = new Set(['all', ...questionnaire.roles.map((role) => role.id)]);
	return advicePlaces(questionnaire).flatMap(({ value, path }) => {
		const named: [string, string][] = [['for', value.for]];
		if ('higher' in value && typeof value.higher === 'string') named.push(['higher', value.higher]);
		return named
			.filter(([, role]) => !known.has(role))
			.map(([key, role]): Problem => ({
				code: 'unknown-role',
				where: value.id,
				path: [...path, key],
				message: `Verwijst naar de rol "${role}", die niet in de lijst van rollen staat.`
			}));
	});
}
