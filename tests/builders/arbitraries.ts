import fc from 'fast-check';
import { MAX_REVISION, type Answer, type IndividualResponse, type Trend } from '$lib/domain/measurement/measurement';
import { measurement } from './handing-in';

/** So many ids in questionnaire order; the first is one that plain objects have of themselves. */
export function itemIdsOf(count: number): string[] {
	return Array.from({ length: count }, (_, index) => (index === 0 ? 'constructor' : `item-${index}`));
}

const answerArbitrary: fc.Arbitrary<Answer | undefined> = fc.constantFrom<(Answer | undefined)[]>(
	undefined,
	1,
	2,
	3,
	4,
	5,
	'unknown'
);

/** Any trends about these dimensions. */
export function trendsArbitrary(dimensionIds: readonly string[]): fc.Arbitrary<Record<string, Trend>> {
	const trend = fc.constantFrom<(Trend | undefined)[]>(undefined, 'better', 'same', 'worse');
	return fc.array(trend, { minLength: dimensionIds.length, maxLength: dimensionIds.length }).map((trends) =>
		Object.fromEntries(
			dimensionIds.flatMap((dimensionId, index): [string, Trend][] => {
				const given = trends[index];
				return given === undefined ? [] : [[dimensionId, given]];
			})
		)
	);
}

/** Any response of the measurement, with every pattern of answers to these items. */
export function responseArbitrary(itemIds: readonly string[]): fc.Arbitrary<IndividualResponse> {
	return fc
		.record({
			id: hexArbitrary(10),
			group: fc.constantFrom(...measurement.groups),
			revision: fc.integer({ min: 1, max: MAX_REVISION }),
			answers: fc.array(answerArbitrary, { minLength: itemIds.length, maxLength: itemIds.length })
		})
		.map(({ id, group, revision, answers }) => ({
			id,
			measurementId: measurement.id,
			groupId: group.id,
			revision,
			answers: Object.fromEntries(
				itemIds.flatMap((itemId, index): [string, Answer][] => {
					const answer = answers[index];
					return answer === undefined ? [] : [[itemId, answer]];
				})
			),
			notes: {},
			trends: {}
		}));
}

export function hexArbitrary(digits: number): fc.Arbitrary<string> {
	return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
}
