import type { Advice } from '$lib/domain/advice/advice';
import { hallQuestion, type HallQuestion } from '$lib/domain/words/hall-question';
import { freeOrigin, type CommitmentOrigin } from '$lib/state/results/commitments.svelte';

/** What the advice of a result says at one dimension. */

/** The first question that fits, as a room reads it. */
export function questionFor(advice: readonly Advice[], dimensionId: string): HallQuestion | undefined {
	const found = firstOf(advice, dimensionId, 'prompt');
	return found?.kind === 'prompt' ? hallQuestion(found.prompt) : undefined;
}

/** What an agreement begins from: a tip where there is one, since from a question the room writes it itself. */
export function proposalFor(advice: readonly Advice[], dimensionId: string): Advice | undefined {
	return firstOf(advice, dimensionId, 'tip') ?? firstOf(advice, dimensionId, 'prompt');
}

/** Where such an agreement comes from. @param dimensionId '' for a free one */
export function originOf(advice: readonly Advice[], dimensionId: string): CommitmentOrigin {
	if (dimensionId === '') return freeOrigin;
	const proposal = proposalFor(advice, dimensionId);
	const adviceId = proposal ? (proposal.kind === 'tip' ? proposal.tip.id : proposal.prompt.id) : null;
	return { adviceId, dimensionId };
}

function firstOf(advice: readonly Advice[], dimensionId: string, kind: Advice['kind']): Advice | undefined {
	return advice.find((one) => one.kind === kind && one.dimension.id === dimensionId);
}
