import type { Group } from '$lib/domain/measurement/measurement';
import type { Frame } from '$lib/domain/questionnaire/questionnaire';

/** What the words in the statements mean for the groups that are there, and which these are. */
export function frameTerms(
	{ terms }: Frame,
	groups: readonly Pick<Group, 'name' | 'role'>[]
): { role: string; groups: string; text: string }[] {
	return terms.flatMap((term) => {
		const own = groups.filter(({ role }) => role === term.for).map(({ name }) => name);
		return own.length > 0 ? [{ role: term.for, groups: own.join(', '), text: term.text }] : [];
	});
}
