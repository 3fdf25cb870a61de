import type { OverTimeData, TimelinePlot } from '$lib/charts/over-time/over-time-data';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import type { StripData } from '$lib/charts/strips/strip-data';

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
	| Heading
	| Paragraph
	| List
	| Table
	| Overview
	| Strip
	| ShiftPlot
	| Timelines
	| Columns
	/** Never split over two pages. */
	| { kind: 'together'; blocks: readonly Block[] }
	| { kind: 'new-page' };

export interface Heading {
	kind: 'heading';
	level: 1 | 2 | 3;
	text: string;
	/** Place of the theme in the questionnaire, for its colour. */
	themeIndex: number | null;
}

export interface Paragraph {
	kind: 'paragraph';
	text: Text;
	look: 'lead' | 'body' | 'small';
}

export interface List {
	kind: 'list';
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

/** A radar or bars, with the legend. */
export interface Overview {
	kind: 'overview';
	data: OverviewData;
	/** Of the full size; smaller where a page is short. */
	scale: number;
	/** What it shows, in words: its text alternative. */
	description: string;
}

export interface Strip {
	kind: 'strip';
	data: StripData;
	/** The finding in words: its text alternative. */
	description: string;
}

/** One dimension from an old measurement to a new one. */
export interface ShiftPlot {
	kind: 'shift';
	data: OverTimeData;
	/** Every score in words: its text alternative. */
	description: string;
}

/** A grid of small plots over time, all with the same sides, under one legend. */
export interface Timelines {
	kind: 'timelines';
	plots: readonly TimelinePlot[];
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
