import { formatDate } from '$lib/domain/dates';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { writeCsv } from '$lib/exchange/spreadsheet/csv';
import type { WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import { FIGURE_KINDS } from './figure-kinds';
import { TABLE_COLUMNS } from './table-columns';

/** A measurement of which no figure is in the table. */
export interface LeftOut {
	partnership: Pick<Partnership, 'name'>;
	measurement: Pick<Measurement, 'id' | 'name' | 'date'>;
	/** In Dutch. */
	why: string;
}

/** What each column and each kind of figure is, and which measurements are not in the table and why. */
export function codebookSheets(leftOut: readonly LeftOut[]): WorkbookSheet[] {
	return [
		{
			name: 'Codeboek',
			columns: [
				{ name: 'Kolom', width: 22 },
				{ name: 'Wat erin staat', width: 110 }
			],
			rows: [
				[
					'Elke rij',
					'Eén cijfer. Kies in een draaitabel altijd één soort cijfer: anders tel je verschillende dingen op.'
				],
				...TABLE_COLUMNS.map(({ name, explanation }) => [name, explanation]),
				[
					'Apostrof vooraan',
					"Staat voor tekst die een rekenblad als formule zou lezen, zoals '=1+1. Zo blijft het tekst."
				]
			]
		},
		{
			name: 'Soorten',
			columns: [
				{ name: 'Soort cijfer', width: 30 },
				{ name: 'Wat de waarde is', width: 110 }
			],
			rows: Object.entries(FIGURE_KINDS)
		},
		{
			name: 'Niet in de tabel',
			columns: [
				{ name: 'Overleg', width: 34 },
				{ name: 'Meting', width: 40 },
				{ name: 'Waarom niet', width: 70 }
			],
			rows:
				leftOut.length > 0
					? leftOut.map(({ partnership, measurement, why }) => [partnership.name, occasionName(measurement), why])
					: [['Alle gevraagde metingen staan in de tabel.', null, null]]
		}
	];
}

/** The same for who takes the CSV: a file of its own. */
export function codebookCsv(): string {
	const [columns, kinds] = codebookSheets([]);
	return writeCsv([
		['Wat', 'Naam', 'Uitleg'],
		...(columns?.rows ?? []).map((row) => ['kolom', ...row]),
		...(kinds?.rows ?? []).map((row) => ['soort cijfer', ...row])
	]);
}

function occasionName({ name, date }: LeftOut['measurement']): string {
	return [name, formatDate(date)].filter((words) => words !== '').join(', ');
}
