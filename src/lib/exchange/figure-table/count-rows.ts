import type { Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';
import { TRENDS } from '$lib/domain/year-words/trend-words';
import type { FigureKind } from './figure-kinds';
import { ABOUT_ALL, hidden, shown, type TableInput, type TableRow } from './table-row';

const trendKinds: Record<Trend, FigureKind> = {
	better: 'vindt het beter',
	same: 'vindt het gelijk',
	worse: 'vindt het minder goed'
};

/** What is counted beside the scores: sheets and people, how it goes beside last time, what to talk about. */
export function* countRows(input: TableInput): Generator<TableRow> {
	yield* turnoutRows(input);
	yield* trendRows(input);
	for (const side of input.topics) yield* topicRows(input, side);
}

function* turnoutRows({ measurement, counts, uniform }: TableInput): Generator<TableRow> {
	for (const { groupId, responses } of counts) {
		const about = { ...ABOUT_ALL, groupId };
		yield shown(about, { kind: 'bladen', value: responses });
		const people = measurement.groups.find(({ id }) => id === groupId)?.people;
		if (people !== undefined) yield shown(about, { kind: 'mensen', value: people });
	}
	for (const { groupId, count } of uniform)
		yield shown({ ...ABOUT_ALL, groupId }, { kind: 'overal hetzelfde', value: count });
}

function* trendRows({ measurement, questionnaire, trends }: TableInput): Generator<TableRow> {
	if (!measurement.asksTrend) return;
	for (const { dimension, theme } of dimensionsOf(questionnaire)) {
		const sides = trends.find(({ dimensionId }) => dimensionId === dimension.id)?.groups ?? [];
		for (const side of sides) {
			const about = { ...ABOUT_ALL, theme, dimension, groupId: side.groupId };
			for (const trend of TRENDS) {
				const kind = trendKinds[trend];
				yield side.hidden ? hidden(about, kind) : shown(about, { kind, value: side.counts[trend], n: side.n });
			}
		}
	}
}

/** Nothing of a group in which nobody answered the question, where everybody may know that. */
function* topicRows({ questionnaire }: TableInput, side: GroupTopics): Generator<TableRow> {
	const { groupId, n, joint } = side;
	const ofGroup = { ...ABOUT_ALL, groupId };
	const asked = side.hidden || n > 0;
	for (const { dimension, theme } of dimensionsOf(questionnaire)) {
		const about = { ...ofGroup, theme, dimension };
		const count = side.chosen.find(({ dimensionId }) => dimensionId === dimension.id)?.count ?? 0;
		if (side.hidden) yield hidden(about, 'wil erover praten');
		else if (asked) yield shown(about, { kind: 'wil erover praten', value: count, n });
		if (joint?.includes(dimension.id)) yield shown(about, { kind: 'gezamenlijk onderwerp', value: 1 });
	}
	if (side.hidden) yield hidden(ofGroup, 'geen voorkeur');
	else if (asked) yield shown(ofGroup, { kind: 'geen voorkeur', value: side.noPreference, n });
	if (joint?.length === 0) yield shown(ofGroup, { kind: 'gezamenlijk geen voorkeur', value: 1 });
}
