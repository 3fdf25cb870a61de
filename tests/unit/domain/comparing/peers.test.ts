import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePeers, quartile, type Candidate, type DimensionPeers } from '$lib/domain/comparing/peers';
import {
	describeExcluded,
	describeExcludedPeers,
	describePlace,
	describeSpread,
	describeTooFew
} from '$lib/domain/year-words/peers-words';
import { Fraction, fractionText, parseFraction, type FractionText } from '$lib/domain/scoring/fraction';
import type { Measurement } from '$lib/domain/measurement/measurement';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';
import { measurementOf } from '../../../builders/records';
import { exact } from '../../../builders/workshop';

const items = ['openheid-1', 'openheid-2', 'openheid-3'];

function summaryWith(score: FractionText | null, itemIds: readonly string[] = items): MeasurementSummary {
	return { groups: [], dimensions: [{ dimensionId: 'openheid', itemIds, score, groups: [] }] };
}

/** A measurement of that partnership with one dimension. */
function measured(
	partnershipId: string,
	score: FractionText | null | 'hidden',
	{ date = '2026-03-19', itemIds = items, ...changes }: Partial<Measurement> & { itemIds?: readonly string[] } = {}
): Candidate['measurements'][number] {
	return {
		measurement: { ...measurementOf(partnershipId, `${partnershipId}-${date}`, date), ...changes },
		summary: score === 'hidden' ? undefined : summaryWith(score, itemIds)
	};
}

function other(id: string, ...measurements: Candidate['measurements']): Candidate {
	return { partnership: { id, example: false }, measurements };
}

/** One partnership for each score. */
const othersWith = (...scores: FractionText[]) =>
	scores.map((score, index) => other(`p${index}`, measured(`p${index}`, score)));

function ownWith(score: FractionText | null, itemIds: readonly string[] = items) {
	return { measurement: measurementOf('eigen', 'eigen-meting'), summary: summaryWith(score, itemIds) };
}

function onlyDimension(own: FractionText | null, candidates: readonly Candidate[]): DimensionPeers {
	const [dimension] = comparePeers(ownWith(own), candidates).dimensions;
	if (!dimension) throw new Error('there is no dimension');
	return dimension;
}

const quartilesOf = ({ spread }: DimensionPeers) =>
	spread && [spread.quartiles.first, spread.quartiles.median, spread.quartiles.third].map(exact);

describe('worked by hand', () => {
	const six = othersWith('7/2', '2/1', '3/1', '4/1', '5/2', '3/1');

	test('six others around 11/3: quartiles between two scores, each different score once', () => {
		// Sorted 2, 5/2, 3, 3, 7/2, 4. Places 1 1/4, 2 1/2, 3 3/4: 5/2 + 1/4 · 1/2 = 21/8; 3; 3 + 3/4 · 1/2 = 27/8.
		const dimension = onlyDimension('11/3', six);

		expect(quartilesOf(dimension)).toEqual(['21/8', '3', '27/8']);
		expect(dimension.spread?.scores.map(({ score, count }) => [exact(score), count])).toEqual([
			['2', 1],
			['5/2', 1],
			['3', 2],
			['7/2', 1],
			['4', 1]
		]);
		expect(dimension.spread?.place).toEqual({ lower: 5, equal: 0, higher: 1 });
	});

	test('five others: quartiles are scores themselves', () => {
		const dimension = onlyDimension('3/1', othersWith('5/1', '1/1', '3/1', '2/1', '4/1'));

		expect(quartilesOf(dimension)).toEqual(['2', '3', '4']);
		expect(dimension.spread?.place).toEqual({ lower: 2, equal: 1, higher: 2 });
	});

	test('equal is exactly equal: 10/3 is not 3,3', () => {
		const dimension = onlyDimension('33/10', othersWith('10/3', '10/3', '33/10', '1/1', '1/1'));

		expect(dimension.spread?.place).toEqual({ lower: 2, equal: 1, higher: 2 });
	});

	test('four others: nothing of them shows, only how many they are', () => {
		const dimension = onlyDimension('11/3', othersWith('1/1', '2/1', '3/1', '4/1'));

		expect(dimension).toMatchObject({ n: 4, spread: null });
		expect(describeTooFew(dimension)).toBe('Alleen 4 van de anderen hebben hier een score. We tonen dit vanaf 5.');
	});

	test('without an own score the others show, and no place among them', () => {
		expect(onlyDimension(null, six)).toMatchObject({ own: null, n: 6, spread: { place: null } });
	});
});

