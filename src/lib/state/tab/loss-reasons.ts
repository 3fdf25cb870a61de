import { reasonsForLoss } from '$lib/domain/measurement/browser-keeping';
import { browserFacts } from '$lib/state/browser-facts';

/** Why something that was here may be gone, in Dutch; a part of its own, since few people ask. */
export async function loadLossReasons(): Promise<string[]> {
	return reasonsForLoss(await browserFacts());
}
