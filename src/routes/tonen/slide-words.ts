import { formatDate, formatMonth } from '$lib/domain/dates';
import { dueDateOf } from '$lib/domain/measurement/due-date';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import { rankDimensions } from '$lib/domain/scoring/scoring';
import { joinDutch, numberWord } from '$lib/domain/words/counting-words';
import { findingOf } from '$lib/domain/words/finding-words';
import { dimensionNameIn, groupNameIn } from '$lib/domain/words/names';
import { topicCellWords, topicView } from '$lib/domain/words/topic-rows';
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

/** The dimensions to choose from: with their place by the figures, and who wants to talk about them. */
export function topicChoices(
	result: Shown & Pick<Result, 'figures'>,
	byRank: readonly { id: string; name: string }[]
): { id: string; name: string; rank: number | null; wanted: string }[] {
	const ranked = rankDimensions(result.figures).map(({ dimensionId }) => dimensionId);
	const view = topicView(result);
	return byRank.map(({ id, name }) => {
		const cells = view?.rows.find(({ dimensionId }) => dimensionId === id)?.cells ?? [];
		const wanted = cells.map((cell, index) => `${view?.sides[index]?.name ?? ''}: ${topicCellWords(cell)}`);
		const place = ranked.indexOf(id);
		return { id, name, rank: place === -1 ? null : place + 1, wanted: wanted.join(' · ') };
	});
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
