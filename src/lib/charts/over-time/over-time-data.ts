import type { NamedLine } from '$lib/charts/marks/named-line';
import { scoreText } from '$lib/charts/marks/scale';
import { daysBetween } from '$lib/domain/dates';

/** One dimension at two or more measurements. */
export interface OverTimeData {
	/** What each measurement is called, oldest first: «2024», «mrt 2024»; see dateLabels. */
	dates: readonly string[];
	/** Where each lies in time, from the oldest at 0 to the newest at 1 (placesInTime). */
	at: readonly number[];
	/** The sides, and where it is wanted the samenwerkingsscore. */
	series: readonly OverTimeSeries[];
}

export interface OverTimeSeries extends NamedLine {
	/** One a measurement; null where there is no score to show. */
	points: readonly (OverTimePoint | null)[];
}

interface OverTimePoint {
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

/**
 * Where days lie between the first and the last of them, to scale: half a year takes a quarter of what two years take.
 * In equal steps when all are the same day.
 * @param isoDates yyyy-mm-dd, oldest first
 */
export function placesInTime(isoDates: readonly string[]): number[] {
	const [oldest = '', newest = ''] = [isoDates[0], isoDates.at(-1)];
	const days = daysBetween(oldest, newest);
	const steps = Math.max(1, isoDates.length - 1);
	return isoDates.map((date, index) => (days > 0 ? daysBetween(oldest, date) / days : index / steps));
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
