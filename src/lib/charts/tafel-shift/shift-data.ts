import type { ComparedDimension, Comparison } from '$lib/domain/comparing/comparison';
import { occasionAt, sideOf, valueAt, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import type { Shift } from '$lib/domain/comparing/shift';
import { dateLabels } from '$lib/domain/dates';
import type { GroupFigures } from '$lib/domain/scoring/figures';
import { formatGap, formatScore } from '$lib/domain/words/score-words';
import { sharedWords } from '$lib/domain/year-words/shift-rows';
import { togetherSentence } from '$lib/domain/year-words/together-words';

/** From an old measurement to a new one, on the same line for each dimension, or for each theme. */
export interface ShiftTafel {
	/** Of what it has a line. */
	lines: keyof typeof SHIFT_LINES;
	/** What the two are called: «2026», «mrt 2026». */
	before: string;
	after: string;
	sides: readonly { groupId: string; name: string; sideIndex: number }[];
	/** Dimensions: clear changes first, then by how much anything changed; ties and themes as in the questionnaire. */
	rows: readonly ShiftTafelRow[];
	/** Which groups the gap is between, where one came or went (togetherSentence); else ''. */
	about: string;
	/** In questionnaire order. */
	themes: readonly { name: string; themeIndex: number }[];
	/** What the lowest and the highest point of the scale mean. */
	ends: readonly [string, string];
}

/** What a line is of, and what the figure at its right is. */
export const SHIFT_LINES = {
	dimensions: { one: 'onderdeel', figure: 'verschil' },
	themes: { one: 'thema', figure: 'samen' }
} as const;

export interface ShiftTafelRow {
	/** Of the dimension or the theme. */
	dimensionId: string;
	name: string;
	/** «over 3 gedeelde stellingen» or «over 2 van de 3 onderdelen», where others do not count; else ''. */
	shared: string;
	themeIndex: number;
	sides: readonly ShiftTafelSide[];
	/** The gap of a dimension or «samen» of a theme: «1,6 naar 0,7», «0,7» where both are written the same, or ''. */
	figureText: string;
	/** At least one side changed clearly. */
	clear: boolean;
}

export interface ShiftTafelSide {
	name: string;
	sideIndex: number;
	/** From 1 to 5, for drawing; null where there is no score to show. */
	before: number | null;
	after: number | null;
	/** Joint answers, marked as such. */
	joint: { before: boolean; after: boolean };
	/** The change has a verdict: better or worse. */
	clear: boolean;
	/** Nothing shows, as a score is kept back. */
	hidden: boolean;
	/** «2,2 naar 3,1», «3,8», «eerst 3,2», «nu 3,1», «verborgen» or «geen score». */
	text: string;
}

/**
 * @param shifts between those two, one for each dimension of the comparison
 * @param from place of the old measurement in the comparison
 * @param to place of the new one
 */
export function shiftTafelOf(
	comparison: Comparison,
	shifts: readonly DimensionShift[],
	from: number,
	to: number
): ShiftTafel {
	const [before = '', after = ''] = dateLabels([from, to].map((at) => occasionAt(comparison, at).measurement.date));
	const { points } = comparison.questionnaire.scale;
	const rows = comparison.dimensions.flatMap((dimension, index) => {
		const shift = shifts[index];
		return shift ? [{ row: rowOf(comparison, dimension, shift, from, to), by: largestChange(shift) }] : [];
	});
	rows.sort((one, other) => Number(other.row.clear) - Number(one.row.clear) || other.by - one.by);
	return {
		lines: 'dimensions',
		before,
		after,
		sides: sidesIn(comparison, shifts),
		rows: rows.map(({ row }) => row),
		about: togetherSentence(comparison),
		themes: comparison.questionnaire.themes.map(({ name }, themeIndex) => ({ name, themeIndex })),
		ends: endsOf(points)
	};
}

/** The groups that took part in one of the two. */
function sidesIn({ groups }: Comparison, shifts: readonly DimensionShift[]): ShiftTafel['sides'] {
	const there = new Set(shifts[0]?.groups.map(({ groupId }) => groupId));
	return groups.flatMap(({ id, name }, sideIndex) => (there.has(id) ? [{ groupId: id, name, sideIndex }] : []));
}

function rowOf(
	comparison: Comparison,
	dimension: ComparedDimension,
	shift: DimensionShift,
	from: number,
	to: number
): ShiftTafelRow {
	const sides = sidesIn(comparison, [shift]).map(({ groupId, name, sideIndex }): ShiftTafelSide => {
		const own = shift.groups.find((side) => side.groupId === groupId)?.shift;
		const [old, now] = [from, to].map((at) => sideOf(valueAt(dimension, at), groupId));
		return { name, sideIndex, ...sideShift(own, old ?? null, now ?? null) };
	});
	return {
		dimensionId: dimension.dimensionId,
		name: dimension.name,
		shared: sharedWords(dimension),
		themeIndex: Math.max(
			0,
			comparison.questionnaire.themes.findIndex(({ id }) => id === dimension.themeId)
		),
		sides,
		figureText: gapText(shift.gap),
		clear: sides.some(({ clear }) => clear)
	};
}

function sideShift(
	shift: Shift | undefined,
	old: GroupFigures | null,
	now: GroupFigures | null
): Omit<ShiftTafelSide, 'name' | 'sideIndex'> {
	const before = shift?.before ?? null;
	const after = shift?.after ?? null;
	const hidden = !before && !after && [old, now].some((side) => side?.hidden);
	const [was, is] = [before && formatScore(before), after && formatScore(after)];
	return {
		before: before?.toNumber() ?? null,
		after: after?.toNumber() ?? null,
		joint: { before: old?.basis === 'joint', after: now?.basis === 'joint' },
		clear: shift?.words === 'better' || shift?.words === 'worse',
		hidden,
		text: fromTo(was, is) || (hidden ? 'verborgen' : 'geen score')
	};
}

export const endsOf = (points: readonly string[]): ShiftTafel['ends'] => [
	(points[0] ?? '').toLowerCase(),
	(points.at(-1) ?? '').toLowerCase()
];

export function fromTo(was: string | null, is: string | null): string {
	if (was && is) return was === is ? is : `${was} naar ${is}`;
	if (was) return `eerst ${was}`;
	return is ? `nu ${is}` : '';
}

const gapText = ({ before, after }: DimensionShift['gap']) =>
	fromTo(before && formatGap(before.size), after && formatGap(after.size));

/** In points of the scale, for the order only. */
function largestChange({ groups }: DimensionShift): number {
	return Math.max(0, ...groups.map(({ shift }) => shift.difference?.abs().toNumber() ?? 0));
}

/** «Gemeente twee keer 3,8; Verenigingen van 2,2 naar 3,1, duidelijk hoger; verschil van 1,6 naar 0,7» */
export function shiftRowWords({ sides, figureText, shared }: ShiftTafelRow, lines: ShiftTafel['lines']): string {
	const each = sides.map(({ name, text, clear, joint, before, after }) => {
		const together = joint.before || joint.after ? ', samen geantwoord' : '';
		const how = clear && before !== null && after !== null ? `, duidelijk ${after > before ? 'hoger' : 'lager'}` : '';
		return `${name} ${both(text)}${how}${together}`;
	});
	return [
		...each,
		...(figureText === '' ? [] : [`${SHIFT_LINES[lines].figure} ${both(figureText)}`]),
		...(shared === '' ? [] : [shared])
	].join('; ');
}

/** What an eye sees at the place of a figure: that one figure is of both. */
const both = (text: string): string =>
	text.includes(' naar ') ? `van ${text}` : /^\d/.test(text) ? `twee keer ${text}` : text;

/** The whole picture read out, for who cannot see it. */
export function shiftTafelWords({ lines, before, after, ends, rows, about }: ShiftTafel): string {
	const [low, high] = ends;
	const each = rows.map((row) => `${row.name}: ${shiftRowWords(row, lines)}.`);
	return `Van ${before} naar ${after}, één lijn per ${SHIFT_LINES[lines].one}, van 1 (${low}) tot 5 (${high}). ${[...(about === '' ? [] : [about]), ...each].join(' ')}`;
}

/** Only the rows from one to before another, and the themes that they are of. */
export function onlyShiftRows(tafel: ShiftTafel, from: number, to: number): ShiftTafel {
	const rows = tafel.rows.slice(from, to);
	const themes = tafel.themes.filter((theme) => rows.some(({ themeIndex }) => themeIndex === theme.themeIndex));
	return { ...tafel, rows, themes };
}
