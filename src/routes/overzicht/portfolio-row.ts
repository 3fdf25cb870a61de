import type { PortfolioRow } from '$lib/domain/measurement/portfolio';
import type { PartnershipLine } from '$lib/state/lists/partnership-lines';

/** A line with what it is searched and sorted by. */
export interface Row extends PortfolioRow {
	line: PartnershipLine;
}

/** The same one for the same line: what did not change is not drawn again. */
export function rowOf(line: PartnershipLine): Row {
	const known = rows.get(line);
	if (known) return known;
	const row = newRow(line);
	rows.set(line, row);
	return row;
}

const rows = new WeakMap<PartnershipLine, Row>();

function newRow(line: PartnershipLine): Row {
	const { partnership, latest, due, openCommitments } = line;
	const { id, name, example, tags = [] } = partnership;
	return { id, name, example, latestDate: latest?.measurement.date ?? '', due, openCommitments, tags, line };
}
