import type PDFDocument from 'pdfkit';
import { themeColour } from '$lib/design/tokens';

/** In points. */
const WIDTH = 5;
const dashes: Record<ReturnType<typeof themeColour>['line'], readonly number[]> = {
	solid: [],
	dashed: [5, 3],
	dotted: [2, 2]
};

/** The edge of a theme, at the left of what is of that theme. */
export function drawThemeEdge(
	doc: PDFDocument,
	themeIndex: number,
	{ x, y, height }: { x: number; y: number; height: number }
): void {
	const { edge, line } = themeColour(themeIndex);
	const dash = dashes[line];
	doc.strokeColor(edge).lineWidth(WIDTH);
	if (dash.length > 0) doc.dash(dash, { phase: 0 });
	doc
		.moveTo(x + WIDTH / 2, y)
		.lineTo(x + WIDTH / 2, y + height)
		.stroke();
	doc.undash();
}
