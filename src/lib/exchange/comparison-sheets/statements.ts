import type { Comparison } from '$lib/domain/comparing/comparison';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { dayCell, type WorkbookSheet } from '$lib/exchange/spreadsheet/cells';

/** Over which statements it is: a row for each statement of each measurement, in its own words. */
export function comparisonStatementSheet({ occasions, comparability }: Comparison): WorkbookSheet {
	return {
		name: 'Stellingen',
		columns: [
			{ name: 'Meting-id', width: 38 },
			{ name: 'Datum', width: 12 },
			{ name: 'Versie', width: 9 },
			{ name: 'Onderdeel-id', width: 18 },
			{ name: 'Onderdeel', width: 34 },
			{ name: 'Stelling-id', width: 34 },
			{ name: 'Stelling', width: 80 },
			{ name: 'Telt mee', width: 10 }
		],
		labels: 2,
		rows: occasions.flatMap(({ measurement, questionnaire }) =>
			dimensionsOf(questionnaire).flatMap(({ dimension }) =>
				dimension.items.map((item) => [
					measurement.id,
					dayCell(measurement.date),
					questionnaire.version,
					dimension.id,
					dimension.name,
					item.id,
					item.statement,
					comparability.shared.has(item.id) ? 'ja' : 'nee'
				])
			)
		)
	};
}
