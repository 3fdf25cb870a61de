import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOver, mergeInto, mergeTexts } from '$lib/domain/text/merge-texts';
import { changeBetween } from '$lib/domain/text/text-change';
import { runs } from '../../../property-runs';

describe('two people in one field', () => {
	test.each([
		['both begin in an empty field', '', 'Dag', 'Hallo', 'Hallo\nDag'],
		[
			'both go on at the end',
			'De kermis',
			'De kermis was leuk.',
			'De kermis is in mei.',
			'De kermis is in mei.\n was leuk.'
		],
		['each in a sentence of its own', 'Een. Twee.', 'Een! Twee.', 'Een. Twee?', 'Een! Twee?'],
		['one goes on above what the other put beneath', 'Hal', 'Hallo', 'Hal\nDag', 'Hallo\nDag'],
		['one goes on beneath', 'Hal\nDag', 'Hal\nDag allen', 'Hallo\nDag', 'Hallo\nDag allen'],
		[
			'both change the same word',
			'de kermis hier',
			'de kermisweek hier',
			'de jaarmarkt hier',
			'de jaarmarkt\nkermisweek hier'
		],
		['one empties the field, the other writes on', 'Oud', '', 'Oud en nieuw', ' en nieuw'],
		['one empties it, the other changes the word', 'Oud', '', 'Ouder', 'Ouder'],
		['one takes the last space away, the other writes after it', 'Oud ', 'Oud nieuw', 'Oud', 'Oud nieuw'],
		['both write the same', 'Oud', 'Nieuw', 'Nieuw', 'Nieuw'],
		['only here', 'Oud', 'Nieuw', 'Oud', 'Nieuw'],
		['only elsewhere', 'Oud', 'Oud', 'Nieuw', 'Nieuw']
	])('%s', (_what, base, mine, theirs, merged) => {
		expect(mergeTexts(base, mine, theirs)).toBe(merged);
	});
});

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
const text = fc
	.array(
		fc.tuple(
			fc.constantFrom('a', 'b', 'de', 'kermis', 'kermis.', 'é', '👍', '1,5'),
			fc.constantFrom(' ', '\n', '  ', '')
		)
	)
	.map((pieces) => pieces.flat().join(''));
/** A text and what someone made of it: another text in the place of a part. */
const edited = (base: string) =>
	fc.tuple(fc.nat(base.length), fc.nat(base.length), text).map(([one, other, part]) => {
		const [from, to] = one < other ? [one, other] : [other, one];
		return base.slice(0, from) + part + base.slice(to);
	});
const three = text.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)));

test('no word that either wrote is lost, and no word appears that nobody wrote', () => {
	fc.assert(
		fc.property(three, ([base, mine, theirs]) => {
			const merged = words(mergeTexts(base, mine, theirs));
			const before = words(base);
			const wrote = [...words(mine), ...words(theirs)].filter((word) => !before.includes(word));
			expect(merged).toEqual(expect.arrayContaining(wrote));
			expect([...words(mine), ...words(theirs)]).toEqual(expect.arrayContaining(merged));
		}),
		{ numRuns: runs(2000) }
	);
});

test('who wrote nothing changes nothing', () => {
	fc.assert(
		fc.property(three, ([base, mine]) => {
			expect(mergeTexts(base, mine, base)).toBe(mine);
			expect(mergeTexts(base, base, mine)).toBe(mine);
			expect(mergeTexts(base, mine, mine)).toBe(mine);
		})
	);
});

test('who wrote on meanwhile keeps that, around what came from elsewhere', () => {
	fc.assert(
		fc.property(three, text, ([base, mine, theirs], more) => {
			// «kermiskermis» and what makes it «kermiskermisa\nkermis» may as well have been written within the word.
			fc.pre(changeBetween(mine, mine + more).from === mine.length);
			const change = mergeInto(base, mine, theirs);
			const after = changeOver(change, mine + more).after;
			expect(after.length).toBe(change.after.length + more.length);
			expect(words(after).join('')).toHaveLength(words(change.after).join('').length + words(more).join('').length);
		})
	);
});
