import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTags, joinTags, tagProblem, tagsOf, withoutTag, withTag } from '$lib/domain/measurement/tags';
import { aPartnership } from '../../../builders/records';

const none = aPartnership();
const withAll = (...tags: string[]) => tags.reduce((before, tag) => withTag(before, tag), none);

describe('a tag', () => {
	test('is stored without space around it, once, in the order of the alphabet', () => {
		expect(withAll(' regio Kempen ', 'cultuur', 'Cultuur').tags).toEqual(['cultuur', 'regio Kempen']);
	});

	test('is spelt as where it is known', () => {
		expect(withTag(none, 'REGIO kempen', ['regio Kempen']).tags).toEqual(['regio Kempen']);
	});

	test('that is taken away, in whatever spelling, is away; the last one leaves no trace', () => {
		expect(withoutTag(withAll('cultuur', 'sport'), 'Sport').tags).toEqual(['cultuur']);
		expect(withoutTag(withAll('cultuur'), 'cultuur')).toEqual(none);
	});

	test.each([
		['', /Schrijf eerst/],
		['   ', /Schrijf eerst/],
		['a'.repeat(41), /hoogstens 40 tekens. Nu zijn het er 41/]
	])('«%s» is refused', (written, reason) => {
		expect(tagProblem(written, none)).toMatch(reason);
	});

	test('is refused when there are ten, unless it is one of them', () => {
		const full = withAll(...Array.from({ length: 10 }, (_, index) => `streek ${index}`));
		expect(tagProblem('elfde', full)).toMatch(/hoogstens 10/);
		expect(tagProblem('Streek 3', full)).toBeUndefined();
	});
});

test('all tags of partnerships stand once in their list', () => {
	expect(tagsOf([withAll('sport', 'cultuur'), none, withAll('Sport', 'regio 10', 'regio 9')])).toEqual([
		'cultuur',
		'regio 9',
		'regio 10',
		'sport'
	]);
});

test('joining keeps all that is here, adds what fits, and a second time adds nothing', () => {
	const tags = fc.array(
		fc.constantFrom('a', 'B', 'b', 'é', 'e', ...Array.from({ length: 12 }, (_, at) => `streek ${at}`)),
		{
			maxLength: 10
		}
	);
	fc.assert(
		fc.property(tags, tags, (some, others) => {
			const [here, other] = [withAll(...some), withAll(...others)];
			const joined = joinTags(here, other);
			expect(hasTags(joined.tags ?? [], here.tags ?? [])).toBe(true);
			expect((joined.tags ?? []).length).toBeLessThanOrEqual(10);
			if ((joined.tags ?? []).length < 10) expect(hasTags(joined.tags ?? [], other.tags ?? [])).toBe(true);
			expect(joinTags(joined, other)).toEqual(joined);
		})
	);
});
