import { create, type Font } from 'fontkit';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A sign on a page of which nobody sees anything. */
export interface UnseenSign {
	page: number;
	/** What it stands for. */
	text: string;
	font: string;
}

/**
 * The signs that a PDF paints without a shape: the glyph for «no such character», or an empty one for what is no space.
 * It looks at the glyphs and at the fonts in the file, since the text of a file also holds what nobody can see.
 */
export async function unseenSigns(bytes: Uint8Array): Promise<UnseenSign[]> {
	const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true }).promise;
	const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
	return (await Promise.all(pages.map(unseenOn))).flat();
}

interface PaintedGlyph {
	/** The glyph in the font: reports embed theirs with the number itself as code. */
	originalCharCode: number;
	unicode: string;
}

/** Blank by what it is: spaces, the blank of Braille, what only steers the signs beside it. */
const NO_SHAPE_EXPECTED = /^[\s\u2800\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]*$/u;

async function unseenOn(page: PDFPageProxy): Promise<UnseenSign[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const unseen: UnseenSign[] = [];
	let font: { name: string; shapes: Font } | undefined;
	fnArray.forEach((operator, index) => {
		const [first] = (argsArray[index] ?? []) as [unknown?];
		if (operator === OPS.setFont) font = fontOf(page.commonObjs.get(String(first)));
		if (operator !== OPS.showText || !Array.isArray(first) || !font) return;
		const { name, shapes } = font;
		for (const glyph of first.filter((part): part is PaintedGlyph => typeof part === 'object'))
			if (!hasShape(shapes, glyph)) unseen.push({ page: page.pageNumber, text: glyph.unicode, font: name });
	});
	return unseen;
}

const shapesOf = new Map<Uint8Array, Font>();

function fontOf({ name, data }: { name: string; data: Uint8Array }): { name: string; shapes: Font } {
	const shapes = shapesOf.get(data) ?? create(Buffer.from(data));
	shapesOf.set(data, shapes);
	return { name, shapes };
}

function hasShape(shapes: Font, { originalCharCode: glyph, unicode }: PaintedGlyph): boolean {
	if (glyph === 0) return false;
	return NO_SHAPE_EXPECTED.test(unicode) || shapes.getGlyph(glyph).path.commands.length > 0;
}
