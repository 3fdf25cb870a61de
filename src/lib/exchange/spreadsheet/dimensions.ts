import { withComma } from '$lib/domain/words/counting-words';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import { groupNameIn } from '$lib/domain/words/names';
import { foundDimensions, type FoundDimension } from '$lib/domain/words/score-rows';
import { HIDDEN_WORDS, TOO_FEW } from '$lib/domain/words/side-words';
import { gapWord, levelWord } from '$lib/domain/words/score-words';
import { figureCell, type Cell, type Column, type WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';
import { trendCells, trendColumns, trendRemarks } from './trends';

const columns: readonly Column[] = [
	{ name: 'Thema', width: 24 },
	{ name: 'Onderdeel', width: 34 },
	{ name: 'Groep', width: 22 },
	{ name: 'Score', width: 9, decimals: true },
	{ name: 'Niveau', width: 10 },
	{ name: 'Verschil', width: 9, decimals: true },
	{ name: 'Verschil in woorden', width: 18 },
	{ name: 'Gebaseerd op', width: 22 },
	{ name: 'n', width: 6 },
	{ name: 'Laagste', width: 9, decimals: true },
	{ name: 'Hoogste', width: 9, decimals: true },
	{ name: 'Spreiding', width: 10, decimals: true },
	{ name: 'Verdeeld', width: 9 },
	{ name: 'Gegeven antwoorden', width: 19 },
	{ name: 'Waarvan weet niet', width: 17 },
	{ name: 'Gezamenlijke score', width: 18, decimals: true },
	{ name: 'Scores van personen', width: 34 },
	{ name: 'Afgesproken score', width: 17 },
	{ name: 'Notitie bij het gesprek', width: 40 }
];
const remarkColumn: Column = { name: 'Opmerking', width: 60 };

const TOGETHER = 'Samen (alle groepen)';

/** A row for each group on each dimension, and one for all groups together. */
export function dimensionSheet(input: SpreadsheetInput): WorkbookSheet {
	const groupName = groupNameIn(input.measurement.groups);
	const rows = foundDimensions(input).flatMap((found) => {
		const { dimension, theme, figures } = found;
		return [
			...figures.groups.map((side) => [
				theme.name,
				dimension.name,
				groupName(side.groupId),
				...sideCells(side),
				...[null, null],
				...trendCells(input, dimension.id, side.groupId),
				joinRemarks([...sideRemarks(side), ...trendRemarks(input, dimension.id, side.groupId)])
			]),
			[theme.name, dimension.name, TOGETHER, ...togetherCells(found, input)]
		];
	});
	return { name: 'Onderdelen', columns: [...columns, ...trendColumns(input), remarkColumn], labels: 3, rows };
}

/** From Score up to Scores van personen; empty where the figure is kept back. */
function sideCells(side: GroupFigures): Cell[] {
	const figures: Cell[] = [figureCell(side.score), null, null, null, basisWords(side.basis)];
	if (side.hidden) return [...figures, ...Array.from({ length: 9 }, () => null)];
	return [
		...figures,
		side.n,
		figureCell(side.range?.lowest),
		figureCell(side.range?.highest),
		figureCell(side.spread),
		side.spread && (side.divided ? 'ja' : 'nee'),
		...givenCells(side),
		figureCell(side.joint),
		personsInWords(side)
	];
}

/** Nothing where the score alone shows: then what was answered is kept back with the statements. */
function givenCells({ items, given, unknown }: GroupFigures): Cell[] {
	return items.every(({ hidden }) => hidden) ? [null, null] : [given, unknown];
}

function togetherCells({ dimension, figures, agreed }: FoundDimension, input: SpreadsheetInput): Cell[] {
	const { score, level, gap } = figures;
	return [
		figureCell(score),
		score && level ? levelWord(level) : null,
		figureCell(gap?.size),
		gap ? gapWord(gap.words) : null,
		score ? 'gemiddelde van de groepen' : null,
		...Array.from({ length: 9 }, () => null),
		agreed?.score ?? null,
		agreed?.note ?? null,
		...trendCells(input, dimension.id, null),
		score ? null : 'niet elke groep heeft een score'
	];
}

function basisWords(basis: GroupFigures['basis']): string | null {
	if (basis === 'individual') return 'personen';
	return basis === 'joint' ? 'gezamenlijk antwoord' : null;
}

/** «2,3333 (1 ×); 4 (3 ×)». */
function personsInWords({ distribution }: GroupFigures): string | null {
	const words = distribution.map(({ score, count }) => `${withComma(String(figureCell(score)))} (${count} ×)`);
	return words.length > 0 ? words.join('; ') : null;
}

/** What is not in the row, and why. */
function sideRemarks(side: GroupFigures): string[] {
	if (side.hidden) return [HIDDEN_WORDS];
	if (side.score === null) return [TOO_FEW];
	const remarks: string[] = [];
	if (side.basis === 'individual' && side.range === null)
		remarks.push(`laagste, hoogste en scores van personen: ${HIDDEN_WORDS}`);
	if (side.items.some((item) => item.hidden)) remarks.push(`stellingen en spreiding: ${HIDDEN_WORDS}`);
	else if (side.basis === 'individual' && side.items.some((item) => item.counts === null))
		remarks.push(`aantallen per antwoord en spreiding: ${HIDDEN_WORDS}`);
	if (side.leftOpen) remarks.push(`wie iets open liet, telt hier niet mee: ${side.leftOpen}`);
	return remarks;
}

const joinRemarks = (remarks: readonly string[]) => (remarks.length > 0 ? remarks.join('; ') : null);
