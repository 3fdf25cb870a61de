import type { Comparison } from '$lib/domain/comparing/comparison';
import type { WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import { comparisonFigureSheet } from './figures';
import { comparisonOverviewSheet } from './overview';
import { comparisonStatementSheet } from './statements';
import { togetherSentence } from '$lib/domain/year-words/together-words';
import { overStatements } from '$lib/domain/year-words/change-words';
import { SHIFT_RULE } from '$lib/domain/year-words/comparison-words';

/** A comparison as sheets: to read, to count with, over which statements it is, and what everything means. */
export function comparisonSpreadsheet(comparison: Comparison): WorkbookSheet[] {
	return [
		comparisonOverviewSheet(comparison),
		comparisonFigureSheet(comparison),
		comparisonStatementSheet(comparison),
		explanation(comparison)
	];
}

function explanation(comparison: Comparison): WorkbookSheet {
	return {
		name: 'Uitleg',
		columns: [
			{ name: 'Wat', width: 30 },
			{ name: 'Uitleg', width: 120 }
		],
		rows: [
			['Blad Vergelijking', 'Per onderdeel en groep één rij, met een kolom voor elke meting.'],
			[
				'Blad Cijfers',
				'Eén rij per cijfer: van welke meting, welk onderdeel en welke groep. Een cijfer dat er niet is of verborgen is, is een lege cel.'
			],
			[
				'Blad Stellingen',
				'Eén rij per stelling en meting. Waar «telt mee» ja is, steunen de cijfers van dat onderdeel op die stelling.'
			],
			['Over welke stellingen', overStatements(comparison)],
			['Samen', togetherSentence(comparison) || 'Het gemiddelde van de groepen. Elke groep weegt even zwaar.'],
			['Verschil', 'De hoogste min de laagste groep, tussen dezelfde groepen als bij samen.'],
			['n', 'Hoeveel mensen een score hebben, of bij een stelling: hoeveel mensen een punt van 1 tot 5 gaven.'],
			...SHIFT_RULE.map((rule, index) => [index === 0 ? 'Beter of minder goed' : null, rule])
		]
	};
}
