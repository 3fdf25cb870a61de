import fc from 'fast-check';
import type { Answer, IndividualResponse, Measurement, Trend } from '$lib/domain/measurement/measurement';
import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import { termsWith, type Terms } from '$lib/domain/measurement/terms';
import type { Good, Outcome } from '$lib/exchange/outcome';

/** A measurement that people hand their answers in to. */
export const measurement: Measurement = {
	id: '0123456789abcdef0123456789abcdef',
	partnershipId: 'fedcba9876543210fedcba9876543210',
	name: 'Voorjaar',
	date: '2026-03-19',
	questionnaire: { id: 'samenwerking', version: '1.0.0' },
	groups: [
		{ id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', role: 'gemeente', name: 'Gemeente' },
		{ id: 'verenigingen', role: 'vereniging', name: 'Verenigingen' }
	],
	privacy: { mode: 'open' },
	status: 'open',
	sealed: false,
	ways: ['phone'],
	createdAt: '2026-03-01T10:00:00.000Z',
	asksTrend: false
};

export const anonymous: Measurement = { ...measurement, privacy: { mode: 'anoniem', threshold: 5 } };

/** The same occasion, asking how each dimension goes beside last time. */
export const asking: Measurement = { ...measurement, asksTrend: true };

/** What people answer a measurement under, on statements that are the same for all. */
export function termsFor(asked: Measurement): Terms {
	return termsWith({ ...asked, measurementId: asked.id }, '0123456789'.repeat(4));
}

export const terms = termsFor(measurement);

export const response: IndividualResponse = {
	id: '00ff00ff00',
	measurementId: measurement.id,
	groupId: 'verenigingen',
	revision: 1,
	answers: { 'item-1': 4, 'item-3': 'unknown', ['constructor' as string]: 2 },
	notes: {},
	trends: {}
};

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

/** A good outcome with what it holds; a refusal fails the test with its reason. */
export function goodOf<T extends object>(outcome: Outcome<T>): Good<T> {
	if (outcome.kind === 'refused') throw new Error(outcome.reason);
	return outcome;
}

/** The reason of a refusal; a good outcome fails the test. */
export function reasonOf(outcome: Outcome<object>): string {
	if (outcome.kind === 'good') throw new Error('It was not refused');
	return outcome.reason;
}
