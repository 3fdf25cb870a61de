import { compareNames, compareText, foldText } from '$lib/domain/text/compare-text';
import { dueStateOf, type DueDate } from './due-date';
import { hasTags } from './tags';

/** What a list of partnerships is searched, filtered and sorted by. */
export interface PortfolioRow {
	id: string;
	name: string;
	example: boolean;
	/** ISO date of the latest measurement; '' when there is none. */
	latestDate: string;
	due: DueDate | null;
	/** Commitments that still have to happen. */
	openCommitments: number;
	tags: readonly string[];
}

export const PORTFOLIO_SORTS = ['name', 'latest', 'due', 'commitments'] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

export interface PortfolioView {
	search: string;
	sort: PortfolioSort;
	descending: boolean;
	/** Only those that are overdue or due within two months. */
	toPlan: boolean;
	/** Only those with commitments that still have to happen. */
	withCommitments: boolean;
	/** Only those with each of these tags. */
	tags: readonly string[];
}

/**
 * What people look for first in each column: names from a, the newest measurement, the first to come, the most to do.
 */
export function startsDescending(sort: PortfolioSort): boolean {
	return sort === 'latest' || sort === 'commitments';
}

export const plainView: PortfolioView = {
	search: '',
	sort: 'name',
	descending: false,
	toPlan: false,
	withCommitments: false,
	tags: []
};

/**
 * The rows to show, in their order. Examples stand last, and so does what has no date, whatever the direction.
 * @param today ISO date, yyyy-mm-dd
 */
export function viewPortfolio<Row extends PortfolioRow>(
	rows: readonly Row[],
	view: PortfolioView,
	today: string
): Row[] {
	const words = foldText(view.search)
		.split(/\s+/)
		.filter((word) => word !== '');
	return rows
		.filter(({ name }) => words.every((word) => foldText(name).includes(word)))
		.filter(({ due }) => !view.toPlan || (due !== null && dueStateOf(due, today) !== 'later'))
		.filter(({ openCommitments }) => !view.withCommitments || openCommitments > 0)
		.filter(({ tags }) => hasTags(tags, view.tags))
		.sort((a, b) => Number(a.example) - Number(b.example) || compareBy(view, a, b) || byPlainOrder(a, b));
}

/** How a list of partnerships stands at first, for sorting: by name, examples last. */
export function byPlainOrder(
	a: Pick<PortfolioRow, 'id' | 'name' | 'example'>,
	b: Pick<PortfolioRow, 'id' | 'name' | 'example'>
): number {
	return Number(a.example) - Number(b.example) || compareNames(a.name, b.name) || compareText(a.id, b.id);
}

function compareBy({ sort, descending }: PortfolioView, a: PortfolioRow, b: PortfolioRow): number {
	const turn = descending ? -1 : 1;
	switch (sort) {
		case 'name':
			return turn * compareNames(a.name, b.name);
		case 'latest':
			return byDate(a.latestDate, b.latestDate, turn);
		case 'due':
			return byDate(a.due?.date ?? '', b.due?.date ?? '', turn);
		case 'commitments':
			return turn * (a.openCommitments - b.openCommitments);
	}
}

function byDate(a: string, b: string, turn: number): number {
	return Number(a === '') - Number(b === '') || turn * compareText(a, b);
}
