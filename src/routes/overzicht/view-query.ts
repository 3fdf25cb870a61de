import {
	plainView,
	PORTFOLIO_SORTS,
	startsDescending,
	type PortfolioSort,
	type PortfolioView
} from '$lib/domain/measurement/portfolio';

/** What is searched and how it is sorted, in the query of the address: it is there again after going back. */

const sortWords: Record<PortfolioSort, string> = {
	name: 'naam',
	latest: 'laatste-meting',
	due: 'volgende-meting',
	commitments: 'afspraken'
};

/** Only what differs from how the list looks at first; '' when nothing does. */
export function writeViewQuery({ search, sort, descending, toPlan, withCommitments, tags }: PortfolioView): string {
	const query = new URLSearchParams();
	if (search !== '') query.set('zoek', search);
	if (sort !== plainView.sort) query.set('orde', sortWords[sort]);
	if (descending !== startsDescending(sort)) query.set('omgekeerd', '');
	if (toPlan) query.set('te-plannen', '');
	if (withCommitments) query.set('met-afspraken', '');
	for (const tag of tags) query.append('trefwoord', tag);
	const text = query.toString().replaceAll(/=(?=&|$)/g, '');
	return text === '' ? '' : `?${text}`;
}

/** What it does not understand, it leaves as the list looks at first. */
export function readViewQuery(text: string): PortfolioView {
	const query = new URLSearchParams(text);
	const sort = PORTFOLIO_SORTS.find((one) => sortWords[one] === query.get('orde')) ?? plainView.sort;
	return {
		search: query.get('zoek') ?? '',
		sort,
		descending: startsDescending(sort) !== query.has('omgekeerd'),
		toPlan: query.has('te-plannen'),
		withCommitments: query.has('met-afspraken'),
		tags: query.getAll('trefwoord')
	};
}
