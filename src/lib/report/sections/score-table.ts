import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { sideBasis } from '$lib/domain/words/side-words';
import { formatGap, formatScore, gapWord } from '$lib/domain/words/score-words';
import { muted, plain, strong, type Table, type Text } from '$lib/report/model/report-model';
import { agreedOn, type ReportedResult } from '$lib/report/model/report-source';
import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';

export const WEIGHT_SENTENCE =
	'«Samen» is de samenwerkingsscore: het gemiddelde van de groepen, waarbij elke groep even zwaar telt.';

/**
 * All dimensions with the score of each group, the samenwerkingsscore, the gap in words and the agreed score.
 * @param shortNames names the dimensions as pictures do
 * @param basis what stands beside a score: how many people, or their range as well
 */
export function scoreTable(result: ReportedResult, basis: 'n' | 'range', shortNames = false): Table {
	const { measurement, questionnaire, figures } = result;
	const someAgreed = dimensionsOf(questionnaire).some(({ dimension }) => agreedOn(result, dimension)?.score);
	return {
		kind: 'table',
		caption: `Scores van 1 (${lower(questionnaire.scale.points[0])}) tot 5 (${lower(questionnaire.scale.points[4])}). ${WEIGHT_SENTENCE}`,
		captionShown: true,
		columns: [
			{ title: 'Onderdeel', share: 28 },
			...measurement.groups.map((group) => ({ title: group.name, share: 15 })),
			{ title: 'Samen', share: 10 },
			{ title: 'Verschil', share: 18 },
			...(someAgreed ? [{ title: 'Afgesproken', share: 13 }] : [])
		],
		rows: dimensionsOf(questionnaire).map(({ dimension, themeIndex }) => {
			const entry = figures.dimensions.find(({ dimensionId }) => dimensionId === dimension.id);
			const agreed = agreedOn(result, dimension)?.score ?? null;
			return {
				themeIndex,
				cells: [
					plain(shortNames ? dimension.shortName : dimension.name),
					...measurement.groups.map((group) =>
						sideCell(
							entry?.groups.find(({ groupId }) => groupId === group.id),
							basis
						)
					),
					plain(entry?.score ? formatScore(entry.score) : '–'),
					gapCell(entry),
					...(someAgreed ? [plain(agreed === null ? '–' : String(agreed))] : [])
				]
			};
		})
	};
}

function sideCell(side: GroupFigures | undefined, basis: 'n' | 'range'): Text {
	if (!side) return plain('–');
	if (!side.score) return [muted(sideBasis(side))];
	const words = basis === 'range' || side.basis === 'joint' ? sideBasis(side) : `n ${side.n}`;
	return [strong(formatScore(side.score)), ...(words === '' ? [] : [muted(` ${words}`)])];
}

function gapCell(entry: DimensionFigures | undefined): Text {
	if (!entry?.gap) return plain('–');
	const words = gapWord(entry.gap.words);
	return [{ text: formatGap(entry.gap.size) }, ...(words === '' ? [] : [strong(` ${words}`)])];
}

const lower = (text: string | undefined) => (text ?? '').toLowerCase();
