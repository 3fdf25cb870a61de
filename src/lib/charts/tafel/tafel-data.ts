import { wantedBy, wantedWords, type Wanted } from './wanted';
import type { AgreedScore, Group, Privacy, Score } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { DimensionFigures, GroupFigures, MeasurementFigures } from '$lib/domain/scoring/figures';
import { GAP_FROM } from '$lib/domain/scoring/scoring-limits';
import { rankDimensions } from '$lib/domain/scoring/scoring';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';
import { formatGap, formatScore } from '$lib/domain/words/score-words';
import { TOO_FEW } from '$lib/domain/words/side-words';

/** What is most worth talking about first, or as the questionnaire has it. */
export type TafelOrder = 'talk' | 'questionnaire';

/** One measurement as «the table»: a line from 1 to 5 for each dimension, one side above it and one below. */
export interface Tafel {
	order: TafelOrder;
	sides: readonly TafelSide[];
	rows: readonly TafelRow[];
	/** In questionnaire order. */
	themes: readonly { name: string; themeIndex: number }[];
	/** Nobody chose yet: the rows to discuss are the first three of what is worth talking about. */
	proposal: boolean;
	/** What the lowest and the highest point of the scale mean. */
	ends: readonly [string, string];
}

export interface TafelSide {
	groupId: string;
	name: string;
	sideIndex: number;
	/** In every row with a score its persons are kept back: said once, and no row draws it. */
	personsHidden: boolean;
}

export interface TafelRow {
	dimensionId: string;
	name: string;
	/** Where there is little room. */
	shortName: string;
	themeIndex: number;
	/** Its place in the questionnaire, from 0. */
	place: number;
	/** One for each side, in the order of the measurement. */
	sides: readonly TafelRowSide[];
	/** Highest minus lowest side, for drawing; null with fewer than two scores. */
	gap: number | null;
	/** «1,6»; '' without a gap. */
	gapText: string;
	/** The lines whose two sides lie 0,5 or more apart: 0 for sides one and two, 1 for three and four. */
	bars: readonly number[];
	agreed: Score | null;
	/** How many want to talk about it, in words; '' where nobody asked, or nobody does. */
	wanted: string;
	/** The same of each side of which it shows, beside its marks. */
	wantedBy: readonly Wanted[];
	discussed: boolean;
}

export interface TafelRowSide {
	groupId: string;
	name: string;
	sideIndex: number;
	/** Of its individuals, from 1 to 5, for drawing. */
	mean: number | null;
	meanText: string;
	/** What the side answered together: its score where no individuals have one, else beside them. */
	joint: number | null;
	jointText: string;
	/** How many people have each score, lowest first; empty where there is none to draw. */
	persons: readonly { value: number; count: number; text: string }[];
	/** `persons`: a mean shows, those behind it do not. `side`: nothing of the side shows, for the reason in `why`. */
	hidden: 'none' | 'persons' | 'side';
	/** Why nothing of the side shows: «verborgen: minder dan 5 mensen»; '' when something does. */
	why: string;
}

export interface TafelSource {
	questionnaire: Questionnaire;
	groups: readonly Group[];
	privacy: Privacy;
	figures: MeasurementFigures;
	agreed: readonly AgreedScore[];
	topics: readonly GroupTopics[];
	/** The dimensions that the room chose to discuss, in its order; empty: nobody chose yet. */
	chosen: readonly string[];
}

/** Only these rows of it, and the themes that they are of. */
export function onlyRows(tafel: Tafel, isWanted: (row: TafelRow, index: number) => boolean): Tafel {
	const rows = tafel.rows.filter(isWanted);
	const themes = tafel.themes.filter((theme) => rows.some(({ themeIndex }) => themeIndex === theme.themeIndex));
	return { ...tafel, rows, themes };
}

/** So many rows are proposed for discussion. */
const PROPOSED = 3;
/** How many sides a line has: one above it, one below. */
const SIDES_A_LINE = 2;

