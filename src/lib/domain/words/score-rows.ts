import type { DimensionFigures, Gap, GroupFigures, MeasurementFigures } from '$lib/domain/scoring/figures';
import type { AgreedScore, Score } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Dimension, type Questionnaire, type Theme } from '$lib/domain/questionnaire/questionnaire';
import { peopleWords, sideBasis, whyNoScore } from './side-words';
import { formatGap, formatScore, gapWord } from './score-words';

/** What a measurement found, dimension by dimension: screens, reports and spreadsheets all take it from here. */

interface Found {
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
	agreed: readonly AgreedScore[];
}

export interface FoundDimension {
	dimension: Dimension;
	theme: Theme;
	/** Place of the theme in the questionnaire: its colour. */
	themeIndex: number;
	figures: DimensionFigures;
	/** Undefined where the room agreed on nothing. */
	agreed: AgreedScore | undefined;
}

/** In the order of the questionnaire. */
export function foundDimensions({ questionnaire, figures, agreed }: Found): FoundDimension[] {
	return dimensionsOf(questionnaire).flatMap(({ dimension, theme, themeIndex }) => {
		const own = figures.dimensions.find(({ dimensionId }) => dimensionId === dimension.id);
		return own ? [{ dimension, theme, themeIndex, figures: own, agreed: agreedOn(agreed, dimension.id) }] : [];
	});
}

/** What the room agreed on about a dimension, in score or in words; undefined when it agreed on nothing. */
export function agreedOn(agreed: readonly AgreedScore[], dimensionId: string): AgreedScore | undefined {
	return agreed.find((one) => one.dimensionId === dimensionId && (one.score !== null || one.note.trim() !== ''));
}

/** A row of the table with all scores. */
export interface ScoreRow {
	id: string;
	name: string;
	/** As pictures name it, where there is little room. */
	shortName: string;
	themeIndex: number;
	/** In the order of the groups. */
	sides: readonly ScoreCell[];
	/** The samenwerkingsscore. */
	together: ScoreCell;
	/** Null where there are no two groups with a score. */
	gap: GapCell | null;
	agreed: Score | null;
}

export interface ScoreCell {
	/** «3,7»; null where there is none to show. */
	score: string | null;
	/** What it rests on, or why there is none; may be ''. */
	basis: string;
	/** The same where there is little room: «6 mensen». */
	shortBasis: string;
}

export interface GapCell {
	/** «0,7» */
	size: string;
	/** «groot verschil»; '' where it is too small for a word. */
	word: string;
}

export function scoreRows(found: Found): ScoreRow[] {
	return foundDimensions(found).map(({ dimension, themeIndex, figures, agreed }) => ({
		id: dimension.id,
		name: dimension.name,
		shortName: dimension.shortName,
		themeIndex,
		sides: figures.groups.map(sideCell),
		together: togetherCell(figures),
		gap: figures.gap && gapCell(figures.gap),
		agreed: agreed?.score ?? null
	}));
}

function sideCell(side: GroupFigures): ScoreCell {
	const basis = sideBasis(side);
	const short = side.score && side.basis === 'individual' ? peopleWords(side.n) : basis;
	return { score: side.score && formatScore(side.score), basis, shortBasis: short };
}

function togetherCell({ score, groups }: DimensionFigures): ScoreCell {
	const why = score ? '' : whyNoScore(groups);
	return { score: score && formatScore(score), basis: why, shortBasis: why };
}

export function gapCell({ size, words }: Gap): GapCell {
	return { size: formatGap(size), word: gapWord(words) };
}

export const WEIGHT_SENTENCE =
	'«Samen» is de samenwerkingsscore: het gemiddelde van de groepen, waarbij elke groep even zwaar telt.';

/** What the scores of the table mean, with the words of the questionnaire's own scale. */
export function scoreCaption({ scale }: Pick<Questionnaire, 'scale'>): string {
	const [lowest = ''] = scale.points;
	const highest = scale.points.at(-1) ?? '';
	return `Scores van 1 (${lowest.toLowerCase()}) tot 5 (${highest.toLowerCase()}). ${WEIGHT_SENTENCE}`;
}

/** What a measurement found, theme by theme. */
export interface ThemeRow {
	id: string;
	name: string;
	/** Place in the questionnaire: its colour. */
	themeIndex: number;
	/** «3,7», in the order of the groups; null where not every dimension of the theme has a score. */
	sides: readonly (string | null)[];
	/** The mean of the samenwerkingsscores of its dimensions. */
	together: string | null;
}

/** In the order of the questionnaire. */
export function themeRows({
	questionnaire,
	figures
}: {
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
}): ThemeRow[] {
	return questionnaire.themes.flatMap(({ id, name }, themeIndex) => {
		const own = figures.themes.find(({ themeId }) => themeId === id);
		if (!own) return [];
		const sides = own.groups.map(({ score }) => score && formatScore(score));
		return [{ id, name, themeIndex, sides, together: own.score && formatScore(own.score) }];
	});
}

/** Why a theme has no score, where it has none. */
export const NO_THEME_SCORE = 'niet elk onderdeel heeft een score';

/** «Basishouding: samen 3,4 (Gemeente 3,9; Verenigingen 2,9)», or why there is no score. @param groups their names */
export function themeLine({ name, sides, together }: ThemeRow, groups: readonly string[]): string {
	const there = sides.flatMap((score, index) => (score === null ? [] : [`${groups[index] ?? ''} ${score}`]));
	if (together === null && there.length === 0) return `${name}: geen score, want ${NO_THEME_SCORE}`;
	const beside = there.join('; ');
	if (together === null) return `${name}: geen score samen; ${beside}`;
	return `${name}: samen ${together}${beside === '' ? '' : ` (${beside})`}`;
}
