/** How wide a text is in its drawing, in the same units as its size. */
export type WidthOf = (text: string, size: number, bold: boolean) => number;

/** About, in our typeface: for drawings that cannot measure. Rather a little too wide than too narrow. */
export const aboutWidth: WidthOf = (text, size, bold) => text.length * size * (bold ? 0.54 : 0.51);

/** Lines no wider than this, broken at spaces; a word that is wider than a line stays whole. */
export function linesWithin(text: string, width: number, size: number, bold: boolean, widthOf: WidthOf): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter((part) => part !== '')) {
		const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
		if (lines.length > 0 && widthOf(longer, size, bold) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
