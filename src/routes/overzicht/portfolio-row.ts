import type { PortfolioRow } from '$lib/domain/portfolio';
import type { PartnershipLine } from '$lib/state/partnership-lines';

/** A line with what it is searched and sorted by. */
export interface Row extends PortfolioRow {
	line: PartnershipLine;
}

export function rowOf(line: PartnershipLine): Row {
	const { partnership, latest, due, openCommitments } = line;
	const { id, name, example } = partnership;
	return { id, name, example, latestDate: latest?.measurement.date ?? '', due, openCommitments, line };
}
