import type { PortfolioView } from '$lib/domain/measurement/portfolio';
import { joinDutch } from '$lib/domain/words/counting-words';

/** What a list is narrowed down to, in Dutch, as on paper; empty when everything is in it. */
export function viewWords({ search, toPlan, withCommitments, tags }: PortfolioView): string {
	return joinDutch([
		...tags.map((tag) => `met trefwoord «${tag}»`),
		...(search.trim() === '' ? [] : [`met «${search.trim()}» in de naam`]),
		...(toPlan ? ['te plannen'] : []),
		...(withCommitments ? ['met open afspraken'] : [])
	]);
}
