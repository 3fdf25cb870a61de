import type { Commitment } from '$lib/domain/measurement/commitment';
import type { IndividualResponse, Response } from '$lib/domain/measurement/measurement';
import type { Cell, WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import type { SpreadsheetInput } from '$lib/exchange/spreadsheet/input';
import type { Workshop } from '../../../builders/workshop';

/** What a workshop's export is made of. */
export function inputOf(room: Workshop, change: Partial<SpreadsheetInput> = {}): SpreadsheetInput {
	const individual = room.responses.filter((response) => response.kind === 'individual');
	return {
		partnership: {
			id: 'p',
			name: 'Kermis en cultuur',
			createdAt: '2026-03-19T19:00:00.000Z',
			example: false,
			nextDate: ''
		},
		measurement: {
			id: 'm',
			partnershipId: 'p',
			name: 'Voorjaar',
			date: '2026-03-19',
			questionnaire: { id: 'workshop', version: '1.0.0' },
			groups: room.groups,
			privacy: room.privacy,
			status: 'closed',
			sealed: room.privacy.mode === 'anoniem',
			ways: ['phone'],
			createdAt: '2026-03-19T19:00:00.000Z',
			asksTrend: false
		},
		questionnaire: room.questionnaire,
		figures: room.figures(),
		trends: [],
		counts: room.groups.map((group) => ({
			groupId: group.id,
			responses: individual.filter((response) => response.groupId === group.id).length
		})),
		agreed: [],
		commitments: [],
		responses: individual.map(asStored),
		...change
	};
}

/** The later a response came in, the lower its id: so an order of arrival would show. */
function asStored({ groupId, answers }: Response, index: number): IndividualResponse {
	const id = (0xffffffffff - index * 0x1234567).toString(16);
	return { id, measurementId: 'm', groupId, revision: 1, answers, notes: {}, trends: {} };
}

export function commitment(change: Partial<Commitment> = {}): Commitment {
	return {
		id: 'c',
		partnershipId: 'p',
		measurementId: 'm',
		adviceId: null,
		dimensionId: 'openheid',
		what: 'Samen koffie drinken',
		who: 'Jan en Els',
		by: '2026-06-01',
		status: 'busy',
		note: '',
		createdAt: '2026-03-19T21:00:00.000Z',
		...change
	};
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
