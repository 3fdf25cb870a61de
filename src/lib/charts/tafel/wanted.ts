import type { Group } from '$lib/domain/measurement/measurement';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';

/** How many people of a side want to talk about something. */
export interface Wanted {
	/** The place of the side in the measurement. */
	sideIndex: number;
	name: string;
	/** «3 van 6», «samen gekozen», or both. */
	text: string;
}

/** The sides of which it shows, and of which somebody chose the dimension; in the order of the measurement. */
export function wantedBy(
	groups: readonly Pick<Group, 'id' | 'name'>[],
	topics: readonly GroupTopics[],
	dimensionId: string
): Wanted[] {
	return groups.flatMap(({ id, name }, sideIndex) => {
		const side = topics.find(({ groupId }) => groupId === id);
		if (!side || side.hidden) return [];
		const count = side.chosen.find((one) => one.dimensionId === dimensionId)?.count ?? 0;
		const together = side.joint?.includes(dimensionId) ?? false;
		const words = [...(count > 0 ? [`${count} van ${side.n}`] : []), ...(together ? ['samen gekozen'] : [])];
		return words.length === 0 ? [] : [{ sideIndex, name, text: words.join(', ') }];
	});
}

/** «wil praten: Gemeente 3 van 6, Verenigingen 9 van 21»; '' where nobody chose it. */
export function wantedWords(wanted: readonly Wanted[]): string {
	return wanted.length === 0 ? '' : `wil praten: ${wanted.map(({ name, text }) => `${name} ${text}`).join(', ')}`;
}