describe('who counts', () => {
	const five = othersWith('1/1', '2/1', '3/1', '4/1', '5/1');

	test('of each other partnership the latest measurement with figures of this questionnaire', () => {
		const several = other(
			'oud',
			measured('oud', '1/1', { date: '2024-01-01' }),
			measured('oud', '2/1', { date: '2025-01-01' }),
			measured('oud', 'hidden', { date: '2026-01-01' }),
			measured('oud', null, { date: '2026-02-01' }),
			measured('oud', '5/1', { date: '2026-03-01', questionnaire: { id: 'kapstokken', version: '1.0.0' } })
		);

		const { others, dimensions } = comparePeers(ownWith('3/1'), [...five, several]);

		expect(others).toBe(6);
		expect(dimensions[0]?.spread?.scores.map(({ score, count }) => [exact(score), count])).toContainEqual(['2', 2]);
	});

	test('examples, other questionnaires and hidden figures do not, each counted', () => {
		const peers = comparePeers(ownWith('3/1'), [
			...five,
			{ partnership: { id: 'voorbeeld', example: true }, measurements: [measured('voorbeeld', '3/1')] },
			other('anders', measured('anders', '3/1', { questionnaire: { id: 'kapstokken', version: '1.0.0' } })),
			other('leeg'),
			other('open', measured('open', 'hidden'))
		]);

		expect(peers.others).toBe(5);
		expect(peers.excluded).toEqual({ examples: 1, otherQuestionnaire: 2, noFigures: 1 });
		expect(describeExcludedPeers(peers)).toBe(
			'Niet meegeteld: 2 zonder meting met deze vragenlijst, 1 zonder cijfers om te tonen (nog niet gesloten of getoond, of te weinig antwoorden) en het voorbeeld.'
		);
	});

	test('another version counts for a dimension with the same items in any order, and for no other dimension', () => {
		const version = { id: 'samenwerking', version: '1.1.0' };
		const dimension = onlyDimension('3/1', [
			...five,
			other('zelfde', measured('zelfde', '3/1', { questionnaire: version, itemIds: items.toReversed() })),
			other(
				'vervangen',
				measured('vervangen', '3/1', { questionnaire: version, itemIds: ['openheid-4', ...items.slice(1)] })
			),
			other('erbij', measured('erbij', '3/1', { questionnaire: version, itemIds: [...items, 'openheid-4'] })),
			other('weg', measured('weg', '3/1', { questionnaire: version, itemIds: items.slice(1) }))
		]);

		expect(dimension).toMatchObject({ n: 6, excluded: { otherItems: 3, noScore: 0 } });
		expect(describeExcluded(dimension)).toBe(
			'Niet meegeteld: 3 met andere stellingen in dit onderdeel (een andere versie).'
		);
	});

	test('a partnership without a score of all its groups here is left out here', () => {
		const half = other('half', {
			measurement: measurementOf('half', 'half-meting'),
			summary: {
				groups: [],
				dimensions: [
					{ dimensionId: 'openheid', itemIds: items, score: null, groups: [{ groupId: 'gemeente', score: '3/1' }] },
					{ dimensionId: 'eigenheid', itemIds: ['eigenheid-1'], score: '3/1', groups: [] }
				]
			}
		});

		const dimension = onlyDimension('3/1', [...five, half]);

		expect(dimension).toMatchObject({ n: 5, excluded: { otherItems: 0, noScore: 1 } });
		expect(describeExcluded(dimension)).toBe('Niet meegeteld: 1 zonder score van al hun groepen.');
	});
});

describe('in words', () => {
	test.each([
		[{ lower: 4, equal: 0, higher: 2 }, 'hoger dan 4 van de 6 anderen'],
		[{ lower: 6, equal: 0, higher: 0 }, 'hoger dan alle 6 anderen'],
		[{ lower: 0, equal: 0, higher: 5 }, 'lager dan alle 5 anderen'],
		[{ lower: 0, equal: 5, higher: 0 }, 'even hoog als alle 5 anderen'],
		[{ lower: 3, equal: 1, higher: 2 }, 'hoger dan 3, even hoog als 1 en lager dan 2 van de 6 anderen'],
		[{ lower: 0, equal: 2, higher: 4 }, 'even hoog als 2 en lager dan 4 van de 6 anderen'],
		[{ lower: 4, equal: 2, higher: 0 }, 'hoger dan 4 en even hoog als 2 van de 6 anderen']
	])('%j: %s', (place, words) => {
		expect(describePlace(place)).toBe(words);
	});

	test('the middle of the others', () => {
		const { spread } = onlyDimension('3/1', othersWith('2/1', '5/2', '3/1', '3/1', '7/2', '4/1'));

		expect(spread && describeSpread(spread)).toBe(
			'de middelste score is 3,0, de middelste helft ligt tussen 2,6 en 3,4'
		);
	});

	test('others that agree', () => {
		const { spread } = onlyDimension('3/1', othersWith('3/1', '3/1', '3/1', '3/1', '3/1'));

		expect(spread && describeSpread(spread)).toBe('de middelste score is 3,0, de middelste helft ligt op 3,0');
	});

	test('too few', () => {
		expect(describeTooFew({ n: 0 })).toBe('Geen enkel ander overleg heeft hier een score. We tonen dit vanaf 5.');
		expect(describeTooFew({ n: 1 })).toBe('Alleen 1 van de anderen heeft hier een score. We tonen dit vanaf 5.');
	});
});

