import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts, placeAfterChange } from '$lib/domain/merge-texts';

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
		{ numRuns: 2000 }
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

test('two who type on at the same time, letter by letter, each find their own line whole', () => {
	const line = (letters: string) => fc.stringMatching(new RegExp(`^[${letters}]{1,6}( [${letters}]{1,6}){0,3}$`));
	const turns = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
	fc.assert(
		fc.property(line('a-m'), line('n-z'), turns, (one, other, order) => {
			let stored = '';
			const begin = (all: string) => ({ all, typed: 0, text: '', base: '', caret: 0 });
			const people = [begin(one), begin(other)] as const;
			/** Types a letter; what is stored meanwhile is heard of only when it is one's turn to store. */
			function type(person: ReturnType<typeof begin>) {
				const letter = person.all.charAt(person.typed);
				person.text = person.text.slice(0, person.caret) + letter + person.text.slice(person.caret);
				person.caret += letter.length;
				person.typed += letter.length;
				stored = mergeTexts(person.base, person.text, stored);
				person.caret = placeAfterChange(person.text, stored, person.caret);
				person.base = person.text = stored;
			}
			for (const isFirst of order) type(people[isFirst ? 0 : 1]);
			for (const person of people) while (person.typed < person.all.length) type(person);
			expect(stored).toContain(one);
			expect(stored).toContain(other);
		})
	);
});

test('a caret stays between the same letters', () => {
	expect(placeAfterChange('Dag', 'Hallo\nDag', 3)).toBe(9);
	expect(placeAfterChange('Hal', 'Hal\nDag', 3)).toBe(3);
	expect(placeAfterChange('Hal\nDag', 'Hallo\nDag', 7)).toBe(9);
	expect(placeAfterChange('lang woord', 'kort', 5)).toBeLessThanOrEqual(4);
	expect(placeAfterChange('weg', '', 2)).toBe(0);
});
