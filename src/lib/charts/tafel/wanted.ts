import type { Group } from '$lib/domain/measurement/measurement';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';

/**
 * «wil praten: Gemeente 3 van 6, Verenigingen 9 van 21», of the groups of which it shows; '' where nobody of them
 * chose it.
 */
export function topicsWordsOf(
	groups: readonly Pick<Group, 'id' | 'name'>[],
	topics: readonly GroupTopics[],
	dimensionId: string
): string {
	const said = topics.flatMap((side) => {
		const count = side.chosen.find((one) => one.dimensionId === dimensionId)?.count ?? 0;
		const together = side.joint?.includes(dimensionId) ?? false;
		const words = [...(count > 0 ? [`${count} van ${side.n}`] : []), ...(together ? ['samen gekozen'] : [])];
		const name = groups.find(({ id }) => id === side.groupId)?.name ?? side.groupId;
		return side.hidden || words.length === 0 ? [] : [`${name} ${words.join(', ')}`];
	});
	return said.length === 0 ? '' : `wil praten: ${said.join(', ')}`;
}
