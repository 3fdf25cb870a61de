import type { Commitment } from '$lib/domain/measurement/commitment';
import type { IndividualResponse, Response } from '$lib/domain/measurement/measurement';
import type { Cell, WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import type { SpreadsheetInput } from '$lib/exchange/spreadsheet/input';
import { aCommitment, aPartnership, aResponse } from './records';
import type { Workshop } from './workshop';

/** What a workshop's export is made of. */
export function inputOf(room: Workshop, change: Partial<SpreadsheetInput> = {}): SpreadsheetInput {
	const individual = room.responses.filter((response) => response.kind === 'individual');
	return {
		partnership: aPartnership({ id: 'p' }),
		measurement: room.measurement({ name: 'Voorjaar', ways: ['phone'] }),
		questionnaire: room.questionnaire,
		figures: room.figures(),
		trends: [],
		topics: room.topics(),
		uniform: [],
		counts: room.counts(),
		agreed: [],
		commitments: [],
		responses: individual.map(asStored),
		...change
	};
}

/** The later a response came in, the lower its id: so an order of arrival would show. */
function asStored({ groupId, answers, topics }: Response, index: number): IndividualResponse {
	const id = (0xffffffffff - index * 0x1234567).toString(16);
	return aResponse({ id, measurementId: 'm', groupId, answers, topics });
}

export function commitment(changes: Partial<Commitment> = {}): Commitment {
	return aCommitment({
		partnershipId: 'p',
		measurementId: 'm',
		dimensionId: 'openheid',
		what: 'Samen koffie drinken',
		who: 'Jan en Els',
		status: 'busy',
		...changes
	});
}

export function sheetNamed(sheets: readonly WorkbookSheet[], name: string): WorkbookSheet {
	const sheet = sheets.find((entry) => entry.name === name);
	if (!sheet) throw new Error(`no sheet ${name}`);
	return sheet;
}

/** The rows by the names of their columns, without empty cells. */
export function rowsOf({ columns, rows }: WorkbookSheet): Record<string, Cell>[] {
	return rows.map((row) =>
		Object.fromEntries(
			row.flatMap((cell, index) => (cell === null || cell === '' ? [] : [[columns[index]?.name ?? '', cell]]))
		)
	);
}
