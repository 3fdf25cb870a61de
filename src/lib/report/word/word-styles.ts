import { colours } from '$lib/design/tokens';

/** Widths in twentieths of a point: A4 with margins of 2 cm. */
export const WORD_PAGE = { width: 11906, height: 16838, margin: 1134, edge: 510 };
export const TEXT_WIDTH = WORD_PAGE.width - 2 * WORD_PAGE.margin;

const INK = colours.ink.slice(1);
const MUTED = colours.muted.slice(1);
const RULE = colours.rule.slice(1);
const FONT = 'Arial';

interface Look {
	id: string;
	name: string;
	basedOn?: string;
	next?: string;
	/** Of the paragraph and of its letters, as the format writes them. */
	pPr?: string;
	rPr?: string;
}

const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const BOLD = '<w:b/><w:bCs/>';
const spacing = (before: number, after: number) => `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`;
const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
const heading = (level: number, before: number, points: number): Look => ({
	...{ id: `Heading${level}`, name: `heading ${level}`, basedOn: 'Normal', next: 'Normal' },
	pPr: `<w:keepNext/><w:keepLines/>${spacing(before, 4)}<w:outlineLvl w:val="${level - 1}"/>`,
	rPr: `${BOLD}${size(points)}`
});

const paragraphs: readonly Look[] = [
	{
		...{ id: 'Title', name: 'Title', basedOn: 'Normal', next: 'Normal' },
		...{ pPr: `<w:keepNext/>${spacing(6, 6)}`, rPr: `${BOLD}${size(22)}` }
	},
	{
		...{ id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal' },
		...{ pPr: spacing(0, 5), rPr: size(14) }
	},
	heading(1, 12, 14),
	heading(2, 12, 12),
	heading(3, 10, 11),
	{ id: 'Lead', name: 'Lead', basedOn: 'Normal', rPr: size(12) },
	{ id: 'Small', name: 'Small', basedOn: 'Normal', pPr: spacing(0, 4), rPr: size(9) },
	{ id: 'Masthead', name: 'Masthead', basedOn: 'Normal', next: 'Normal', rPr: colour(MUTED) },
	{ id: 'Picture', name: 'Picture', basedOn: 'Normal', next: 'Normal', pPr: spacing(2, 4) },
	{
		...{ id: 'TableLine', name: 'Table line', basedOn: 'Normal', next: 'Normal' },
		pPr: `<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="24" w:space="1" w:color="${INK}"/></w:pBdr><w:spacing w:before="160" w:after="0" w:line="120" w:lineRule="exact"/>`
	},
	{ id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', pPr: spacing(0, 3) },
	{ id: 'ListNumber', name: 'List Number', basedOn: 'Normal', pPr: spacing(0, 3) },
	{
		...{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal' },
		...{ pPr: `<w:keepNext/>${spacing(6, 4)}`, rPr: `${colour(MUTED)}${size(9)}` }
	},
	{ id: 'TableText', name: 'Table text', basedOn: 'Normal', pPr: spacing(2, 2), rPr: size(9) },
	{ id: 'TableHeading', name: 'Table heading', basedOn: 'TableText', rPr: `${BOLD}${size(8.5)}` },
	{
		...{ id: 'Header', name: 'header', basedOn: 'Normal', rPr: `${colour(MUTED)}${size(8.5)}` },
		pPr: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>${spacing(0, 0)}`
	},
	{
		...{ id: 'Footer', name: 'footer', basedOn: 'Normal', rPr: `${colour(MUTED)}${size(8.5)}` },
		pPr: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>${spacing(0, 0)}`
	}
];

function paragraphStyle({ id, name, basedOn, next, pPr, rPr }: Look): string {
	return [
		`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>`,
		basedOn ? `<w:basedOn w:val="${basedOn}"/>` : '',
		next ? `<w:next w:val="${next}"/>` : '',
		'<w:qFormat/>',
		pPr ? `<w:pPr>${pPr}</w:pPr>` : '',
		rPr ? `<w:rPr>${rPr}</w:rPr>` : '',
		'</w:style>'
	].join('');
}

const line = (side: string, weight: number, hex: string) =>
	`<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${hex}"/>`;

/** Every style of the document, as Word keeps them. */
export const WORD_STYLES = [
	'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
	'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
	`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}" w:eastAsia="${FONT}"/>${size(10)}<w:lang w:val="nl-BE" w:eastAsia="nl-BE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
	'<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
	'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
	...paragraphs.map(paragraphStyle),
	'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
	`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr>${BOLD}</w:rPr></w:style>`,
	`<w:style w:type="character" w:styleId="Muted"><w:name w:val="Muted"/><w:qFormat/><w:rPr>${colour(MUTED)}</w:rPr></w:style>`,
	'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
	'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>',
	`${line('top', 8, INK)}${line('bottom', 8, INK)}${line('insideH', 4, RULE)}`,
	'</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>',
	line('bottom', 8, INK),
	'</w:tcBorders></w:tcPr></w:tblStylePr></w:style>',
	'</w:styles>'
].join('');
