import type { ReportLength } from '$lib/report/model/report-model';
import type { ReportedResult } from '$lib/report/model/report-source';

const LONGEST_NAME = 60;
const FIRST: Record<ReportLength | 'slides', string> = {
	summary: 'samenvatting',
	full: 'verslag',
	slides: 'presentatie'
};

/**
 * «verslag-overleg-aan-de-beek-2026-03-19.pdf»: plain letters that every system can store.
 * @param extension without its dot
 */
export function reportFileName(
	{ partnership, measurement }: ReportedResult,
	what: ReportLength | 'slides',
	extension: string
): string {
	const name = partnership.name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST_NAME)
		.replace(/^-|-$/g, '');
	const parts = [FIRST[what], name, measurement.date];
	return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}
