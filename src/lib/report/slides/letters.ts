import { aboutWidth, linesWithin } from '$lib/charts/tafel-marks/text-width';

/** A line of text beside the size of its letters. */
const LINE = 1.25;

/** Text that stands in one box: how large its letters are beside the largest in it. */
export interface Lettering {
	text: string;
	scale?: number;
	bold?: boolean;
}

/**
 * The largest of some sizes with which texts under each other fit a box; the smallest where none does.
 * @param box in the units of a slide, as the sizes are
 */
export function lettersFor(
	texts: readonly Lettering[],
	box: { width: number; height: number },
	sizes: readonly [number, ...number[]]
): number {
	const heightAt = (size: number) => texts.reduce((sum, one) => sum + heightOf(one, box.width, size), 0);
	return sizes.find((size) => heightAt(size) <= box.height) ?? sizes[sizes.length - 1] ?? sizes[0];
}

/** A word that is longer than a line is broken. */
function heightOf({ text, scale = 1, bold = false }: Lettering, width: number, largest: number): number {
	const size = largest * scale;
	const lines = text
		.split('\n')
		.flatMap((part) => linesWithin(part, width, size, bold, aboutWidth))
		.reduce((sum, line) => sum + Math.max(1, Math.ceil(aboutWidth(line, size, bold) / width)), 0);
	return lines * size * LINE;
}
