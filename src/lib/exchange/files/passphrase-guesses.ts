import { PASSPHRASE_WORDS } from './passphrase-words';

/**
 * How many guesses a passphrase takes of someone who tries words, names, rows of keys and
 * repetition before anything else.
 */

export type GuessKind = 'word' | 'common' | 'name' | 'row' | 'repeat' | 'year' | 'characters';

/** A part of a passphrase as it would be guessed. */
export interface GuessedPart {
	kind: GuessKind;
	text: string;
	/** log2 of the guesses. */
	bits: number;
}

/** What people take who were told to take something; also without their spaces, and with characters for letters. */
const COMMON =
	'wachtwoord password paswoord geheim geheime secret welkom welcome admin administrator hallo hello qwerty azerty letmein login iloveyou houvanjou liefje schatje mama papa snoopy dragon monkey master football voetbal ajax anderlecht brugge vlaanderen belgie antwerpen gent brussel samenwerking samenwerkingsmeter gemeente vereniging test zomer winter lente herfst januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag';
const SMALL =
	'de het een en of in op te van voor met aan bij om als is zijn ben was heb heeft had ik je jij hij zij wij we ze jullie mijn jouw ons onze dit dat die er niet geen wel ook maar naar uit over door dan nog al the and of my';
const ROWS = [
	'qwertyuiop',
	'azertyuiop',
	'asdfghjkl',
	'qsdfghjklm',
	'zxcvbnm',
	'wxcvbn',
	'01234567890',
	'abcdefghijklmnopqrstuvwxyz'
];
const CHARACTERS_FOR_LETTERS: Readonly<Record<string, string>> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i'
};

/** Of a list that someone who guesses goes through, in bits for each of its words. */
const known = new Map<string, Pick<GuessedPart, 'kind' | 'bits'>>([
	...PASSPHRASE_WORDS.map((word) => [word, { kind: 'word', bits: Math.log2(PASSPHRASE_WORDS.length) }] as const),
	...COMMON.split(' ').map((word) => [word, { kind: 'common', bits: 6 }] as const),
	...SMALL.split(' ').map((word) => [word, { kind: 'word', bits: 5 }] as const)
]);

const MAX_CHARACTERS = 80;
const LONGEST_KNOWN = 20;

/** @param names that who finds the file may know; the end of a very long passphrase does not count */
export function guessedParts(passphrase: string, names: readonly string[] = []): GuessedPart[] {
	const own = new Set(names.flatMap((name) => plain(name).split(/[^\p{L}\p{N}]+/u)).filter(({ length }) => length > 2));
	return cheapest([...passphrase.normalize('NFC')].slice(0, MAX_CHARACTERS), own);
}

/** The sum of its parts. */
export function bitsOf(parts: readonly GuessedPart[]): number {
	return parts.reduce((sum, { bits }) => sum + bits, 0);
}

/** The way to write the characters as parts that takes the fewest guesses. */
function cheapest(characters: readonly string[], names: ReadonlySet<string>): GuessedPart[] {
	const best: { bits: number; parts: GuessedPart[] }[] = [{ bits: 0, parts: [] }];
	for (let end = 1; end <= characters.length; end += 1) {
		for (let start = 0; start < end; start += 1) {
			const before = best[start];
			const part = partOf(characters, start, end, names);
			if (!before || !part) continue;
			const bits = before.bits + part.bits;
			if (bits < (best[end]?.bits ?? Infinity)) best[end] = { bits, parts: [...before.parts, part] };
		}
	}
	return best[characters.length]?.parts ?? [];
}

function partOf(
	characters: readonly string[],
	start: number,
	end: number,
	names: ReadonlySet<string>
): GuessedPart | undefined {
	const text = characters.slice(start, end).join('');
	const ways = [
		knownWord(text, names),
		rowOfKeys(text),
		repetition(characters.slice(start, end), names),
		year(text),
		wholeWord(characters, start, end),
		end - start === 1 ? { kind: 'characters' as const, bits: bitsOfCharacter(text) } : undefined
	].filter((way) => way !== undefined);
	const [first, ...others] = ways;
	if (!first) return undefined;
	const least = others.reduce((a, b) => (b.bits < a.bits ? b : a), first);
	return { kind: least.kind, text, bits: least.bits };
}

type Way = Pick<GuessedPart, 'kind' | 'bits'> | undefined;

function knownWord(text: string, names: ReadonlySet<string>): Way {
	if (text.length < 2 || text.length > LONGEST_KNOWN) return undefined;
	const letters = plain(text);
	const read = letters.replaceAll(/[013457@$!]/g, (character) => CHARACTERS_FOR_LETTERS[character] ?? character);
	const disguise = (read === letters ? 0 : 1) + (/\p{Lu}/u.test(text) ? 1 : 0);
	for (const word of [letters, read]) {
		if (names.has(word)) return { kind: 'name', bits: 3 + disguise };
		const found = known.get(word);
		if (found) return { kind: found.kind, bits: found.bits + disguise };
	}
	return undefined;
}

/** Keys beside each other, letters or digits in order, forwards and backwards. */
function rowOfKeys(text: string): Way {
	if (text.length < 3 || text.length > 26) return undefined;
	const forwards = plain(text);
	const backwards = [...forwards].reverse().join('');
	const isRow = ROWS.some((row) => row.includes(forwards) || row.includes(backwards));
	return isRow ? { kind: 'row', bits: 4 + Math.log2(text.length) } : undefined;
}

/** The same once more, with or without a space between. */
function repetition(characters: readonly string[], names: ReadonlySet<string>): Way {
	for (let size = 1; size <= characters.length / 2; size += 1) {
		const count = characters.length / size;
		if (!Number.isInteger(count) || (size === 1 && count < 3)) continue;
		if (!characters.every((character, index) => character === characters[index % size])) continue;
		return { kind: 'repeat', bits: bitsOf(cheapest(characters.slice(0, size), names)) + Math.log2(count) };
	}
	return undefined;
}

function year(text: string): Way {
	return /^(?:19|20)\d\d$/.test(text) ? { kind: 'year', bits: 6.6 } : undefined;
}

/**
 * A word that is in no list here is in a longer one: at most one of 16,000, and some more for each letter past twelve.
 */
function wholeWord(characters: readonly string[], start: number, end: number): Way {
	const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{M}]/u.test(character);
	if (end - start < 2 || isLetter(characters[start - 1]) || isLetter(characters[end])) return undefined;
	const letters = characters.slice(start, end);
	if (!letters.every(isLetter)) return undefined;
	const disguise = letters.some((letter) => /\p{Lu}/u.test(letter)) ? 1 : 0;
	const { length } = letters;
	return { kind: 'word', bits: Math.min(14, 4 + 2 * length) + 2 * Math.max(0, length - 12) + disguise };
}

/** A letter that stands by itself among others is seldom wholly up to chance. */
function bitsOfCharacter(character: string): number {
	if (/[\s.,_-]/u.test(character)) return 0.5;
	return /[\p{L}\p{N}]/u.test(character) ? 3.3 : 5;
}

function plain(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
