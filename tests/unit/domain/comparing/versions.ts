import type { Item, Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** What a new version does with the items of the one before; items by id. */
export interface Edits {
	/** Other words, same meaning. */
	reword?: Readonly<Record<string, string>>;
	/** Another item in its place: old id to new id. */
	replace?: Readonly<Record<string, string>>;
	/** A new item at the end of a dimension: dimension id to item id. */
	add?: Readonly<Record<string, string>>;
	drop?: readonly string[];
}

/** The next version of a questionnaire, with a change list that names the items. */
export function nextVersion(from: Questionnaire, version: string, edits: Edits): Questionnaire {
	const { reword = {}, replace = {}, add = {}, drop = [] } = edits;
	const edited = (item: Item): Item[] => {
		if (drop.includes(item.id)) return [];
		const id = replace[item.id];
		return [id === undefined ? { ...item, statement: reword[item.id] ?? item.statement } : newItem(id)];
	};
	const change = (text: string, ...items: string[]) => ({ version, text, items });
	return {
		...from,
		version,
		themes: from.themes.map((theme) => ({
			...theme,
			dimensions: theme.dimensions.map((dimension) => ({
				...dimension,
				items: [...dimension.items.flatMap(edited), ...[add[dimension.id] ?? []].flat().map(newItem)]
			}))
		})),
		changes: [
			...from.changes,
			...Object.keys(reword).map((id) => change(`Duidelijker gezegd in ${version}.`, id)),
			...Object.entries(replace).map(([before, after]) => change(`Vervangen in ${version}.`, before, after)),
			...Object.values(add).map((id) => change(`Nieuw in ${version}.`, id)),
			...drop.map((id) => change(`Weggelaten in ${version}.`, id))
		]
	};
}

const newItem = (id: string): Item => ({ id, statement: `Stelling ${id}.`, explanation: `Bijvoorbeeld ${id}.` });
