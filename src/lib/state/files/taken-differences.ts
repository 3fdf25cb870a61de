import { differenceKey, type Difference } from '$lib/domain/intake/differences';
import { haveSameContent } from '$lib/domain/text/stable-text';
import type { ImportPlan } from '$lib/storage/bundles/plan-import';

/** Of which differences people take what is in the file, by `differenceKey`; of all others what is here stays. */
export type Takes = ReadonlySet<string>;

export const NOTHING_TAKEN: Takes = new Set();

export function withTaken(takes: Takes, keys: readonly string[], fromFile: boolean): Takes {
	const others = [...takes].filter((key) => !keys.includes(key));
	return new Set(fromFile ? [...others, ...keys] : others);
}

/** Every difference in a plan, with its key. */
export function differencesOf({ partnerships, drafts }: ImportPlan): { key: string; difference: Difference }[] {
	const ofPartnerships = partnerships.flatMap(({ partnership, differences, measurements }) => [
		...keyed(partnership.id, differences),
		...measurements.flatMap((one) => keyed(one.measurement.id, one.differences))
	]);
	return [...ofPartnerships, ...drafts.flatMap(({ id, differences }) => keyed(id, differences))];
}

function keyed(owner: string, differences: readonly Difference[]): { key: string; difference: Difference }[] {
	return differences.map((difference) => ({ key: differenceKey(owner, difference), difference }));
}

/** What was chosen holds as long as both still say what they said. */
export function stillTaken({ plan, takes }: { plan: ImportPlan; takes: Takes }, now: ImportPlan): Takes {
	const before = new Map(differencesOf(plan).map(({ key, difference }) => [key, difference]));
	const same = differencesOf(now).filter(({ key, difference }) => haveSameContent(before.get(key), difference));
	return new Set(same.map(({ key }) => key).filter((key) => takes.has(key)));
}
