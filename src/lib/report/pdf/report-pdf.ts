import PDFDocument from 'pdfkit';
import { colours } from '$lib/design/tokens';
import { buildComparisonReport, TIGHTEST_COMPARISON } from '$lib/report/build-comparison-report';
import { buildReport, LOOSEST, TIGHTEST, type Tightness } from '$lib/report/build-report';
import type { ComparisonSource } from '$lib/report/model/comparison-source';
import type { Report, ReportLength } from '$lib/report/model/report-model';
import type { ReportSource } from '$lib/report/model/report-source';
import { drawBlocks } from './flow';
import { PAGE, Pen } from '$lib/report/pdf/setting/pen';
import { facesOf } from '$lib/report/pdf/setting/document-faces';
import type { ReportFonts } from '$lib/report/pdf/setting/report-fonts';
import type { FontFiles } from '$lib/report/pdf/setting/typesetting';

export interface ReportPdf {
	bytes: Uint8Array<ArrayBuffer>;
	pages: number;
}

const SUMMARY_PAGES = 2;
const EDGE = { header: 30, footer: 30, size: 8.25, line: 11, gap: 24 };
const INCOMPLETE =
	'[?] en [emoji] staan waar deze pdf het teken niet kan tekenen. Op het scherm en bij «Afdrukken» staat het er wel.';

/**
 * The report as a tagged PDF (PDF/UA-1) on A4. Page one leaves out more until it is one page, a summary until it is two
 * or nothing more can be left out, and both say so.
 * @param madeAt for the document's properties
 */
export async function makeReportPdf(
	source: ReportSource,
	length: ReportLength,
	fonts: ReportFonts,
	madeAt: Date
): Promise<ReportPdf> {
	const files = await fontsFor(buildReport(source, length), fonts, madeAt);
	const lay = (tightness: Tightness) => layReport(buildReport(source, length, tightness), files, madeAt);
	const build = (front: number) => buildReport(source, length, { ...LOOSEST, front });
	const front = fittingFront(build, TIGHTEST.front, files, madeAt);
	let tightness = { ...LOOSEST, front };
	let laid = lay(tightness);
	if (length === 'full') return laid.finish();
	// Very long names do not fit two pages, however little is left: then as much as fits on as many as they need.
	const fewest = laid.pages > SUMMARY_PAGES ? lay({ ...tightness, summary: TIGHTEST.summary }).pages : SUMMARY_PAGES;
	while (laid.pages > Math.max(SUMMARY_PAGES, fewest) && tightness.summary < TIGHTEST.summary) {
		tightness = { ...tightness, summary: tightness.summary + 1 };
		laid = lay(tightness);
	}
	return laid.finish();
}

/** The report of a comparison, in the same way: page one leaves its picture to the next where it does not fit. */
export async function makeComparisonPdf(
	source: ComparisonSource,
	fonts: ReportFonts,
	madeAt: Date
): Promise<ReportPdf> {
	const build = (tightness: number) => buildComparisonReport(source, tightness);
	const files = await fontsFor(build(0), fonts, madeAt);
	return layReport(build(fittingFront(build, TIGHTEST_COMPARISON, files, madeAt)), files, madeAt).finish();
}

/** The loosest with which page one is one page, or the tightest there is. */
function fittingFront(build: (level: number) => Report, tightest: number, files: FontFiles, madeAt: Date): number {
	const isTooLong = (level: number) => layReport(frontOf(build(level)), files, madeAt).pages > 1;
	let level = 0;
	while (level < tightest && isTooLong(level)) level += 1;
	return level;
}

/** A report as it is, on as many pages as it needs, in the same way. */
export async function drawReportPdf(report: Report, fonts: ReportFonts, madeAt: Date): Promise<ReportPdf> {
	return layReport(report, await fontsFor(report, fonts, madeAt), madeAt).finish();
}

