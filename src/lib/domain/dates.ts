const months = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december'
];

/** «19 maart 2026» for 2026-03-19; anything else comes back as it is. */
export function formatDate(isoDate: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate) ?? [];
	const name = months[Number(month) - 1];
	return name ? `${Number(day)} ${name} ${year}` : isoDate;
}
