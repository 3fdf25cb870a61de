import { Fraction, parseFraction } from '$lib/domain/scoring/fraction';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { isSameQuestionnaire } from '$lib/domain/questionnaire/questionnaire-ref';
import type { DimensionSummary, MeasurementSummary } from '$lib/domain/scoring/summary';

/** One measurement beside the other partnerships on this device. The rules: docs/scoring.md, «Beside others». */

/** With fewer others a dot could be told to be of someone. */
export const FEWEST_OTHERS = 5;

interface SummarisedMeasurement {
	measurement: Measurement;
	/** Undefined when its figures were not shown yet, or this app lacks the version of its questionnaire. */
	summary: MeasurementSummary | undefined;
}

export interface Candidate {
	partnership: Pick<Partnership, 'id' | 'example'>;
	/** In any order. */
	measurements: readonly SummarisedMeasurement[];
}

export interface Peers {
	/** The other partnerships that have figures of the same questionnaire. */
	others: number;
	/** The other partnerships that do not count, each for one reason. */
	excluded: { examples: number; otherQuestionnaire: number; noFigures: number };
	/** In questionnaire order. */
	dimensions: DimensionPeers[];
}

export type DimensionPeers = {
	dimensionId: string;
	own: Fraction | null;
	/** How many of the others have a score here. */
	n: number;
	/**
	 * How many of the others do not count here: their version has other items, or there is
	 * no score of all their groups.
	 */
	excluded: { otherItems: number; noScore: number };
	/** Null when n is below FEWEST_OTHERS: then nothing of the others shows. */
	spread: OthersSpread | null;
};

export interface OthersSpread {
	/** Each different score once, lowest first: no order tells whose it is. */
	scores: readonly { score: Fraction; count: number }[];
	/** The middle half lies between the first and the third quartile. */
	quartiles: { first: Fraction; median: Fraction; third: Fraction };
	/** How many of the others score lower, the same and higher; null without an own score. */
	place: { lower: number; equal: number; higher: number } | null;
}

/**
 * @param own with its summary: its figures were shown
 * @param candidates the partnerships on this device; the own one among them does not count
 */
export function comparePeers(
	own: { measurement: Measurement; summary: MeasurementSummary },
	candidates: readonly Candidate[]
): Peers {
	const foreign = candidates.filter(({ partnership }) => partnership.id !== own.measurement.partnershipId);
	const real = foreign.filter(({ partnership }) => !partnership.example);
	// Of any version: each dimension is judged by its own items.
	const sameQuestionnaire = real
		.map(({ measurements }) =>
			measurements.filter((one) => isSameQuestionnaire(one.measurement.questionnaire, own.measurement.questionnaire))
		)
		.filter((measurements) => measurements.length > 0);
	const others = sameQuestionnaire.flatMap((measurements) => latestFigures(measurements) ?? []);
	return {
		others: others.length,
		excluded: {
			examples: foreign.length - real.length,
			otherQuestionnaire: real.length - sameQuestionnaire.length,
			noFigures: sameQuestionnaire.length - others.length
		},
		dimensions: own.summary.dimensions.map((dimension) => placeDimension(dimension, others))
	};
}

/** Whether there is a samenwerkingsscore anywhere: only the latest measurement that has one counts of a partnership. */
export function hasFigures({ dimensions }: MeasurementSummary): boolean {
	return dimensions.some(({ score }) => score !== null);
}

function latestFigures(measurements: readonly SummarisedMeasurement[]): MeasurementSummary | undefined {
	return measurements
		.flatMap(({ measurement, summary }) => (summary ? [{ measurement, summary }] : []))
		.filter(({ summary }) => hasFigures(summary))
		.sort((a, b) => byNewest(a.measurement, b.measurement))
		.at(0)?.summary;
}

function placeDimension(
	{ dimensionId, itemIds, score }: DimensionSummary,
	others: readonly MeasurementSummary[]
): DimensionPeers {
	const own = score === null ? null : parseFraction(score);
	const comparable = others
		.flatMap(({ dimensions }) => dimensions.find((dimension) => dimension.dimensionId === dimensionId) ?? [])
		.filter((dimension) => isSameSet(dimension.itemIds, itemIds));
	const scores = comparable
		.flatMap((dimension) => (dimension.score === null ? [] : [parseFraction(dimension.score)]))
		.sort((a, b) => a.compare(b));
	return {
		dimensionId,
		own,
		n: scores.length,
		excluded: { otherItems: others.length - comparable.length, noScore: comparable.length - scores.length },
		spread: scores.length < FEWEST_OTHERS ? null : spreadOf(scores, own)
	};
}

function spreadOf(sorted: readonly Fraction[], own: Fraction | null): OthersSpread | null {
	const [first, median, third] = [quartile(sorted, 1), quartile(sorted, 2), quartile(sorted, 3)];
	if (!first || !median || !third) return null;
	return { scores: distributionOf(sorted), quartiles: { first, median, third }, place: own && placeOf(sorted, own) };
}

/**
 * A quarter of the way along the sorted scores, between two of them in proportion: place (n − 1)·quarter/4, counted
 * from 0. The same as QUARTILE.INC (KWARTIEL.INC) of a spreadsheet; the second quarter is the median.
 * @param sorted lowest first
 * @returns undefined of nothing
 */
export function quartile(sorted: readonly Fraction[], quarter: 1 | 2 | 3): Fraction | undefined {
	const quarters = (sorted.length - 1) * quarter;
	const below = sorted[Math.floor(quarters / 4)];
	const above = sorted[Math.ceil(quarters / 4)];
	if (!below || !above) return undefined;
	const step = above.minus(below);
	return below.plus(Fraction.of(step.numerator * BigInt(quarters % 4), step.denominator * 4n));
}

function distributionOf(sorted: readonly Fraction[]): { score: Fraction; count: number }[] {
	const found: { score: Fraction; count: number }[] = [];
	for (const score of sorted) {
		const last = found.at(-1);
		if (last?.score.compare(score) === 0) last.count += 1;
		else found.push({ score, count: 1 });
	}
	return found;
}

function placeOf(scores: readonly Fraction[], own: Fraction): { lower: number; equal: number; higher: number } {
	const lower = scores.filter((score) => score.isBelow(own)).length;
	const higher = scores.filter((score) => own.isBelow(score)).length;
	return { lower, equal: scores.length - lower - higher, higher };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
	const known = new Set(b);
	return new Set(a).size === known.size && a.every((id) => known.has(id));
}
