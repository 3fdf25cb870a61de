import { groupNameIn } from '$lib/domain/words/names';
import { dayCell, type Cell } from '$lib/exchange/spreadsheet/cells';
import type { TableInput, TableRow } from './table-row';

/** A column of the table: the same in every file, in this order. */
export interface TableColumn {
	name: string;
	/** In characters of a digit's width. */
	width: number;
	/** What stands in it, for people. */
	explanation: string;
	/** The same in every row of a measurement, or of each row its own. */
	of:
		| { kind: 'measurement'; cell: (input: TableInput) => Cell }
		| { kind: 'row'; cell: (row: TableRow, input: TableInput) => Cell };
}

const yesNo = (is: boolean): string => (is ? 'ja' : 'nee');

/** The same in each row of a measurement. */
function fixed(name: string, width: number, cell: (input: TableInput) => Cell, explanation: string): TableColumn {
	return { name, width, explanation, of: { kind: 'measurement', cell } };
}

function own(
	name: string,
	width: number,
	cell: (row: TableRow, input: TableInput) => Cell,
	explanation: string
): TableColumn {
	return { name, width, explanation, of: { kind: 'row', cell } };
}

const groupOf = ({ groupId }: TableRow, { measurement }: TableInput) =>
	measurement.groups.find(({ id }) => id === groupId);
const groupNameOf = (row: TableRow, { measurement }: TableInput) =>
	row.groupId === null ? null : groupNameIn(measurement.groups)(row.groupId);

export const TABLE_COLUMNS: readonly TableColumn[] = [
	fixed(
		'Overleg-id',
		14,
		({ partnership }) => partnership.id,
		'De vaste code van het overleg, ook als de naam verandert.'
	),
	fixed('Overleg', 26, ({ partnership }) => partnership.name, 'De naam van het overleg.'),
	fixed(
		'Meting-id',
		14,
		({ measurement }) => measurement.id,
		'De vaste code van de meting: twee metingen van één dag blijven uit elkaar.'
	),
	fixed('Meting', 18, ({ measurement }) => measurement.name, 'De naam van de meting; leeg als ze er geen kreeg.'),
	fixed('Datum', 11, ({ measurement }) => dayCell(measurement.date), 'De dag van de meting.'),
	fixed('Jaar', 7, ({ measurement }) => yearOf(measurement.date), 'Het jaar van de meting, als getal.'),
	fixed(
		'Open of anoniem',
		11,
		({ measurement }) => measurement.privacy.mode,
		'Anoniem: cijfers over te weinig mensen staan er niet in.'
	),
	fixed(
		'Afgesloten',
		11,
		({ measurement }) => yesNo(measurement.status === 'closed'),
		'Nee: er kunnen nog antwoorden bij komen.'
	),
	fixed('Vragenlijst-id', 16, ({ questionnaire }) => questionnaire.id, 'De vaste code van de vragenlijst.'),
	fixed('Versie', 8, ({ questionnaire }) => questionnaire.version, 'De versie van de vragenlijst.'),
	own(
		'Groep-id',
		14,
		({ groupId }) => groupId,
		'De vaste code van de groep, ook als ze een andere naam kreeg. Leeg bij een cijfer van alle groepen samen.'
	),
	own('Groep', 22, groupNameOf, 'Hoe de groep in die meting heet.'),
	own('Rol', 13, (row, input) => groupOf(row, input)?.role ?? null, 'De rol van de groep in de vragenlijst.'),
	own('Thema-id', 16, ({ theme }) => theme?.id ?? null, 'De vaste code van het thema.'),
	own('Thema', 22, ({ theme }) => theme?.name ?? null, 'De naam van het thema.'),
	own('Onderdeel-id', 18, ({ dimension }) => dimension?.id ?? null, 'De vaste code van het onderdeel.'),
	own(
		'Onderdeel',
		30,
		({ dimension }) => dimension?.name ?? null,
		'De naam van het onderdeel. Leeg bij een cijfer over meer onderdelen.'
	),
	own('Stelling-id', 18, ({ item }) => item?.id ?? null, 'De vaste code van de stelling.'),
	own('Stelling', 50, ({ item }) => item?.statement ?? null, 'De stelling. Leeg bij een cijfer over meer stellingen.'),
	own(
		'Respondent',
		11,
		({ respondent }) => respondent,
		'Een nummer binnen deze ene meting, alleen bij antwoorden van een open meting. De volgorde is willekeurig. Nummer 3 van de ene meting is iemand anders dan nummer 3 van een andere.'
	),
	own('Soort cijfer', 26, ({ kind }) => kind, 'Wat het cijfer is: zie het blad Soorten.'),
	own(
		'Waarde',
		10,
		({ value }) => value,
		'Het cijfer zelf, met hoogstens vier cijfers na de komma. Leeg als het niet getoond wordt of als er te weinig antwoorden zijn.'
	),
	own('n', 6, ({ n }) => n, 'Over hoeveel mensen het gaat.'),
	own('Gebaseerd op', 20, ({ basis }) => basis, 'Bij de score van een groep: personen, of het gezamenlijk antwoord.'),
	own(
		'Verborgen',
		11,
		({ hidden }) => yesNo(hidden),
		'Ja: het cijfer wordt niet getoond, om niemand herkenbaar te maken.'
	)
];

/** The place of a column by its name. @throws RangeError when there is none */
export function columnAt(name: string): number {
	const place = TABLE_COLUMNS.findIndex((column) => column.name === name);
	if (place < 0) throw new RangeError(`no column ${name}`);
	return place;
}

function yearOf(isoDate: string): number | null {
	const year = Number(isoDate.slice(0, 4));
	return Number.isInteger(year) && year > 0 ? year : null;
}
