import { t } from '$lib/domain/language/say';
import { type Group, type Privacy, THRESHOLDS } from './measurement';
import { stableText } from '$lib/domain/text/stable-text';
import { termsHash, type Terms } from './terms';

/**
 * Why answers do not come in that were given under other terms than those of this
 * measurement, in Dutch, for who takes in.
 */

/** What differs between two terms; a hash tells it only of the likely ones. */
export type TermsPart = 'measurement' | 'privacy' | 'groups' | 'statements' | 'trend';

const AGAIN =
	'Wat bij het antwoorden beloofd werd, verandert niet achteraf: laat opnieuw antwoorden met de link van deze meting.';
export const OTHER_MEASUREMENT = 'Dit blad hoort bij een andere meting. Open die meting om het toe te voegen.';
const OTHER_LINK =
	'Dit blad hoort bij een andere meting, of bij een link met andere stellingen of groepen dan die van deze meting. Open de meting waar het bij hoort, of laat opnieuw antwoorden met de link van deze meting.';

/** What differs, the most telling first; empty when nothing does. */
export function differingParts(one: Terms, other: Terms): TermsPart[] {
	const differs = (part: (terms: Terms) => unknown) => stableText(part(one)) !== stableText(part(other));
	const parts: [TermsPart, (terms: Terms) => unknown][] = [
		['measurement', ({ measurementId }) => measurementId],
		['privacy', ({ privacy }) => privacy],
		['statements', ({ questionnaire }) => questionnaire],
		['groups', ({ groups }) => groups],
		['trend', ({ asksTrend }) => asksTrend]
	];
	return parts.filter(([, part]) => differs(part)).map(([name]) => name);
}

/** @returns null when both are the same */
export function refusalOfTerms(here: Terms, answered: Terms): string | null {
	const parts = differingParts(here, answered);
	if (parts.length === 0) return null;
	if (parts.includes('measurement')) return OTHER_MEASUREMENT;
	return `Dit blad komt niet binnen: het is gegeven op een link met andere afspraken dan die van deze meting. ${sentences(here, answered, parts)} ${AGAIN}`;
}

/**
 * The same from a hash alone: it says what differs when that is one of the likely things.
 * @param matches whether terms have the hash that was brought, or its beginning
 * @returns null when the terms of this measurement have it
 */
export function refusalOfHash(here: Terms, matches: (hash: string) => boolean): string | null {
	if (matches(termsHash(here))) return null;
	const answered = likelyOnes(here).find((terms) => matches(termsHash(terms)));
	return answered ? refusalOfTerms(here, answered) : OTHER_LINK;
}

/** In words what differs from the terms here, each a whole sentence. */
export function sentences(here: Terms, answered: Terms, parts = differingParts(here, answered)): string {
	const words: Record<TermsPart, string> = {
		measurement: t`Die link is van een andere meting.`,
		privacy: t`Daar was de meting ${privacyWords(answered.privacy)}, en deze meting is ${privacyWords(here.privacy)}.`,
		statements: t`Daar stonden andere stellingen.`,
		groups: t`Daar stonden andere groepen, of in een andere volgorde.`,
		trend: answered.asksTrend
			? t`Daar werd gevraagd of het beter gaat dan de vorige keer, en hier niet.`
			: t`Daar werd niet gevraagd of het beter gaat dan de vorige keer, en hier wel.`
	};
	return parts.map((part) => words[part]).join(' ');
}

function privacyWords(privacy: Privacy): string {
	return privacy.mode === 'open' ? t`open` : t`anoniem vanaf ${privacy.threshold} antwoorden`;
}

/**
 * Other promises about who sees what, another trend question, groups or only their names or roles in another
 * order: each alone and together.
 */
function likelyOnes(here: Terms): Terms[] {
	const privacies: Privacy[] = [
		{ mode: 'open' },
		...THRESHOLDS.map((threshold) => ({ mode: 'anoniem' as const, threshold }))
	];
	return orders(here.groups).flatMap((order) =>
		[order, withNamesOf(here.groups, order), withRolesOf(here.groups, order)].flatMap((groups) =>
			privacies.flatMap((privacy) => [true, false].map((asksTrend) => ({ ...here, groups, privacy, asksTrend })))
		)
	);
}

type Groups = readonly Pick<Group, 'id' | 'role' | 'name'>[];

function withNamesOf(groups: Groups, others: Groups): Groups {
	return groups.map((group, at) => ({ ...group, name: others[at]?.name ?? group.name }));
}

function withRolesOf(groups: Groups, others: Groups): Groups {
	return groups.map((group, at) => ({ ...group, role: others[at]?.role ?? group.role }));
}

/** All orders; of at most four. */
function orders<T>(values: readonly T[]): T[][] {
	if (values.length <= 1) return [[...values]];
	return values.flatMap((value, at) =>
		orders(values.filter((_, index) => index !== at)).map((rest) => [value, ...rest])
	);
}
