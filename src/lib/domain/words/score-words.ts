import type { Reason } from '$lib/domain/advice/advice';
import { joinDutch, withComma } from './counting-words';
import { formatDate } from '$lib/domain/dates';
import type { DimensionFigures, Gap, GapWords } from '$lib/domain/scoring/figures';
import { Fraction } from '$lib/domain/scoring/fraction';
import { levelRules, LIMIT_WORDS } from './limit-words';
import {
	DIVIDED_ABOVE,
	GAP_FROM,
	LARGE_GAP_FROM,
	LEVEL_HIGH_FROM,
	LEVEL_MIDDLING_FROM
} from '$lib/domain/scoring/scoring-limits';
import type { Level } from '$lib/domain/questionnaire/questionnaire';
import type { SinceLastTime } from '$lib/domain/comparing/since';

/** Dutch words for figures. Decimal comma; a rounded figure never seems to lie on the other side of a limit. */

const levelWords: Record<Level, string> = { low: 'laag', middling: 'midden', high: 'hoog' };
const gapWordsDutch: Record<GapWords, string> = { none: '', gap: 'verschil', large: 'groot verschil' };

export type NameOf = (id: string) => string;

export const levelWord = (level: Level): string => levelWords[level];
export const gapWord = (words: GapWords): string => gapWordsDutch[words];

/** A score of 1 to 5 with one decimal, or more where one decimal would show another level. */
export function formatScore(score: Fraction): string {
	return formatBeside(score, [LEVEL_MIDDLING_FROM, LEVEL_HIGH_FROM]);
}

/** The size of a gap, in points of the scale. */
export function formatGap(size: Fraction): string {
	return formatBeside(size, [GAP_FROM, LARGE_GAP_FROM]);
}

/** A mean distance, in points of the scale. */
function formatSpread(spread: Fraction): string {
	return formatBeside(spread, [DIVIDED_ABOVE]);
}

function formatBeside(value: Fraction, limits: readonly Fraction[]): string {
	const side = (of: Fraction) => limits.filter((limit) => !of.isBelow(limit)).length;
	return formatRounded(value, (rounded) => side(rounded) === side(value));
}

/**
 * With a decimal comma and one decimal, or as many more as it takes.
 * @param says whether the rounded value says the same as the value; must hold for one that is exact enough
 */
export function formatRounded(value: Fraction, says: (rounded: Fraction) => boolean): string {
	let decimals = 1;
	while (!says(round(value, decimals))) decimals += 1;
	return withComma(round(value, decimals).toNumber().toFixed(decimals));
}

/** Half away from zero, exactly. */
function round(value: Fraction, decimals: number): Fraction {
	const scale = 10n ** BigInt(decimals);
	const doubled = (value.numerator * scale * 2n) / value.denominator;
	const whole = (doubled + (doubled >= 0n ? 1n : -1n)) / 2n;
	return Fraction.of(whole, scale);
}

/** «Dit zie je omdat …»: the figures behind a tip or prompt. */
export function describeReason(reason: Reason, groupName: NameOf): string {
	switch (reason.kind) {
		case 'level':
			return describeLevel(reason.figures, groupName);
		case 'topic':
			return `deze vraag past bij dit onderdeel, en de score is niet hoog: ${describeLevel(reason.figures, groupName)}`;
		case 'gap': {
			const { gap, figures } = reason;
			return `${gapPhrase(gap)}: ${sideScores(figures, groupName)}`;
		}
		case 'divided':
			return joinDutch(
				reason.sides.map(
					({ groupId, spread }) =>
						`de antwoorden binnen ${groupName(groupId)} liggen ver uit elkaar (${spread ? `spreiding ${formatSpread(spread)}, ` : ''}verdeeld boven ${LIMIT_WORDS.dividedAbove})`
				)
			);
		case 'many-unknown':
			return joinDutch(
				reason.sides.map(
					({ groupId, unknown, given }) =>
						`${unknown} van de ${given} antwoorden van ${groupName(groupId)} zijn "weet niet"`
				)
			);
		case 'fall':
			return `${whose(reason.since, groupName)} ${describeSince(reason.since)}`;
		case 'stayed-low':
			return `${whose(reason.since, groupName)} in beide metingen ${levelWord('low')}: ${describeSince(reason.since)}`;
	}
}

function whose({ groupId, sharedGroupIds }: SinceLastTime, groupName: NameOf): string {
	if (groupId !== null) return `score van ${groupName(groupId)}`;
	if (!sharedGroupIds) return 'samenwerkingsscore';
	return `score samen, over de groepen die er beide keren bij waren (${joinDutch(sharedGroupIds.map(groupName))}),`;
}

/** «van 3,7 naar 2,9 sinds 12 maart 2025», in words: not every typeface has an arrow, and not every voice reads one. */
function describeSince({ shift, date, partly }: SinceLastTime): string {
	const { before, after } = shift;
	const over = partly ? ' (over de stellingen die in beide metingen staan)' : '';
	const scores = before && after ? `van ${formatScore(before)} naar ${formatScore(after)}` : '';
	return `${scores} sinds ${formatDate(date)}${over}`.trim();
}

function describeLevel(figures: DimensionFigures, groupName: NameOf): string {
	const { reference, level } = figures;
	if (!reference || !level) return '';
	const place = `${levelWord(level)}, ${levelRules[level]}`;
	if (reference.groupId !== null) {
		return `score ${formatScore(reference.score)} van ${groupName(reference.groupId)} (${place}); niet elke groep gaf genoeg antwoorden`;
	}
	return `samenwerkingsscore ${formatScore(reference.score)} (${place}): ${sideScores(figures, groupName)}`;
}

/** «groot verschil van 1,2», of a gap that has a word. */
export function gapPhrase({ words, size }: Pick<Gap, 'words' | 'size'>): string {
	return `${gapWord(words)} van ${formatGap(size)}`;
}

/** «3,7 (hoog)» or, where only one group has a score, «3,7 (hoog, alleen Gemeente)»; '' without any. */
export function referenceWords({ reference, level }: DimensionFigures, groupName: NameOf): string {
	if (!reference || !level) return '';
	const only = reference.groupId === null ? '' : `, alleen ${groupName(reference.groupId)}`;
	return `${formatScore(reference.score)} (${levelWord(level)}${only})`;
}

/** «Gemeente 3,7, Verenigingen 2,3». */
export function sideScores(figures: DimensionFigures, groupName: NameOf): string {
	return figures.groups
		.flatMap((group) => (group.score ? [`${groupName(group.groupId)} ${formatScore(group.score)}`] : []))
		.join(', ');
}
