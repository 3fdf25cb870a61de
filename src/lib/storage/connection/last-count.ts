/**
 * The number of the last transaction that this browser stored, kept apart from database and journal: by it can be known that a
 * journal is complete while the database cannot be read. Only a hint that may be missing; then nothing is proved.
 */

const KEY = 'samenwerkingsmeter geteld';

export interface Count {
	epoch: string;
	sequence: number;
}

export function lastCount(): Count | null {
	try {
		const [epoch, sequence] = (localStorage.getItem(KEY) ?? '').split(' ');
		return epoch && sequence ? { epoch, sequence: Number(sequence) } : null;
	} catch {
		return null;
	}
}

export function noteCount({ epoch, sequence }: Count): void {
	const known = lastCount();
	// Another tab may be further.
	if (known?.epoch === epoch && known.sequence >= sequence) return;
	try {
		localStorage.setItem(KEY, `${epoch} ${sequence}`);
	} catch {
		// A count that stays behind would prove too much.
		forgetCount();
	}
}

export function forgetCount(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Refused as a whole: then it cannot be read either.
	}
}
