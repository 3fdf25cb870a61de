import { compareNames, foldText } from '$lib/domain/text/compare-text';
import { MAX_TAGS, TAG } from '$lib/domain/text/field-rules';
import { isBlank, tidyText } from '$lib/domain/text/misleading-characters';
import type { Partnership } from './measurement';

/**
 * Tags of a partnership, such as «regio Kempen» or «cultuur»: free texts, in the order of the alphabet. In capitals or
 * not, and with accents or not, it is the same tag.
 */

type Tagged = Pick<Partnership, 'tags'>;

/** What is wrong with a tag that people want to add, in Dutch; undefined when nothing is. */
export function tagProblem(written: string, { tags = [] }: Tagged): string | undefined {
	const { length } = tidyText(written);
	if (isBlank(written)) return 'Schrijf eerst een trefwoord, of kies er een uit de lijst.';
	if (length > TAG.max) return `Een trefwoord heeft hoogstens ${TAG.max} tekens. Nu zijn het er ${length}.`;
	if (tags.length >= MAX_TAGS && !hasTags(tags, [written]))
		return `Er zijn hoogstens ${MAX_TAGS} trefwoorden. Haal er eerst een weg.`;
	return undefined;
}

/** @param written one without a problem; as it is spelt among `known` when it stands there */
export function withTag<Kind extends Tagged>(partnership: Kind, written: string, known: readonly string[] = []): Kind {
	const tidy = tidyText(written);
	const tag = known.find((one) => foldText(one) === foldText(tidy)) ?? tidy;
	return withTags(partnership, joined(partnership.tags ?? [], [tag]));
}

export function withoutTag<Kind extends Tagged>(partnership: Kind, tag: string): Kind {
	return withTags(
		partnership,
		(partnership.tags ?? []).filter((one) => foldText(one) !== foldText(tag))
	);
}

/** With the tags of another one beside those that are here: none that is here goes, and there are never too many. */
export function joinTags<Kind extends Tagged>(here: Kind, other: Tagged): Kind {
	return withTags(here, joined(here.tags ?? [], other.tags ?? []).slice(0, MAX_TAGS));
}

/** Whether each of these is among them. */
export function hasTags(tags: readonly string[], wanted: readonly string[]): boolean {
	const there = new Set(tags.map(foldText));
	return wanted.every((tag) => there.has(foldText(tag)));
}

/** Whether no two of them are the same tag. */
export function areDifferentTags(tags: readonly string[]): boolean {
	return new Set(tags.map(foldText)).size === tags.length;
}

/** All tags of these partnerships, each once, in the order of the alphabet. */
export function tagsOf(partnerships: readonly Tagged[]): string[] {
	return [
		...joined(
			[],
			partnerships.flatMap(({ tags = [] }) => tags)
		)
	].sort(compareNames);
}

function joined(here: readonly string[], more: readonly string[]): string[] {
	const all = [...here];
	for (const tag of more) if (!hasTags(all, [tag])) all.push(tag);
	return all;
}

function withTags<Kind extends Tagged>(partnership: Kind, tags: readonly string[]): Kind {
	const changed = { ...partnership, tags: [...tags].sort(compareNames) };
	if (tags.length === 0) Reflect.deleteProperty(changed, 'tags');
	return changed;
}
