/** Two people wrote in the same field at the same moment, each in a tab of their own: one text that loses no word of either. */

/** A word, what is between words, or the end of a line. */
const PIECES = /\n|[^\S\n]+|\S+/gu;

/** What someone did with the pieces of the text that both began with. */
interface Edit {
	/** The pieces that were replaced: from this one … */
	from: number;
	/** … up to and without this one. */
	to: number;
	/** What came in their place. */
	pieces: readonly string[];
}

/**
 * What each wrote stands where that one wrote it; where both wrote at the same place, both texts stand there, the other's first and one's own
 * on a new line. What only one of them took away is away.
 * @param base the text that both began with
 * @param mine what it became here
 * @param theirs what it became elsewhere
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	if (mine === theirs || theirs === base) return mine;
	if (mine === base) return theirs;
	const pieces = piecesOf(base);
	const own = editOf(pieces, piecesOf(mine));
	const other = editOf(pieces, piecesOf(theirs));
	if (!touch(own, other)) {
		const [first, second] = own.from < other.from || own.to < other.to ? [own, other] : [other, own];
		const between = pieces.slice(first.to, second.from);
		return join(pieces.slice(0, first.from), first.pieces, between, second.pieces, pieces.slice(second.to));
	}
	const from = Math.min(own.from, other.from);
	const to = Math.max(own.to, other.to);
	const wholeOf = (edit: Edit) => join(pieces.slice(from, edit.from), edit.pieces, pieces.slice(edit.to, to));
	return join(pieces.slice(0, from), [beneath(wholeOf(other), wholeOf(own))], pieces.slice(to));
}

/**
 * Where a place in a text comes to lie when the text changes around it.
 * @param place in UTF-16 units, from 0 to the length of the text before
 */
export function placeAfterChange(before: string, after: string, place: number): number {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start += 1;
	if (place <= start) return place;
	return Math.max(start, after.length - (before.length - place));
}

/** What begins on a new line was put beneath what is written on: it stays beneath. */
function beneath(theirs: string, mine: string): string {
	if (/^\s*\n/u.test(theirs)) return mine + theirs;
	if (theirs.trim() === '' || mine.trim() === '') return theirs + mine;
	return /^\s*\n/u.test(mine) || theirs.endsWith('\n') ? theirs + mine : `${theirs}\n${mine}`;
}

function piecesOf(text: string): string[] {
	return text.match(PIECES) ?? [];
}

/** Two words that come to stand side by side stay two words. */
function join(...parts: readonly (readonly string[])[]): string {
	let text = '';
	for (const piece of parts.flat()) text += /\S$/u.test(text) && /^\S/u.test(piece) ? ` ${piece}` : piece;
	return text;
}

/** The shortest run of pieces that accounts for every difference. */
function editOf(before: readonly string[], after: readonly string[]): Edit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
	return { from: start, to: before.length - end, pieces: after.slice(start, after.length - end) };
}

/** Whether both changed a same piece, or put something at the same place. */
function touch(one: Edit, other: Edit): boolean {
	if (one.from === one.to && other.from === other.to) return one.from === other.from;
	return one.from < other.to && other.from < one.to;
}
