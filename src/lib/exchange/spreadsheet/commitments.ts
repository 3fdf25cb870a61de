import { statusWord } from '$lib/domain/measurement/commitment';
import { dimensionNames } from '$lib/domain/questionnaire/questionnaire';
import { dayCell, type WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';

/** A row for each commitment, in the order given. */
export function commitmentSheet(input: SpreadsheetInput): WorkbookSheet {
	const names = dimensionNames([input.questionnaire]);
	return {
		name: 'Afspraken',
		columns: [
			{ name: 'Wat', width: 60 },
			{ name: 'Wie', width: 26 },
			{ name: 'Tegen wanneer', width: 15 },
			{ name: 'Status', width: 11 },
			{ name: 'Onderdeel', width: 34 },
			{ name: 'Notitie', width: 50 }
		],
		rows: input.commitments.map(({ what, who, by, status, dimensionId, note }) => [
			what,
			who,
			dayCell(by),
			statusWord(status),
			dimensionId === null ? null : (names.get(dimensionId) ?? null),
			note
		])
	};
}
