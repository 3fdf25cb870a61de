import type { ItemFigures } from '$lib/domain/scoring/figures';
import { SCALE_POINTS } from '$lib/domain/scoring/scoring-limits';
import { groupNameIn } from '$lib/domain/words/names';
import type { Dimension, Item, Theme } from '$lib/domain/questionnaire/questionnaire';
import { foundDimensions } from '$lib/domain/words/score-rows';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import { figureCell, type Cell, type Column, type WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';

const columns: readonly Column[] = [
	{ name: 'Thema', width: 24 },
	{ name: 'Onderdeel', width: 34 },
	{ name: 'Nummer', width: 9 },
	{ name: 'Stelling', width: 70 },
	{ name: 'Groep', width: 22 },
	{ name: 'Gemiddelde', width: 12, decimals: true },
	{ name: 'n', width: 6 },
	{ name: 'Spreiding', width: 10, decimals: true },
	...[1, 2, 3, 4, 5].map((point) => ({ name: `Aantal keer ${point}`, width: 13 })),
	{ name: 'Aantal keer weet niet', width: 20 },
	{ name: 'Gezamenlijk antwoord', width: 20 },
	{ name: 'Opmerking', width: 50 }
];

/** A row for each group on each item. */
export function itemSheet(input: SpreadsheetInput): WorkbookSheet {
	const rows = itemSides(input).map(({ theme, dimension, number, item, group, figures }) => [
		theme.name,
		dimension.name,
		number,
		item.statement,
		group,
		...itemCells(figures, input)
	]);
	return { name: 'Stellingen', columns, rows };
}

interface ItemSide {
	theme: Theme;
	dimension: Dimension;
	/** Place of the item in the whole questionnaire, from 1. */
	number: number;
	item: Item;
	group: string;
	figures: ItemFigures;
}

/** Each item with each group, in the order of the questionnaire. */
export function itemSides(input: SpreadsheetInput): ItemSide[] {
	let number = 0;
	const groupName = groupNameIn(input.measurement.groups);
	return foundDimensions(input).flatMap(({ dimension, theme, figures: { groups } }) => {
		return dimension.items.flatMap((item) => {
			number += 1;
			return groups.flatMap((side) => {
				const figures = side.items.find((entry) => entry.itemId === item.id);
				const group = groupName(side.groupId);
				return figures ? [{ theme, dimension, number, item, group, figures }] : [];
			});
		});
	});
}

/** From Gemiddelde on; empty with the word when the item is kept back. */
function itemCells(figures: ItemFigures, { questionnaire }: SpreadsheetInput): Cell[] {
	if (figures.hidden) return [...Array.from({ length: 10 }, () => null), HIDDEN_WORDS];
	return [
		figureCell(figures.mean),
		figures.n,
		figureCell(figures.spread),
		...(figures.counts ?? Array.from({ length: SCALE_POINTS }, () => null)),
		figures.unknown,
		figures.joint === 'unknown' ? questionnaire.scale.unknown : figures.joint,
		figures.counts ? null : `aantallen per antwoord en spreiding: ${HIDDEN_WORDS}`
	];
}
