import { FIRST_ADVICE, type Advice } from './advice';
import type { ReportChoice } from '$lib/domain/measurement/commitment';

/**
 * What a tip or prompt is called in a report choice. A general prompt can be shown for several dimensions, so its
 * dimension is part of the id.
 */
export function adviceKey(advice: Advice): string {
	if (advice.kind === 'tip') return advice.tip.id;
	const own = advice.dimension.prompts.some((prompt) => prompt.id === advice.prompt.id);
	return own ? advice.prompt.id : `${advice.prompt.id}-${advice.dimension.id}`;
}

/** The tips and prompts to print, in the order of the result: the chosen ones, or the first five when nobody chose. */
export function chosenAdvice(advice: readonly Advice[], adviceIds: ReportChoice['adviceIds']): Advice[] {
	if (adviceIds === null) return advice.slice(0, FIRST_ADVICE);
	return advice.filter((entry) => adviceIds.includes(adviceKey(entry)));
}
