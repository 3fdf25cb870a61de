import type PDFDocument from 'pdfkit';
import type { Face, Weight } from './run';
import type { Faces, FontFiles } from './typesetting';

/** The fonts of a document, and which characters they turned out to lack. */
export interface DocumentFaces extends Faces {
	readonly missing: ReadonlySet<string>;
}

/** @param fonts registered in the document under their names, the first that has a character draws it */
export function facesOf(doc: PDFDocument, fonts: FontFiles): DocumentFaces {
	const names = Object.keys(fonts) as Face[];
	const inOrder: Record<Weight, Face[]> = { regular: preferring('regular', names), bold: preferring('bold', names) };
	const found = new Map<string, Face | undefined>();
	const widths = new Map<string, number>();
	const missing = new Set<string>();
	return {
		missing,
		faceFor(weight, character) {
			const key = `${weight} ${character}`;
			if (!found.has(key))
				found.set(
					key,
					inOrder[weight].find((face) => hasAll(doc, face, character))
				);
			const face = found.get(key);
			if (!face) missing.add(character);
			return face;
		},
		width(face, size, text) {
			const key = `${face} ${size} ${text}`;
			const known = widths.get(key) ?? measure(doc, face, size, text, this.without(face, text));
			widths.set(key, known);
			return known;
		},
		without(face, text) {
			return PERHAPS_UNPLACEABLE.test(text) && !canPlaceMarks(doc, face, text) ? WITHOUT_MARKS : undefined;
		}
	};
}

/**
 * fontkit gives up on some Arabic letters with vowel signs, whose font has no place for them: those stand unmoved then.
 */
const WITHOUT_MARKS = { mark: false, mkmk: false, curs: false } as const;
const PERHAPS_UNPLACEABLE = /[^\p{Script=Latin}\p{Script=Common}]/u;

function measure(
	doc: PDFDocument,
	face: Face,
	size: number,
	text: string,
	features: Readonly<Record<string, false>> | undefined
): number {
	return doc
		.font(face)
		.fontSize(size)
		.widthOfString(text, features && { features });
}

function canPlaceMarks(doc: PDFDocument, face: Face, text: string): boolean {
	try {
		measure(doc, face, 1, text, undefined);
		return true;
	} catch (cause) {
		if (cause instanceof TypeError) return false;
		throw cause;
	}
}

/** A font that has no such weight serves in the one it has. */
function preferring(weight: Weight, names: readonly Face[]): Face[] {
	const kindOf = (face: Face) => face.replace(/^(regular|bold)/, '');
	const kinds = [...new Set(names.map(kindOf))];
	return kinds.flatMap((kind) => {
		const ofKind = names.filter((face) => kindOf(face) === kind);
		return ofKind
			.filter((face) => face.startsWith(weight))
			.concat(ofKind)
			.slice(0, 1);
	});
}

function hasAll(doc: PDFDocument, face: Face, text: string): boolean {
	const { font } = doc.font(face)._font;
	return [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
