import { formatDate } from '$lib/domain/dates';

/**
 * «samenwerking-kermis-en-cultuur-2026-03-19.xlsx»: letters, digits and hyphens only, safe on every system.
 * @param part what tells files of one measurement apart; may be empty
 * @param extension without its dot
 */
export function exportFileName(partnership: string, isoDate: string, part: string, extension: string): string {
	const date = formatDate(isoDate) === isoDate ? '' : isoDate.slice(0, 10);
	const words = ['samenwerking', slug(partnership), slug(part), date].filter((word) => word !== '');
	return `${words.join('-')}.${extension}`;
}

const LONGEST_PART = 60;

function slug(text: string): string {
	const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST_PART)
		.replace(/^-|-$/g, '');
}
