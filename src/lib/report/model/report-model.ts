import type { Chart, ChartKind } from '$lib/charts/chart';
import type { Logo } from '$lib/domain/measurement/letterhead';

/** A report as plain data: what is on it and in which order, for paper, PDF and screen alike. */
export interface Report {
	/** Title of the document. */
	title: string;
	/**
	 * What stands at the top of every page but the first: the name at the left may be cut
	 * short, the date at the right not.
	 */
	header: { name: string; date: string };
	/** What stands at the foot of every page, beside its number. */
	footer: string;
	blocks: readonly Block[];
}

export type ReportLength = 'summary' | 'full';

/** A piece of running text; `strong` and `muted` say how it looks, never what it means. */
export interface Inline {
	text: string;
	look?: 'strong' | 'muted';
}
export type Text = readonly Inline[];

export type Block =
	| Masthead
	| Heading
	| Paragraph
	| List
	| Table
	| Figure
	| Columns
	/** The line that is the table, in ink: above what was agreed. */
	| { kind: 'rule' }
	/** Never split over two pages. */
	| { kind: 'together'; blocks: readonly Block[] }
	| { kind: 'new-page' };

/** The top of page one: the mark of the tool with what it is and when, and at the right the logo of the client. */
export interface Masthead {
	kind: 'masthead';
	text: Text;
	logo: Logo | null;
	/** What the logo is, for who cannot see it. */
	logoDescription: string;
}

export interface Heading {
	kind: 'heading';
	/** 1 is the title of page one. */
	level: 1 | 2 | 3;
	text: string;
	/** Place of the theme in the questionnaire, for its colour. */
	themeIndex: number | null;
}

export interface Paragraph {
	kind: 'paragraph';
	text: Text;
	/** `opening`: the sentence with what was found, under the title of page one. */
	look: 'opening' | 'lead' | 'body' | 'small';
}

export interface List {
	kind: 'list';
	/** With numbers before its items; left out: with bullets. */
	numbered?: true;
	items: readonly Text[];
}

export interface Table {
	kind: 'table';
	caption: string;
	/** Also shown above the table; a caption that repeats the heading is for listeners only. */
	captionShown: boolean;
	columns: readonly TableColumn[];
	/** Each row has one cell a column; the first heads the row. */
	rows: readonly TableRow[];
}

interface TableColumn {
	title: string;
	/** Share of the width, beside the other columns' shares. */
	share: number;
}

export interface TableRow {
	themeIndex: number | null;
	/** Null is a place to write on. */
	cells: readonly (Text | null)[];
}

/** A chart of any kind, with its legend. */
export interface Figure<Kind extends ChartKind = ChartKind> {
	kind: 'figure';
	chart: Chart<Kind>;
	/** What it shows, in words: its text alternative. */
	description: string;
	/** Of the full size, for a picture on a page that is short; left out: in full. */
	scale?: number;
	/** Of several with the same legend only the last have it; left out: it has one. */
	legend?: false;
}

/** Side by side; each column is read to its end before the next. */
export interface Columns {
	kind: 'columns';
	columns: readonly { share: number; blocks: readonly Block[] }[];
}

export const plain = (text: string): Text => [{ text }];
export const strong = (text: string): Inline => ({ text, look: 'strong' });
export const muted = (text: string): Inline => ({ text, look: 'muted' });

export function heading(level: Heading['level'], text: string, themeIndex: number | null = null): Heading {
	return { kind: 'heading', level, text, themeIndex };
}

export function paragraph(text: string | Text, look: Paragraph['look'] = 'body'): Paragraph {
	return { kind: 'paragraph', text: typeof text === 'string' ? plain(text) : text, look };
}
