import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { good, refused, type Outcome } from '$lib/exchange/outcome';

/**
 * One sheet out of a workbook that a stranger may have made. It is looked through while it unpacks, before the reader
 * of workbooks sees it: how much it becomes, and whether it holds what is not plain text in plain cells. Import this
 * module only when someone chooses one: it brings its libraries along.
 */

/** In bytes, of the file. */
export const MAX_WORKBOOK_BYTES = 5_000_000;
/** In bytes, unpacked: five hundred statements with all their columns are less than two million. */
const MAX_UNPACKED = 30_000_000;
const MAX_PARTS = 200;
const MAX_ROWS = 2000;
/** More are named as «en nog …». */
const MOST_NAMED = 5;

/** A cell as the library gives it. */
export type WorkbookCell = string | number | boolean | Date | null;

/** @param sheet the name of the sheet that is read */
export async function openWorkbook(file: Blob, sheet: string): Promise<Outcome<{ rows: WorkbookCell[][] }>> {
	if (file.size > MAX_WORKBOOK_BYTES)
		return refused(`Dit bestand is te groot: hoogstens ${MAX_WORKBOOK_BYTES / 1_000_000} MB.`);
	const found = unpacked(new Uint8Array(await file.arrayBuffer()));
	if (found.kind === 'refused') return found;
	const problem = contentProblem(found.parts, sheet);
	if (problem !== undefined) return refused(problem);
	try {
		// The reader gets what was looked at and nothing else, and has nothing left to unpack.
		const plain = zipSync(Object.fromEntries(found.parts), { level: 0 });
		const rows = await readSheet(plain.buffer as ArrayBuffer, sheet);
		return good({ rows: rows.map((row) => row.map((cell) => cell as WorkbookCell)) });
	} catch {
		return refused(NO_WORKBOOK);
	}
}

const NO_WORKBOOK =
	'Dit is geen werkmap die we kunnen lezen. Bewaar ze in Excel of LibreOffice als .xlsx, zonder wachtwoord, en kies ze opnieuw.';
const TOO_MUCH =
	'In deze werkmap zit veel te veel voor een vragenlijst. Zet alleen de rijen van het sjabloon in een nieuwe werkmap.';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Why a workbook is refused, in Dutch; undefined where it is not. */
function contentProblem(parts: Parts, sheet: string): string | undefined {
	const names = [...parts.keys()];
	if (names.some((name) => /vbaproject|\/macrosheets\/|\/activex\//i.test(name)))
		return 'In deze werkmap zitten macro’s. Bewaar ze als gewone .xlsx, zonder macro’s.';
	if (names.some((name) => /\/externallinks\//i.test(name)))
		return 'Deze werkmap haalt gegevens uit een andere. Kopieer de rijen als waarden in een nieuwe werkmap.';
	const text = sheetText(parts, sheet);
	if (text === undefined)
		return `In deze werkmap is er geen blad met de naam «${sheet}». Geef het blad met de stellingen die naam.`;
	return cellsProblem(text);
}

/** Every part, unpacked by what it really becomes; stops as soon as that is too much. */
function unpacked(bytes: Uint8Array): Outcome<{ parts: Parts }> {
	const parts = new Map<string, Uint8Array>();
	let length = 0;
	let tooMuch = false;
	const unzip = new Unzip((part) => {
		tooMuch ||= parts.size >= MAX_PARTS;
		if (tooMuch) return;
		parts.set(part.name, new Uint8Array());
		const pieces: Uint8Array[] = [];
		part.ondata = (cause, piece, isLast) => {
			if (cause) throw cause;
			length += piece.length;
			tooMuch ||= length > MAX_UNPACKED;
			if (tooMuch) return part.terminate();
			pieces.push(piece);
			if (isLast) parts.set(part.name, joined(pieces));
		};
		part.start();
	});
	unzip.register(UnzipInflate);
	try {
		// In small pieces, so that it stops soon after it is too much.
		for (let at = 0; at < bytes.length && !tooMuch; at += PIECE)
			unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
	} catch {
		return refused(NO_WORKBOOK);
	}
	if (tooMuch) return refused(TOO_MUCH);
	return parts.has(WORKBOOK) ? good({ parts }) : refused(NO_WORKBOOK);
}

const PIECE = 4096;
const WORKBOOK = 'xl/workbook.xml';

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

const textOf = (parts: Parts, name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
/** The attributes of each element of this name, by their name without a prefix. */
function elementsIn(xml: string, name: string): Record<string, string>[] {
	return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
		Object.fromEntries(
			[...attributes.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])
		)
	);
}

/** The XML of the sheet with this name; undefined where there is none. */
function sheetText(parts: Parts, name: string): string | undefined {
	const sheet = elementsIn(textOf(parts, WORKBOOK), 'sheet').find((one) => one['name'] === name);
	const relation = elementsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').find(
		(one) => one['Id'] !== undefined && one['Id'] === sheet?.['id']
	);
	const target = relation?.['Target']?.replace(/^\/?(xl\/)?/, '');
	return target === undefined || !parts.has(`xl/${target}`) ? undefined : textOf(parts, `xl/${target}`);
}

/** What stands in the cells that is no plain text, with where it stands. */
function cellsProblem(text: string): string | undefined {
	if ((text.match(/<(?:\w+:)?row[\s>]/g) ?? []).length > MAX_ROWS) return TOO_MUCH;
	const cellsOf = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, cell = '']) => cell);
	const formulas = cellsOf(/<(?:\w+:)?c\s[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f[\s>/]/g);
	const merged = cellsOf(/<(?:\w+:)?mergeCell\s[^>]*\bref="([A-Z0-9:]+)"/g);
	const problems = [
		...(formulas.length > 0 ? [`Vervang de formules door gewone tekst, in ${named(formulas)}.`] : []),
		...(merged.length > 0 ? [`Splits de samengevoegde cellen ${named(merged)}, en vul elke rij in.`] : [])
	];
	return problems.length > 0 ? problems.join(' ') : undefined;
}

function named(cells: readonly string[]): string {
	const more = cells.length - MOST_NAMED;
	return `${cells.slice(0, MOST_NAMED).join(', ')}${more > 0 ? `, en nog ${more} andere` : ''}`;
}
