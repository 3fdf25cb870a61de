import { changesIn } from '$lib/domain/comparing/changes';
import { shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import { COMMITMENT_STATUSES, statusWord, type Commitment } from '$lib/domain/measurement/commitment';
import { joinDutch } from '$lib/domain/words/counting-words';
import { changedDimensions } from '$lib/domain/year-words/change-words';
import {
	describeComparability,
	describeLeftOut,
	describeLeftOutDimensions,
	describeOtherWords
} from '$lib/domain/year-words/comparison-words';
import { newestIn, type ComparisonSource } from '$lib/report/model/comparison-source';
import { heading, muted, paragraph, plain, strong, type Block, type Text } from '$lib/report/model/report-model';
import { datesIn, namesOf, statementsLine } from './comparison-front';
import { circumstancesBlocks, reviewedTable, shiftRule, shiftTable, timelinesFigure } from './shift-blocks';

/** What rose, fell and stayed low: a dimension a line, with both figures. */
export function changesSection(source: ComparisonSource): Block[] {
	const { comparison, from } = source;
	const { dimension, group } = namesOf(source);
	const { rose, fell, stayedLow } = changesIn(comparison, shiftsBetween(comparison, from, newestIn(source)));
	const part = (title: string, changes: typeof rose, none: string): Block[] => [
		heading(3, title),
		changes.length === 0
			? paragraph([muted(none)])
			: {
					kind: 'list',
					items: changedDimensions(changes, group).map(({ dimensionId, words }): Text => [
						strong(`${dimension(dimensionId)}: `),
						{ text: `${words}.` }
					])
				}
	];
	return [
		heading(2, 'Wat steeg, wat daalde, wat bleef laag'),
		...part('Gestegen', rose, 'Nergens duidelijk.'),
		...part('Gedaald', fell, 'Nergens duidelijk.'),
		...part('Laag gebleven', stayedLow, 'Niets is in beide metingen laag.')
	];
}

/** What became of what was agreed at the older of these measurements. */
export function keptSection(source: ComparisonSource): Block[] {
	const { comparison, commitments } = source;
	const older = comparison.occasions.slice(0, -1).map(({ measurement }) => measurement.id);
	const made = commitments.filter(({ measurementId }) => older.includes(measurementId));
	const dates = joinDutch(datesIn(source).slice(0, -1));
	const when = `${older.length === 1 ? 'de meting' : 'de metingen'} van ${dates}`;
	if (made.length === 0)
		return [heading(2, 'Afspraken'), paragraph(`Van ${when} staan er geen afspraken op dit toestel.`)];
	return [heading(2, 'Afspraken'), paragraph(`Gemaakt bij ${when}: ${statusCounts(made)}.`), reviewedTable(made)];
}

/** «2 gedaan, 1 bezig en 1 vervallen» */
function statusCounts(made: readonly Commitment[]): string {
	return joinDutch(
		COMMITMENT_STATUSES.flatMap((status) => {
			const count = made.filter((one) => one.status === status).length;
			return count > 0 ? [`${count} ${statusWord(status)}`] : [];
		})
	);
}

/** All figures of the two, and when a change gets a verdict. */
export function figuresSection(source: ComparisonSource): Block[] {
	const { comparison, from } = source;
	const to = newestIn(source);
	const dates = datesIn(source);
	const shifts = shiftsBetween(comparison, from, to);
	return [
		heading(2, 'Alle cijfers'),
		shiftTable(comparison, shifts, `eerst ${dates[from] ?? ''}, dan ${dates[to] ?? ''}`),
		statementsLine(source),
		...shiftRule(shifts)
	];
}

/** Each dimension at all of the measurements, to scale in time. */
export function timeSection(source: ComparisonSource): Block[] {
	return [
		heading(2, 'Elk onderdeel door de tijd'),
		paragraph([muted('De metingen staan op schaal: hoe verder uit elkaar, hoe meer tijd er tussen ligt.')], 'small'),
		timelinesFigure(source.comparison),
		statementsLine(source)
	];
}

/** Over which statements it is, and which do not count, with the reason. */
export function statementsSection(source: ComparisonSource): Block[] {
	const { comparability } = source.comparison;
	const { dimension } = namesOf(source);
	const about = [
		describeComparability(comparability),
		...describeLeftOutDimensions(comparability.leftOutDimensions, dimension),
		...describeOtherWords(comparability)
	];
	return [
		heading(2, 'Over welke stellingen'),
		...about.map((sentence) => paragraph(sentence)),
		...(comparability.leftOut.length > 0
			? [
					{
						kind: 'list' as const,
						items: comparability.leftOut.map((item): Text => [
							...plain(item.statement),
							muted(` (${dimension(item.dimensionId)}: ${describeLeftOut(item)})`)
						])
					}
				]
			: [])
	];
}

export const otherReasons = (source: ComparisonSource): Block[] =>
	circumstancesBlocks(source.comparison, source.from, newestIn(source), 2);
