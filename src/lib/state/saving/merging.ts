import { WorkEnded } from '$lib/domain/long-work';
import type { TextChange } from '$lib/domain/text/text-change';

/**
 * What makes one text of two is loaded once two people did write in one field: a
 * participant's page is lighter without it.
 */
export interface Merging {
	mergeInto(base: string, mine: string, theirs: string): TextChange;
	changeOver(change: TextChange, mine: string): TextChange;
}

/** Within a transaction nothing can be loaded: it ends, and is tried again with what it needs. */
export class NeedsMerging extends WorkEnded {}

let loaded: Merging | undefined;
let isAway = false;

/** Resolves also when it does not come, as without a network. */
export async function loadMerging(): Promise<void> {
	try {
		loaded = await import('$lib/domain/text/merge-texts');
		isAway = false;
	} catch {
		isAway = true;
	}
}

/**
 * @returns undefined when it did not come: then both texts are simply put one under the other
 * @throws NeedsMerging when nobody asked for it yet
 */
export function merging(): Merging | undefined {
	if (!loaded && !isAway) throw new NeedsMerging();
	return loaded;
}

/** @returns undefined when it is not there */
export function mergingAtHand(): Merging | undefined {
	return loaded;
}
