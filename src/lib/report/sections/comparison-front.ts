import { shiftsBetween } from '$lib/domain/comparing/comparison-shifts';
import { joinDutch } from '$lib/domain/words/counting-words';
import { dimensionNameIn, groupNameIn } from '$lib/domain/words/names';
import { answeredLines } from '$lib/domain/words/turnout-words';
import { hasIndividuals } from '$lib/domain/scoring/turnout';
import { overStatements } from '$lib/domain/year-words/change-words';
import { headlineOfShifts, summariseShifts } from '$lib/domain/year-words/comparison-sentences';
import { occasionNames } from '$lib/domain/year-words/comparison-words';
import { togetherSentence } from '$lib/domain/year-words/together-words';
import { newestIn, type ComparisonSource } from '$lib/report/model/comparison-source';
import { heading, muted, paragraph, type Block } from '$lib/report/model/report-model';
import { exampleWarning, masthead } from './masthead-blocks';
import { shiftPicture } from './shift-blocks';

/** What each compared measurement is called, oldest first. */
export const datesIn = ({ comparison }: Pick<ComparisonSource, 'comparison'>): string[] =>
	occasionNames(comparison.occasions.map(({ measurement }) => measurement));

/** The newest version first: a dimension that is gone since has its old name. */
export function namesOf({ comparison }: Pick<ComparisonSource, 'comparison'>) {
	const { questionnaire, occasions, groups } = comparison;
	return {
		dimension: dimensionNameIn(questionnaire, ...occasions.map((occasion) => occasion.questionnaire)),
		group: groupNameIn(groups)
	};
}

/** Page one stands alone: which measurements, what changed most, the picture from old to new, over what and of whom. */
export function comparisonFront(source: ComparisonSource, withPicture: boolean): Block[] {
	const { partnership, letterhead } = source;
	return [
		masthead(letterhead, partnership, [`vergelijking van ${joinDutch(datesIn(source))}`]),
		heading(1, partnership.name),
		...exampleWarning(partnership),
		...changedMost(source),
		...(withPicture ? comparisonPicture(source) : [paragraph([muted('Het beeld begint op de volgende bladzijde.')])]),
		...whoAnswered(source).map((line) => paragraph([muted(line)], 'small'))
	];
}

/** Under it stands over which statements it is. */
export function comparisonPicture(source: ComparisonSource): Block[] {
	const { comparison, from } = source;
	const to = newestIn(source);
	const picture = shiftPicture(comparison, shiftsBetween(comparison, from, to), from, to);
	return picture.length === 0 ? [] : [...picture, statementsLine(source)];
}

export const statementsLine = ({ comparison }: ComparisonSource): Block =>
	paragraph([muted(overStatements(comparison))], 'small');

function changedMost(source: ComparisonSource): Block[] {
	const { comparison, from } = source;
	const shifts = shiftsBetween(comparison, from, newestIn(source));
	const { dimension, group } = namesOf(source);
	// A figure stays with the side it is of.
	const sentence = `${headlineOfShifts(shifts, dimension, group).join(' ')}.`.replace(/\.\.$/, '.');
	return [
		paragraph(sentence.replace(/ (?=\d)/g, '\u00a0'), 'opening'),
		paragraph(summariseShifts(shifts, dimension, group, togetherSentence(comparison)))
	];
}

/** A line a measurement: «12 maart 2025: Gemeente: 5 bladen; Verenigingen: 7 bladen.» */
function whoAnswered(source: ComparisonSource): string[] {
	const { comparison, from } = source;
	const dates = datesIn(source);
	return [from, newestIn(source)].flatMap((place) => {
		const occasion = comparison.occasions[place];
		if (!occasion) return [];
		const { groups, counts, measurement } = occasion;
		const { privacy } = measurement;
		const who = hasIndividuals(counts)
			? answeredLines(groups, counts).join('; ')
			: `${joinDutch(groups.map(({ name }) => name))} gaven elk één gezamenlijk antwoord per stelling`;
		const anonymous =
			privacy.mode === 'anoniem' ? ` Anoniem: geen cijfers over minder dan ${privacy.threshold} mensen.` : '';
		return [`${dates[place] ?? ''}: ${who}.${anonymous}`];
	});
}
