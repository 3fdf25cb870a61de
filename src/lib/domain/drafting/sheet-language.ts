import { LANGUAGES, languageChoice, languageName, type Language } from '$lib/domain/language/languages';
import { said, textIn, type SheetCell } from './sheet-cell';

/** What a workbook says of the language of those who answer; each wrong cell in Dutch. */
type SheetLanguage = { kind: 'good'; language: Language } | { kind: 'wrong'; problems: readonly string[] };

/**
 * One cell is enough, in whatever row; all that are filled in say the same.
 * @param rows below the headings
 * @param at the column; undefined in a workbook without one
 */
export function sheetLanguage(rows: readonly (readonly SheetCell[])[], at: number | undefined): SheetLanguage {
	const problems: string[] = [];
	let first: { language: Language; row: number } | undefined;
	for (const [index, cells] of rows.entries()) {
		const row = index + 2;
		const read = textIn((at === undefined ? null : cells[at]) ?? null, Infinity);
		const wrong = (words: string) => problems.push(said(row, 'Taal', words));
		read.problems.forEach(wrong);
		if (read.text === '' || read.problems.length > 0) continue;
		const language = languageIn(read.text);
		if (language === undefined) wrong(`«${shortened(read.text)}» kennen we niet. Vul ${languageChoice()} in.`);
		else if (first && language !== first.language)
			wrong(`${languageName(language)}, en in rij ${first.row} staat ${languageName(first.language)}. Kies één taal.`);
		else first ??= { language, row };
	}
	return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'good', language: first?.language ?? 'nl' };
}

/** By its name in Dutch, or as a file says it: «Frans», «fr». */
function languageIn(text: string): Language | undefined {
	const lower = text.toLowerCase();
	return LANGUAGES.find((language) => language === lower || languageName(language).toLowerCase() === lower);
}

/** In characters: longer is no name of a language, and a problem stays one line. */
const MOST_REPEATED = 30;

function shortened(text: string): string {
	return text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text;
}
