import { overviewsOf, overviewWords, type OverviewData } from '$lib/charts/overview/overview-data';
import { TOO_FEW, whyNoScore } from '$lib/domain/words/side-words';
import { sideScores } from '$lib/domain/words/score-words';
import { heading, type Block } from '$lib/report/model/report-model';
import { namesIn, type ReportedResult } from '$lib/report/model/report-source';

/** How many of several lie beside each other, and from which size down more of them do. */
const IN_ROW = { large: 2, small: 4 };
const SMALL = 0.25;

/**
 * The second picture of the same figures: a radar, or bars for fewer dimensions; each with the name of its theme, two
 * beside each other, when there are several.
 * @param scale of the full size, from 0 to 1
 */
export function radarBlocks(result: ReportedResult, scale: number): Block[] {
	const { questionnaire, measurement, figures } = result;
	const overviews = overviewsOf(questionnaire, measurement.groups, figures.dimensions);
	const pictures = overviews.map((data, index): Block => {
		const figure = {
			kind: 'figure' as const,
			chart: { kind: data.kind, data },
			scale,
			description: describe(result, data)
		};
		return index < overviews.length - 2 ? { ...figure, legend: false } : figure;
	});
	if (pictures.length <= 1) return pictures;
	const named = pictures.map((picture, index): Block[] => {
		const data = overviews[index];
		return [heading(3, data?.title ?? '', data?.axes[0]?.themeIndex ?? null), picture];
	});
	const beside = scale <= SMALL ? IN_ROW.small : IN_ROW.large;
	return inRows(named, beside).map((row) => ({
		kind: 'columns',
		columns: row.map((blocks) => ({ share: 1, blocks }))
	}));
}

/** As many beside each other as fit; the last row may have fewer. */
function inRows<T>(all: readonly T[], count: number): T[][] {
	return Array.from({ length: Math.ceil(all.length / count) }, (_, row) => all.slice(row * count, (row + 1) * count));
}

/** What it is, then the figures that it shows: «Over de muur kijken: Gemeente 3,7, Verenigingen 3,3.» */
function describe(result: ReportedResult, data: OverviewData): string {
	const names = namesIn(result);
	const scores = data.axes.map(({ dimensionId, name }) => {
		const dimension = result.figures.dimensions.find((entry) => entry.dimensionId === dimensionId);
		const sides = dimension ? sideScores(dimension, names.group) : '';
		return `${name}: ${sides === '' ? whyNoScore(dimension?.groups ?? []) || TOO_FEW : sides}.`;
	});
	return [`${data.title}.`, overviewWords(data), ...scores].join(' ');
}
