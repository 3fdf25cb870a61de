import { expect } from '@playwright/test';
import { dimensions, newestQuestionnaire } from './e2e/looks/newest-questionnaire';
import { poppler } from './pdf-reader';

/**
 * The answer boxes after a statement: some browsers write figures of equal width in a PDF
 * without saying which they are.
 */
const ROW = /^\P{L}{0,15}\?/u;

export interface PaperPage {
	/** The names of the dimensions on it, each with its headings beside it. */
	headed: string[];
	/** The places in the questionnaire of the statements that are whole on it, each with its row of answer boxes. */
	statements: number[];
	/** How far down the last word stands, from 0 (top) to 1 (bottom of the paper). */
	filled: number;
}

const items = dimensions.flatMap((dimension) => dimension.items);
const { points, unknown } = newestQuestionnaire.scale;
const words = [...points, unknown];

/** Reads a printed paper form of the newest questionnaire. @returns null where poppler is not installed */
function paperPages(pdf: Uint8Array): PaperPage[] | null {
	const texts = poppler('pdftotext', ['-raw'], pdf);
	const places = poppler('pdftotext', ['-bbox'], pdf);
	if (texts === null || places === null) return null;
	const boxes = places.split('<page ').slice(1);
	return texts
		.split('\f')
		.slice(0, boxes.length)
		.map((text, index) => pageOf(letters(text), boxes[index] ?? ''));
}

function pageOf(text: string, boxes: string): PaperPage {
	const headed = dimensions.filter(({ name }) => text.includes(letters([name, ...words].join(''))));
	const statements = items.flatMap(({ statement }, place) => {
		const after = text.split(letters(statement))[1];
		return after !== undefined && ROW.test(after) ? [place] : [];
	});
	const bottoms = [...boxes.matchAll(/yMax="([\d.]+)"/g)].map(([, bottom]) => Number(bottom));
	const height = Number(/height="([\d.]+)"/.exec(boxes)?.[1]);
	return {
		headed: headed.map(({ name }) => name),
		statements,
		filled: Math.max(0, ...bottoms) / height
	};
}

/** Without spaces and hyphens: where a line or a word breaks is the browser's choice. */
function letters(text: string): string {
	return text.replace(/[\s\u00AD\u2010-]+/g, '');
}

/** What a printed form must be, whatever the browser. @returns its pages; null where poppler is not installed */
export function expectWholeSheets(pdf: Uint8Array): PaperPage[] | null {
	const pages = paperPages(pdf);
	if (!pages) return null;
	expect(pages.length, 'two sheets, printed on both sides, at most').toBeLessThanOrEqual(4);
	expect(pages.flatMap(({ statements }) => statements)).toEqual(items.map((_, place) => place));
	for (const { headed, statements } of pages) {
		const dimensionsHere = dimensions.filter((dimension) =>
			dimension.items.some((item) => statements.includes(items.indexOf(item)))
		);
		expect(headed).toEqual(dimensionsHere.map(({ name }) => name));
		expect(statements.length, 'statements on each page').toBeGreaterThan(0);
	}
	expect(pages.at(-1)?.filled, 'how far the last page is used').toBeGreaterThan(0.4);
	return pages;
}