describe('always', () => {
	const score = fc.integer({ min: 12, max: 60 }).map((top) => fractionText(Fraction.of(top, 12)));
	const scores = fc.array(score, { minLength: 5, maxLength: 20 });
	const candidates = fc.uniqueArray(
		fc
			.record({
				id: fc.uuid(),
				example: fc.boolean(),
				found: fc.array(fc.option(score), { maxLength: 3 }),
				hidden: fc.boolean()
			})
			.map(({ id, example, found, hidden }): Candidate => ({
				partnership: { id, example },
				measurements: found.map((value, index) =>
					measured(id, hidden ? 'hidden' : value, { date: `2026-03-1${index}` })
				)
			})),
		{ selector: ({ partnership }) => partnership.id, maxLength: 12 }
	);

	test('the own partnership among the others changes nothing, nor do its other measurements', () => {
		fc.assert(
			fc.property(score, candidates, scores, (own, others, mine) => {
				const self = other(
					'eigen',
					...mine.map((value, index) => measured('eigen', value, { date: `20${10 + index}-01-01` }))
				);
				const expected = comparePeers(ownWith(own), others);
				expect(comparePeers(ownWith(own), [self, ...others])).toEqual(expected);
				expect(comparePeers(ownWith(own), [...others, self])).toEqual(expected);
			})
		);
	});

	test('the order of the others, and of their measurements, does not matter and does not show', () => {
		fc.assert(
			fc.property(score, candidates, (own, others) => {
				const turned = others
					.map(({ partnership, measurements }) => ({ partnership, measurements: measurements.toReversed() }))
					.toReversed();
				expect(comparePeers(ownWith(own), turned)).toEqual(comparePeers(ownWith(own), others));
			})
		);
	});

	test('nothing that names another partnership comes out', () => {
		fc.assert(
			fc.property(score, candidates, (own, others) => {
				const text = JSON.stringify(comparePeers(ownWith(own), others), (_key, value: unknown) =>
					typeof value === 'bigint' ? String(value) : value
				);
				for (const { partnership, measurements } of others) {
					expect(text).not.toContain(partnership.id);
					for (const { measurement } of measurements) expect(text).not.toContain(measurement.date);
				}
			})
		);
	});

	test('every other with a score has one place: lower, the same or higher', () => {
		fc.assert(
			fc.property(score, scores, (own, values) => {
				const { spread, n } = onlyDimension(own, othersWith(...values));
				const place = spread?.place;
				expect(place && place.lower + place.equal + place.higher).toBe(n);
				expect(spread?.scores.reduce((total, { count }) => total + count, 0)).toBe(n);
			})
		);
	});

	test('quartiles rise, lie within the scores, and turn over with the scale', () => {
		const sorted = (values: readonly FractionText[]) => values.map(parseFraction).sort((a, b) => a.compare(b));
		const six = Fraction.of(6);
		fc.assert(
			fc.property(scores, (values) => {
				const up = sorted(values);
				const down = up.map((value) => six.minus(value)).toReversed();
				const [first, second, third] = ([1, 2, 3] as const).map((quarter) => quartile(up, quarter));
				expect([up[0], first, second, third, up.at(-1)].map((value) => value?.toNumber())).toEqual(
					[up[0], first, second, third, up.at(-1)].map((value) => value?.toNumber() ?? NaN).sort((a, b) => a - b)
				);
				expect(exact(quartile(down, 1))).toBe(exact(third && six.minus(third)));
				expect(exact(quartile(down, 2))).toBe(exact(second && six.minus(second)));
			})
		);
	});
});
