import { frontInWords } from '$lib/report/sections/front-page';
import type { Block, List, Text } from '$lib/report/model/report-model';
import type { ReportSource } from '$lib/report/model/report-source';

/**
 * The report as plain text for a mail: who and when, what was found, what is worth talking about with its scores, and
 * what was agreed. Its last line has no line break.
 */
export function reportText(source: ReportSource): string {
	return textOf(frontInWords(source));
}

/** Blocks as lines of text, an empty line between them; pictures and tables have no place in a mail. */
function textOf(blocks: readonly Block[]): string {
	return blocks
		.map(blockText)
		.filter((text) => text !== '')
		.join('\n\n');
}

function blockText(block: Block): string {
	switch (block.kind) {
		case 'masthead':
		case 'paragraph':
			return wordsOf(block.text);
		case 'heading':
			return block.text;
		case 'list':
			return listText(block);
		case 'together':
			return textOf(block.blocks);
		case 'columns':
			return textOf(block.columns.flatMap((column) => column.blocks));
		case 'table':
		case 'figure':
		case 'rule':
		case 'new-page':
			return '';
	}
}

/** In a mail a figure need not stay with what it is of, and a line ends where the window does. */
const wordsOf = (text: Text): string =>
	text
		.map((part) => part.text)
		.join('')
		.replaceAll('\u00a0', ' ')
		.trim();

function listText({ items, numbered }: List): string {
	return items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${wordsOf(item)}`).join('\n');
}
