// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { buildReport } from '$lib/report/build-report';
import type { Report, ReportLength } from '$lib/report/model/report-model';
import { makeReportDocx } from '$lib/report/word/report-docx';
import { commitment, reportSource } from '../../../builders/report-source';
import { workshop } from '../../../builders/workshop';
import { onePoint } from '../office/one-point';
import { OfficePackage } from '../office/package-reader';

const MADE_AT = new Date('2026-11-30T12:00:00Z');

const held = () =>
	workshop({ basishouding: { openheid: 2, waardering: 2, regie: 2 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4], waardering: [3, 3], regie: [2, 3] })
		.answers('Verenigingen', { openheid: [2, 2], waardering: [3, 3], regie: [4, 4] });

const reportOf = (length: ReportLength, extras: Parameters<typeof reportSource>[1] = { commitments: [commitment()] }) =>
	buildReport(reportSource(held(), extras), length);

async function wordOf(report: Report) {
	const drawn: string[] = [];
	const bytes = await makeReportDocx(
		report,
		(svg) => {
			drawn.push(svg);
			return Promise.resolve(onePoint());
		},
		MADE_AT
	);
	const file = new OfficePackage(bytes);
	return { bytes, drawn, file, document: file.xml('word/document.xml') };
}

const named = (parent: Element | XMLDocument, name: string) => [...parent.getElementsByTagName(name)];
const textOf = (paragraph: Element) =>
	named(paragraph, 'w:t')
		.map((part) => part.textContent)
		.join('');
const styleOf = (paragraph: Element) => named(paragraph, 'w:pStyle')[0]?.getAttribute('w:val');
const ofStyle = (document: XMLDocument, style: string) =>
	named(document, 'w:p')
		.filter((paragraph) => styleOf(paragraph) === style)
		.map(textOf);

