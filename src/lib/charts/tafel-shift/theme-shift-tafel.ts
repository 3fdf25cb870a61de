import type { Comparison } from '$lib/domain/comparing/comparison';
import { occasionAt, sideOf, valueAt } from '$lib/domain/comparing/comparison-shifts';
import { themeShiftsBetween, type ScoreShift, type ThemeShift } from '$lib/domain/comparing/theme-scores';
import { dateLabels } from '$lib/domain/dates';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import { formatScore } from '$lib/domain/words/score-words';
import { themeShiftRows } from '$lib/domain/year-words/theme-shift-words';
import { togetherSentence } from '$lib/domain/year-words/together-words';
import { endsOf, fromTo, type ShiftTafel, type ShiftTafelSide } from './shift-data';

/**
 * The same picture with a line for each theme, in the order of the newest version. Only what is said of a theme: the
 * scores of the sides and of «samen», without a verdict («Per theme» in docs/scoring.md), so nothing is clear here.
 * @param from place of the old measurement in the comparison
 * @param to place of the new one
 * @returns null where there is nothing to see beside each other: fewer than two themes, or no score
 * @throws RangeError when the comparison has no such occasion
 */
export function themeShiftTafelOf(comparison: Comparison, from: number, to: number): ShiftTafel | null {
	const shifts = themeShiftsBetween(comparison, from, to);
	const scored = shifts.some(({ groups }) => groups.some(({ score }) => score.before ?? score.after));
	if (shifts.length < 2 || !scored) return null;
	const [before = '', after = ''] = dateLabels([from, to].map((at) => occasionAt(comparison, at).measurement.date));
	const said = themeShiftRows(comparison, from, to);
	const there = new Set(shifts[0]?.groups.map(({ groupId }) => groupId));
	return {
		...{ lines: 'themes', before, after },
		sides: comparison.groups.flatMap(({ id, name }, sideIndex) =>
			there.has(id) ? [{ groupId: id, name, sideIndex }] : []
		),
		rows: shifts.map((shift, index) => ({
			dimensionId: shift.themeId,
			name: said[index]?.name ?? shift.themeId,
			shared: said[index]?.shared ?? '',
			themeIndex: said[index]?.themeIndex ?? 0,
			sides: sidesOf(comparison, shift, from, to),
			figureText: textOf(shift.together),
			clear: false
		})),
		about: togetherSentence(comparison),
		themes: [],
		ends: endsOf(comparison.questionnaire.scale.points)
	};
}

function sidesOf(comparison: Comparison, { themeId, groups }: ThemeShift, from: number, to: number): ShiftTafelSide[] {
	const own = comparison.dimensions.filter((dimension) => dimension.themeId === themeId);
	return groups.map(({ groupId, score }) => {
		const sideIndex = comparison.groups.findIndex(({ id }) => id === groupId);
		const figuresAt = (place: number) => own.map((dimension) => sideOf(valueAt(dimension, place), groupId));
		const [then, now] = [figuresAt(from), figuresAt(to)];
		const none = !score.before && !score.after;
		const hidden = none && [...then, ...now].some((side) => side?.hidden);
		return {
			...{ name: comparison.groups[sideIndex]?.name ?? groupId, sideIndex, clear: false, hidden },
			before: score.before?.toNumber() ?? null,
			after: score.after?.toNumber() ?? null,
			joint: { before: allJoint(then), after: allJoint(now) },
			text: textOf(score) || (hidden ? 'verborgen' : 'geen score')
		};
	});
}

const allJoint = (sides: readonly (GroupFigures | null)[]) => sides.every((side) => side?.basis === 'joint');

const textOf = ({ before, after }: ScoreShift) => fromTo(before && formatScore(before), after && formatScore(after));
