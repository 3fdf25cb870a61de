import type {
	Dimension,
	DimensionPrompt,
	GeneralPrompt,
	Item,
	Questionnaire,
	Source,
	Theme,
	Tip
} from '$lib/domain/questionnaire/questionnaire';
import { radarLabelOf, shortNameOf } from './radar-names';

/**
 * What is done to a draft, over what is stored by then: a part is found by its id, and of one that another tab removed
 * meanwhile nothing is changed.
 */
export type Edit = (content: Questionnaire) => Questionnaire;

interface HasId {
	id: string;
}

const changed = <Part extends HasId>(parts: readonly Part[], id: string, change: (part: Part) => Part): Part[] =>
	parts.map((part) => (part.id === id ? change(part) : part));

export function changeTheme(id: string, change: (theme: Theme) => Theme): Edit {
	return (content) => ({ ...content, themes: changed(content.themes, id, change) });
}

export function changeDimension(id: string, change: (dimension: Dimension) => Dimension): Edit {
	return everyTheme((theme) => ({ ...theme, dimensions: changed(theme.dimensions, id, change) }));
}

export function changeItem(id: string, change: (item: Item) => Item): Edit {
	return everyDimension((dimension) => ({ ...dimension, items: changed(dimension.items, id, change) }));
}

export function changeTip(id: string, change: (tip: Tip) => Tip): Edit {
	return everyDimension((dimension) => ({ ...dimension, tips: changed(dimension.tips, id, change) }));
}

export function changePrompt(id: string, change: (prompt: DimensionPrompt) => DimensionPrompt): Edit {
	return everyDimension((dimension) => ({ ...dimension, prompts: changed(dimension.prompts, id, change) }));
}

export function changeSource(id: string, change: (source: Source) => Source): Edit {
	return (content) => ({ ...content, sources: changed(content.sources, id, change) });
}

/** The short names follow the name as long as nobody wrote others. */
export function nameDimension(id: string, name: string): Edit {
	return changeDimension(id, (dimension) => ({
		...dimension,
		name,
		shortName: dimension.shortName === shortNameOf(dimension.name) ? shortNameOf(name) : dimension.shortName,
		radarLabel: radarLabelOf(name)
	}));
}

export function addRole(id: string): Edit {
	return (content) => ({
		...content,
		roles: [...content.roles, { id, groupName: '' }],
		frame: content.frame && { ...content.frame, terms: [...content.frame.terms, { for: id, text: '' }] }
	});
}

export function nameRole(id: string, groupName: string): Edit {
	return (content) => ({ ...content, roles: changed(content.roles, id, (role) => ({ ...role, groupName })) });
}

/** What was for this role alone is for all; what compares it with another goes. */
export function removeRole(id: string): Edit {
	const forAll = <Part extends { for: string }>(part: Part): Part => (part.for === id ? { ...part, for: 'all' } : part);
	return (content) => {
		const without = everyDimension((dimension) => ({
			...dimension,
			tips: dimension.tips.map(forAll),
			prompts: dimension.prompts.filter((prompt) => prompt.when !== 'gap' || prompt.higher !== id).map(forAll)
		}))(content);
		return {
			...without,
			roles: content.roles.filter((role) => role.id !== id),
			generalPrompts: content.generalPrompts.map(forAll),
			frame: content.frame && { ...content.frame, terms: content.frame.terms.filter((term) => term.for !== id) }
		};
	};
}

/** A list of a draft: of the whole, or of the part with this id. */
export type ListPlace =
	| { kind: 'themes' }
	| { kind: 'sources' }
	| { kind: 'dimensions'; of: string }
	| { kind: 'items' | 'tips' | 'prompts'; of: string };

/** @param change what becomes of the list; nothing where the part with the list is gone */
function changeList(place: ListPlace, change: <Part extends HasId>(list: readonly Part[]) => Part[]): Edit {
	switch (place.kind) {
		case 'themes':
			return (content) => ({ ...content, themes: change(content.themes) });
		case 'sources':
			return (content) => ({ ...content, sources: change(content.sources) });
		case 'dimensions':
			return changeTheme(place.of, (theme) => ({ ...theme, dimensions: change(theme.dimensions) }));
		case 'items':
			return changeDimension(place.of, (dimension) => ({ ...dimension, items: change(dimension.items) }));
		case 'tips':
			return changeDimension(place.of, (dimension) => ({ ...dimension, tips: change(dimension.tips) }));
		case 'prompts':
			return changeDimension(place.of, (dimension) => ({ ...dimension, prompts: change(dimension.prompts) }));
	}
}

/** @param at the place in the list, from 0; the end where it is left out */
export function addPart(place: ListPlace, part: HasId, at = Number.POSITIVE_INFINITY): Edit {
	// The place says which kind of part it is: a caller adds a theme to themes.
	return changeList(place, <Part extends HasId>(list: readonly Part[]) =>
		list.some(({ id }) => id === part.id) ? [...list] : [...list.slice(0, at), part as Part, ...list.slice(at)]
	);
}

/** Topics that a general prompt names go along with a dimension. */
export function removePart(place: ListPlace, id: string): Edit {
	const without = changeList(place, (list) => list.filter((part) => part.id !== id));
	return (content) => withoutLostDimensions(without(content));
}

/** Up (negative) or down; at an end it stays. */
export function movePart(place: ListPlace, id: string, by: number): Edit {
	return changeList(place, (list) => {
		const from = list.findIndex((part) => part.id === id);
		return from === -1 ? [...list] : placed(list, from, from + by);
	});
}

/** To where another part stands now; nothing where either is gone. */
export function movePartTo(place: ListPlace, id: string, target: string): Edit {
	return changeList(place, (list) => {
		const from = list.findIndex((part) => part.id === id);
		const to = list.findIndex((part) => part.id === target);
		return from === -1 || to === -1 ? [...list] : placed(list, from, to);
	});
}

function placed<Part>(list: readonly Part[], from: number, to: number): Part[] {
	const others = list.filter((_, index) => index !== from);
	const at = Math.min(Math.max(to, 0), others.length);
	return [...others.slice(0, at), ...list.slice(from, from + 1), ...others.slice(at)];
}

function everyTheme(change: (theme: Theme) => Theme): Edit {
	return (content) => ({ ...content, themes: content.themes.map(change) });
}

export function everyDimension(change: (dimension: Dimension) => Dimension): Edit {
	return everyTheme((theme) => ({ ...theme, dimensions: theme.dimensions.map(change) }));
}

function withoutLostDimensions(content: Questionnaire): Questionnaire {
	const known = new Set(content.themes.flatMap(({ dimensions }) => dimensions.map(({ id }) => id)));
	return {
		...content,
		generalPrompts: content.generalPrompts.flatMap((prompt): GeneralPrompt[] => {
			if (prompt.when !== 'topic') return [prompt];
			const dimensions = prompt.dimensions.filter((id) => known.has(id));
			return dimensions.length > 0 ? [{ ...prompt, dimensions }] : [];
		})
	};
}
