import type { ComparedDimension, Comparison } from '$lib/domain/comparing/comparison';
import { onlyJoint, shiftsBetween, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import { counted } from '$lib/domain/words/counting-words';
import { describeShift, formatDifference } from './comparison-words';
import type { Shift } from '$lib/domain/comparing/shift';
import { formatScore } from '$lib/domain/words/score-words';

/** What became of each dimension between two measurements, as the table on the screen and in the report tells it. */

export interface ShiftTableRow {
	dimension: ComparedDimension;
	/** «over 3 gedeelde stellingen», where others do not count; else ''. */
	shared: string;
	/** Of «samen»: over which groups, says togetherSentence. */
	together: ShiftCell;
	groups: readonly (ShiftCell & { groupId: string })[];
}

export interface ShiftCell {
	/** «3,2», «geen score», or «geen samen» where there is none of the same groups. */
	before: string;
	after: string;
	/** Neither measurement has a score. */
	empty: boolean;
	/** «(+0,7)»; '' where there is none. */
	difference: string;
	/** A verdict, or why there is none; '' where the table says that once, or nothing is to be said. */
	words: string;
	/** What the words are: better or worse, no clear change, or only a reason. */
	verdict: 'clear' | 'unclear' | 'none';
}

/** A row for each dimension of the comparison. */
export function shiftTableRows(comparison: Comparison, shifts: readonly DimensionShift[]): ShiftTableRow[] {
	const withReasons = !onlyJoint(shifts);
	return comparison.dimensions.flatMap((dimension, index) => {
		const shift = shifts[index];
		if (!shift) return [];
		return [
			{
				dimension,
				shared: sharedWords(dimension),
				together: shiftCell(shift.score, withReasons),
				groups: shift.groups.map((side) => ({ groupId: side.groupId, ...shiftCell(side.shift, withReasons) }))
			}
		];
	});
}

/** Between the last measurement of a comparison and the one before it. */
export function lastShifts(comparison: Comparison): DimensionShift[] {
	const last = comparison.occasions.length - 1;
	return shiftsBetween(comparison, last - 1, last);
}

/** On how many statements figures rest where others do not count: «over 3 gedeelde stellingen»; else ''. */
export function sharedWords({ leftOut, items }: { leftOut: number; items: readonly unknown[] }): string {
	if (leftOut === 0) return '';
	return `over ${counted(items.length, 'gedeelde stelling', 'gedeelde stellingen')}`;
}

/** For below a table of only joint answers, which has no reason in each cell; else ''. */
export function onlyJointWords(shifts: readonly DimensionShift[]): string {
	return onlyJoint(shifts) ? ' Gezamenlijke antwoorden krijgen cijfers en geen oordeel.' : '';
}

function shiftCell(shift: Shift, withReasons: boolean): ShiftCell {
	const { before, after, difference, words, why } = shift;
	const none = why === 'other-groups' ? 'geen samen' : 'geen score';
	const shown = (score: Shift['before']) => (score ? formatScore(score) : none);
	const hasWords = words !== null || (withReasons && why !== 'missing' && why !== 'other-groups');
	return {
		before: shown(before),
		after: shown(after),
		empty: !before && !after,
		difference: difference ? `(${formatDifference(difference)})` : '',
		words: hasWords ? describeShift(shift) : '',
		verdict: words === 'better' || words === 'worse' ? 'clear' : words ? 'unclear' : 'none'
	};
}
