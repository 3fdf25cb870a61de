import type { Comparison } from '$lib/domain/comparing/comparison';
import { joinDutch } from '$lib/domain/words/counting-words';
import { groupNameIn } from '$lib/domain/words/names';

/** How «samen» is called in a comparison: over which groups it is, wherever it shows. */

type WithGroups = Pick<Comparison, 'groups' | 'together' | 'occasions'>;

/**
 * Which groups «samen» is over, or why there is none, as a full sentence; '' where every group took part each time,
 * and «samen» is the samenwerkingsscore.
 */
export function togetherSentence(comparison: WithGroups): string {
	const { kind } = comparison.together;
	if (kind === 'all') return '';
	if (kind === 'shared') return `Samen is hier over ${sharedGroups(comparison)}.`;
	const [only] = namesTogether(comparison);
	const which = only === undefined ? 'geen enkele groep' : 'maar één groep';
	return `Er is geen samen, want ${which} was er ${eachTime(comparison)} bij${only === undefined ? '' : `: ${only}`}.`;
}

/** «samen, over de groepen die er beide keren bij waren: bestuur en verenigingen», within a sentence. */
export function togetherName(comparison: WithGroups): string {
	return comparison.together.kind === 'shared' ? `samen, over ${sharedGroups(comparison)}` : 'de samenwerkingsscore';
}

/** «Samen (bestuur en verenigingen)», where there is little room and the whole is said nearby. */
export function togetherInShort(comparison: WithGroups): string {
	return comparison.together.kind === 'shared' ? `Samen (${joinDutch(namesTogether(comparison))})` : 'Samen';
}

const sharedGroups = (comparison: WithGroups) =>
	`de groepen die er ${eachTime(comparison)} bij waren: ${joinDutch(namesTogether(comparison))}`;

const eachTime = ({ occasions }: WithGroups) => (occasions.length === 2 ? 'beide keren' : 'elke keer');

const namesTogether = ({ together, groups }: WithGroups) => together.groupIds.map(groupNameIn(groups));
