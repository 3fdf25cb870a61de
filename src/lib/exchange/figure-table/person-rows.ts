import type { IndividualResponse, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf } from '$lib/domain/questionnaire/questionnaire';
import { compareText } from '$lib/domain/text/compare-text';
import type { FigureKind } from './figure-kinds';
import { ABOUT_ALL, shown, type TableInput, type TableRow } from './table-row';

const trendKinds: Record<Trend, FigureKind> = {
	better: 'antwoord beter',
	same: 'antwoord gelijk',
	worse: 'antwoord minder goed'
};

/**
 * What each person answered, of an open measurement only. People are numbered within the measurement by the random id
 * of their sheet: it tells nothing of who was first, and no number is the same person in another measurement.
 */
export function* personRows(input: TableInput): Generator<TableRow> {
	if (input.measurement.privacy.mode !== 'open') return;
	const byId = [...input.responses].sort((a, b) => compareText(a.id, b.id));
	for (const [index, response] of byId.entries()) yield* rowsOf(input, response, index + 1);
}

function* rowsOf(input: TableInput, response: IndividualResponse, respondent: number): Generator<TableRow> {
	const { groupId, answers, trends, topics } = response;
	const person = { ...ABOUT_ALL, groupId, respondent };
	for (const { dimension, theme } of dimensionsOf(input.questionnaire)) {
		const about = { ...person, theme, dimension };
		for (const item of dimension.items) {
			const answer = answers[item.id];
			if (answer === 'unknown') yield shown({ ...about, item }, { kind: 'antwoord weet niet', value: 1 });
			else if (answer !== undefined) yield shown({ ...about, item }, { kind: 'antwoord', value: answer });
		}
		const trend = input.measurement.asksTrend && Object.hasOwn(trends, dimension.id) ? trends[dimension.id] : undefined;
		if (trend !== undefined) yield shown(about, { kind: trendKinds[trend], value: 1 });
		if (topics?.includes(dimension.id)) yield shown(about, { kind: 'antwoord onderwerp', value: 1 });
	}
	if (topics?.length === 0) yield shown(person, { kind: 'antwoord geen voorkeur', value: 1 });
}
