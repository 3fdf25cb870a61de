import type { DimensionFigures } from '$lib/domain/scoring/figures';
import { highlightsOf, type Highlights } from '$lib/domain/advice/highlights';
import { LIMIT_WORDS } from '$lib/domain/words/limit-words';
import { gapPhrase, referenceWords, sideScores } from '$lib/domain/words/score-words';
import { heading, paragraph, strong, type Block, type List, type Text } from '$lib/report/model/report-model';
import { namesIn, type Naming, type ReportedResult } from '$lib/report/model/report-source';

/** Strengths, points to work on and the largest differences, side by side. */
export function highlightBlocks(result: ReportedResult): Block[] {
	const names = namesIn(result);
	const { strongest, weakest, gaps, compared } = highlightsOf(result.figures);
	if (strongest.length + weakest.length === 0) return [];
	const lists = [
		...(strongest.length > 0
			? [{ title: 'Sterkst', blocks: [listOf(strongest.map((entry) => scoreLine(entry, names)))] }]
			: []),
		...(weakest.length > 0
			? [{ title: 'Om aan te werken', blocks: [listOf(weakest.map((entry) => scoreLine(entry, names)))] }]
			: []),
		{ title: 'Grootste verschillen', blocks: [gapsOf({ gaps, compared }, result, names)] }
	];
	return [
		{
			kind: 'columns',
			columns: lists.map(({ title, blocks }) => ({ share: 1, blocks: [heading(2, title), ...blocks] }))
		}
	];
}

const listOf = (items: readonly Text[]): Block => ({ kind: 'list', items }) satisfies List;

function scoreLine(entry: DimensionFigures, names: Naming): Text {
	return [strong(names.dimension(entry.dimensionId)), { text: `: ${referenceWords(entry, names.group)}` }];
}

function gapsOf(
	{ gaps, compared }: Pick<Highlights, 'gaps' | 'compared'>,
	{ measurement }: ReportedResult,
	names: Naming
): Block {
	if (gaps.length > 0) return listOf(gaps.map((entry) => gapLine(entry, measurement.groups.length, names)));
	return paragraph(
		compared > 0
			? `Geen: bij geen enkel onderdeel is het verschil ${LIMIT_WORDS.gapFrom} of meer.`
			: 'Niet te berekenen: er zijn geen twee groepen met een score.'
	);
}

function gapLine(entry: Highlights['gaps'][number], groupCount: number, names: Naming): Text {
	return [
		strong(names.dimension(entry.dimensionId)),
		{ text: `: ${gapPhrase(entry.gap)} (${farthest(entry, groupCount, names)})` }
	];
}

/** Two sides are both named; of more only the highest and the lowest. */
function farthest(entry: Highlights['gaps'][number], groupCount: number, names: Naming): string {
	if (groupCount === 2) return sideScores(entry, names.group);
	const { highestGroupId, lowestGroupId } = entry.gap;
	const sides = [highestGroupId, lowestGroupId].flatMap((id) => entry.groups.filter((side) => side.groupId === id));
	return sideScores({ ...entry, groups: sides }, names.group);
}
