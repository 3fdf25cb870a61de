import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchGroups } from '$lib/domain/comparing/compared-groups';
import type { Group } from '$lib/domain/measurement/measurement';
import { runs } from '../../../property-runs';

/** Ids that look like those a comparison might make of others, beside ordinary ones. */
const measurementIds = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
const groupIds = ['g1', 'g2', ...measurementIds.flatMap((id) => [`g1-${id}`, `g1-${id}-${id}`, id])];
const group: fc.Arbitrary<Group> = fc.record({
	id: fc.constantFrom(...groupIds),
	role: fc.constantFrom('gemeente', 'vereniging'),
	name: fc.constantFrom('Gemeente', 'Verenigingen', 'Scholen', 'Kerken')
});
const groups = fc.uniqueArray(group, { minLength: 2, maxLength: 4, selector: ({ id }) => id });
/** The same measurement may come twice. */
const measurements = fc.array(fc.record({ id: fc.constantFrom(...measurementIds), groups }), {
	minLength: 2,
	maxLength: 5
});

describe('whatever ids groups have, in a comparison', () => {
	test('each group of each measurement is in one of the compared groups, and no two of them are one', () => {
		fc.assert(
			fc.property(measurements, (some) => {
				const compared = matchGroups(some);
				expect(new Set(compared.map(({ id }) => id)).size).toBe(compared.length);
				for (const [index, measurement] of some.entries()) {
					const here = compared.flatMap(({ own }) => own[index] ?? []);
					expect(here).toHaveLength(measurement.groups.length);
					expect(new Set(here)).toEqual(new Set(measurement.groups));
				}
			}),
			{ numRuns: runs(1000) }
		);
	});

	test('one with the id that another would get is not made one with it', () => {
		const [old = '', now = ''] = measurementIds;
		const changed = { id: 'g1', role: 'vereniging', name: 'Scholen' };
		const crafted = { id: `g1-${old}`, role: 'vereniging', name: 'Kerken' };
		const compared = matchGroups([
			{ id: old, groups: [changed, crafted] },
			{
				id: now,
				groups: [
					{ id: 'g1', role: 'gemeente', name: 'Gemeente' },
					{ ...crafted, name: 'Kerk' }
				]
			}
		]);
		expect(compared.map(({ own }) => own.map((found) => found?.name ?? null))).toEqual([
			[null, 'Gemeente'],
			['Kerken', 'Kerk'],
			['Scholen', null]
		]);
		expect(new Set(compared.map(({ id }) => id)).size).toBe(3);
	});

	test('two with the same id in one measurement are no groups at all', () => {
		const twice = { id: 'g1', role: 'gemeente', name: 'Gemeente' };
		expect(() => matchGroups([{ id: 'a', groups: [twice, { ...twice, name: 'Kerken' }] }])).toThrow(RangeError);
	});
});
