import type { PortfolioSort } from '$lib/domain/measurement/portfolio';

/** The columns that sort, with the words for each direction. */
export const sortChoices: readonly { sort: PortfolioSort; column: string; ascending: string; descending: string }[] = [
	{ sort: 'name', column: 'Naam', ascending: 'Naam, van a tot z', descending: 'Naam, van z tot a' },
	{
		sort: 'latest',
		column: 'Laatste meting',
		ascending: 'Laatste meting, oudste eerst',
		descending: 'Laatste meting, nieuwste eerst'
	},
	{
		sort: 'due',
		column: 'Volgende meting',
		ascending: 'Volgende meting, eerste eerst',
		descending: 'Volgende meting, laatste eerst'
	},
	{
		sort: 'commitments',
		column: 'Open afspraken',
		ascending: 'Open afspraken, minste eerst',
		descending: 'Open afspraken, meeste eerst'
	}
];
