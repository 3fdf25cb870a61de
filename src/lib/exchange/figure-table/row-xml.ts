import type { Cell } from '$lib/exchange/spreadsheet/cells';
import { defuseFormula } from '$lib/exchange/spreadsheet/formula-defusal';
import { columnLetters, escapeXml } from '$lib/exchange/spreadsheet/sheet-layout';

/** The texts of a workbook, each once; cells name them by their place. */
export class SharedTexts {
	readonly #places = new Map<string, number>();

	/** @param first place of the first one: how many the workbook has already */
	constructor(private readonly first: number) {}

	placeOf(text: string): number {
		const known = this.#places.get(text);
		if (known !== undefined) return known;
		const place = this.first + this.#places.size;
		this.#places.set(text, place);
		return place;
	}

	get size(): number {
		return this.#places.size;
	}

	/** As the part with shared strings has them. */
	*xml(): Generator<string> {
		for (const text of this.#places.keys())
			yield `<si><t xml:space="preserve">${escapeXml(defuseFormula(text))}</t></si>`;
	}
}

interface RowPlace {
	/** From 1. */
	number: number;
	/** How a day is shown, as the place of its style. */
	dayStyle: string;
	texts: SharedTexts;
}

/** One row of a sheet; an empty cell is left out. */
export function rowXml(cells: readonly Cell[], { number, dayStyle, texts }: RowPlace): string {
	let xml = `<row r="${number}">`;
	// Millions of cells: entries() would make a pair of each.
	for (let index = 0; index < cells.length; index += 1) {
		const cell = cells[index];
		if (cell === undefined || cell === null || cell === '') continue;
		const at = `${lettersOf(index)}${number}`;
		if (typeof cell === 'number') xml += `<c r="${at}"><v>${cell}</v></c>`;
		else if (typeof cell === 'string') xml += `<c r="${at}" t="s"><v>${texts.placeOf(cell)}</v></c>`;
		else xml += `<c r="${at}" s="${dayStyle}"><v>${serialDay(cell.day)}</v></c>`;
	}
	return `${xml}</row>`;
}

const letters: string[] = [];
const lettersOf = (index: number) => (letters[index] ??= columnLetters(index));

const DAY = 86_400_000;
/** 1 January 1970, as spreadsheets count days. */
const FIRST_OF_1970 = 25_569;

function serialDay(isoDate: string): number {
	return Date.parse(`${isoDate}T00:00:00Z`) / DAY + FIRST_OF_1970;
}
