import { dimensionsOf, type GeneralPrompt, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { addPart, everyDimension, type Edit, type ListPlace } from './edit-draft';

/** Undoes a removal in a draft, with all that went along; what was written elsewhere meanwhile stays. */

/** @param before as it was when the part was removed */
export function putBackPart(before: Questionnaire, place: ListPlace, part: { id: string }, at: number): Edit {
	return (content) => {
		const now = addPart(place, part, at)(content);
		return { ...now, generalPrompts: withTopics(before.generalPrompts, now) };
	};
}

/** General prompts name dimensions again that came back. */
function withTopics(before: readonly GeneralPrompt[], content: Questionnaire): GeneralPrompt[] {
	const known = new Set(dimensionsOf(content).map(({ dimension }) => dimension.id));
	const there = (id: string) => content.generalPrompts.find((prompt) => prompt.id === id);
	const lost = before.flatMap((prompt): GeneralPrompt[] => {
		const now = there(prompt.id) ?? prompt;
		if (prompt.when !== 'topic' || now.when !== 'topic') return [];
		const dimensions = prompt.dimensions.filter((id) => known.has(id));
		return dimensions.length > 0 ? [{ ...now, dimensions }] : [];
	});
	const back = new Map(lost.map((prompt) => [prompt.id, prompt]));
	const kept = content.generalPrompts.map((prompt) => back.get(prompt.id) ?? prompt);
	return withMissing(
		kept,
		before.flatMap(({ id }) => back.get(id) ?? there(id) ?? []),
		({ id }) => id
	);
}

/** @param before as it was when the role was removed */
export function putBackRole(before: Questionnaire, id: string): Edit {
	const its = <Part extends { id: string; for: string }>(parts: readonly Part[]) =>
		new Set(parts.filter((part) => part.for === id).map((part) => part.id));
	const dimensions = new Map(dimensionsOf(before).map(({ dimension }) => [dimension.id, dimension]));
	return (content) => {
		const back = everyDimension((dimension) => {
			const { tips = [], prompts = [] } = dimensions.get(dimension.id) ?? {};
			const gone = prompts.filter((prompt) => prompt.when === 'gap' && prompt.higher === id);
			const there = dimension.prompts.map(forOneOf(its(prompts), id));
			const isThere = new Set([...gone, ...there].map((prompt) => prompt.id));
			const ordered = prompts.filter((prompt) => isThere.has(prompt.id));
			return {
				...dimension,
				tips: dimension.tips.map(forOneOf(its(tips), id)),
				prompts: withMissing(there, ordered, (prompt) => prompt.id)
			};
		})(content);
		const terms = before.frame?.terms ?? [];
		return {
			...back,
			roles: withMissing(content.roles, before.roles, (role) => role.id, [id]),
			generalPrompts: content.generalPrompts.map(forOneOf(its(before.generalPrompts), id)),
			frame: content.frame && {
				...content.frame,
				terms: withMissing(content.frame.terms, terms, (term) => term.for, [id])
			}
		};
	};
}

/** Of these parts, one that is for all since its role went is for that role again. */
function forOneOf(ids: ReadonlySet<string>, role: string) {
	return <Part extends { id: string; for: string }>(part: Part): Part =>
		ids.has(part.id) && part.for === 'all' ? { ...part, for: role } : part;
}

/** @param only of what was there before, these alone come back; all where it is left out */
function withMissing<Part>(
	now: readonly Part[],
	before: readonly Part[],
	keyOf: (part: Part) => string,
	only?: readonly string[]
): Part[] {
	const list = [...now];
	before.forEach((part, at) => {
		const key = keyOf(part);
		if ((only?.includes(key) ?? true) && !list.some((one) => keyOf(one) === key)) list.splice(at, 0, part);
	});
	return list;
}
