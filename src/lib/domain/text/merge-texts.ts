/**
 * Two people wrote in the same field at the same moment, each in a tab of their own: one text
 * that loses no word of either.
 */

export { Caret } from './caret';
import { changeBetween, differenceOf, type TextChange } from './text-change';

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
 * What each wrote stands where that one wrote it; where both wrote at the same place, both texts stand there, the
 * other's first and one's own on a new line. What only one of them took away is away.
 * @param base the text that both began with
 * @param mine what it became here
 * @param theirs what it became elsewhere
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	return mine === theirs ? mine : mergeInto(base, mine, theirs).after;
}

/**
 * As `mergeTexts`, and how one's own text became that: letters say too little where both wrote the same. Two who
 * wrote the same did so twice.
 */
export function mergeInto(base: string, mine: string, theirs: string): TextChange {
	if (theirs === base) return changeBetween(mine, mine);
	if (mine === base) return changeBetween(mine, theirs);
	const pieces = piecesOf(base);
	const own = editOf(pieces, piecesOf(mine));
	const other = editOf(pieces, piecesOf(theirs));
	if (!touch(own, other, pieces)) {
		const isOwnFirst = own.from < other.from || own.to < other.to;
		const left = isOwnFirst ? applied(pieces, own, 0, other.from) : join(pieces.slice(0, other.from));
		const right = isOwnFirst ? join(pieces.slice(other.to)) : applied(pieces, own, other.to, pieces.length);
		return around(mine, left, join([left], other.pieces, [right]), right);
	}
	const from = Math.min(own.from, other.from);
	const to = Math.max(own.to, other.to);
	const [before, after] = [join(pieces.slice(0, from)), join(pieces.slice(to))];
	const written = applied(pieces, own, from, to);
	const { text, isMineFirst } = beneath(applied(pieces, other, from, to), written);
	const whole = join([before], [text], [after]);
	return isMineFirst ? around(mine, before + written, whole, after) : around(mine, before, whole, written + after);
}

/** What a change elsewhere becomes in a text that was written on meanwhile. @param mine what its `before` became */
export function changeOver(change: TextChange, mine: string): TextChange {
	const { before, after, from, to } = change;
	const own = changeBetween(before, mine);
	const grown = mine.length - before.length;
	const put = after.slice(from, after.length - (before.length - to));
	const isOwnLeft = own.to <= from && (own.from < from || from < to || /^\s*\n/u.test(put));
	if (!isOwnLeft && own.from < to) return mergeInto(before, mine, after);
	const shift = isOwnLeft ? grown : 0;
	return {
		before: mine,
		after: mine.slice(0, from + shift) + put + mine.slice(to + shift),
		from: from + shift,
		to: to + shift
	};
}

/** @param left what of the text before stays in front of the change @param right what of it stays behind */
function around(before: string, left: string, after: string, right: string): TextChange {
	return { before, after, from: left.length, to: before.length - right.length };
}

/** These pieces after an edit among them. */
function applied(pieces: readonly string[], edit: Edit, from: number, to: number): string {
	return join(pieces.slice(from, edit.from), edit.pieces, pieces.slice(edit.to, to));
}

/** What begins on a new line was put beneath what is written on: it stays beneath. */
function beneath(theirs: string, mine: string): { text: string; isMineFirst: boolean } {
	if (/^\s*\n/u.test(theirs)) return { text: mine + theirs, isMineFirst: true };
	const isApart = theirs.trim() === '' || mine === '' || /^\s*\n/u.test(mine) || theirs.endsWith('\n');
	return { text: isApart ? theirs + mine : `${theirs}\n${mine}`, isMineFirst: false };
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
	const { from, to } = differenceOf(before, after);
	return { from, to, pieces: after.slice(from, after.length - (before.length - to)) };
}

/** Whether both changed a same piece, or wrote at the same place. */
function touch(one: Edit, other: Edit, pieces: readonly string[]): boolean {
	const isBlank = ({ from, to }: Edit) => pieces.slice(from, to).every((piece) => piece.trim() === '');
	// What stands between words is no place of its own: who writes behind it writes where it was.
	if (isBlank(one) && isBlank(other)) return one.from <= other.to && other.from <= one.to;
	return one.from < other.to && other.from < one.to;
}
