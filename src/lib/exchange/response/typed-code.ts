import { MAX_CODE } from '$lib/domain/text/file-limits';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { hasValidCrc } from '$lib/exchange/encoding/crc16';
import {
	BITS_PER_CHARACTER,
	CHARACTERS_PER_GROUP,
	decodeCrockford,
	encodeCrockford
} from '$lib/exchange/encoding/crockford';
import { refused, type Good, type Outcome, type Refused } from '$lib/exchange/outcome';
import { codeLengthOf, unpackResponse, type CodeContext } from './response-code';
import { isWholeResponseQr, withoutMark } from './response-qr';
import { readResponseQr } from './read-response-qr';

type GoodCode = Good<{ response: IndividualResponse }>;

export interface RefusedCode extends Refused {
	/** The groups of four characters, from 1, of which the reason says to look again; none, or one or two. */
	groups: readonly number[];
}

const SEVERAL = 'Hier staan verschillende codes. Neem ze één voor één over.';

const ELSE = 'Is daar alles juist, kijk dan de hele code na.';

/** More groups than this to look at again are no help. */
const MAX_GROUPS_NAMED = 2;

/** What people put before a code. */
const LABEL = /^[^\p{L}\p{N}]*(?:(?:de|mijn|je|jouw|onze) )?code\b(?: is\b)?\s*[^\p{L}\p{N}\s]+/iu;

/**
 * Reads a code that people type or paste: with what stands around it in a message, with quotes, brackets and dashes of
 * any kind, in letters of any width. Where one other character would make it right, the refusal says in which box: the
 * groups of four are typed in boxes.
 */
export function readTypedCode({ text, ...context }: CodeContext & { text: string }): GoodCode | RefusedCode {
	if (text.length > MAX_CODE) return withoutGroups(unpackResponse({ text, ...context }));
	if (isWholeResponseQr(text, codeLengthOf(context))) return withoutGroups(readResponseQr({ text, ...context }));
	const typed = plainCharacters(text);
	const whole = unpackResponse({ text: typed, ...context });
	if (whole.kind === 'good') return whole;
	const [one, another] = codesIn(typed, context);
	if (another) return { ...refused(SEVERAL), groups: [] };
	return one ?? withHint(whole.reason, typed, context);
}

function withoutGroups(read: Outcome<{ response: IndividualResponse }>): GoodCode | RefusedCode {
	return read.kind === 'good' ? read : { ...read, groups: [] };
}

/** Letters and digits with spaces between, without a label before them. */
export function plainCharacters(text: string): string {
	const visible = text.normalize('NFKC').replace(/[\p{DI}\p{Cf}]/gu, '');
	return withoutMark(visible.replace(LABEL, '')).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Every sound code that stands somewhere in the text. */
function codesIn(text: string, context: CodeContext): GoodCode[] {
	const characters = Array.from(text).filter(
		(character) => decodeCrockford(character).kind === 'good' && character !== ' '
	);
	const length = codeLengthOf(context);
	const found = new Map<string, GoodCode>();
	for (let at = 0; at + length <= characters.length; at += 1) {
		const code = characters.slice(at, at + length).join('');
		const read = isSound(code) ? unpackResponse({ text: code, ...context }) : undefined;
		if (read?.kind === 'good') found.set(JSON.stringify(read.response), read);
	}
	return [...found.values()];
}

function isSound(code: string): boolean {
	const decoded = decodeCrockford(code);
	return decoded.kind === 'good' && hasValidCrc(decoded.bits);
}

function withHint(reason: string, typed: string, context: CodeContext): RefusedCode {
	const groups = groupsToCheck(typed, context);
	if (groups.length === 0 || groups.length > MAX_GROUPS_NAMED) return { ...refused(reason), groups: [] };
	const names = groups.map((group) => `vak ${group}`).join(' of ');
	const told = `Deze code klopt niet. Kijk ${names} nog eens na: met één ander teken daar klopt ze wel. ${ELSE}`;
	return { ...refused(told), groups };
}

/** The groups of four, from 1, in which one other character gives a sound code of this measurement. */
function groupsToCheck(typed: string, context: CodeContext): number[] {
	const decoded = decodeCrockford(typed);
	if (decoded.kind === 'refused') return [];
	const { bits } = decoded;
	const characters = bits.length / BITS_PER_CHARACTER;
	if (characters !== codeLengthOf(context) || hasValidCrc(bits)) return [];
	const isRight = (other: string) =>
		hasValidCrc(other) && unpackResponse({ text: encodeCrockford(other), ...context }).kind === 'good';
	const places = Array.from({ length: characters }, (_, place) => place).filter((place) =>
		othersAt(bits, place).some(isRight)
	);
	return [...new Set(places.map((place) => Math.floor(place / CHARACTERS_PER_GROUP) + 1))];
}

/** The bits with each other character at a place. */
function othersAt(bits: string, place: number): string[] {
	const at = place * BITS_PER_CHARACTER;
	return Array.from({ length: 2 ** BITS_PER_CHARACTER }, (_, value) => {
		const character = value.toString(2).padStart(BITS_PER_CHARACTER, '0');
		return bits.slice(0, at) + character + bits.slice(at + BITS_PER_CHARACTER);
	}).filter((other) => other !== bits);
}
