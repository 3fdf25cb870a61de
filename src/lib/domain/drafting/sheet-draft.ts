import { misleadingCharacter } from '$lib/domain/text/misleading-characters';
import type { Dimension, Questionnaire, Source, Theme } from '$lib/domain/questionnaire/questionnaire';
import { dimension, item, source, theme, tip } from '$lib/domain/questionnaire/schema';
import {
	emptyDimension,
	emptyItem,
	emptyQuestionnaire,
	emptySource,
	emptyTheme,
	emptyTip,
	type Chance
} from './begin-draft';
import { radarLabelOf, shortNameOf } from './radar-names';

/** A questionnaire out of the rows of a workbook: one row a statement, with every wrong cell named at once. */

type ColumnKey = 'theme' | 'dimension' | 'statement' | 'example' | 'tip' | 'detail' | 'source' | 'section' | 'says';

interface SheetColumn {
	key: ColumnKey;
	name: string;
	needed: boolean;
	/** In characters. */
	max: number;
	words: string;
}

const [directTip] = tip.options;
const passage = directTip.shape.citations.element;
const longest = ({ maxLength }: { maxLength: number | null }) => maxLength ?? 0;

/** In the order of the template, with what stands on its sheet of explanation. */
export const sheetColumns: readonly SheetColumn[] = [
	{
		key: 'theme',
		name: 'Thema',
		needed: true,
		max: longest(theme.shape.name),
		words: 'Brengt onderdelen samen. Leeg: hetzelfde thema als in de rij erboven.'
	},
	{
		key: 'dimension',
		name: 'Onderdeel',
		needed: true,
		max: longest(dimension.shape.name),
		words: 'Krijgt een eigen score, liefst over drie stellingen. Leeg: hetzelfde onderdeel als in de rij erboven.'
	},
	{
		key: 'statement',
		name: 'Stelling',
		needed: true,
		max: longest(item.shape.statement),
		words: 'Zegt één ding dat mensen zelf konden zien, in hoogstens 17 woorden als het kan.'
	},
	{
		key: 'example',
		name: 'Voorbeeld',
		needed: true,
		max: longest(item.shape.explanation),
		words: 'Eén zin die helpt, en begint met «Bijvoorbeeld:».'
	},
	{
		key: 'tip',
		name: 'Tip',
		needed: true,
		max: longest(directTip.shape.action),
		words:
			'Mag leeg zijn. Iets wat binnen een maand kan beginnen als de score laag is. Een rij met alleen een tip mag ook.'
	},
	{
		key: 'detail',
		name: 'Eerste stap',
		needed: false,
		max: longest(directTip.shape.detail),
		words: 'Bij een tip: hoe je eraan begint.'
	},
	{
		key: 'source',
		name: 'Bron',
		needed: false,
		max: longest(source.shape.shortTitle),
		words: 'Bij een tip: het document waarop ze steunt, telkens met dezelfde woorden.'
	},
	{
		key: 'section',
		name: 'Plaats in de bron',
		needed: false,
		max: longest(passage.shape.section),
		words: 'Bij een tip: titel en alinea.'
	},
	{
		key: 'says',
		name: 'Wat de bron zegt',
		needed: false,
		max: longest(passage.shape.says),
		words: 'Bij een tip: wat daar staat, in eigen woorden.'
	}
];

/** One cell as a reader of workbooks gives it. */
export type SheetCell = string | number | boolean | Date | null;

export type SheetOutcome =
	| { kind: 'good'; content: Questionnaire }
	/** Dutch, each with its cell: «rij 7, kolom Stelling: …». */
	| { kind: 'refused'; problems: readonly string[] };

/** One row in words, with its number as the workbook shows it. */
type Row = Record<ColumnKey, string> & { number: number };

const MOST_STATEMENTS = 500;

/** @param rows the first is that of the headings */
export function draftFromSheet(rows: readonly (readonly SheetCell[])[], chance: Chance): SheetOutcome {
	const [headings = [], ...others] = rows;
	const places = placesOf(headings);
	const wrongHeadings = headingProblems(headings, places);
	if (wrongHeadings.length > 0) return { kind: 'refused', problems: wrongHeadings };
	const problems: string[] = [];
	const found = others.flatMap((cells, index) => {
		const row = rowOf(cells, index + 2, places, problems);
		return row ? [row] : [];
	});
	const filled = withNamesAbove(found, problems);
	problems.push(...rowProblems(filled));
	if (filled.length === 0) problems.push('Er staat nog niets onder de koppen.');
	if (problems.length > 0) return { kind: 'refused', problems };
	return { kind: 'good', content: contentOf(filled, chance) };
}

const asHeading = (cell: SheetCell) =>
	String(cell ?? '')
		.trim()
		.toLowerCase();

function placesOf(headings: readonly SheetCell[]): ReadonlyMap<ColumnKey, number> {
	return new Map(
		sheetColumns.flatMap(({ key, name }) => {
			const at = headings.findIndex((cell) => asHeading(cell) === name.toLowerCase());
			return at === -1 ? [] : [[key, at] as const];
		})
	);
}

function headingProblems(headings: readonly SheetCell[], places: ReadonlyMap<ColumnKey, number>): string[] {
	const missing = sheetColumns.filter(({ key, needed }) => needed && !places.has(key));
	const known = new Set([...places.values()]);
	const strange = headings.filter((cell, at) => asHeading(cell) !== '' && !known.has(at));
	return [
		...missing.map(({ name }) => `rij 1: de kolom «${name}» ontbreekt.`),
		...strange.map((cell) => `rij 1: de kolom «${String(cell)}» kennen we niet, of ze staat er twee keer.`)
	];
}

