import type { DimensionFigures, MeasurementFigures } from './figures';
import { rankDimensions } from './scoring';

/** As many as are proposed while the room did not choose: what fits in one conversation. */
const PROPOSED = 3;

/** What a conversation is about. */
export interface Talk {
	/** In the order in which the room talks about them. */
	discussed: readonly DimensionFigures[];
	/** The other ones: by rank, and after those the ones without a rank. */
	others: readonly DimensionFigures[];
	/** Whether this is only what the figures propose: nobody chose yet. */
	isProposal: boolean;
}

/**
 * Which dimensions a room talks about, and in which order all of them stand: the chosen ones first, as they were
 * chosen, then those that are most worth talking about. As long as nobody chose, the first three by rank.
 * @param chosen ids of dimensions; one that the figures do not have, of another version of a questionnaire, is left out
 */
export function talkOrder(figures: MeasurementFigures, chosen: readonly string[]): Talk {
	const ranked = rankDimensions(figures);
	const all = [...ranked, ...figures.dimensions.filter((dimension) => !ranked.includes(dimension))];
	const picked = [...new Set(chosen)].flatMap((id) => all.find(({ dimensionId }) => dimensionId === id) ?? []);
	const discussed = picked.length > 0 ? picked : ranked.slice(0, PROPOSED);
	return {
		discussed,
		others: all.filter((dimension) => !discussed.includes(dimension)),
		isProposal: picked.length === 0
	};
}
