import type { NamedLine } from '$lib/charts/marks/named-line';
import type { SidePlace } from '$lib/design/tokens';
import { NO_SCORE, scoreText } from '$lib/charts/marks/scale';

/** One dimension at two or more measurements. */
export interface OverTimeData {
	/** What each measurement is called, oldest first: «2024», «mrt 2024»; see dateLabels. */
	dates: readonly string[];
	/** The sides, and where it is wanted the samenwerkingsscore. */
	series: readonly OverTimeSeries[];
}

export interface OverTimeSeries extends NamedLine {
	/** One a measurement; null where there is no score to show. */
	points: readonly (OverTimePoint | null)[];
}

export interface OverTimePoint {
	/** 1 to 5. */
	value: number;
	/** Whether it is a joint answer: drawn with a ring around its marker. */
	joint: boolean;
}

/** One of several small plots side by side. */
export interface TimelinePlot {
	dimensionId: string;
	title: string;
	/** Place of the theme in the questionnaire: its colour. */
	themeIndex: number;
	data: OverTimeData;
}

/** From an old score to a new one, as it is drawn in a row. */
export interface ShiftRow {
	name: string;
	sideIndex: SidePlace;
	from: OverTimePoint | null;
	to: OverTimePoint | null;
	/** Measurements between the first and the last. */
	between: OverTimePoint[];
	/** Which way the arrowhead points: −1 to the left, 1 to the right; null where there is no room for one. */
	direction: -1 | 1 | null;
	/** «van 3,2 naar 3,9» */
	words: string;
}

/** On the smallest screen a shorter line has no room for a head between its markers. */
const ARROW_FROM = 0.5;

/** The first and the last measurement of each series, and what lies between. */
export function shiftsOf({ series }: OverTimeData): ShiftRow[] {
	return series.map(({ name, sideIndex, points }) => {
		const from = points[0] ?? null;
		const to = points.at(-1) ?? null;
		return {
			name,
			sideIndex,
			from,
			to,
			between: points.slice(1, -1).filter((point) => point !== null),
			direction: from && to ? directionOf(to.value - from.value) : null,
			words: shiftWords(from, to)
		};
	});
}

function shiftWords(from: OverTimePoint | null, to: OverTimePoint | null): string {
	if (from && to) return `van ${scoreText(from.value)} naar ${scoreText(to.value)}`;
	if (from) return `eerst ${scoreText(from.value)}`;
	return to ? `nu ${scoreText(to.value)}` : NO_SCORE;
}

function directionOf(distance: number): ShiftRow['direction'] {
	if (Math.abs(distance) < ARROW_FROM) return null;
	return distance > 0 ? 1 : -1;
}

/** Every score in words: «Openheid. Gemeente: 3,2 (2024), 3,9 (2026, gezamenlijk antwoord).» */
export function overTimeWords(name: string, { dates, series }: OverTimeData): string {
	const lines = series.map((line) => {
		const scores = dates.map((date, index) => {
			const point = line.points[index] ?? null;
			const about = point?.joint ? `${date}, gezamenlijk antwoord` : date;
			return `${scoreText(point?.value ?? null)} (${about})`;
		});
		return `${line.name}: ${scores.join(', ')}.`;
	});
	return [`${name}.`, ...lines].join(' ');
}
