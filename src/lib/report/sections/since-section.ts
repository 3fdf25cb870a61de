import { timelinePlotsOf, themeIndexOf } from '$lib/charts/over-time/comparison-data';
import { overTimeWords } from '$lib/charts/over-time/over-time-data';
import { shiftTafelOf, shiftTafelWords } from '$lib/charts/tafel-shift/shift-data';
import { listCircumstances } from '$lib/domain/comparing/circumstances';
import { statusWord, type Commitment } from '$lib/domain/measurement/commitment';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { onlyJoint, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import { describeCircumstance, SHIFT_RULE } from '$lib/domain/year-words/comparison-words';
import { formatDate } from '$lib/domain/dates';
import { groupNameIn } from '$lib/domain/words/names';
import { lastShifts, onlyJointWords, shiftTableRows, type ShiftCell } from '$lib/domain/year-words/shift-rows';
import { togetherInShort, togetherSentence } from '$lib/domain/year-words/together-words';
import { sinceWords } from '$lib/domain/year-words/since-words';
import { trendCounts } from '$lib/domain/year-words/trend-words';
import { heading, muted, paragraph, plain, strong, type Block, type Text } from '$lib/report/model/report-model';
import { namesIn, type Previous, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';

/** In characters: with long names it would be half a page in bold. */
const LONGEST_LEAD = 420;

/**
 * A page of its own: what changed, what became of the commitments, what else may explain it.
 * Nothing at a first measurement.
 */
export function sinceSection({ result, commitments }: ReportSource): Block[] {
	const { previous } = result;
	if (!previous) return [];
	const earlier = commitments.filter(({ measurementId }) => previous.ids.includes(measurementId));
	return [
		{ kind: 'new-page' },
		heading(2, 'Sinds de vorige meting'),
		...changes(previous),
		...saidByParticipants(result),
		...reviewed(earlier),
		...circumstances(previous),
		...timelines(previous)
	];
}

/** The same in a sentence or two, for a summary. */
export function sinceInShort({ result: { previous } }: ReportSource): Block[] {
	if (previous?.comparison?.kind !== 'compared') return [];
	const { comparison, date } = previous;
	return [
		paragraph([
			strong(`Sinds de meting van ${formatDate(date)}. `),
			{ text: sinceWords(previous).summary ?? '' },
			...(comparison.comparability.kind === 'partly' ? [muted(' Over de stellingen die in beide metingen staan.')] : [])
		])
	];
}

function changes(previous: Previous): Block[] {
	const { comparison } = previous;
	const { summary, about } = sinceWords(previous);
	if (comparison?.kind !== 'compared' || summary === null) return [paragraph(about)];
	const shifts = lastShifts(comparison);
	return [
		summary.length > LONGEST_LEAD ? paragraph(summary) : paragraph([strong(summary)], 'lead'),
		paragraph(about),
		...shiftPicture(comparison, shifts),
		shiftTable(comparison, shifts),
		...(onlyJoint(shifts) ? SHIFT_RULE.slice(-1) : SHIFT_RULE.slice(1)).map((rule) => paragraph([muted(rule)], 'small'))
	];
}

/** Nothing where no side has a score to draw. */
function shiftPicture(comparison: Comparison, shifts: readonly DimensionShift[]): Block[] {
	const last = comparison.occasions.length - 1;
	const data = shiftTafelOf(comparison, shifts, last - 1, last);
	const isEmpty = data.rows.every(({ sides }) => sides.every(({ before, after }) => before === null && after === null));
	return isEmpty ? [] : [{ kind: 'figure', chart: { kind: 'shift', data }, description: shiftTafelWords(data) }];
}

function shiftTable(comparison: Comparison, shifts: readonly DimensionShift[]): Block {
	const groupName = groupNameIn(comparison.groups);
	return {
		kind: 'table',
		caption: `Scores van 1 tot 5: eerst de vorige meting, dan deze. ${togetherSentence(comparison) || '«Samen» is de samenwerkingsscore.'}${onlyJointWords(shifts)}`,
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

/** Beside the computed shift: what participants answered to «beter, gelijk of minder goed dan de vorige keer?». */
function saidByParticipants(result: ReportedResult): Block[] {
	const { trends, previous } = result;
	if (trends.length === 0 || !previous) return [];
	// They were asked about the last measurement, also where that one can not be compared.
	const last = previous.skipped[0] ?? previous.date;
	const { dimension } = namesIn(result);
	const { groups } = result.measurement;
	return [
		heading(3, 'Gevraagd aan de deelnemers'),
		{
			kind: 'table',
			caption: `Hoe het volgens de deelnemers gaat tegenover de vorige keer, de meting van ${formatDate(last)}`,
			captionShown: true,
			columns: [{ title: 'Onderdeel', share: 28 }, ...groups.map(({ name }) => ({ title: name, share: 30 }))],
			rows: trends.map((trend) => ({
				themeIndex: null,
				cells: [plain(dimension(trend.dimensionId)), ...trend.groups.map((side) => plain(trendCounts(side)))]
			}))
		}
	];
}

function reviewed(earlier: readonly Commitment[]): Block[] {
	if (earlier.length === 0) return [];
	return [
		heading(3, 'Wat werd er van de afspraken?'),
		{
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
		}
	];
}

function circumstances({ comparison }: Previous): Block[] {
	if (comparison?.kind !== 'compared') return [];
	const last = comparison.occasions.length - 1;
	const found = listCircumstances(comparison, last - 1, last);
	if (found.length === 0) return [];
	return [
		heading(3, 'Wat kan er nog meespelen?'),
		{ kind: 'list', items: found.map((one) => plain(describeCircumstance(one, groupNameIn(comparison.groups)))) }
	];
}

function timelines({ overTime }: Previous): Block[] {
	if (overTime?.kind !== 'compared') return [];
	const shared =
		overTime.comparability.kind === 'partly'
			? [
					paragraph(
						[
							muted(
								'Hier tellen alleen de stellingen mee die in al deze metingen staan. Waar dat er minder zijn, staat erbij hoeveel: het cijfer kan dan anders zijn dan elders in dit verslag.'
							)
						],
						'small'
					)
				]
			: [];
	const plots = timelinePlotsOf(overTime);
	const description = plots.map(({ title, data }) => overTimeWords(title, data)).join(' ');
	return [
		heading(3, 'Elk onderdeel door de tijd'),
		...shared,
		{ kind: 'figure', chart: { kind: 'timelines', data: plots }, description }
	];
}
