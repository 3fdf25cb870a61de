import { cleanText } from '$lib/domain/text/misleading-characters';
import type { Group, Invitation, Privacy } from './measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { sha256 } from '$lib/domain/text/sha256';
import { haveSameContent, stableText } from '$lib/domain/text/stable-text';

/**
 * What people answer on, and what was promised them: they read it before they answer, so an answer never counts under
 * other terms. It lies fixed from the moment that a measurement is made; the names of the occasion and of the
 * partnership, and the date, are no part of it.
 */
export interface Terms {
	measurementId: string;
	questionnaire: {
		id: string;
		version: string;
		/**
		 * Of all that is asked, word for word: two own questionnaires may have one id and
		 * version. `HASH_DIGITS` digits.
		 */
		content: string;
	};
	/** In the order of the screen, which a code names them by. */
	groups: readonly Pick<Group, 'id' | 'role' | 'name'>[];
	privacy: Privacy;
	asksTrend: boolean;
}

/** Hexadecimal, of SHA-256: 160 bits. No link with other terms and the same hash can be made by trying. */
export const HASH_DIGITS = 40;

type Asked = Pick<Invitation, 'measurementId' | 'questionnaire' | 'groups' | 'privacy' | 'asksTrend'>;

/**
 * @param asked of the invitation, or of the measurement itself; with its questionnaire,
 * whole or the part for filling in
 */
export function termsOf(asked: Omit<Asked, 'questionnaire'>, questionnaire: Questionnaire): Terms {
	const { id, version } = questionnaire;
	return termsWith({ ...asked, questionnaire: { id, version } }, contentOf(questionnaire));
}

/** @param content as terms have it: the hash of all that is asked */
export function termsWith(
	{ measurementId, questionnaire: { id, version }, groups, privacy, asksTrend }: Asked,
	content: string
): Terms {
	return {
		measurementId,
		questionnaire: { id, version, content },
		// A file or link brings names without the characters that nobody sees.
		groups: groups.map((group) => ({ id: group.id, role: group.role, name: cleanText(group.name) })),
		privacy,
		asksTrend
	};
}

/** One hash for one whole of terms, of `HASH_DIGITS` hexadecimal digits. */
export function termsHash(terms: Terms): string {
	return hashOf(terms);
}

/** Whether both promise and ask exactly the same. */
export function areSameTerms(one: Terms, other: Terms): boolean {
	return haveSameContent(one, other);
}

/** A questionnaire is never changed in place. */
const contents = new WeakMap<Questionnaire, string>();

function contentOf(questionnaire: Questionnaire): string {
	const content = contents.get(questionnaire) ?? hashOf(everythingAsked(questionnaire));
	contents.set(questionnaire, content);
	return content;
}

function everythingAsked(questionnaire: Questionnaire) {
	const { scale, frame, closing } = questionnaire;
	return [
		[...scale.points, scale.unknown],
		dimensionsOf(questionnaire).map(({ dimension: { id, name, items } }) => [
			id,
			name,
			items.map((item) => [item.id, item.statement, item.explanation])
		]),
		// Of a questionnaire with neither the hash is that of before there were any.
		...(frame || closing ? [frame ?? null, closing ?? null] : [])
	];
}

function hashOf(value: unknown): string {
	return sha256(stableText(value)).slice(0, HASH_DIGITS);
}
