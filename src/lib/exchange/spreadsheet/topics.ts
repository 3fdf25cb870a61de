import type { Topics } from '$lib/domain/measurement/measurement';
import { dimensionNameIn } from '$lib/domain/words/names';
import { topicView, type TopicCell, type TopicRow } from '$lib/domain/words/topic-rows';
import type { Cell, Column, WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';

const columns: readonly Column[] = [
	{ name: 'Onderdeel', width: 34 },
	{ name: 'Groep', width: 22 },
	{ name: 'Gekozen door', width: 14 },
	{ name: 'Van hoeveel mensen', width: 20 },
	{ name: 'Samen gekozen', width: 16 },
	{ name: 'Opmerking', width: 60 }
];

/** What people want to talk about: a row for each group on each dimension; no sheet where nobody was asked. */
export function topicSheets(input: SpreadsheetInput): WorkbookSheet[] {
	const view = topicView(input);
	if (!view) return [];
	const rowsOf = ({ name, cells }: TopicRow): Cell[][] =>
		cells.map((cell, index) => [name, view.sides[index]?.name ?? '', ...cellsOf(cell), null]);
	const silent = view.silent.map(({ name, why }): Cell[] => [null, name, null, null, null, why]);
	return [{ name: 'Slotvraag', columns, rows: [...[...view.rows, view.noPreference].flatMap(rowsOf), ...silent] }];
}

function cellsOf({ count, n, together }: TopicCell): Cell[] {
	return [count, count === null ? null : n, together === null ? null : together ? 'ja' : 'nee'];
}

/** A column with what each response chose; none where nobody was asked. */
export function topicColumns({ questionnaire }: SpreadsheetInput): readonly Column[] {
	return questionnaire.closing ? [{ name: questionnaire.closing.question, width: 40, id: 'slotvraag' }] : [];
}

/** The names of the dimensions, «geen voorkeur», or nothing where the question was left open. */
export function topicCells({ questionnaire }: SpreadsheetInput, topics: Topics | null | undefined): Cell[] {
	if (!questionnaire.closing) return [];
	if (!topics) return [null];
	return [topics.length > 0 ? topics.map(dimensionNameIn(questionnaire)).join('; ') : 'geen voorkeur'];
}
