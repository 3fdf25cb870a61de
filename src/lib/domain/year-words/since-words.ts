import type { ComparisonOutcome } from '$lib/domain/comparing/comparison';
import { summariseShifts } from './comparison-sentences';
import { describeComparability, describeSkipped } from './comparison-words';
import { formatDate } from '$lib/domain/dates';
import { groupNameIn } from '$lib/domain/words/names';
import { lastShifts } from './shift-rows';
import { themeShiftSentence } from './theme-shift-words';
import { togetherSentence } from './together-words';

/** The measurement before this one, and how it compares. */
interface BeforeThis {
	/** yyyy-mm-dd */
	date: string;
	/** Dates of those after it, which cannot be compared. */
	skipped: readonly string[];
	/** Of it and this measurement; null when none may be compared. */
	comparison: ComparisonOutcome | null;
}

export interface SinceWords {
	/** What changed, in a few sentences; null where nothing can be compared. */
	summary: string | null;
	/** Which measurement it is about, how far it can be compared, or why not. */
	about: string;
	/** What became of each theme; '' where none has both scores. */
	themes: string;
}

/** What is said under «Sinds de vorige meting», on the screen and in the report. */
export function sinceWords({ date, skipped, comparison }: BeforeThis): SinceWords {
	const left = describeSkipped(skipped);
	if (comparison?.kind !== 'compared') {
		const why = comparison ? describeComparability(comparison) : left;
		return { summary: null, about: `De vorige meting was op ${formatDate(date)}. ${why}`, themes: '' };
	}
	const last = comparison.occasions.length - 1;
	const compared = `Vergeleken met de meting van ${formatDate(date)}.`;
	const nameOf = (id: string) => comparison.dimensions.find(({ dimensionId }) => dimensionId === id)?.name ?? id;
	return {
		summary: summariseShifts(
			lastShifts(comparison),
			nameOf,
			groupNameIn(comparison.groups),
			togetherSentence(comparison)
		),
		about: [compared, describeComparability(comparison.comparability), left].join(' ').trim(),
		themes: themeShiftSentence(comparison, last - 1, last)
	};
}
