import { compareText } from '$lib/domain/text/compare-text';
import { fingerprint } from '$lib/domain/text/fingerprint';
import { stableText } from '$lib/domain/text/stable-text';

/**
 * How often each tab changed a record, by a random name that a tab has as long as it is open. Of two versions of one
 * record it tells whether one was made of the other, or both were changed apart. Without who, when or where.
 */
export type Edits = Readonly<Record<string, number>>;

/** 10 hexadecimal digits. */
const DIGITS_OF_NAME = 10;
/** Of more tabs than this, the changes are not told apart any more. */
export const MAX_EDITORS = 50;

interface Edited {
	/** Left out: as it was made. */
	edits?: Edits;
}

/** A record after a change in the tab of this name; where nothing changed, as it was. */
export function withEdit<Kind extends Edited>(before: Kind, after: Kind, by: string): Kind {
	if (contentOf(before) === contentOf(after)) return before;
	return { ...after, edits: counted(before.edits, by) };
}

/** Which of two was made of the other; null: neither, or nothing tells. */
export function newerOf(here: Edited, file: Edited): 'here' | 'file' | null {
	const [hasHere, hasFile] = [holds(here.edits, file.edits), holds(file.edits, here.edits)];
	if (hasHere === hasFile) return null;
	return hasHere ? 'here' : 'file';
}

/**
 * What was made of both by choosing: newer than either, and the same on every device that chooses the same.
 * @param chosen with the fields as they were chosen; its own edits count for nothing
 */
export function chosenOf<Kind extends Edited>(here: Kind, file: Kind, chosen: Kind): Kind {
	const edits = joinEdits(here.edits, file.edits);
	const isFile = contentOf(chosen) === contentOf(file) && !holds(here.edits, file.edits);
	if (isFile) return { ...chosen, edits };
	const by = fingerprint(stableText([contentOf(chosen), edits]))
		.toString(16)
		.padStart(DIGITS_OF_NAME, '0');
	return { ...chosen, edits: counted(edits, by.slice(-DIGITS_OF_NAME)) };
}

/** The edits of both. */
export function joinEdits(one: Edits = {}, other: Edits = {}): Edits {
	const all = { ...one };
	for (const [by, times] of Object.entries(other)) all[by] = Math.max(times, all[by] ?? 0);
	return limited(all);
}

/** What a record says, without how often it was changed. */
function contentOf(record: Edited): string {
	return stableText({ ...record, edits: undefined });
}

function counted(edits: Edits = {}, by: string): Edits {
	const { [by]: times = 0, ...others } = edits;
	return limited({ [by]: Math.min(times + 1, Number.MAX_SAFE_INTEGER), ...others });
}

/** The first ones stay. In no other order than that of the names. */
function limited(edits: Edits): Edits {
	const kept = Object.entries(edits).slice(0, MAX_EDITORS);
	return Object.fromEntries(kept.sort(([a], [b]) => compareText(a, b)));
}

/** Whether every edit of the other is among these. */
function holds(edits: Edits = {}, other: Edits = {}): boolean {
	return Object.entries(other).every(([by, times]) => (edits[by] ?? 0) >= times);
}
