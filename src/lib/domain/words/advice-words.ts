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

/** That a tip goes further than its source, and what that source is about; null where it does not. */
export function appliedWords(tip: Tip): string | null {
	return tip.basis === 'toegepast' ? `Toegepast: de bron spreekt over ${tip.appliedFrom}.` : null;
}

/** A part of a tip under its action. */
export interface TipPart {
	label: string;
	text: string;
}

/** The first step, who begins and what will be different; none of a tip that has its detail alone. */
export function tipParts(tip: Tip): TipPart[] {
	const after = startAndChange(tip);
	return after.length > 0 ? [{ label: 'Eerste stap', text: tip.detail }, ...after] : [];
}

/** The same without the first step, for where there is little room. */
export function startAndChange({ whoStarts, whatChanges }: Tip): TipPart[] {
	const parts = [
		{ label: 'Wie begint', text: whoStarts },
		{ label: 'Wat er daarna anders is', text: whatChanges }
	];
	return parts.flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

/** Who could do it, to begin with, for in a form: a tip's «wie begint» without its full stop; '' without one. */
export function proposedWho(advice: Advice): string {
	return advice.kind === 'tip' ? (advice.tip.whoStarts ?? '').replace(/\.$/, '') : '';
}