/** The report's own fonts and, only when they lack something that is on it, the others that may have it. */
async function fontsFor(report: Report, { own, more }: ReportFonts, madeAt: Date): Promise<FontFiles> {
	const { missing } = layReport(report, own, madeAt);
	return missing.length === 0 ? own : { ...own, ...(await more(missing)) };
}

/** All before the first page that the report itself begins anew. */
function frontOf(report: Report): Report {
	const end = report.blocks.findIndex(({ kind }) => kind === 'new-page');
	return { ...report, blocks: end < 0 ? report.blocks : report.blocks.slice(0, end) };
}

interface LaidReport {
	pages: number;
	/** Characters that none of the fonts has. */
	missing: readonly string[];
	/** Makes the file; only for the report that is kept. */
	finish: () => Promise<ReportPdf>;
}

function layReport(report: Report, fonts: FontFiles, madeAt: Date): LaidReport {
	const doc = openDocument(report, fonts, madeAt);
	const faces = facesOf(doc, fonts);
	const pen = new Pen(doc, faces);
	const root = doc.struct('Document');
	doc.addStructure(root);
	const frame = { x: PAGE.left, width: pen.width };
	drawBlocks(pen, report.blocks, frame, root);
	root.end();
	const pages = doc.bufferedPageRange().count;
	return {
		pages,
		missing: [...faces.missing],
		finish: async () => {
			drawEdges(pen, report, pages);
			const bytes = collect(doc);
			doc.end();
			return { bytes: await bytes, pages };
		}
	};
}

function openDocument(report: Report, fonts: FontFiles, madeAt: Date): PDFDocument {
	const creator = report.footer;
	const doc = new PDFDocument({
		size: 'A4',
		margin: 0,
		font: null,
		bufferPages: true,
		autoFirstPage: false,
		pdfVersion: '1.7',
		subset: 'PDF/UA',
		tagged: true,
		lang: 'nl-BE',
		displayTitle: true,
		info: { Title: report.title, Creator: creator, Producer: 'pdfkit', CreationDate: madeAt }
	});
	for (const [face, file] of Object.entries(fonts)) if (file) doc.registerFont(face, file);
	return doc;
}

function collect(doc: PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	return new Promise((resolve, reject) => {
		doc.on('data', (chunk) => void chunks.push(new Uint8Array(chunk)));
		doc.on('end', () => {
			new Blob(chunks).arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)), reject);
		});
	});
}

/** The header from the second page on, and the foot with the page number; for the eye, so no part of the text. */
function drawEdges(pen: Pen, report: Report, count: number): void {
	const right = PAGE.left + pen.width;
	for (let index = 0; index < count; index += 1) {
		pen.goToPage(index);
		const foot = pen.doc.page.height - EDGE.footer;
		const place = `Bladzijde ${index + 1} van ${count}`;
		pen.artifact(() => {
			pen.glyphs(report.footer, 'regular', PAGE.left, foot, EDGE.size, colours.muted);
			const width = pen.textWidth(place, 'regular', EDGE.size);
			pen.glyphs(place, 'regular', right - width, foot, EDGE.size, colours.muted);
			if (index > 0) drawHeader(pen, report.header);
			if (!pen.complete) pen.glyphs(INCOMPLETE, 'regular', PAGE.left, foot - EDGE.line, EDGE.size, colours.muted);
		}, 'Pagination');
	}
}

function drawHeader(pen: Pen, { name, date }: Report['header']): void {
	const dateWidth = pen.textWidth(date, 'regular', EDGE.size);
	const [line, ...more] = pen.set([{ text: name, look: 'muted' }], EDGE.size, pen.width - dateWidth - EDGE.gap);
	if (line) pen.line(line, PAGE.left, EDGE.header, EDGE.size);
	if (more.length > 0)
		pen.glyphs('…', 'regular', PAGE.left + (line?.width ?? 0), EDGE.header, EDGE.size, colours.muted);
	pen.glyphs(date, 'regular', PAGE.left + pen.width - dateWidth, EDGE.header, EDGE.size, colours.muted);
}
