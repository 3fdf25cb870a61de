import { dimensionsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** A cell of the entry grid: for a statement, or for how its dimension goes beside last time. */
export type GridCell = {
	/** In the whole grid, from 0. */
	place: number;
	/** Of the item or of the dimension. */
	id: string;
	/** For who hears the cell. */
	label: string;
	/** Beside the cell. */
	text: string;
} & ({ kind: 'item'; number: number } | { kind: 'trend' });

/** The cells of each dimension, in the order of the paper form. */
export function gridOf(
	questionnaire: Questionnaire,
	asksTrend: boolean
): { dimension: Dimension; themeIndex: number; cells: GridCell[] }[] {
	let place = 0;
	let number = 0;
	return dimensionsOf(questionnaire).map(({ dimension, themeIndex }) => {
		const cells: GridCell[] = dimension.items.map(({ id, statement }) => {
			number += 1;
			return { kind: 'item', place: place++, id, number, label: `Stelling ${number}: ${statement}`, text: statement };
		});
		if (asksTrend) {
			const label = `Tegenover de vorige keer: ${dimension.name}`;
			cells.push({ kind: 'trend', place: place++, id: dimension.id, label, text: 'Tegenover de vorige keer: + = −' });
		}
		return { dimension, themeIndex, cells };
	});
}
