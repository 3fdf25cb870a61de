import { timelinePlotsOf, themeIndexOf } from '$lib/charts/over-time/comparison-data';
import { overTimeWords } from '$lib/charts/over-time/over-time-data';
import { listCircumstances } from '$lib/domain/comparing/circumstances';
import { statusWord, type Commitment } from '$lib/domain/measurement/commitment';
import type { Comparison } from '$lib/domain/comparing/comparison';
import { onlyJoint, shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import { summariseShifts } from '$lib/domain/words/comparison-sentences';
import {
	describeCircumstance,
	describeComparability,
	describeShift,
	describeSkipped,
	formatDifference,
	SHIFT_RULE
} from '$lib/domain/words/comparison-words';
import { formatDate } from '$lib/domain/dates';
import { type Shift } from '$lib/domain/comparing/shift';
import { trendCounts } from '$lib/domain/words/trend-words';
import { formatScore } from '$lib/domain/words/score-words';
import {
	heading,
	muted,
	paragraph,
	plain,
	strong,
	type Block,
	type TableRow,
	type Text
} from '$lib/report/model/report-model';
import { namesIn, type Previous, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';

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
			{ text: summariseShifts(lastShifts(comparison), nameIn(comparison), groupNameIn(comparison)) },
			...(comparison.comparability.kind === 'partly' ? [muted(' Over de stellingen die in beide metingen staan.')] : [])
		])
	];
}

function changes(previous: Previous): Block[] {
	const { comparison, date } = previous;
	const skipped = describeSkipped(previous.skipped);
	if (comparison?.kind !== 'compared') {
		const why = comparison ? describeComparability(comparison) : skipped;
		return [paragraph(`De vorige meting was op ${formatDate(date)}. ${why}`)];
	}
	const compared = `Vergeleken met de meting van ${formatDate(date)}.`;
	return [
		paragraph([strong(summariseShifts(lastShifts(comparison), nameIn(comparison), groupNameIn(comparison)))], 'lead'),
		paragraph([compared, describeComparability(comparison.comparability), skipped].join(' ').trim()),
		shiftTable(comparison),
		...(onlyJoint(lastShifts(comparison)) ? SHIFT_RULE.slice(-1) : SHIFT_RULE.slice(1)).map((rule) =>
			paragraph([muted(rule)], 'small')
		)
	];
}

function shiftTable(comparison: Comparison): Block {
	const shifts = lastShifts(comparison);
	const reasons = !onlyJoint(shifts);
	const joint = reasons ? '' : ' Gezamenlijke antwoorden krijgen cijfers en geen oordeel.';
	const groupIds = shifts[0]?.groups.map(({ groupId }) => groupId) ?? [];
	return {
		kind: 'table',
		caption: `Scores van 1 tot 5: eerst de vorige meting, dan deze. «Samen» is de samenwerkingsscore.${joint}`,
		captionShown: true,
		columns: [
			{ title: 'Onderdeel', share: 28 },
			{ title: 'Samen', share: 20 },
			...groupIds.map((groupId) => ({ title: groupNameIn(comparison)(groupId), share: 20 }))
		],
		rows: comparison.dimensions.flatMap((dimension, index): TableRow[] => {
			const shift = shifts[index];
			if (!shift) return [];
			const left = dimension.leftOut > 0 ? [muted(` over ${dimension.items.length} gedeelde stellingen`)] : [];
			return [
				{
					themeIndex: themeIndexOf(comparison, dimension),
					cells: [
						[{ text: dimension.name }, ...left],
						shiftCell(shift.score, reasons),
						...shift.groups.map((side) => shiftCell(side.shift, reasons))
					]
				}
			];
		})
	};
}

function shiftCell(shift: Shift, reasons: boolean): Text {
	if (!shift.before && !shift.after) return plain('geen score');
	const shown = (score: Shift['before']) => (score ? formatScore(score) : 'geen score');
	const difference = shift.difference ? ` (${formatDifference(shift.difference)})` : '';
	const figures = { text: `${shown(shift.before)} naar ${shown(shift.after)}${difference}` };
	if (shift.words === 'better' || shift.words === 'worse') return [figures, strong(` ${describeShift(shift)}`)];
	return shift.words || (reasons && shift.why !== 'missing') ? [figures, muted(` ${describeShift(shift)}`)] : [figures];
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
			caption: 'Afspraken van vorige metingen, hun stand en hoe het ging',
			captionShown: false,
			columns: [
				{ title: 'Afspraak', share: 46 },
				{ title: 'Stand', share: 16 },
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
		{ kind: 'list', items: found.map((one) => plain(describeCircumstance(one, groupNameIn(comparison)))) }
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

function lastShifts(comparison: Comparison) {
	const last = comparison.occasions.length - 1;
	return shiftsBetween(comparison, last - 1, last);
}

const nameIn = (comparison: Comparison) => (id: string) =>
	comparison.dimensions.find(({ dimensionId }) => dimensionId === id)?.name ?? id;
const groupNameIn = (comparison: Comparison) => (id: string) =>
	comparison.groups.find((group) => group.id === id)?.name ?? id;
