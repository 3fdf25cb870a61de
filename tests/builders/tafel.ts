import { tafelOf, type Tafel, type TafelOrder, type TafelRow, type TafelSource } from '$lib/charts/tafel/tafel-data';
import type { Workshop } from './workshop';

/** The tafel of what people answered in a workshop. */
export function tafelFor(
	held: Workshop,
	extras: Partial<Pick<TafelSource, 'agreed' | 'chosen' | 'topics'>> = {},
	order: TafelOrder = 'talk'
): Tafel {
	const { questionnaire, groups, privacy } = held;
	const figures = held.figures();
	return tafelOf({ questionnaire, groups, privacy, figures, agreed: [], chosen: [], topics: [], ...extras }, order);
}

export function rowOf(tafel: Tafel, dimensionId = 'openheid'): TafelRow {
	const row = tafel.rows.find((one) => one.dimensionId === dimensionId);
	if (!row) throw new Error(`no row ${dimensionId}`);
	return row;
}
