import type { Letterhead } from '$lib/domain/measurement/letterhead';
import type { Partnership } from '$lib/domain/measurement/measurement';
import { muted, paragraph, strong, type Block, type Masthead } from '$lib/report/model/report-model';

/**
 * «Samenwerkingsmeter · 19 maart 2026 · begeleid door Zoë», with the client's logo.
 * @param about when and what, in their order; what is empty is left out
 */
export function masthead(
	{ guide, logo }: Letterhead,
	{ name }: Pick<Partnership, 'name'>,
	about: readonly string[]
): Masthead {
	const by = guide.trim() === '' ? '' : `begeleid door ${guide.trim()}`;
	const parts = ['Samenwerkingsmeter', ...about.map((part) => part.trim()), by].filter((part) => part !== '');
	return {
		kind: 'masthead',
		text: [muted(parts.join(' · '))],
		logo,
		logoDescription: `Logo bij het verslag van ${name}`
	};
}

export function exampleWarning({ example }: Pick<Partnership, 'example'>): Block[] {
	return example ? [paragraph([strong('Dit is een voorbeeld met verzonnen antwoorden.')])] : [];
}
