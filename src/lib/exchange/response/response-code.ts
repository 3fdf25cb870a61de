import { GET_NEWER_APP } from '$lib/exchange/what-to-do';
import { MAX_CODE } from '$lib/domain/text/file-limits';
import { hexDigits } from '$lib/domain/text/bytes-as-text';
import { follows, RESPONSE_ID } from '$lib/domain/text/field-rules';
import type { Answer, IndividualResponse, Score } from '$lib/domain/measurement/measurement';
import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import { measurementMisfit, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import type { AskedIds } from '$lib/domain/measurement/asked';
import { termsHash, type Terms } from '$lib/domain/measurement/terms';
import { refusalOfHash } from '$lib/domain/measurement/terms-difference';
import { fixed, integerOf, taker } from '$lib/exchange/encoding/bit-string';
import { CRC_BITS, hasValidCrc, withCrc } from '$lib/exchange/encoding/crc16';
import { BITS_PER_CHARACTER, decodeCrockford, encodeCrockford } from '$lib/exchange/encoding/crockford';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { bitsOfTopics, bitsOfTrends, topicBits, topicsOfBits, trendBits, trendsOfBits } from './beside-statements';

/**
 * A response as a short code. In bits, the most significant first:
 *
 *     4   version of this format; in every later format too the first 4 bits
 *    30   the first 30 bits of the hash of the terms that were answered under (`domain/measurement/terms.ts`)
 *    40   the response's id
 *     6   revision, 1-63
 *     2   the group's place in the measurement
 *     n   answers in questionnaire order as one base-7 number: 0 unanswered, 1-5, 6 «weet niet»
 *    2d   only when the measurement asks for trends, for each dimension in order:
 *         0 unanswered, 1 better, 2 same, 3 worse
 *   1+d   only when the questionnaire has a closing question: 1 when it was answered, then for each dimension in order
 *         1 when it was chosen
 *     -   zeros, to a multiple of 20 bits (4 characters) in all
 *    16   CRC over everything before; in every later format too the last 16 bits
 *
 * Notes are not in it. One response has one code: any other spelling of the bits is refused. The 30 bits hold against
 * accidents and old links, not against who makes a link by trying until they are the same: that takes minutes. The QR
 * code and the file have it whole.
 */
const FORMAT_VERSION = 2n;
const VERSION_BITS = 4;
const TAG_BITS = 30;
const ID_BITS = 40;
const REVISION_BITS = 6;
const GROUP_BITS = 2;
const BLOCK_BITS = 20;
const ANSWER_BASE = 7n;
const UNKNOWN_DIGIT = 6;

/** In characters, without spaces. A longer code is too long to read out or type: use the file. */
export const MAX_SPOKEN_CODE = 88;

const DAMAGED = 'Deze code klopt niet. Kijk of elk teken juist is overgenomen.';
const TOO_LONG = 'Dit is te lang voor een code. Kijk of er niets dubbel staat.';
const OLDER_FORMAT =
	'Deze code komt van een oudere versie van de app. Laad de pagina op die telefoon opnieuw, met verbinding: de antwoorden blijven staan, en dan komt er een nieuwe code.';
const NEWER_FORMAT = `Deze code komt van een nieuwere versie van de app. ${GET_NEWER_APP}`;

/** What a code is read against: the code itself holds no names. */
export interface CodeContext extends AskedIds {
	terms: Terms;
}

/**
 * The number of characters of a code, without spaces, for so many items, so many dimensions asked for a trend, and so
 * many to choose from at the closing question.
 */
export function codeLength(itemCount: number, trendCount = 0, choiceCount = 0): number {
	return codeBits(itemCount, trendCount, choiceCount) / BITS_PER_CHARACTER;
}

/** The same for a code of this measurement. */
export function codeLengthOf(context: CodeContext): number {
	const choices = context.closing ? context.dimensionIds : [];
	return codeLength(context.itemIds.length, askedTrends(context).length, choices.length);
}

/**
 * The response as a code; its notes stay behind.
 * @throws RangeError when the response does not belong to the measurement and its questionnaire, or
 * an id or revision does not fit
 */
export function packResponse({ response, ...context }: CodeContext & { response: IndividualResponse }): string {
	const { terms, itemIds } = context;
	const told = { ...response, notes: {} };
	const misfit = measurementMisfit(told, { ...terms, id: terms.measurementId }) ?? questionnaireMisfit(told, context);
	if (misfit) throw new RangeError(`The response does not fit the measurement by its ${misfit}`);
	if (!follows(RESPONSE_ID, response.id)) throw new RangeError(`Not 10 hexadecimal digits: ${response.id}`);
	const groupIndex = terms.groups.findIndex((group) => group.id === response.groupId);
	const content = [
		fixed(FORMAT_VERSION, VERSION_BITS),
		tagOf(termsHash(terms)),
		fixed(BigInt(`0x${response.id}`), ID_BITS),
		fixed(BigInt(checkedRevision(response.revision)), REVISION_BITS),
		fixed(BigInt(groupIndex), GROUP_BITS),
		fixed(numberOfAnswers(response.answers, itemIds), answerBits(itemIds.length)),
		bitsOfTrends(response.trends, askedTrends(context)),
		bitsOfTopics(response.topics, context)
	].join('');
	return encodeCrockford(withCrc(content.padEnd(codeLengthOf(context) * BITS_PER_CHARACTER - CRC_BITS, '0')));
}

/**
 * Reads a code as people type or scan it; the response comes without notes. One that was given
 * under other terms is refused.
 */
export function unpackResponse({
	text,
	...context
}: CodeContext & { text: string }): Outcome<{ response: IndividualResponse }> {
	const { terms, itemIds } = context;
	if (text.length > MAX_CODE) return refused(TOO_LONG);
	const decoded = decodeCrockford(text);
	if (decoded.kind === 'refused') return decoded;
	const { bits } = decoded;
	const wrongLength = wrongLengthReason(bits.length / BITS_PER_CHARACTER, codeLengthOf(context));
	// A code of another measurement or format often has another length: a sound CRC says that it is such a one.
	if (!hasValidCrc(bits)) return refused(wrongLength ?? DAMAGED);

	const take = taker(bits);
	const version = integerOf(take(VERSION_BITS));
	if (version > FORMAT_VERSION) return refused(NEWER_FORMAT);
	if (version < FORMAT_VERSION) return refused(version === 0n ? DAMAGED : OLDER_FORMAT);
	const tag = take(TAG_BITS);
	const otherTerms = refusalOfHash(terms, (hash) => tagOf(hash) === tag);
	if (otherTerms !== null) return refused(otherTerms);
	if (wrongLength !== undefined) return refused(wrongLength);

	const id = hexDigits(integerOf(take(ID_BITS)), ID_BITS / 4);
	const revision = Number(integerOf(take(REVISION_BITS)));
	const group = terms.groups[Number(integerOf(take(GROUP_BITS)))];
	const answers = answersOfNumber(integerOf(take(answerBits(itemIds.length))), itemIds);
	const asked = askedTrends(context);
	const trends = trendsOfBits(take(trendBits(asked.length)), asked);
	const topics = topicsOfBits(take(topicBits(context.closing ? context.dimensionIds.length : 0)), context);
	const padding = take(bits.length).slice(0, -CRC_BITS);
	if (revision === 0 || !group || !answers || topics === null || padding.includes('1')) return refused(DAMAGED);
	const { measurementId } = terms;
	const response = { id, measurementId, groupId: group.id, revision, answers, notes: {}, trends };
	return good({ response: topics ? { ...response, topics } : response });
}

/** The smallest number of bits that holds every base-7 number of so many digits; exact. */
function answerBits(itemCount: number): number {
	return itemCount === 0 ? 0 : (ANSWER_BASE ** BigInt(itemCount) - 1n).toString(2).length;
}

function codeBits(itemCount: number, trendCount: number, choiceCount: number): number {
	const head = VERSION_BITS + TAG_BITS + ID_BITS + REVISION_BITS + GROUP_BITS;
	const content = head + answerBits(itemCount) + trendBits(trendCount) + topicBits(choiceCount) + CRC_BITS;
	return Math.ceil(content / BLOCK_BITS) * BLOCK_BITS;
}

/** The dimensions that a code has room for: none in a measurement that does not ask. */
function askedTrends({ terms, dimensionIds }: CodeContext): readonly string[] {
	return terms.asksTrend ? dimensionIds : [];
}

/** @param hash in hexadecimal digits */
function tagOf(hash: string): string {
	return fixed(BigInt(`0x${hash.slice(0, 8)}`), 32).slice(0, TAG_BITS);
}

function checkedRevision(revision: number): number {
	if (Number.isInteger(revision) && revision >= 1 && revision <= MAX_REVISION) return revision;
	throw new RangeError(`Not a revision from 1 to ${MAX_REVISION}: ${revision}`);
}

/** The first item is the most significant digit. */
function numberOfAnswers(answers: IndividualResponse['answers'], itemIds: readonly string[]): bigint {
	const given = new Map(Object.entries(answers));
	return itemIds.reduce((total, itemId) => total * ANSWER_BASE + BigInt(digitOf(given.get(itemId))), 0n);
}

function digitOf(answer: Answer | undefined): number {
	if (answer === undefined) return 0;
	return answer === 'unknown' ? UNKNOWN_DIGIT : answer;
}

/** @returns undefined when the number is too large for so many items */
function answersOfNumber(total: bigint, itemIds: readonly string[]): Record<string, Answer> | undefined {
	let rest = total;
	const given: [string, Answer][] = [];
	for (const itemId of [...itemIds].reverse()) {
		const answer = answerOf(Number(rest % ANSWER_BASE));
		rest /= ANSWER_BASE;
		if (answer !== undefined) given.push([itemId, answer]);
	}
	return rest === 0n ? Object.fromEntries(given.reverse()) : undefined;
}

const scores: readonly Score[] = [1, 2, 3, 4, 5];

function answerOf(digit: number): Answer | undefined {
	return digit === UNKNOWN_DIGIT ? 'unknown' : scores[digit - 1];
}

/** Both in characters. */
function wrongLengthReason(found: number, expected: number): string | undefined {
	if (found < expected) {
		return `De code is niet volledig: ${found} van de ${expected} tekens. Vul aan wat ontbreekt.`;
	}
	if (found > expected) {
		return `De code is te lang: ${found} tekens, en het moeten er ${expected} zijn. Kijk of er niets dubbel staat.`;
	}
	return undefined;
}
