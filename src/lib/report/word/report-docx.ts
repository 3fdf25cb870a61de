import {
	AlignmentType,
	Document,
	Footer,
	Header,
	LevelFormat,
	Packer,
	PageNumber,
	Paragraph,
	Tab,
	TextRun,
	type ILevelsOptions
} from 'docx';
import { chartSvg } from '$lib/charts/svg-file/chart-svg-text';
import { xmlCharacters } from '$lib/domain/text/xml-characters';
import type { Block, Figure, Report } from '$lib/report/model/report-model';
import { fixedPackage } from '$lib/report/office/fixed-package';
import { bytesOf, type DrawSvg } from '$lib/report/office/picture';
import { LISTS, WordBlocks, type DrawnFigure } from './word-blocks';
import { TEXT_WIDTH, WORD_PAGE, WORD_STYLES } from './word-styles';

/** In points: what a column has, and what page one has beside its words. */
const MOST = { width: TEXT_WIDTH / 20, height: 400 };

/**
 * The report as a Word file, on A4, in Dutch as spoken in Belgium.
 * @param draw makes a PNG of an SVG document
 * @param madeAt for the document's properties
 */
export async function makeReportDocx(report: Report, draw: DrawSvg, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
	const drawn = new Map<Figure, DrawnFigure>();
	for (const figure of figuresIn(report.blocks)) drawn.set(figure, await drawFigure(figure, draw));
	const document = new Document({
		externalStyles: WORD_STYLES,
		title: xmlCharacters(report.title),
		creator: report.footer,
		lastModifiedBy: report.footer,
		numbering: {
			config: [
				{ reference: LISTS.bullets, levels: [levelOf(LevelFormat.BULLET, '•')] },
				{ reference: LISTS.numbers, levels: [levelOf(LevelFormat.DECIMAL, '%1.')] }
			]
		},
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width: WORD_PAGE.width, height: WORD_PAGE.height },
						margin: {
							...{ top: WORD_PAGE.margin, bottom: WORD_PAGE.margin, left: WORD_PAGE.margin, right: WORD_PAGE.margin },
							...{ header: WORD_PAGE.edge, footer: WORD_PAGE.edge }
						}
					}
				},
				headers: { default: headerOf(report), first: new Header({ children: [new Paragraph({ style: 'Header' })] }) },
				footers: { default: footerOf(report), first: footerOf(report) },
				children: new WordBlocks(drawn).of(report.blocks)
			}
		]
	});
	return fixedPackage(await bytesOf(await Packer.toBlob(document)), madeAt);
}

function figuresIn(blocks: readonly Block[]): Figure[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'figure') return [block];
		if (block.kind === 'together') return figuresIn(block.blocks);
		return block.kind === 'columns' ? block.columns.flatMap((column) => figuresIn(column.blocks)) : [];
	});
}

/** As wide as the text, or smaller where it would be too high. */
async function drawFigure({ chart }: Figure, draw: DrawSvg): Promise<DrawnFigure> {
	const { svg, width, height } = chartSvg(chart, MOST.width);
	const factor = Math.min(MOST.width / width, MOST.height / height);
	return { png: await bytesOf(await draw(svg)), width: width * factor, height: height * factor };
}

const levelOf = (format: NonNullable<ILevelsOptions['format']>, text: string): ILevelsOptions => ({
	...{ level: 0, format, text, alignment: AlignmentType.LEFT },
	style: { paragraph: { indent: { left: 360, hanging: 360 } } }
});

function headerOf({ header: { name, date } }: Report): Header {
	const words = [new TextRun(xmlCharacters(name)), new TextRun({ children: [new Tab(), xmlCharacters(date)] })];
	return new Header({ children: [new Paragraph({ style: 'Header', children: words })] });
}

function footerOf({ footer }: Report): Footer {
	const place = ['Bladzijde ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES];
	const words = [new TextRun(footer), new TextRun({ children: [new Tab(), ...place] })];
	return new Footer({ children: [new Paragraph({ style: 'Footer', children: words })] });
}
