import type { DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import { dimensionCount, formatDifference } from './comparison-words';
import { joinDutch } from '$lib/domain/words/counting-words';
import { ZERO, type Fraction } from '$lib/domain/scoring/fraction';
import type { Shift, ShiftWords } from '$lib/domain/comparing/shift';
import { formatScore, type NameOf } from '$lib/domain/words/score-words';

/** More names than this in one list, and the rest is counted. */
const MOST_NAMES = 4;

/**
 * What changed between two measurements, in a few sentences: the verdicts on the samenwerkingsscore, then those on a
 * group that say something else. Where there is no verdict at all, the largest rise and fall in figures. What has no
 * verdict is never called unchanged.
 * @param about which groups «samen» is over, or why there is none (togetherSentence); '' for the samenwerkingsscore
 */
export function summariseShifts(
	shifts: readonly DimensionShift[],
	dimensionName: NameOf,
	groupName: NameOf,
	about: string
): string {
	const scores = shifts.map(({ dimensionId, score }) => ({ name: `"${dimensionName(dimensionId)}"`, shift: score }));
	const groups = groupVerdicts(shifts, dimensionName, groupName);
	const first = about === '' ? [] : [about];
	const name = about === '' ? 'samenwerkingsscore' : 'score samen';
	if (scores.some(({ shift }) => shift.words !== null))
		return [...first, ...scoreVerdicts(scores, name), ...groups].join(' ');
	if (scores.some(({ shift }) => shift.why === 'other-groups'))
		return [...first, ...(groups.length > 0 ? groups : ['Zie de cijfers van elke groep.'])].join(' ');
	const figures = inFigures(scores, about === '' ? 'samenwerkingsscores' : 'scores samen');
	if (figures === null) return 'Er zijn te weinig scores om de twee metingen te vergelijken.';
	return [...first, figures, ...groups].join(' ');
}

/**
 * What changed most, with both figures: the part before the colon and the part after it. A clear change goes before any
 * other; where nothing changed clearly, or no score can be compared, it says that.
 */
export function headlineOfShifts(
	shifts: readonly DimensionShift[],
	dimensionName: NameOf,
	groupName: NameOf
): readonly [string, string] {
	const changes = shifts.flatMap(({ dimensionId, groups }) =>
		groups.flatMap(({ groupId, shift }) => (shift.difference ? [{ dimensionId, groupId, shift }] : []))
	);
	const isClear = ({ shift: { words } }: (typeof changes)[number]) => words === 'better' || words === 'worse';
	const judged = changes.some(({ shift }) => shift.words !== null);
	const told = judged ? changes.filter(isClear) : changes;
	const [most] = told.sort((a, b) => sizeOf(b.shift).compare(sizeOf(a.shift)));
	if (changes.length === 0) return ['Wat is er veranderd?', 'Er zijn te weinig scores om te vergelijken.'];
	if (!most?.shift.before || !most.shift.after)
		return ['Wat is er veranderd?', 'Bij geen enkel onderdeel iets duidelijks.'];
	const [before, after] = [formatScore(most.shift.before), formatScore(most.shift.after)];
	return [`${dimensionName(most.dimensionId)}:`, `${groupName(most.groupId)} van ${before} naar ${after}`];
}

const sizeOf = ({ difference }: Shift) => (difference ?? ZERO).abs();

interface Named {
	name: string;
	shift: Shift;
}

function scoreVerdicts(scores: readonly Named[], scoreName: string): string[] {
	const atStart = `${scoreName.slice(0, 1).toUpperCase()}${scoreName.slice(1)}`;
	const named = (words: ShiftWords) => scores.flatMap(({ name, shift }) => (shift.words === words ? [name] : []));
	const [better, worse, unclear] = [named('better'), named('worse'), named('indistinct')];
	const silent = scores.filter(({ shift }) => shift.words === null && shift.difference !== null);
	const clear = better.length + worse.length;
	return [
		...(better.length > 0 ? [`${atStart} beter: ${list(better)}.`] : []),
		...(worse.length > 0 ? [`${atStart} minder goed: ${list(worse)}.`] : []),
		...(unclear.length === scores.length
			? [`Bij geen enkel onderdeel veranderde de ${scoreName} duidelijk.`]
			: unclear.length > 0
				? [
						`Bij ${clear > 0 ? '' : `de ${scoreName} van `}${dimensionCount(unclear.length)} is er geen duidelijke verandering.`
					]
				: []),
		...(silent.length > 0
			? [`Zonder oordeel: ${list(silent.map(({ name, shift }) => `${name} ${inBrackets(shift.difference)}`))}.`]
			: [])
	];
}

/** Only verdicts that the samenwerkingsscore of that dimension does not give already. */
function groupVerdicts(shifts: readonly DimensionShift[], dimensionName: NameOf, groupName: NameOf): string[] {
	const ids = [...new Set(shifts.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)))];
	return ids.flatMap((groupId) => {
		const named = (words: ShiftWords) =>
			shifts.flatMap(({ dimensionId, score, groups }) => {
				const own = groups.find((side) => side.groupId === groupId)?.shift.words;
				return own === words && score.words !== words ? [`"${dimensionName(dimensionId)}"`] : [];
			});
		const parts = [
			{ words: 'beter', names: named('better') },
			{ words: 'minder goed', names: named('worse') }
		].filter(({ names }) => names.length > 0);
		if (parts.length === 0) return [];
		return [`${groupName(groupId)}: ${parts.map(({ words, names }) => `${words} bij ${list(names)}`).join('; ')}.`];
	});
}

/** Joint answers, or too few people: no verdict anywhere. All that rose or fell as much are named together. */
function inFigures(scores: readonly Named[], scoreNames: string): string | null {
	const changed = scores.flatMap(({ name, shift }) => (shift.difference ? [{ name, by: shift.difference }] : []));
	if (changed.length === 0) return null;
	const sorted = [...changed].sort((a, b) => b.by.compare(a.by));
	const extreme = (by: Fraction | undefined) =>
		by ? changed.filter((one) => one.by.compare(by) === 0).map(({ name }) => name) : [];
	const [most, least] = [sorted[0]?.by, sorted.at(-1)?.by];
	const rise = most && ZERO.isBelow(most) ? `Het meest gestegen: ${list(extreme(most))} ${inBrackets(most)}.` : '';
	const fall = least?.isBelow(ZERO) ? `Het meest gedaald: ${list(extreme(least))} ${inBrackets(least)}.` : '';
	const figures = [rise, fall].filter((sentence) => sentence !== '').join(' ');
	return `${figures === '' ? `Alle ${scoreNames} bleven gelijk.` : figures} Dat zijn cijfers, geen oordeel.`;
}

const inBrackets = (difference: Fraction | null) => (difference ? `(${formatDifference(difference)})` : '');

function list(names: readonly string[]): string {
	if (names.length <= MOST_NAMES) return joinDutch(names);
	const rest = names.length - MOST_NAMES + 1;
	return `${names.slice(0, MOST_NAMES - 1).join(', ')} en nog ${rest} onderdelen`;
}
