import type { Path } from '$lib/domain/text/json-places';
import type { Dimension, Item, Questionnaire } from './questionnaire';

/** The parts of a questionnaire, each with where it stands in the file. */

/** A part of the questionnaire and where it stands. */
export interface Place<T> {
	value: T;
	path: Path;
}

export function within<T>(path: Path, key: string, list: readonly T[]): Place<T>[] {
	return list.map((value, index) => ({ value, path: [...path, key, index] }));
}

export function dimensionPlaces({ themes }: Questionnaire): Place<Dimension>[] {
	return within([], 'themes', themes).flatMap(({ value, path }) => within(path, 'dimensions', value.dimensions));
}

export function itemPlaces(questionnaire: Questionnaire): Place<Item>[] {
	return dimensionPlaces(questionnaire).flatMap(({ value, path }) => within(path, 'items', value.items));
}

/** Every tip and prompt, the general ones last. */
export function advicePlaces(questionnaire: Questionnaire) {
	return [
		...dimensionPlaces(questionnaire).flatMap(({ value, path }) => [
			...within(path, 'tips', value.tips),
			...within(path, 'prompts', value.prompts)
		]),
		...within([], 'generalPrompts', questionnaire.generalPrompts)
	];
}

/** All parts with an id of their own, by kind: within a kind an id is unique. */
export function partsByKind(questionnaire: Questionnaire): Record<string, Place<{ id: string }>[]> {
	return {
		rol: within([], 'roles', questionnaire.roles),
		thema: within([], 'themes', questionnaire.themes),
		onderdeel: dimensionPlaces(questionnaire),
		stelling: itemPlaces(questionnaire),
		'tip of gespreksvraag': advicePlaces(questionnaire),
		bron: within([], 'sources', questionnaire.sources),
		slotvraag: questionnaire.closing ? [{ value: questionnaire.closing, path: ['closing'] }] : []
	};
}
