import { comparableName, type Group, haveSameId, type Measurement } from '$lib/domain/measurement/measurement';

/** A group as it is followed through several measurements. */
export interface ComparedGroup {
	/** The same in every measurement of the comparison: of the newest one it takes part in. */
	id: string;
	/** Its newest name. */
	name: string;
	role: string;
	/** For each measurement the group as it stands there, with its own id and name; null where it took no part. */
	own: readonly (Group | null)[];
}

type WithGroups = Pick<Measurement, 'id' | 'groups'>;

/**
 * Which group of one measurement is which of another: the same id and role, else the same role and name, when only
 * one group on each side has them. A next measurement keeps the ids of the groups it starts from; names match
 * those that were set up anew.
 * @param measurements oldest first
 * @returns the groups of the newest measurement first, then those that only older ones have; each with an id of its own
 * @throws RangeError when two groups of one measurement have the same id: their answers could not be told apart
 */
export function matchGroups(measurements: readonly WithGroups[]): ComparedGroup[] {
	if (measurements.some(({ groups }) => haveSameId(groups)))
		throw new RangeError('Two groups of one measurement have one id');
	const found: Lineage[] = [];
	const newestFirst = measurements.map(({ id, groups }, index) => ({ id, groups, index })).reverse();
	for (const { id, groups, index } of newestFirst) {
		const joined = joinGroups(found, groups);
		for (const [group, lineage] of joined) lineage.own.set(index, group);
		const others = groups.filter((group) => !joined.has(group));
		for (const group of others) found.push({ id: freeId(group.id, id, found), own: new Map([[index, group]]) });
	}
	return found.map(({ id, own }) => asComparedGroup(id, own, measurements.length));
}

/** A group so far: where it was found, by place of the measurement, newest first. */
interface Lineage {
	id: string;
	own: Map<number, Group>;
}

/** By id first, so that a name never takes a group away from its own id. */
function joinGroups(found: readonly Lineage[], groups: readonly Group[]): Map<Group, Lineage> {
	const joined = new Map<Group, Lineage>();
	for (const isSame of [isSameGroup, isNamesake]) {
		const taken = new Set(joined.values());
		const free = found.filter((lineage) => !taken.has(lineage));
		const left = groups.filter((group) => !joined.has(group));
		for (const [group, lineage] of onlyPairs(left, free, isSame)) joined.set(group, lineage);
	}
	return joined;
}

const isSameGroup = (group: Group, { own }: Lineage) =>
	[...own.values()].some(({ id, role }) => id === group.id && role === group.role);

const isNamesake = (group: Group, { own }: Lineage) =>
	[...own.values()].some((one) => comparableName(one) === comparableName(group) && one.role === group.role);

/** The pairs in which each is the only match of the other. */
function onlyPairs(
	groups: readonly Group[],
	lineages: readonly Lineage[],
	isSame: (group: Group, lineage: Lineage) => boolean
): [Group, Lineage][] {
	return groups.flatMap((group): [Group, Lineage][] => {
		const [lineage, ...others] = lineages.filter((candidate) => isSame(group, candidate));
		if (!lineage || others.length > 0) return [];
		return groups.filter((rival) => isSame(rival, lineage)).length === 1 ? [[group, lineage]] : [];
	});
}

/**
 * Its own id, unless another group already has that: one whose role was changed. With a character that no group's own
 * id
 * has, so that no group can be given an id that makes it one with another.
 */
function freeId(id: string, measurementId: string, found: readonly Lineage[]): string {
	let free = id;
	// The same measurement may be compared twice.
	while (found.some((lineage) => lineage.id === free)) free += `_${measurementId}`;
	return free;
}

function asComparedGroup(id: string, own: ReadonlyMap<number, Group>, measurements: number): ComparedGroup {
	const [newest] = own.values();
	return {
		id,
		name: newest?.name ?? '',
		role: newest?.role ?? '',
		own: Array.from({ length: measurements }, (_, index) => own.get(index) ?? null)
	};
}
