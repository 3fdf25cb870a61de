import { readFileSync } from 'node:fs';
import { selectAdvice } from '../../../src/lib/domain/advice/advice';
import { computeComparison, type Occasion } from '../../../src/lib/domain/comparing/comparison';
import { shiftsBetween } from '../../../src/lib/domain/comparing/comparison-shifts';
import type {
	Answer,
	Group,
	Measurement,
	Privacy,
	Response,
	Score
} from '../../../src/lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { computeFigures } from '../../../src/lib/domain/scoring/scoring';
import { sinceLastTime } from '../../../src/lib/domain/comparing/since';
import { summariseMeasurement } from '../../../src/lib/domain/scoring/summary';
import { aMeasurement } from '../../builders/records';
import type { Lab, Row, Scenario, Target } from '../setting/scenario';
import { exponent } from '../slope';
import { chanceFrom } from '../setting/workshop';

/** How scoring, comparing, suppression and tips grow with the number of responses. */
export const growth: Scenario = { name: 'growth', run };

/** Responses of one measurement. */
const SIZES = [40, 400, 4_000, 40_000] as const;
const LARGEST = Math.max(...SIZES);
/** A round takes half a minute; more of them tell nothing new. */
const MOST_ROUNDS = 5;
/** 1 is linear. */
const EXPONENT: Target[] = [{ atMost: 1.1 }];

const questionnaireAt = (version: string) =>
	JSON.parse(readFileSync(`questions/samenwerking/${version}.json`, 'utf8')) as Questionnaire;
const before = questionnaireAt('1.0.0');
const now = questionnaireAt('1.1.0');

const roles = now.roles.map(({ id }) => id);
const groupsOf = (count: number): Group[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `groep-${index}`,
		role: roles[index % roles.length] ?? '',
		name: `Groep ${index + 1}`
	}));

/** One in forty answers is left out and one in twenty is «weet niet», so that every rule has work. */
function responsesOf(questionnaire: Questionnaire, groups: readonly Group[], seed: number): Response[] {
	const chance = chanceFrom(seed);
	const itemIds = itemsOf(questionnaire).map(({ id }) => id);
	const answerOf = (): Answer | undefined => {
		const draw = chance(40);
		if (draw === 0) return undefined;
		return draw < 3 ? 'unknown' : ((1 + chance(5)) as Score);
	};
	return Array.from({ length: LARGEST }, (_, index): Response => {
		const given = itemIds.map((id) => [id, answerOf()] as const).filter(([, answer]) => answer !== undefined);
		const group = groups[index % groups.length];
		return {
			id: String(index),
			groupId: group?.id ?? '',
			kind: 'individual',
			answers: Object.fromEntries(given) as Record<string, Answer>
		};
	});
}

function measurementOf(
	id: string,
	date: string,
	questionnaire: Questionnaire,
	groups: Group[],
	privacy: Privacy
): Measurement {
	return aMeasurement({
		id,
		date,
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		groups,
		privacy,
		status: 'closed',
		sealed: true,
		ways: ['phone']
	});
}

type Work = (from: number, to: number) => unknown;

/** Each takes the responses from one place to another. */
function allWork(): Record<string, Work> {
	const open: Privacy = { mode: 'open' };
	const anonymous: Privacy = { mode: 'anoniem', threshold: 5 };
	const [two, four] = [groupsOf(2), groupsOf(4)];
	const twoNow = responsesOf(now, two, 1);
	const twoBefore = responsesOf(before, two, 2);
	const fourNow = responsesOf(now, four, 3);
	const fourBefore = responsesOf(before, four, 4);
	const compare = (groups: Group[], privacy: Privacy, earlier: Response[], later: Response[]) => {
		const then = measurementOf('toen', '2025-03-01', before, groups, privacy);
		const today = measurementOf('nu', '2026-03-01', now, groups, privacy);
		return (from: number, to: number) => {
			const occasions: Occasion[] = [
				{ measurement: then, questionnaire: before, responses: earlier.slice(from, to) },
				{ measurement: today, questionnaire: now, responses: later.slice(from, to) }
			];
			const comparison = computeComparison(occasions);
			if (comparison.kind === 'none') throw new Error('these measurements share items');
			return { comparison, shifts: shiftsBetween(comparison, 0, 1) };
		};
	};
	const compareOpen = compare(two, open, twoBefore, twoNow);
	return {
		'scoring, 2 groups, open': (from, to) => computeFigures(now, two, twoNow.slice(from, to), open),
		'suppression, 4 groups, anonymous': (from, to) => computeFigures(now, four, fourNow.slice(from, to), anonymous),
		'comparing 2 measurements, open': compareOpen,
		'comparing 2 measurements, anonymous': compare(four, anonymous, fourBefore, fourNow),
		'scoring, comparing and tips': (from, to) => {
			const figures = computeFigures(now, two, twoNow.slice(from, to), open);
			return selectAdvice(now, two, figures, sinceLastTime(compareOpen(from, to).comparison, 0, 1));
		},
		'a summary for the lists': (from, to) => {
			const responses = twoNow.slice(from, to);
			return summariseMeasurement(now, two, computeFigures(now, two, responses, open), responses);
		}
	};
}

/**
 * Every timed run goes over the same 40,000 responses: as one measurement of 40,000 or as 1,000 measurements of 40,
 * so a small size is repeated until it is as much work as the largest. What is left of a small one in the
 * processor's cache is its advantage.
 */
function run({ rounds, log }: Lab): Promise<Row[]> {
	const rows = Object.entries(allWork()).flatMap(([name, work]) => {
		SIZES.forEach((size) => timeOnce(work, size));
		// The sizes take turns: a machine that slows down slows all of them.
		const found = Array.from({ length: Math.min(rounds, MOST_ROUNDS) }, () =>
			SIZES.map((size) => ({ size, time: timeOnce(work, size) }))
		);
		log(`${name}: exponents ${found.map((points) => exponent(points).toFixed(2)).join(', ')}`);
		return [
			{
				measure: `growth, ${name}: exponent`,
				contender: 'app',
				unit: '',
				samples: found.map(exponent),
				targets: EXPONENT
			},
			...SIZES.map((size, place) => ({
				measure: `growth, ${name}: ${size} responses`,
				contender: 'app',
				unit: 'ms' as const,
				samples: found.map((points) => points[place]?.time ?? NaN)
			}))
		] satisfies Row[];
	});
	return Promise.resolve(rows);
}

/** @returns milliseconds for one measurement */
function timeOnce(work: Work, size: number): number {
	globalThis.gc?.();
	const start = performance.now();
	for (let from = 0; from < LARGEST; from += size) work(from, from + size);
	return ((performance.now() - start) * size) / LARGEST;
}
