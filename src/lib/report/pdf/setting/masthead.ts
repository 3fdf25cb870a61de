import type { StructureElement } from 'pdfkit';
import { colours } from '$lib/design/tokens';
import { decodeBase64 } from '$lib/domain/text/bytes-as-text';
import type { Logo } from '$lib/domain/measurement/letterhead';
import type { Masthead } from '$lib/report/model/report-model';
import { baselineIn, type Pen } from './pen';
import { drawLines, type Frame } from './text-blocks';

const STYLE = { size: 10.5, lineHeight: 14, before: 0, after: 4 };
/** The mark of the tool, 32 units square. */
const MARK = { size: 16, gap: 7 };
/** The most room that a logo takes, in points. */
const LOGO = { width: 150, height: 50, gap: 24 };

export function mastheadHeight(pen: Pen, block: Masthead, frame: Frame): number {
	const text = linesOf(pen, block, frame).length * STYLE.lineHeight;
	return Math.max(text, MARK.size, block.logo ? logoSize(block.logo).height : 0) + STYLE.after;
}

function linesOf(pen: Pen, { text, logo }: Masthead, frame: Frame) {
	const beside = logo ? logoSize(logo).width + LOGO.gap : 0;
	return pen.set(text, STYLE.size, frame.width - MARK.size - MARK.gap - beside);
}

function logoSize({ width, height }: Logo): { width: number; height: number } {
	const factor = Math.min(LOGO.width / width, LOGO.height / height);
	return { width: width * factor, height: height * factor };
}

/** The mark and its line at the left, the client's logo at the right. */
export function drawMasthead(pen: Pen, block: Masthead, frame: Frame, parent: StructureElement): void {
	const { y } = pen;
	const height = mastheadHeight(pen, block, frame);
	pen.artifact(() => drawMark(pen, frame.x, y - (MARK.size - baselineIn(STYLE)) / 2));
	const at = frame.x + MARK.size + MARK.gap;
	drawLines(pen, linesOf(pen, block, frame), STYLE, at, pen.child(parent, 'P'), 'P');
	if (block.logo) drawLogo(pen, block.logo, block.logoDescription, { ...frame, y }, parent);
	pen.y = y + height;
}

/** A circle above the line, a square below it: see static/mark.svg. */
function drawMark({ doc }: Pen, x: number, y: number): void {
	doc.translate(x, y).scale(MARK.size / 32);
	doc.fillColor(colours.ink).rect(1, 14, 30, 4).fill();
	doc.circle(10, 6.75, 5.75).fill();
	doc.rect(17, 19.5, 10.5, 10.5).fill();
}

function drawLogo(pen: Pen, logo: Logo, alt: string, frame: Frame & { y: number }, parent: StructureElement): void {
	const bytes = decodeBase64(logo.jpeg);
	if (!bytes) return;
	const size = logoSize(logo);
	const x = frame.x + frame.width - size.width;
	const bbox = [x, frame.y, x + size.width, frame.y + size.height] as const;
	pen.tagged(pen.child(parent, 'Figure', { alt, bbox }), 'Figure', () => pen.doc.image(bytes.buffer, x, frame.y, size));
}
