import type { Commitment } from '$lib/domain/measurement/commitment';
import { formatDate } from '$lib/domain/dates';
import { lastShifts } from '$lib/domain/year-words/shift-rows';
import { sinceWords } from '$lib/domain/year-words/since-words';
import { trendCounts } from '$lib/domain/year-words/trend-words';
import { heading, muted, paragraph, plain, strong, type Block } from '$lib/report/model/report-model';
import { namesIn, type Previous, type ReportedResult, type ReportSource } from '$lib/report/model/report-source';
import {
	circumstancesBlocks,
	reviewedTable,
	shiftPicture,
	shiftRule,
	shiftTable,
	timelinesFigure
} from './shift-blocks';

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
	const last = comparison.occasions.length - 1;
	return [
		summary.length > LONGEST_LEAD ? paragraph(summary) : paragraph([strong(summary)], 'lead'),
		paragraph(about),
		...shiftPicture(comparison, shifts, last - 1, last),
		shiftTable(comparison, shifts, 'eerst de vorige meting, dan deze'),
		...shiftRule(shifts)
	];
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
	return [heading(3, 'Wat werd er van de afspraken?'), reviewedTable(earlier)];
}

function circumstances({ comparison }: Previous): Block[] {
	if (comparison?.kind !== 'compared') return [];
	const last = comparison.occasions.length - 1;
	return circumstancesBlocks(comparison, last - 1, last, 3);
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
	return [heading(3, 'Elk onderdeel door de tijd'), ...shared, timelinesFigure(overTime)];
}
