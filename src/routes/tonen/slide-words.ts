import { formatDate, formatMonth } from '$lib/domain/dates';
import { dueDateOf } from '$lib/domain/measurement/due-date';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import { rankDimensions } from '$lib/domain/scoring/scoring';
import { joinDutch, numberWord } from '$lib/domain/words/counting-words';
import { findingOf } from '$lib/domain/words/finding-words';
import { dimensionNameIn, groupNameIn } from '$lib/domain/words/names';
import { topicCellWords, topicView, type TopicCell } from '$lib/domain/words/topic-rows';
import { answeredLines } from '$lib/domain/words/turnout-words';
import type { Result } from '$lib/state/results/result';

/** What the slides of a presentation say, apart from the words of its pictures. */

type Shown = Pick<Result, 'partnership' | 'measurement' | 'questionnaire' | 'topics' | 'counts'>;

/** «Over diensten heen werken: gemeente 3,8, verenigingen 2,2», or why there is nothing to say. */
export function overviewTitle(figures: MeasurementFigures, { questionnaire, measurement }: Shown): string {
	const names = { dimension: dimensionNameIn(questionnaire), group: groupNameIn(measurement.groups) };
	const { about, said } = findingOf(figures, names);
	return about === null ? said : `${about}: ${said}`;
}

/** Of whom and when. */
export function occasionWords({ partnership, measurement }: Shown): string {
	const example = partnership.example ? ' · verzonnen antwoorden' : '';
	return `${partnership.name} · meting van ${formatDate(measurement.date)}${example}`;
}

/** What a room talks about: a proposal until it chose. */
export function decidedWords(topics: number, isProposal: boolean): string {
	if (topics === 0) return 'Er is nog niets te bespreken.';
	if (isProposal) return 'Dit is een voorstel.';
	return topics === 1 ? 'Dit bespreken we.' : `Deze ${numberWord(topics)} bespreken we.`;
}

/** What a room chooses from: the order that the figures give, beside what people want to talk about. */
export interface TopicChoices {
	/** The sides of which it shows who wants to talk: the columns. */
	sides: readonly { sideIndex: number; name: string; people: string }[];
	dimensions: readonly TopicChoice[];
}

interface TopicChoice {
	id: string;
	name: string;
	shortName: string;
	/** Its place by the figures; null where they say nothing. */
	rank: number | null;
	/** Who wants to talk about it, in the order of the columns: «9» on the screen, «9 van 21» in words. */
	wanted: readonly { count: string; words: string }[];
}

export function topicChoices(
	result: Shown & Pick<Result, 'figures'>,
	byRank: readonly { id: string; name: string; shortName: string }[]
): TopicChoices {
	const ranked = rankDimensions(result.figures).map(({ dimensionId }) => dimensionId);
	const view = topicView(result);
	const cellsOf = (id: string) => view?.rows.find(({ dimensionId }) => dimensionId === id)?.cells ?? [];
	const some = view?.rows[0]?.cells ?? [];
	return {
		sides: some.map(({ n }, index) => {
			const { groupId = '', name = '' } = view?.sides[index] ?? {};
			const sideIndex = result.measurement.groups.findIndex(({ id }) => id === groupId);
			return { sideIndex, name, people: n > 0 ? `van ${n}` : 'samen' };
		}),
		dimensions: byRank.map(({ id, name, shortName }) => {
			const place = ranked.indexOf(id);
			const wanted = cellsOf(id).map((cell) => ({ count: countWords(cell), words: topicCellWords(cell) }));
			return { id, name, shortName, rank: place === -1 ? null : place + 1, wanted };
		})
	};
}

function countWords({ count, together }: TopicCell): string {
	const people = count === null ? [] : [String(count)];
	return [...people, ...(together ? ['samen'] : [])].join(' + ') || '–';
}

/** Who answered of each group; '' where nobody did so alone. */
export function answeredSentence({ measurement, counts }: Shown): string {
	if (counts.every(({ responses }) => responses === 0)) return '';
	return `Antwoorden binnen: ${joinDutch(answeredLines(measurement.groups, counts))}.`;
}

/**
 * When the room measures again: the month, or the day that it chose; '' when that is behind us.
 * @param today yyyy-mm-dd
 */
export function againWords({ partnership, measurement }: Shown, today: string): string {
	const due = dueDateOf(partnership.nextDate, measurement.date);
	if (!due || due.date < today) return '';
	return due.chosen ? formatDate(due.date) : formatMonth(due.date);
}
