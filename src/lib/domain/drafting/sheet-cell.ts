import { misleadingCharacter } from '$lib/domain/text/misleading-characters';

/** One cell as a reader of workbooks gives it. */
export type SheetCell = string | number | boolean | Date | null;

/** What is wrong with a cell, in Dutch: «rij 7, kolom Stelling: …». @param row as the workbook shows it */
export const said = (row: number, column: string, message: string) => `rij ${row}, kolom ${column}: ${message}`;

/** @param max in characters @returns its text, and in Dutch what is wrong with it */
export function textIn(cell: SheetCell, max: number): { text: string; problems: string[] } {
	if (cell !== null && typeof cell !== 'string')
		return { text: '', problems: [`hier hoort tekst, en er staat ${kindOf(cell)}.`] };
	const text = (cell ?? '').trim();
	const hidden = misleadingCharacter(text);
	return {
		text,
		problems: [
			...(hidden === undefined ? [] : [`er zit een onzichtbaar teken in (${hidden}). Typ de tekst opnieuw.`]),
			...(text.length > max ? [`${text.length} tekens, en hoogstens ${max}.`] : [])
		]
	};
}

function kindOf(cell: number | boolean | Date): string {
	if (typeof cell === 'number') return 'een getal';
	return typeof cell === 'boolean' ? 'waar of onwaar' : 'een datum';
}
