import { timelinePlotsOf, themeIndexOf } from '$lib/charts/over-time/comparison-data';
import { overTimeWords } from '$lib/charts/over-time/over-time-data';
import { shiftTafelOf, shiftTafelWords } from '$lib/charts/tafel-shift/shift-data';
import { listCircumstances } from '$lib/domain/comparing/circumstances';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { onlyJoint, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import type { Commitment } from '$lib/domain/measurement/commitment';
import { statusWord } from '$lib/domain/measurement/commitment';
import { groupNameIn } from '$lib/domain/words/names';
import { describeCircumstance, SHIFT_RULE } from '$lib/domain/year-words/comparison-words';
import { onlyJointWords, shiftTableRows, type ShiftCell } from '$lib/domain/year-words/shift-rows';
import { togetherInShort, togetherSentence } from '$lib/domain/year-words/together-words';
import { heading, muted, paragraph, plain, strong, type Block, type Text } from '$lib/report/model/report-model';

/** What a report says of measurements beside each other: of the last one before it, or of those that people compare. */

/** From the old to the new on one line a dimension; nothing where no side has a score to draw. */
export function shiftPicture(
	comparison: Comparison,
	shifts: readonly DimensionShift[],
	from: number,
	to: number
): Block[] {
	const data = shiftTafelOf(comparison, shifts, from, to);
	const isEmpty = data.rows.every(({ sides }) => sides.every(({ before, after }) => before === null && after === null));
	return isEmpty ? [] : [{ kind: 'figure', chart: { kind: 'shift', data }, description: shiftTafelWords(data) }];
}

/** @param which what the two are: «eerst de vorige meting, dan deze» */
export function shiftTable(comparison: Comparison, shifts: readonly DimensionShift[], which: string): Block {
	const groupName = groupNameIn(comparison.groups);
	return {
		kind: 'table',
		caption: `Scores van 1 tot 5: ${which}. ${togetherSentence(comparison) || '«Samen» is de samenwerkingsscore.'}${onlyJointWords(shifts)}`,
		captionShown: true,
		columns: [
			{ title: 'Onderdeel', share: 28 },
			{ title: togetherInShort(comparison), share: 20 },
			...(shifts[0]?.groups ?? []).map(({ groupId }) => ({ title: groupName(groupId), share: 20 }))
		],
		rows: shiftTableRows(comparison, shifts).map(({ dimension, shared, together, groups }) => ({
			themeIndex: themeIndexOf(comparison, dimension),
			cells: [
				[{ text: dimension.name }, ...(shared === '' ? [] : [muted(` ${shared}`)])],
				...[together, ...groups].map(shiftText)
			]
		}))
	};
}

function shiftText({ before, after, empty, difference, words, verdict }: ShiftCell): Text {
	if (empty) return plain(before);
	const figures = { text: `${before} naar ${after} ${difference}`.trimEnd() };
	if (words === '') return [figures];
	return [figures, verdict === 'clear' ? strong(` ${words}`) : muted(` ${words}`)];
}

/** When a change gets a verdict. */
export function shiftRule(shifts: readonly DimensionShift[]): Block[] {
	const rules = onlyJoint(shifts) ? SHIFT_RULE.slice(-1) : SHIFT_RULE.slice(1);
	return rules.map((rule) => paragraph([muted(rule)], 'small'));
}

export function reviewedTable(earlier: readonly Commitment[]): Block {
	return {
		kind: 'table',
		caption: 'Afspraken van vorige metingen, hoe ver ze staan en hoe het ging',
		captionShown: false,
		columns: [
			{ title: 'Afspraak', share: 46 },
			{ title: 'Hoe ver', share: 16 },
			{ title: 'Hoe ging het?', share: 38 }
		],
		rows: earlier.map(({ what, who, status, note }) => ({
			themeIndex: null,
			cells: [
				[{ text: what }, ...(who.trim() === '' ? [] : [muted(` (${who})`)])],
				plain(statusWord(status)),
				plain(note)
			]
		}))
	};
}

/** @param level of its heading */
export function circumstancesBlocks(comparison: Comparison, from: number, to: number, level: 2 | 3): Block[] {
	const found = listCircumstances(comparison, from, to);
	if (found.length === 0) return [];
	return [
		heading(level, 'Wat kan er nog meespelen?'),
		{ kind: 'list', items: found.map((one) => plain(describeCircumstance(one, groupNameIn(comparison.groups)))) }
	];
}

/** Small plots, to scale in time. */
export function timelinesFigure(comparison: Comparison): Block {
	const plots = timelinePlotsOf(comparison);
	const description = plots.map(({ title, data }) => overTimeWords(title, data)).join(' ');
	return { kind: 'figure', chart: { kind: 'timelines', data: plots }, description };
}