const said = (row: number, column: string, message: string) => `rij ${row}, kolom ${column}: ${message}`;

/** @returns undefined for a row in which nothing stands */
function rowOf(
	cells: readonly SheetCell[],
	number: number,
	places: ReadonlyMap<ColumnKey, number>,
	problems: string[]
): Row | undefined {
	const entries = sheetColumns.map(({ key, name, max }) => {
		const at = places.get(key);
		const cell = (at === undefined ? null : cells[at]) ?? null;
		if (cell !== null && typeof cell !== 'string') {
			problems.push(said(number, name, `hier hoort tekst, en er staat ${kindOf(cell)}.`));
			return [key, ''] as const;
		}
		const text = (cell ?? '').trim();
		const hidden = misleadingCharacter(text);
		if (hidden !== undefined)
			problems.push(said(number, name, `er zit een onzichtbaar teken in (${hidden}). Typ de tekst opnieuw.`));
		if (text.length > max) problems.push(said(number, name, `${text.length} tekens, en hoogstens ${max}.`));
		return [key, text] as const;
	});
	if (entries.every(([, text]) => text === '')) return undefined;
	return { ...(Object.fromEntries(entries) as Record<ColumnKey, string>), number };
}

function kindOf(cell: number | boolean | Date): string {
	if (typeof cell === 'number') return 'een getal';
	return typeof cell === 'boolean' ? 'waar of onwaar' : 'een datum';
}

/** An empty theme or dimension is the one of the row above; with a new theme a dimension must be named. */
function withNamesAbove(rows: readonly Row[], problems: string[]): Row[] {
	let above = { theme: '', dimension: '' };
	return rows.map((row) => {
		const themeName = row.theme === '' ? above.theme : row.theme;
		const kept = themeName === above.theme ? above.dimension : '';
		const dimensionName = row.dimension === '' ? kept : row.dimension;
		if (themeName === '') problems.push(said(row.number, 'Thema', 'leeg, en erboven staat er geen.'));
		if (dimensionName === '')
			problems.push(said(row.number, 'Onderdeel', 'leeg, en erboven staat er geen van dit thema.'));
		above = { theme: themeName, dimension: dimensionName };
		return { ...row, theme: themeName, dimension: dimensionName };
	});
}

function rowProblems(rows: readonly Row[]): string[] {
	const seen = new Map<string, number>();
	const problems: string[] = [];
	for (const row of rows) {
		if (row.statement === '' && row.tip === '')
			problems.push(said(row.number, 'Stelling', 'leeg. Vul een stelling of een tip in.'));
		if (row.statement === '' && row.example !== '')
			problems.push(said(row.number, 'Voorbeeld', 'er staat geen stelling bij dit voorbeeld.'));
		if (row.tip === '' && [row.detail, row.source, row.section, row.says].some((text) => text !== ''))
			problems.push(said(row.number, 'Tip', 'leeg, en er staat wel iets bij.'));
		const before = seen.get(row.statement.toLowerCase());
		if (row.statement !== '' && before !== undefined)
			problems.push(said(row.number, 'Stelling', `dezelfde als in rij ${before}.`));
		else seen.set(row.statement.toLowerCase(), row.number);
	}
	const count = rows.filter(({ statement }) => statement !== '').length;
	if (count > MOST_STATEMENTS) problems.push(`Dit zijn ${count} stellingen; hoogstens ${MOST_STATEMENTS}.`);
	return problems;
}

function contentOf(rows: readonly Row[], chance: Chance): Questionnaire {
	const themes = new Map<string, Theme>();
	const dimensions = new Map<string, Dimension>();
	const sources = new Map<string, Source>();
	for (const row of rows) {
		const within = dimensionFor(row, themes, dimensions, chance);
		if (row.statement !== '')
			within.items.push({ ...emptyItem(chance), statement: row.statement, explanation: row.example });
		if (row.tip === '') continue;
		const from = row.source === '' ? '' : sourceFor(row.source, sources, chance).id;
		within.tips.push({
			...emptyTip(chance, from),
			action: row.tip,
			detail: row.detail,
			citations: [{ source: from, section: row.section, says: row.says }]
		});
	}
	return { ...emptyQuestionnaire(chance), themes: [...themes.values()], sources: [...sources.values()] };
}

function dimensionFor(
	{ theme: themeName, dimension: name }: Row,
	themes: Map<string, Theme>,
	dimensions: Map<string, Dimension>,
	chance: Chance
): Dimension {
	const key = JSON.stringify([themeName, name]);
	const known = dimensions.get(key);
	if (known) return known;
	const around = themes.get(themeName) ?? { ...emptyTheme(chance), name: themeName, dimensions: [] };
	themes.set(themeName, around);
	const made: Dimension = {
		...emptyDimension(chance),
		name,
		shortName: shortNameOf(name),
		radarLabel: radarLabelOf(name),
		items: []
	};
	around.dimensions.push(made);
	dimensions.set(key, made);
	return made;
}

function sourceFor(name: string, sources: Map<string, Source>, chance: Chance): Source {
	const known = sources.get(name);
	if (known) return known;
	const made = { ...emptySource(chance), title: name, shortTitle: name };
	sources.set(name, made);
	return made;
}
