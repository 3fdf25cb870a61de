import type { Comparison } from '$lib/domain/comparing/comparison';
import { itemScore } from '$lib/domain/comparing/comparison-shifts';
import { comparedThemes } from '$lib/domain/comparing/compared-themes';
import type { Fraction } from '$lib/domain/scoring/fraction';
import { groupNameIn } from '$lib/domain/words/names';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import { dayCell, figureCell, type Cell, type Column, type WorkbookSheet } from '$lib/exchange/spreadsheet/cells';

const columns: readonly Column[] = [
	{ name: 'Meting-id', width: 38 },
	{ name: 'Datum', width: 12 },
	{ name: 'Meting', width: 22 },
	{ name: 'Versie', width: 9 },
	{ name: 'Thema-id', width: 18 },
	{ name: 'Thema', width: 24 },
	{ name: 'Onderdeel-id', width: 18 },
	{ name: 'Onderdeel', width: 34 },
	{ name: 'Stelling-id', width: 30 },
	{ name: 'Groep-id', width: 38 },
	{ name: 'Groep', width: 24 },
	{ name: 'Soort', width: 18 },
	{ name: 'Waarde', width: 9, decimals: true },
	{ name: 'n', width: 6 },
	{ name: 'Gebaseerd op', width: 22 },
	{ name: 'Opmerking', width: 40 }
];

/** What stands on a row beside its measurement. */
interface Figure {
	themeId: string;
	dimension?: { id: string; name: string };
	itemId?: string;
	groupId?: string;
	kind: 'score' | 'stelling' | 'samen' | 'verschil' | 'themascore' | 'themascore samen';
	value: Fraction | null;
	/** Persons; null where a figure is not of persons. */
	n?: number | null;
	basis?: 'individual' | 'joint' | null;
	hidden?: boolean;
}

/** In long form: a row for each figure of each measurement. A cell is never a list, and a figure always a number. */
export function comparisonFigureSheet(comparison: Comparison): WorkbookSheet {
	const groupName = groupNameIn(comparison.groups);
	const themeName = (id: string) => comparison.questionnaire.themes.find((theme) => theme.id === id)?.name ?? id;
	const rows = comparison.occasions.flatMap(({ measurement, questionnaire }, place) =>
		[...dimensionFigures(comparison, place), ...themeFigures(comparison, place)].map((figure): Cell[] => [
			measurement.id,
			dayCell(measurement.date),
			measurement.name,
			questionnaire.version,
			figure.themeId,
			themeName(figure.themeId),
			figure.dimension?.id ?? null,
			figure.dimension?.name ?? null,
			figure.itemId ?? null,
			figure.groupId ?? null,
			figure.groupId === undefined ? null : groupName(figure.groupId),
			figure.kind,
			figureCell(figure.value),
			figure.value ? (figure.n ?? null) : null,
			basisWords(figure),
			figure.hidden ? HIDDEN_WORDS : null
		])
	);
	return { name: 'Cijfers', columns, labels: 2, rows };
}

function dimensionFigures({ dimensions }: Comparison, place: number): Figure[] {
	return dimensions.flatMap(({ dimensionId, themeId, name, values, together }): Figure[] => {
		const about = { themeId, dimension: { id: dimensionId, name } };
		const sides = values[place]?.groups ?? [];
		return [
			...sides.flatMap(({ groupId, score, n, basis, hidden, items }): Figure[] => [
				{ ...about, groupId, kind: 'score', value: score, n: basis === 'individual' ? n : null, basis, hidden },
				...items.flatMap((item): Figure[] => {
					const found = itemScore(item);
					if (!found) return [];
					const { score: value, n: answers, ...rest } = found;
					return [
						{
							...{ ...about, itemId: item.itemId, groupId, kind: 'stelling', value, ...rest },
							n: found.basis === 'joint' ? null : answers
						}
					];
				})
			]),
			{ ...about, kind: 'samen', value: together[place]?.score ?? null },
			{ ...about, kind: 'verschil', value: together[place]?.gap?.size ?? null }
		];
	});
}

function themeFigures(comparison: Comparison, place: number): Figure[] {
	const own = new Set(comparison.occasions[place]?.groups.map(({ id }) => id));
	return comparedThemes(comparison).flatMap(({ themeId, together, groups }): Figure[] => [
		...groups
			.filter(({ groupId }) => own.has(groupId))
			.map(({ groupId, scores }): Figure => ({ themeId, groupId, kind: 'themascore', value: scores[place] ?? null })),
		{ themeId, kind: 'themascore samen', value: together[place] ?? null }
	]);
}

function basisWords({ basis }: Figure): string | null {
	if (basis === 'individual') return 'personen';
	return basis === 'joint' ? 'gezamenlijk antwoord' : null;
}
