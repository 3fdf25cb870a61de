import type { DimensionShift } from './comparison-shifts';
import { formatDifference } from './comparison-wording';
import { ZERO, type Fraction } from './fraction';
import { joinDutch, type NameOf } from './wording';

/**
 * What became of the samenwerkingsscores, in one to three sentences. Where no dimension has a verdict, the largest rise and the
 * largest fall in figures.
 */
export function summariseShifts(shifts: readonly DimensionShift[], dimensionName: NameOf): string {
	const changed = shifts.flatMap(({ dimensionId, score }) =>
		score.difference
			? [{ name: `"${dimensionName(dimensionId)}"`, words: score.words, difference: score.difference }]
			: []
	);
	if (changed.length === 0) return 'Er zijn te weinig scores om de twee metingen te vergelijken.';
	const named = (words: 'better' | 'worse') =>
		joinDutch(changed.flatMap((one) => (one.words === words ? one.name : [])));
	const [better, worse] = [named('better'), named('worse')];
	if (changed.every(({ words }) => words === null)) return inFigures(changed);
	const others = changed.length < shifts.length ? 'de andere onderdelen met een oordeel' : 'de andere onderdelen';
	const unclear = changed.some(({ words }) => words === 'indistinct');
	if (better === '' && worse === '') return 'Bij geen enkel onderdeel is er een duidelijke verandering.';
	return [
		...(better === '' ? [] : [`Beter: ${better}.`]),
		...(worse === '' ? [] : [`Minder goed: ${worse}.`]),
		...(unclear ? [`Bij ${others} is er geen duidelijke verandering.`] : [])
	].join(' ');
}

interface Changed {
	name: string;
	difference: Fraction;
}

/** Joint answers, or too few people: no verdict anywhere. */
function inFigures(changed: readonly Changed[]): string {
	const sorted = [...changed].sort((a, b) => b.difference.compare(a.difference));
	const [most] = sorted;
	const least = sorted.at(-1);
	const said = ({ name, difference }: Changed) => `${name} (${formatDifference(difference)})`;
	const rise = most && ZERO.isBelow(most.difference) ? `Het meest gestegen: ${said(most)}.` : '';
	const fall = least?.difference.isBelow(ZERO) ? `Het meest gedaald: ${said(least)}.` : '';
	const figures = [rise, fall].filter((sentence) => sentence !== '').join(' ');
	return `${figures === '' ? 'Alle scores bleven gelijk.' : figures} Dat zijn cijfers, geen oordeel.`;
}
