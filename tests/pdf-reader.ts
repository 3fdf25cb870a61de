import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One element of the structure, in reading order, with all text in it on one line. */
export interface Element {
	role: string;
	text: string;
	alt: string;
	children: Element[];
}

export interface ReadPdf {
	pages: number;
	language: unknown;
	title: unknown;
	marked: boolean;
	elements: Element[];
	/** Text of each page as it is painted, headers and page numbers included. */
	pageTexts: string[];
	bookmarks: string[];
	/** Paint operations outside any marked content. */
	untagged: number;
	rasterImages: number;
	/** The file as characters: its dictionaries are not compressed. */
	raw: string;
}

/** Opens a PDF with pdf.js, apart from the library that made it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
	const read = await Promise.all(pages.map(readPage));
	const { info } = await pdf.getMetadata();
	return {
		pages: pdf.numPages,
		language: property(info, 'Language'),
		title: property(info, 'Title'),
		marked: property(await pdf.getMarkInfo(), 'Marked') === true,
		elements: read.flatMap((page) => page.elements),
		pageTexts: read.map((page) => page.text),
		bookmarks: await bookmarksOf(pdf),
		untagged: read.reduce((sum, page) => sum + page.untagged, 0),
		rasterImages: read.reduce((sum, page) => sum + page.rasterImages, 0),
		raw: Buffer.from(bytes).toString('latin1')
	};
}

/** All elements of a role, at any depth, in reading order. */
export function ofRole(elements: readonly Element[], role: string): Element[] {
	return elements.flatMap((element) => [
		...(element.role === role ? [element] : []),
		...ofRole(element.children, role)
	]);
}

/** What poppler's program says of a PDF; null where poppler is not installed. */
export function poppler(program: 'pdfinfo' | 'pdftotext', options: string[], bytes: Uint8Array): string | null {
	const folder = mkdtempSync(join(tmpdir(), 'report-'));
	try {
		const file = join(folder, 'report.pdf');
		writeFileSync(file, bytes);
		const output = program === 'pdftotext' ? [file, '-'] : [file];
		const { error, stdout } = spawnSync(program, [...options, ...output], { encoding: 'utf8' });
		return error ? null : stdout;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

async function bookmarksOf(pdf: PDFDocumentProxy): Promise<string[]> {
	interface Entry {
		title: string;
		items: Entry[];
	}
	const flat = (entries: readonly Entry[]): string[] => entries.flatMap(({ title, items }) => [title, ...flat(items)]);
	return flat((await pdf.getOutline()) ?? []);
}

async function readPage(page: PDFPageProxy) {
	const content = await page.getTextContent({ includeMarkedContent: true });
	const texts = new Map<string, string>();
	const open: (string | null)[] = [];
	let text = '';
	for (const item of content.items) {
		if ('str' in item) {
			text += item.str + (item.hasEOL ? '\n' : '');
			const id = open.findLast((entry) => entry !== null);
			if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
		} else if (item.type === 'endMarkedContent') open.pop();
		else open.push(item.id ?? null);
	}
	const tree: unknown = await page.getStructTree();
	const operators = await page.getOperatorList();
	return { text, elements: childrenOf(tree, texts), ...countPaint(operators.fnArray) };
}

function childrenOf(node: unknown, texts: ReadonlyMap<string, string>): Element[] {
	const children = property(node, 'children');
	if (!Array.isArray(children)) return [];
	return children.flatMap((child: unknown): Element[] => {
		const role = property(child, 'role');
		if (typeof role !== 'string') return [];
		const alt = property(child, 'alt');
		return [
			{
				role,
				text: textOf(child, texts).replace(/\s+/g, ' ').trim(),
				alt: typeof alt === 'string' ? alt : '',
				children: childrenOf(child, texts)
			}
		];
	});
}

function textOf(node: unknown, texts: ReadonlyMap<string, string>): string {
	if (property(node, 'type') === 'content') return texts.get(String(property(node, 'id'))) ?? '';
	const children = property(node, 'children');
	return Array.isArray(children) ? children.map((child: unknown) => textOf(child, texts)).join('') : '';
}

const painting = new Set([OPS.showText, OPS.showSpacedText, OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke]);
const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

function countPaint(operators: readonly number[]): { untagged: number; rasterImages: number } {
	let depth = 0;
	let untagged = 0;
	for (const operator of operators) {
		if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
		else if (operator === OPS.endMarkedContent) depth -= 1;
		else if (painting.has(operator) && depth === 0) untagged += 1;
	}
	return { untagged, rasterImages: operators.filter((operator) => images.has(operator)).length };
}