/** The picture of one measurement, of what its figures show and nothing else. */
export function tafelOf(source: TafelSource, order: TafelOrder): Tafel {
	const { questionnaire, groups, figures } = source;
	const ranked = rankDimensions(figures).map(({ dimensionId }) => dimensionId);
	const chosen = source.chosen.filter((id) => figures.dimensions.some(({ dimensionId }) => dimensionId === id));
	const discussed = chosen.length > 0 ? chosen : ranked.slice(0, PROPOSED);
	const inOrder = dimensionsOf(questionnaire).flatMap(({ dimension, themeIndex }, place) => {
		const found = figures.dimensions.find(({ dimensionId }) => dimensionId === dimension.id);
		return found
			? [rowOf(source, dimension, found, { themeIndex, place, discussed: discussed.includes(dimension.id) })]
			: [];
	});
	const talk = [...new Set([...discussed, ...ranked, ...inOrder.map(({ dimensionId }) => dimensionId)])];
	const [lowest = ''] = questionnaire.scale.points;
	return ordered(
		{
			order: 'questionnaire',
			sides: groups.map(({ id, name }, sideIndex) => ({
				groupId: id,
				name,
				sideIndex,
				personsHidden: personsHiddenEverywhere(inOrder, sideIndex)
			})),
			rows: inOrder,
			themes: questionnaire.themes.map(({ name }, themeIndex) => ({ name, themeIndex })),
			proposal: chosen.length === 0,
			ends: [lowest.toLowerCase(), (questionnaire.scale.points.at(-1) ?? '').toLowerCase()]
		},
		order,
		talk
	);
}

function ordered(tafel: Tafel, order: TafelOrder, talk: readonly string[]): Tafel {
	if (order === 'questionnaire') return tafel;
	const placeOf = ({ dimensionId }: TafelRow) => talk.indexOf(dimensionId);
	return { ...tafel, order, rows: [...tafel.rows].sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** The same picture with its rows as the questionnaire has them. */
export function inQuestionnaireOrder(tafel: Tafel): Tafel {
	return { ...tafel, order: 'questionnaire', rows: [...tafel.rows].sort((a, b) => a.place - b.place) };
}

function personsHiddenEverywhere(rows: readonly TafelRow[], sideIndex: number): boolean {
	const seen = rows.flatMap(({ sides }) => sides[sideIndex] ?? []).filter(({ mean }) => mean !== null);
	return seen.length > 0 && seen.every(({ hidden }) => hidden === 'persons');
}

function rowOf(
	{ groups, privacy, agreed, topics }: TafelSource,
	{ id, name, shortName }: Dimension,
	figures: DimensionFigures,
	place: Pick<TafelRow, 'themeIndex' | 'place' | 'discussed'>
): TafelRow {
	const sides = groups.map((group, sideIndex) =>
		sideOf(
			group,
			sideIndex,
			privacy,
			figures.groups.find(({ groupId }) => groupId === group.id)
		)
	);
	const wanted = wantedBy(groups, topics, id);
	return {
		dimensionId: id,
		name,
		shortName,
		...place,
		sides,
		gap: figures.gap?.size.toNumber() ?? null,
		gapText: figures.gap ? formatGap(figures.gap.size) : '',
		bars: barsOf(groups, figures),
		agreed: agreed.find(({ dimensionId }) => dimensionId === id)?.score ?? null,
		wanted: wantedWords(wanted),
		wantedBy: wanted
	};
}

function sideOf(
	{ id: groupId, name }: Group,
	sideIndex: number,
	privacy: Privacy,
	side: GroupFigures | undefined
): TafelRowSide {
	const mean = side?.basis === 'individual' ? side.score : null;
	const joint = side?.joint ?? null;
	const persons = side?.distribution ?? [];
	const nothing = mean === null && joint === null;
	return {
		groupId,
		name,
		sideIndex,
		mean: mean?.toNumber() ?? null,
		meanText: mean ? formatScore(mean) : '',
		joint: joint?.toNumber() ?? null,
		jointText: joint ? formatScore(joint) : '',
		persons: persons.map(({ score, count }) => ({ value: score.toNumber(), count, text: formatScore(score) })),
		hidden: nothing ? 'side' : mean && persons.length === 0 ? 'persons' : 'none',
		why: nothing ? whyNothing(side, privacy) : ''
	};
}

function whyNothing(side: GroupFigures | undefined, privacy: Privacy): string {
	return side?.hidden && privacy.mode === 'anoniem' ? `verborgen: minder dan ${privacy.threshold} mensen` : TOO_FEW;
}

/** Decided on exact scores: a limit is never compared on what is drawn. */
function barsOf(groups: readonly Group[], figures: DimensionFigures): number[] {
	const scores = groups.map(({ id }) => figures.groups.find(({ groupId }) => groupId === id)?.score ?? null);
	const lines = Array.from({ length: Math.ceil(scores.length / SIDES_A_LINE) }, (_, line) => line);
	return lines.filter((line) => {
		const above = scores[line * SIDES_A_LINE];
		const below = scores[line * SIDES_A_LINE + 1];
		return above && below && !above.minus(below).abs().isBelow(GAP_FROM);
	});
}
