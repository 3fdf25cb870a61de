import type { Advice } from '$lib/domain/advice/advice';
import { joinDutch } from './counting-words';
import type { Group } from '$lib/domain/measurement/measurement';
import type { Tip } from '$lib/domain/questionnaire/questionnaire';

/** What is said of a tip or prompt, the same on every screen and in the report. */

export function adviceKind({ kind }: Pick<Advice, 'kind'>): string {
	return kind === 'tip' ? 'Tip' : 'Gespreksvraag';
}

/** What it says to do or to ask. */
export function adviceAction(advice: Advice): string {
	return advice.kind === 'tip' ? advice.tip.action : advice.prompt.question;
}

/** «voor iedereen», or for the groups whose role it addresses. */
export function adviceAudience(advice: Advice, groups: readonly Pick<Group, 'role' | 'name'>[]): string {
	const role = advice.kind === 'tip' ? advice.tip.for : advice.prompt.for;
	return audienceWords(groups.filter((group) => role !== 'all' && group.role === role).map(({ name }) => name));
}

/** @param names whom it addresses; none when it is for all */
export function audienceWords(names: readonly string[]): string {
	return names.length === 0 ? 'voor iedereen' : `voor ${joinDutch(names)}`;
}

/** That a tip goes further than its source, and whom that source is about; null where it does not. */
export function appliedWords(tip: Tip): string | null {
	return tip.basis === 'toegepast' ? `Toegepast: de bron spreekt over ${tip.appliedFrom}.` : null;
}
