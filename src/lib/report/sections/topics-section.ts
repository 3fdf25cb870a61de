import { mostChosenLines, silentLines, TOPIC_CAPTION, topicCellWords, topicView } from '$lib/domain/words/topic-rows';
import { heading, muted, paragraph, plain, strong, type Block } from '$lib/report/model/report-model';
import type { ReportedResult } from '$lib/report/model/report-source';

/** How many of each group want to talk about each dimension; nothing where nobody was asked. */
export function topicsSection(result: ReportedResult): Block[] {
	const view = topicView(result);
	if (!view) return [];
	return [
		heading(2, view.question),
		...tableOf(view),
		...silentLines(view).map((line) => paragraph([muted(line)], 'small'))
	];
}

function tableOf({ sides, rows, noPreference }: NonNullable<ReturnType<typeof topicView>>): Block[] {
	if (rows.length === 0) return [];
	return [
		{
			kind: 'table',
			caption: TOPIC_CAPTION,
			captionShown: true,
			columns: [{ title: 'Onderdeel', share: 40 }, ...sides.map(({ name }) => ({ title: name, share: 30 }))],
			rows: [...rows, noPreference].map(({ name, themeIndex, cells }) => ({
				themeIndex,
				cells: [plain(name), ...cells.map((cell) => plain(topicCellWords(cell)))]
			}))
		}
	];
}

/** The same in a sentence a group, for a summary. */
export function topicsInShort(result: ReportedResult): Block[] {
	const view = topicView(result);
	if (!view) return [];
	const lines = [...mostChosenLines(view), ...silentLines(view)];
	return [paragraph([strong(`${view.question} `), { text: lines.join(' ') }])];
}

/** Where it stands, when there is no room for it. */
export function topicsElsewhere(result: ReportedResult): Block[] {
	if (!topicView(result)) return [];
	return [paragraph([muted('Waarover mensen het wilden hebben, staat in het volledige verslag.')], 'small')];
}
