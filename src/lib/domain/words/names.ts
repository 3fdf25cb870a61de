import type { Group } from '$lib/domain/measurement/measurement';
import { dimensionNames, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { NameOf } from './score-words';

/** What people call a group or a dimension; an id without a name stands for itself. */

export function groupNameIn(groups: readonly Pick<Group, 'id' | 'name'>[]): NameOf {
	return (id) => groups.find((group) => group.id === id)?.name ?? id;
}

/** Where questionnaires differ, as the first that has the dimension says. */
export function dimensionNameIn(...questionnaires: readonly Questionnaire[]): NameOf {
	const names = dimensionNames(questionnaires);
	return (id) => names.get(id) ?? id;
}