describe('a report as a Word file', () => {
	test('has the titles of the report under the ids of Word, and nothing that is not a style of the document', async () => {
		const { file, document } = await wordOf(reportOf('full'));

		expect(ofStyle(document, 'Title')).toEqual(['Overleg aan de beek']);
		expect(ofStyle(document, 'Heading1')).toContain('Alle scores');
		expect(ofStyle(document, 'Heading2')).toContain('Onderdeel openheid');
		const known = named(file.xml('word/styles.xml'), 'w:style').map((style) => style.getAttribute('w:styleId'));
		const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => named(document, name));
		expect(used.length).toBeGreaterThan(50);
		expect(used.filter((style) => !known.includes(style.getAttribute('w:val')))).toEqual([]);
		// Looks come from styles alone.
		for (const look of ['w:b', 'w:sz', 'w:color', 'w:rFonts', 'w:jc']) expect(named(document, look)).toEqual([]);
	});

	test('says everything that the report says, in its order', async () => {
		const report = reportOf('full', { commitments: [commitment()], ownWords: 'Eerste alinea.\n\nTweede alinea.' });
		const { document } = await wordOf(report);

		const said = named(document, 'w:p').map(textOf).join('\n');
		let from = 0;
		for (const words of wordsOf(report.blocks)) {
			const found = said.indexOf(words, from);
			expect(found, words).toBeGreaterThanOrEqual(0);
			from = found;
		}
	});

	test('has a picture for each figure, with its words for who cannot see it', async () => {
		const report = reportOf('summary');
		const { document, drawn, file } = await wordOf(report);

		const words = named(document, 'wp:docPr').map((picture) => picture.getAttribute('descr'));
		expect(words).toEqual(figuresOf(report.blocks));
		expect(words[0]).toMatch(/^Eén lijn per onderdeel, van 1 .* tot 5/);
		expect(drawn).toHaveLength(2);
		expect(drawn[0]).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
		expect(new Set(named(document, 'wp:docPr').map((picture) => picture.getAttribute('id'))).size).toBe(2);
		expect(file.paths.some((path) => /^word\/media\/.*\.png$/.test(path))).toBe(true);
	});

	test('repeats the heads of a table on each page and splits no row', async () => {
		const { document } = await wordOf(reportOf('full'));

		const tables = named(document, 'w:tbl');
		expect(tables.length).toBeGreaterThan(2);
		for (const table of tables) {
			const [head, ...rows] = named(table, 'w:tr');
			expect(head && named(head, 'w:tblHeader')).toHaveLength(1);
			expect(rows.flatMap((row) => named(row, 'w:tblHeader'))).toEqual([]);
			expect(named(table, 'w:cantSplit')).toHaveLength(rows.length + 1);
		}
		const agreements = tables.find((table) => textOf(table).startsWith('WatWie'));
		expect(agreements && textOf(agreements)).toContain('De kermis samen voorbereidenZoë1 september 2026');
	});

	test('says its title, language and page numbers', async () => {
		const { file } = await wordOf(reportOf('summary'));

		expect(file.text('docProps/core.xml')).toContain('Samenvatting: Overleg aan de beek · meting van 19 maart 2026');
		expect(file.text('word/styles.xml')).toContain('w:lang w:val="nl-BE"');
		const feet = file.paths.filter((path) => /^word\/footer\d*\.xml$/.test(path)).map((path) => file.text(path));
		expect(feet.length).toBeGreaterThan(0);
		for (const foot of feet) {
			expect(foot).toContain('Samenwerkingsmeter 9.8.7');
			expect(foot).toMatch(/PAGE.*NUMPAGES/s);
		}
	});

	test('leads nowhere that is not in the file', async () => {
		expect((await wordOf(reportOf('full'))).file.loose()).toEqual([]);
	});

	test('is the same file when it is made again', async () => {
		const [one, other] = [await wordOf(reportOf('full')), await wordOf(reportOf('full'))];

		expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
		expect(one.file.text('docProps/core.xml')).toContain('2026-11-30T12:00:00Z');
	});

	test('stays sound with signs that XML refuses, Arabic, and a word as long as a page', async () => {
		const sound = `<&"> سلام שלום 👍🏽 ${'lang'.repeat(600)}`;
		const odd = `a\u0000\u0008\ufffe${sound}`;
		const { file, document } = await wordOf(
			reportOf('full', { name: odd, ownWords: odd, commitments: [commitment({ what: odd, who: odd, note: 'a\nb' })] })
		);

		expect(ofStyle(document, 'Title')).toEqual([`a${sound}`]);
		for (const path of file.paths.filter((one) => /\.(xml|rels)$/.test(one)))
			expect(() => file.xml(path)).not.toThrow();
		const fromRight = named(document, 'w:r').filter((run) => named(run, 'w:rtl').length > 0);
		expect(fromRight.map(textOf)).toContain('سلام שלום');
	});
});

type Blocks = Report['blocks'];
const joined = (text: readonly { text: string }[]) => text.map((part) => part.text).join('');

function wordsOf(blocks: Blocks): string[] {
	return blocks.flatMap((block): string[] => {
		if (block.kind === 'heading') return [block.text];
		if (block.kind === 'paragraph' || block.kind === 'masthead') return [joined(block.text)];
		if (block.kind === 'list') return block.items.map(joined);
		if (block.kind === 'table')
			return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? joined(cell).split('\n') : [])));
		if (block.kind === 'together') return wordsOf(block.blocks);
		return block.kind === 'columns' ? block.columns.flatMap((column) => wordsOf(column.blocks)) : [];
	});
}

function figuresOf(blocks: Blocks): string[] {
	return blocks.flatMap((block): string[] => {
		if (block.kind === 'figure') return [block.description];
		if (block.kind === 'together') return figuresOf(block.blocks);
		return block.kind === 'columns' ? block.columns.flatMap((column) => figuresOf(column.blocks)) : [];
	});
}
