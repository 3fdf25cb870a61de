import { misleadingCharacter } from '$lib/domain/text/misleading-characters';
import { good, refused, type Outcome } from '$lib/exchange/outcome';

/** Without I, L, O and U, which people misread or which make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALIASES: Record<string, string> = { O: '0', I: '1', L: '1' };
export const BITS_PER_CHARACTER = 5;
export const CHARACTERS_PER_GROUP = 4;

/** White space and every hyphen or dash that a keyboard may make of a hyphen. */
const SEPARATOR = /[\s\u00AD\u2010-\u2015\u2212-]/u;

/** The bits of each character that a code may hold, in both cases and with the aliases. */
const bitsOf: ReadonlyMap<string, string> = new Map(
	[...ALPHABET, ...Object.keys(ALIASES)].flatMap((character) => {
		const value = ALPHABET.indexOf(ALIASES[character] ?? character);
		const bits = value.toString(2).padStart(BITS_PER_CHARACTER, '0');
		return [
			[character, bits],
			[character.toLowerCase(), bits]
		];
	})
);

/**
 * @param bits zeros and ones, a multiple of 5
 * @throws RangeError for anything else
 */
export function encodeCrockford(bits: string): string {
	if (bits.length % BITS_PER_CHARACTER !== 0 || !/^[01]*$/.test(bits)) {
		throw new RangeError(`Not a multiple of ${BITS_PER_CHARACTER} bits: ${bits.length}`);
	}
	return bits.replace(/.{5}/g, (five) => ALPHABET.charAt(parseInt(five, 2)));
}

/** The bits of a code as people type it: in either case, with O for 0, I or L for 1, with spaces and hyphens. */
export function decodeCrockford(text: string): Outcome<{ bits: string }> {
	const bits: string[] = [];
	for (const character of text) {
		if (SEPARATOR.test(character)) continue;
		const five = bitsOf.get(character);
		if (five === undefined) {
			return refused(`${impossibleInCode(character)} Kijk of elk teken juist is overgenomen.`);
		}
		bits.push(five);
	}
	return good({ bits: bits.join('') });
}

/**
 * What of a text can stand in a code, each character as it stands there: upper case, 0 for O, 1 for I and L. Spaces and
 * dashes fall out; so does what cannot be in a code, of which the first is told.
 */
export function codeCharacters(text: string): { characters: string; impossible: string | undefined } {
	const plain = Array.from(text.normalize('NFKC')).filter((character) => !SEPARATOR.test(character));
	const impossible = plain.find((character) => !bitsOf.has(character));
	const bits = plain.map((character) => bitsOf.get(character) ?? '').join('');
	return { characters: encodeCrockford(bits), impossible };
}

/** That a character cannot stand in a code, in Dutch. */
export function impossibleInCode(character: string): string {
	return `Het teken «${misleadingCharacter(character) ?? character}» bestaat niet in een code.`;
}

/** The code in groups of four characters, to read out or copy. */
export function inGroups(code: string, separator: ' ' | '-' = ' '): string {
	return (code.match(new RegExp(`.{1,${CHARACTERS_PER_GROUP}}`, 'g')) ?? []).join(separator);
}
