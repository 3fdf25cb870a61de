import { joinDutch } from './counting-words';
import { HIDDEN_WORDS } from './side-words';
import type { Group } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';

/** What groups surely want to talk about: screens, reports and spreadsheets all take it from here. */

interface Chosen {
	questionnaire: Questionnaire;
	measurement: { groups: readonly Group[] };
	topics: readonly GroupTopics[];
}

export interface TopicView {
	/** The closing question, as it was asked. */
	question: string;
	/** The groups of which something shows: the columns. */
	sides: readonly { groupId: string; name: string }[];
	/** The dimensions in questionnaire order; none where no group has anything to show. */
	rows: readonly TopicRow[];
	/** «Geen voorkeur», for those who answered alone. */
	noPreference: TopicRow;
	/** The other groups, and why nothing shows of them. */
	silent: readonly { name: string; why: string }[];
}

export interface TopicRow {
	/** Null for the answer that there is no preference. */
	dimensionId: string | null;
	name: string;
	/** As pictures name it, where there is little room. */
	shortName: string;
	themeIndex: number | null;
	/** In the order of the columns. */
	cells: readonly TopicCell[];
}

export interface TopicCell {
	/** People of the group who chose it, of `n` who answered; null where nobody answered alone. */
	count: number | null;
	n: number;
	/** Whether the side chose it together; null where it did not answer together. */
	together: boolean | null;
}

const NO_PREFERENCE = 'Geen voorkeur';
/** What the table is, beside the question. */
export const TOPIC_CAPTION =
	'Hoeveel mensen van een groep dit kozen, van alle mensen van die groep die de vraag beantwoordden. Het telt in geen score mee en verandert geen volgorde.';
/** How many dimensions are named as those chosen most. */
const MOST_CHOSEN = 3;

/** Null where nobody was asked, and where nobody answered and everybody may know that. */
export function topicView({ questionnaire, measurement, topics }: Chosen): TopicView | null {
	const { closing } = questionnaire;
	if (!closing || topics.every((side) => !side.hidden && !hasAnswer(side))) return null;
	const nameOf = (groupId: string) => measurement.groups.find(({ id }) => id === groupId)?.name ?? groupId;
	const shown = topics.filter((side) => !side.hidden && hasAnswer(side));
	const rows = dimensionsOf(questionnaire).map(({ dimension, themeIndex }) => ({
		dimensionId: dimension.id,
		name: dimension.name,
		shortName: dimension.shortName,
		themeIndex,
		cells: shown.map((side) => cellOf(side, dimension.id))
	}));
	return {
		question: closing.question,
		sides: shown.map(({ groupId }) => ({ groupId, name: nameOf(groupId) })),
		rows: shown.length > 0 ? rows : [],
		noPreference: {
			dimensionId: null,
			name: NO_PREFERENCE,
			shortName: NO_PREFERENCE,
			themeIndex: null,
			cells: shown.map(noPreferenceCell)
		},
		silent: topics
			.filter((side) => !shown.includes(side))
			.map(({ groupId, hidden }) => ({ name: nameOf(groupId), why: hidden ? HIDDEN_WORDS : 'geen antwoord' }))
	};
}

const hasAnswer = ({ n, joint }: GroupTopics) => n > 0 || joint !== null;

function cellOf({ n, chosen, joint }: GroupTopics, dimensionId: string): TopicCell {
	const count = chosen.find((one) => one.dimensionId === dimensionId)?.count ?? 0;
	return { count: n > 0 ? count : null, n, together: joint && joint.includes(dimensionId) };
}

function noPreferenceCell({ n, noPreference, joint }: GroupTopics): TopicCell {
	return { count: n > 0 ? noPreference : null, n, together: joint && joint.length === 0 };
}

/** «Gemeente: geen antwoord.», a sentence for each group of which nothing shows. */
export function silentLines({ silent }: TopicView): string[] {
	return silent.map(({ name, why }) => `${name}: ${why}.`);
}

/** «3 van 6», «samen gekozen», or both. */
export function topicCellWords({ count, n, together }: TopicCell): string {
	const people = count === null ? [] : [`${count} van ${n}`];
	const side = together === null ? [] : [together ? 'samen gekozen' : 'niet samen gekozen'];
	return [...people, ...side].join(', ');
}

/** «Wil het hier zeker over hebben: 3 van 6 (Gemeente); 9 van 21 (Verenigingen)», at a dimension's name; '' if none. */
export function topicWordsAt({ sides, rows }: TopicView, dimensionId: string): string {
	const row = rows.find((one) => one.dimensionId === dimensionId);
	if (!row || sides.length === 0) return '';
	const parts = row.cells.map((cell, index) => `${topicCellWords(cell)} (${sides[index]?.name ?? ''})`);
	return `Wil het hier zeker over hebben: ${parts.join('; ')}`;
}

/** What each group chose most, a sentence a group: «Gemeente: Afspraken (4 van 6) en Geld (2 van 6).» */
export function mostChosenLines(view: TopicView): string[] {
	return linesOf(
		view,
		({ name }) => name,
		({ count, n }) => ` (${count} van ${n})`
	);
}

/** The same where there is little room: «Gemeente, van 6: Afspraken 4 en Geld 2.» */
export function mostChosenInShort(view: TopicView): string[] {
	return linesOf(
		view,
		({ shortName }) => shortName,
		({ count }) => ` ${count}`,
		(n) => `, van ${n}`
	);
}

function linesOf(
	{ sides, rows }: TopicView,
	nameOf: (row: TopicRow) => string,
	sayCount: (cell: TopicCell) => string,
	sayNumber: (n: number) => string = () => ''
): string[] {
	return sides.map(({ name }, index) => {
		const cells = rows.flatMap((row) => {
			const cell = row.cells[index];
			return cell ? [{ row, cell }] : [];
		});
		const n = cells[0]?.cell.n ?? 0;
		const people = mostOf(cells).map(({ row, cell }) => nameOf(row) + sayCount(cell));
		const together = cells.filter(({ cell }) => cell.together).map(({ row }) => nameOf(row));
		const said = [
			...(n > 0 ? [people.length > 0 ? joinDutch(people) : 'niet één onderdeel springt eruit'] : []),
			...(cells[0]?.cell.together === null ? [] : [`samen ${joinDutch(together) || 'geen voorkeur'}`])
		];
		return `${name}${n > 0 ? sayNumber(n) : ''}: ${said.join('; ')}.`;
	});
}

/** The most chosen first, at most three; of equally many all or none, so that none is named by chance. */
function mostOf<T extends { cell: TopicCell }>(cells: readonly T[]): T[] {
	const countOf = ({ cell }: T) => cell.count ?? 0;
	const some = cells.filter((one) => countOf(one) > 0).sort((a, b) => countOf(b) - countOf(a));
	const next = some[MOST_CHOSEN];
	const first = some.slice(0, MOST_CHOSEN);
	return next ? first.filter((one) => countOf(one) > countOf(next)) : first;
}
