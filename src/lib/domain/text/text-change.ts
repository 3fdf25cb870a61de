/**
 * How a text became another one: what stood from `from` up to `to` was replaced, and all
 * around it stayed. In UTF-16 units.
 */
export interface TextChange {
	before: string;
	after: string;
	from: number;
	to: number;
}

/** The shortest change that accounts for every difference. */
export function changeBetween(before: string, after: string): TextChange {
	return { before, after, ...differenceOf(before, after) };
}

/**
 * Of letters or pieces: from which up to which others came in their place. What may have come at more than one place,
 * came as a line where it can be one, else at the last.
 */
export function differenceOf(before: ArrayLike<string>, after: ArrayLike<string>): { from: number; to: number } {
	const most = Math.min(before.length, after.length);
	let from = 0;
	while (from < most && before[from] === after[from]) from += 1;
	let end = 0;
	while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
	const to = before.length - end;
	const added = after.length - before.length;
	if (from < to || added === 0) return { from, to };
	const isLine = (place: number) => after[place] === '\n' || after[place + added - 1] === '\n';
	let place = from;
	while (!isLine(place) && place > 0 && after[place - 1] === after[place + added - 1]) place -= 1;
	return isLine(place) ? { from: place, to: place } : { from, to };
}
