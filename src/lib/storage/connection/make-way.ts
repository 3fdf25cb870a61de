import { announce } from '$lib/storage/changes';

/** Another tab wants to upgrade or to delete the database: this one stores what it has, and lets go. */

let madeWay = false;
const beforeMakingWay = new Set<() => Promise<unknown>>();

/** Whether a newer version of the app took over in another tab: from then on this one only reads. */
export function hasMadeWay(): boolean {
	return madeWay;
}

/**
 * Work to do before this tab makes way for a newer version of the app in another one, which upgrades the database; from
 * then on it only reads.
 * @returns a function that takes it back
 */
export function beforeNewerVersion(work: () => Promise<unknown>): () => void {
	beforeMakingWay.add(work);
	return () => beforeMakingWay.delete(work);
}

/**
 * @param wanted the version that another tab wants; null to delete the database
 * @param letGo closes the connection; called once everything is stored
 */
export async function makeWay(wanted: number | null, letGo: () => Promise<void>): Promise<void> {
	const isUpgrade = wanted !== null;
	if (isUpgrade) await Promise.allSettled([...beforeMakingWay].map((work) => work()));
	madeWay ||= isUpgrade;
	await letGo();
	if (isUpgrade) announce({ kind: 'overtaken' });
}
