import { compareText } from '$lib/domain/text/compare-text';
import { trendWord, type Answer, type Trend } from '$lib/domain/measurement/measurement';
import { groupNameIn } from '$lib/domain/words/names';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import type { Cell, Column, WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';
import { itemSides } from './items';
import { topicCells, topicColumns } from './topics';

/** Open: a row for each response. Anonymous: how often each answer was given, and no responses at all. */
export function answerSheet(input: SpreadsheetInput): WorkbookSheet {
	return input.measurement.privacy.mode === 'open' ? responseSheet(input) : countSheet(input);
}

const countColumns: readonly Column[] = [
	{ name: 'Onderdeel', width: 34 },
	{ name: 'Nummer', width: 9 },
	{ name: 'Stelling', width: 70 },
	{ name: 'Stelling-id', width: 24 },
	{ name: 'Groep', width: 22 },
	{ name: 'Antwoord', width: 24 },
	{ name: 'Aantal', width: 9 },
	{ name: 'Opmerking', width: 50 }
];

function countSheet(input: SpreadsheetInput): WorkbookSheet {
	const { points, unknown } = input.questionnaire.scale;
	const rows = itemSides(input).flatMap(({ dimension, number, item, group, figures }) => {
		const start = [dimension.name, number, item.statement, item.id, group];
		if (!figures.counts) return [[...start, null, null, HIDDEN_WORDS]];
		return [
			...figures.counts.map((count, index) => [...start, `${index + 1} · ${points[index] ?? ''}`, count, null]),
			[...start, unknown, figures.unknown, null]
		];
	});
	return { name: 'Antwoorden', columns: countColumns, rows };
}

/** By the random id, so that nothing tells who was first; joint answers of the groups come after. */
function responseSheet(input: SpreadsheetInput): WorkbookSheet {
	const items = itemsOf(input.questionnaire);
	const groupName = groupNameIn(input.measurement.groups);
	const asked = input.measurement.asksTrend ? dimensionsOf(input.questionnaire) : [];
	const cells = (answers: Readonly<Record<string, Answer>>) => items.map((item) => answerCell(answers[item.id], input));
	const trendCells = (trends: Readonly<Record<string, Trend>>) =>
		asked.map(({ dimension }) => trendCell(trends[dimension.id]));
	const individual = [...input.responses]
		.sort((a, b) => compareText(a.id, b.id))
		.map(({ id, groupId, answers, trends, topics }) => [
			id,
			groupName(groupId),
			'persoon',
			...cells(answers),
			...trendCells(trends),
			...topicCells(input, topics)
		]);
	const joint = input.measurement.groups.flatMap((group) => {
		const answers = jointAnswers(input, group.id);
		const topics = input.topics.find(({ groupId }) => groupId === group.id)?.joint;
		return Object.keys(answers).length > 0 || topics
			? [[null, group.name, 'gezamenlijk', ...cells(answers), ...trendCells({}), ...topicCells(input, topics)]]
			: [];
	});
	const columns = [
		{ name: 'Blad', width: 14, id: 'blad' },
		{ name: 'Groep', width: 22, id: 'groep' },
		{ name: 'Soort', width: 13, id: 'soort' },
		...items.map((item, index) => ({ name: `${index + 1}. ${item.statement}`, width: 16, id: item.id })),
		...asked.map(({ dimension }) => ({
			name: `Tegenover vorige keer: ${dimension.name}`,
			width: 16,
			id: `vorige-keer:${dimension.id}`
		})),
		...topicColumns(input)
	];
	return { name: 'Antwoorden', columns, labels: 3, rows: [...individual, ...joint] };
}

function answerCell(answer: Answer | undefined, { questionnaire }: SpreadsheetInput): Cell {
	return answer === 'unknown' ? questionnaire.scale.unknown : (answer ?? null);
}

function trendCell(trend: Trend | undefined): Cell {
	return trend === undefined ? null : trendWord(trend);
}

function jointAnswers({ figures }: SpreadsheetInput, groupId: string): Record<string, Answer> {
	const items = figures.dimensions.flatMap(
		(dimension) => dimension.groups.find((side) => side.groupId === groupId)?.items ?? []
	);
	return Object.fromEntries(items.flatMap(({ itemId, joint }) => (joint === null ? [] : [[itemId, joint]])));
}
