import type { StructureElement } from 'pdfkit';
import type { Block, Columns } from '$lib/report/model/report-model';
import { drawChart, figureHeight, figureStart } from '$lib/report/pdf/figures/chart-figures';
import type { Pen } from '$lib/report/pdf/setting/pen';
import { drawMasthead, mastheadHeight } from '$lib/report/pdf/setting/masthead';
import { drawRule, RULE_HEIGHT } from '$lib/report/pdf/setting/rule';
import { drawTable, tableHeight, tableStart } from '$lib/report/pdf/setting/tables';
import {
	drawHeading,
	drawList,
	drawParagraph,
	headingHeight,
	listHeight,
	listStart,
	paragraphHeight,
	paragraphStart,
	type Frame
} from '$lib/report/pdf/setting/text-blocks';

const COLUMN_GAP = 16;

/** Draws blocks under each other, page after page, in reading order. */
export function drawBlocks(pen: Pen, blocks: readonly Block[], frame: Frame, parent: StructureElement): void {
	blocks.forEach((block, index) => {
		if (block.kind === 'new-page') return pen.newPage();
		pen.reserve(startOf(pen, blocks.slice(index), frame));
		drawBlock(pen, block, frame, parent);
	});
}

/** The least height that must be left to begin with these blocks: a heading stays with what it heads. */
function startOf(pen: Pen, [block, ...rest]: readonly Block[], frame: Frame): number {
	if (!block) return 0;
	switch (block.kind) {
		case 'masthead':
			return mastheadHeight(pen, block, frame);
		case 'rule':
			return RULE_HEIGHT + startOf(pen, rest, frame);
		case 'heading':
			return headingHeight(pen, block, frame) + startOf(pen, rest, frame);
		case 'paragraph':
			return paragraphStart(pen, block, frame);
		case 'list':
			return listStart(pen, block, frame);
		case 'table':
			return tableStart(pen, block, frame);
		case 'figure':
			return figureStart(pen, block, frame);
		case 'together':
			return fitsPage(pen, block, frame) ? heightOf(pen, block, frame) : startOf(pen, block.blocks, frame);
		case 'columns':
			return fitsPage(pen, block, frame) ? heightOf(pen, block, frame) : startOf(pen, stacked(block), frame);
		case 'new-page':
			return 0;
	}
}

const fitsPage = (pen: Pen, block: Block, frame: Frame) => heightOf(pen, block, frame) <= pen.pageHeight;
const stacked = ({ columns }: Columns): Block[] => columns.flatMap((column) => column.blocks);

function heightOf(pen: Pen, block: Block, frame: Frame): number {
	switch (block.kind) {
		case 'masthead':
			return mastheadHeight(pen, block, frame);
		case 'rule':
			return RULE_HEIGHT;
		case 'heading':
			return headingHeight(pen, block, frame);
		case 'paragraph':
			return paragraphHeight(pen, block, frame);
		case 'list':
			return listHeight(pen, block, frame);
		case 'table':
			return tableHeight(pen, block, frame);
		case 'figure':
			return figureHeight(pen, block, frame);
		case 'together':
			return heightOfAll(pen, block.blocks, frame);
		case 'columns':
			return Math.max(0, ...framesOf(block, frame).map((column) => heightOfAll(pen, column.blocks, column.frame)));
		case 'new-page':
			return 0;
	}
}

function heightOfAll(pen: Pen, blocks: readonly Block[], frame: Frame): number {
	return blocks.reduce((sum, block) => sum + heightOf(pen, block, frame), 0);
}

function framesOf({ columns }: Columns, frame: Frame): { blocks: readonly Block[]; frame: Frame }[] {
	const total = columns.reduce((sum, { share }) => sum + share, 0);
	const width = frame.width - COLUMN_GAP * (columns.length - 1);
	let x = frame.x;
	return columns.map(({ share, blocks }) => {
		const own = { x, width: (width * share) / total };
		x += own.width + COLUMN_GAP;
		return { blocks, frame: own };
	});
}

function drawBlock(pen: Pen, block: Block, frame: Frame, parent: StructureElement): void {
	switch (block.kind) {
		case 'masthead':
			return drawMasthead(pen, block, frame, parent);
		case 'rule':
			return drawRule(pen, frame);
		case 'heading':
			pen.bookmark(block.level, block.text);
			return drawHeading(pen, block, frame, parent);
		case 'paragraph':
			return drawParagraph(pen, block, frame, parent);
		case 'list':
			return drawList(pen, block, frame, parent);
		case 'table':
			return drawTable(pen, block, frame, parent);
		case 'figure':
			return drawChart(pen, block, frame, parent);
		case 'together':
			return drawBlocks(pen, block.blocks, frame, parent);
		case 'columns':
			return fitsPage(pen, block, frame)
				? drawColumns(pen, block, frame, parent)
				: drawBlocks(pen, stacked(block), frame, parent);
		case 'new-page':
			return pen.newPage();
	}
}

/** Side by side on one page: there is room, the flow saw to that. */
function drawColumns(pen: Pen, block: Columns, frame: Frame, parent: StructureElement): void {
	const { y, atTop } = pen;
	let lowest = y;
	for (const column of framesOf(block, frame)) {
		pen.y = y;
		pen.atTop = atTop;
		for (const inner of column.blocks) drawBlock(pen, inner, column.frame, parent);
		lowest = Math.max(lowest, pen.y);
	}
	pen.y = lowest;
}
