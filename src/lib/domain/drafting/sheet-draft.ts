import type { Dimension, Questionnaire, Source, Theme } from '$lib/domain/questionnaire/questionnaire';
import {
	emptyDimension,
	emptyItem,
	emptyQuestionnaire,
	emptySource,
	emptyTheme,
	emptyTip,
	type Chance
} from './begin-draft';
import { chooseLanguage } from './draft-language';
import { radarLabelOf, shortNameOf } from './radar-names';
import { said, textIn, type SheetCell } from './sheet-cell';
import { rowColumns, sheetColumns, type ColumnKey, type RowKey } from './sheet-columns';
import { sheetLanguage } from './sheet-language';

/** A questionnaire out of the rows of a workbook: one row a statement, with every wrong cell named at once. */

export type SheetOutcome =
	| { kind: 'good'; content: Questionnaire }
	/** Dutch, each with its cell: «rij 7, kolom Stelling: …». */
	| { kind: 'refused'; problems: readonly string[] };

/** One row in words, with its number as the workbook shows it. */
type Row = Record<RowKey, string> & { number: number };

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
	const language = sheetLanguage(others, places.get('language'));
	if (language.kind === 'wrong') problems.push(...language.problems);
	const filled = withNamesAbove(found, problems);
	problems.push(...rowProblems(filled));
	if (filled.length === 0) problems.push('Er staat nog niets onder de koppen.');
	if (language.kind === 'wrong' || problems.length > 0) return { kind: 'refused', problems };
	return { kind: 'good', content: chooseLanguage(language.language)(contentOf(filled, chance)) };
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

/** @returns undefined for a row in which nothing stands */
function rowOf(
	cells: readonly SheetCell[],
	number: number,
	places: ReadonlyMap<ColumnKey, number>,
	problems: string[]
): Row | undefined {
	const entries = rowColumns.map(({ key, name, max }) => {
		const at = places.get(key);
		const { text, problems: wrong } = textIn((at === undefined ? null : cells[at]) ?? null, max);
		problems.push(...wrong.map((words) => said(number, name, words)));
		return [key, text] as const;
	});
	if (entries.every(([, text]) => text === '')) return undefined;
	return { ...(Object.fromEntries(entries) as Record<RowKey, string>), number };
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
