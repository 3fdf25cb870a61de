import { MAX_LINK_FRAGMENT } from '$lib/domain/text/file-limits';
import { crcDigitsAlong, CRC_DIGITS } from '$lib/exchange/encoding/crc-digits';
import { readInvitation, type ReadInvitation } from './invitation';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { readingsOf } from './mangled-text';

/** An invitation that was looked for, with what stands behind the # in a sound link to it. */
export type FoundInvitation = ReadInvitation & { fragment: string };

/** In characters: more than a link that was encoded twice, with the message around it. */
const MAX_TEXT = 50_000;
/** No message has more of them. */
const MAX_STARTS = 20;
/** What may stand glued behind a link that has no end of its own, in characters. */
const MAX_GLUED = 16;

/** Format and first characters of the row, of which the text begins with a bracket and a quote. */
const START = /(?:[12]|[34][0-9a-z]{3})Wy[IJ]/g;

const SEVERAL =
	'Hier staan links van verschillende metingen. Kies in je bericht de link van de meting waaraan je meedoet, en plak alleen die.';
const TOO_LONG = 'Dit is te lang voor een link. Plak alleen de link die je kreeg.';

/**
 * The invitation in an address or in a text that people paste, whatever mail and chat programs, security scanners and
 * copying did to it: encoded, broken over lines, with more before or behind it. Only one that passes its checks counts,
 * so it is the invitation that was sent, or none.
 */
export function findInvitation(text: string): Outcome<FoundInvitation> {
	const fragment = text.slice(text.indexOf('#') + 1);
	const sound = readInvitation(fragment);
	if (sound.kind === 'good') return { ...sound, fragment };
	if (text.length > MAX_TEXT) return refused(TOO_LONG);
	const found = new Map<string, FoundInvitation>();
	for (const reading of readingsOf(text)) {
		for (const one of invitationsIn(reading)) {
			const key = JSON.stringify(one.invitation);
			// The same without its questionnaire, or cut off behind a chance: the longest brings most.
			if (one.fragment.length > (found.get(key)?.fragment.length ?? 0)) found.set(key, one);
		}
	}
	const [one, another] = found.values();
	if (another) return refused(SEVERAL);
	return one ? good(one) : sound;
}

function* invitationsIn(text: string): Generator<FoundInvitation> {
	let starts = 0;
	START.lastIndex = 0;
	for (let match = START.exec(text); match && starts < MAX_STARTS; match = START.exec(text)) {
		starts += 1;
		const [word = ''] = /^[A-Za-z0-9_-]+/.exec(text.slice(match.index, match.index + MAX_LINK_FRAGMENT)) ?? [];
		for (const fragment of soundBeginnings(word)) {
			const read = readInvitation(fragment);
			if (read.kind === 'good') yield { ...read, fragment };
		}
	}
}

/**
 * The beginnings of a text that end in their own checksum. A row has an end of its own, and in a link with a letterbox
 * the second check is of all that is in it; a packed questionnaire in any other link has none.
 */
function* soundBeginnings(text: string): Generator<string> {
	const shortest = text.startsWith('3') ? text.length - CRC_DIGITS - MAX_GLUED : 0;
	let length = 0;
	for (const digits of crcDigitsAlong(text)) {
		length += 1;
		if (length >= shortest && text.startsWith(digits, length)) yield text.slice(0, length + CRC_DIGITS);
	}
}
