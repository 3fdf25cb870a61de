import { named } from '$lib/storage/place';

/**
 * The number of the last transaction that this browser stored, kept apart from database and journal: by it
 * can be known that a journal is complete while the database cannot be read. Only a hint that may be
 * missing; then nothing is proved.
 */

const KEY = named('geteld');

export interface Count {
	epoch: string;
	/** Of the log. */
	sequence: number;
	/** Of the piles. */
	piles: number;
}

export function lastCount(): Count | null {
	try {
		const [epoch, sequence, piles = '0'] = (localStorage.getItem(KEY) ?? '').split(' ');
		return epoch && sequence ? { epoch, sequence: Number(sequence), piles: Number(piles) } : null;
	} catch {
		return null;
	}
}

export function noteCount(count: Count): void {
	const known = lastCount();
	// Another tab may be further.
	const { epoch, sequence, piles } = known?.epoch === count.epoch ? furthest(known, count) : count;
	try {
		localStorage.setItem(KEY, `${epoch} ${sequence} ${piles}`);
	} catch {
		// A count that stays behind would prove too much.
		dropCount();
	}
}

function furthest(one: Count, other: Count): Count {
	const { max } = Math;
	return { ...one, sequence: max(one.sequence, other.sequence), piles: max(one.piles, other.piles) };
}

export function dropCount(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Refused as a whole: then it cannot be read either.
	}
}
