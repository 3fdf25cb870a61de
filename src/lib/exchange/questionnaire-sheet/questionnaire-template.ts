import { sheetColumns } from '$lib/domain/drafting/sheet-columns';
import type { WorkbookSheet } from '$lib/exchange/spreadsheet/cells';

/** The workbook in which people write a questionnaire: the sheet that is read, and how to fill it in. */

export const STATEMENTS_SHEET = 'Stellingen';

const WIDTHS = [24, 24, 48, 48, 40, 32, 24, 24, 40, 16];

/** By heading; what is left out stays empty. */
const EXAMPLE_ROWS: readonly (readonly string[])[] = [
	[
		'Samen een feest maken',
		'Vooraf afspreken',
		'Iedereen weet een maand voor het feest wie wat doet.',
		'Bijvoorbeeld: op de lijst staat wie de tafels klaarzet.',
		'Leg samen een lijst aan met wie wat doet.',
		'Begin met de drie taken die vorige keer bleven liggen.',
		'Verslag van het vorige feest',
		'Punt 3',
		'Drie taken bleven liggen omdat niemand ze op zich nam.',
		'Nederlands'
	],
	[
		'',
		'',
		'De gemeente vraagt de verenigingen naar hun wensen voor ze beslist.',
		'Bijvoorbeeld: ze praten over de datum, nog voor de affiche klaar is.'
	],
	[
		'',
		'Samen opruimen',
		'De verenigingen blijven na het feest tot alles opgeruimd is.',
		'Bijvoorbeeld: een ploeg van drie verenigingen stapelt de stoelen.'
	]
];

export function questionnaireTemplate(): WorkbookSheet[] {
	return [
		{
			name: STATEMENTS_SHEET,
			columns: sheetColumns.map(({ name }, index) => ({ name, width: WIDTHS[index] ?? 24 })),
			rows: EXAMPLE_ROWS.map((row) => sheetColumns.map((_, index) => row[index] ?? null))
		},
		{
			name: 'Uitleg',
			columns: [
				{ name: 'Kolom', width: 24 },
				{ name: 'Wat je erin zet', width: 80 },
				{ name: 'Hoogstens (tekens)', width: 20 }
			],
			rows: [
				...sheetColumns.map(({ name, words, max }) => [name, words, max]),
				['Rijen', 'Elke stelling is één rij. De drie rijen in het sjabloon zijn een voorbeeld: vervang ze.', null],
				['Niet doen', 'Geen formules, geen macro’s, geen samengevoegde cellen, en de koppen in rij 1 blijven.', null]
			]
		}
	];
}
