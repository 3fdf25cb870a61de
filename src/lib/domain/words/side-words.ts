import type { Counts, GroupFigures, ItemFigures } from '$lib/domain/scoring/figures';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { counted } from './counting-words';
import { formatScore } from './score-words';

/** Dutch words for what one side's figure rests on. */

export const HIDDEN_WORDS = 'niet getoond, om niemand herkenbaar te maken';
export const TOO_FEW = 'te weinig antwoorden';

/** Why there is no score over these sides, or none of any of them; '' when each has one. */
export function whyNoScore(sides: readonly GroupFigures[]): string {
	const lacking = sides.filter(({ score }) => score === null);
	const hidden = lacking.filter((side) => side.hidden).length;
	if (lacking.length === 0) return '';
	if (hidden === 0) return TOO_FEW;
	return hidden === lacking.length ? HIDDEN_WORDS : `${TOO_FEW}, of ${HIDDEN_WORDS}`;
}

/** «6 mensen, van 2,3 tot 4,7», «samen gegeven», or why there is no score. */
export function sideBasis(side: GroupFigures): string {
	if (side.hidden) return HIDDEN_WORDS;
	if (side.score === null) return TOO_FEW;
	if (side.basis === 'joint') return '';
	const range = side.range && side.n > 1 ? rangeWords(side.range) : '';
	const joint = side.joint ? `; gezamenlijk antwoord ${formatScore(side.joint)}` : '';
	return `${peopleWords(side.n)}${range}${leftOpenWords(side.leftOpen)}${joint}`;
}

/** The same for a room that looks at one dimension: «6 mensen, van 2,3 tot 4,7, verdeeld». */
export function sideBasisInFull(side: GroupFigures): string {
	const why = whyNoScore([side]);
	if (why !== '') return why;
	if (side.basis === 'joint') return 'gezamenlijk antwoord';
	const spread = side.range ? rangeWords(side.range) : '';
	return `${peopleWords(side.n)}${spread}${side.divided ? ', verdeeld' : ''}${leftOpenWords(side.leftOpen)}`;
}

/** «2,3 tot 4,7: 2,3 (1), 3,3 (4), 4,7 (1)», with how many people have each score between brackets. */
export function distributionWords(side: GroupFigures): string {
	if (side.hidden) return HIDDEN_WORDS;
	const joint = side.joint ? `gezamenlijk antwoord ${formatScore(side.joint)}` : '';
	if (!side.range) return joint === '' ? (side.score ? HIDDEN_WORDS : TOO_FEW) : joint;
	const scores = side.distribution.map(({ score, count }) => `${formatScore(score)} (${count})`).join(', ');
	const range = `${formatScore(side.range.lowest)} tot ${formatScore(side.range.highest)}: ${scores}`;
	return [range, joint].filter((part) => part !== '').join('; ');
}

/** «6 mensen», «1 mens». */
export function peopleWords(count: number): string {
	return counted(count, 'mens', 'mensen');
}

/** «, van 2,3 tot 4,7». */
function rangeWords({ lowest, highest }: NonNullable<GroupFigures['range']>): string {
	return `, van ${formatScore(lowest)} tot ${formatScore(highest)}`;
}

/** «, 2 lieten iets open»: who is in none of the figures of an anonymous group; else nothing. */
function leftOpenWords(leftOpen: number | null): string {
	if (!leftOpen) return '';
	return leftOpen === 1 ? ', 1 liet iets open' : `, ${leftOpen} lieten iets open`;
}

/** «6 mensen, van 2 tot 5, 1 × weet niet», or why there is nothing to show. */
export function itemBasis(item: ItemFigures, scale: Questionnaire['scale']): string {
	if (item.hidden) return HIDDEN_WORDS;
	const given = (item.counts ?? []).flatMap((count, index) => (count > 0 ? [index + 1] : []));
	const lowest = given[0];
	const range = lowest === undefined || item.n < 2 ? '' : `, van ${lowest} tot ${given.at(-1)}`;
	const unknown = item.unknown > 0 ? `, ${item.unknown} × ${scale.unknown.toLowerCase()}` : '';
	return `${peopleWords(item.n)}${range}${unknown}`;
}

/** «1: 0, 2: 1, 3: 4, 4: 1, 5: 0 keer», for who hears the counts. */
export function countsInWords(counts: Counts): string {
	return `${counts.map((count, index) => `${index + 1}: ${count}`).join(', ')} keer`;
}
