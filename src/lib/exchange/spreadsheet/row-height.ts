/**
 * How high a row has to be for its texts: LibreOffice does not measure wrapped texts of a file that has no heights, and
 * lets them run over the row below.
 */

/** In points, of the letter that workbooks have. */
const LINE = 13;
/**
 * @param texts of the row; what is no text is ''
 * @param widths of their columns, in characters of a digit's width
 * @returns points; undefined for a row of one line, which every program makes high enough
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number | undefined {
	const lines = Math.max(1, ...texts.map((text, index) => linesOf(text, widths[index] ?? 1)));
	return lines > 1 ? Math.min(lines * LINE, HIGHEST) : undefined;
}

/** No program makes a row higher. */
const HIGHEST = 409;

function linesOf(text: string, room: number): number {
	// A letter is a little narrower than a digit, a bold one and a capital a little wider: as many of both fit.
	return text.split('\n').reduce((sum, paragraph) => sum + wrappedLines(paragraph, room), 0);
}

function wrappedLines(paragraph: string, room: number): number {
	let [lines, used] = [1, 0];
	for (const { length } of paragraph.split(' ')) {
		if (used > 0 && used + 1 + length > room) [lines, used] = [lines + 1, 0];
		const wide = used + (used > 0 ? 1 : 0) + length;
		const broken = Math.ceil(wide / room) - 1;
		[lines, used] = [lines + Math.max(0, broken), broken > 0 ? wide - broken * room : wide];
	}
	return lines;
}
