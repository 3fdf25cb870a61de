import { GET_LINK_AGAIN } from '$lib/exchange/what-to-do';
import { MAX_LINK_FRAGMENT } from '$lib/domain/text/file-limits';
import { decodeBase64Url, decodeHex, encodeBase64Url, encodeHex } from '$lib/domain/text/bytes-as-text';
import {
	follows,
	GROUP_ID,
	GROUP_NAME,
	MEASUREMENT_ID,
	PARTNERSHIP_NAME,
	PERMANENT_ID,
	PUBLIC_KEY,
	ROOM_ID,
	VERSION
} from '$lib/domain/text/field-rules';
import { isUsableDate } from '$lib/domain/dates';
import { fingerprint, FINGERPRINT_BITS } from '$lib/domain/text/fingerprint';
import {
	haveSameId,
	MAX_GROUPS,
	MIN_GROUPS,
	type Group,
	type Invitation,
	type LetterboxAddress,
	type Privacy
} from '$lib/domain/measurement/measurement';
import { CRC_DIGITS, crcDigits } from '$lib/exchange/encoding/crc-digits';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { parseClean, textOfBytes } from '$lib/exchange/json/read-clean';

/**
 * The fields in their order in the link: id, questionnaire, version, date, name, threshold or 0 for open, groups; then
 * whether the measurement asks for trends, which the first format leaves out; then the room and the public key of its
 * letterbox, only in the last.
 */
type Row = readonly [string, string, string, string, string, number, readonly (readonly string[])[], boolean];
type LetterboxRow = readonly [...Row, string, string];
const FIELDS = 8;
const LETTERBOX_FIELDS = 2;

/** The first character; in every later format too, with the last four characters the checksum. */
const PLAIN_FORMAT = '1';
/** These only for what the one before cannot say, so that an older app still reads every other link. */
const TREND_FORMAT = '2';
const OWN_FORMAT = '3';
const LETTERBOX_FORMAT = '4';
const formats = [PLAIN_FORMAT, TREND_FORMAT, OWN_FORMAT, LETTERBOX_FORMAT];
/** How long the row is, in base 36, before the row and the questionnaire of formats 3 and 4; the last may have none. */
const LENGTH_DIGITS = 3;
/**
 * White space behind the row, two bits a character: a second check, since damage in two places slips through the CRC
 * once in 65 536 times. An app that does not know it skips it as the white space it is in JSON, so that it reads the
 * link as before; and a link without it, which such an app made, is read on its CRC alone. It made none of format 4.
 */
const MARK_CHARACTERS = ' \t\n\r';
const MARK_LENGTH = 12;
const MARK_BITS = 24;
const MARK = new RegExp(`[${MARK_CHARACTERS}]*$`);

const DAMAGED = `De link is niet volledig of beschadigd. ${GET_LINK_AGAIN}`;
const SAME_ID = 'De link klopt niet: twee groepen hebben hetzelfde nummer. Vraag een nieuwe link.';
const TOO_LONG = `De link is te lang: dit kan geen uitnodiging zijn. ${GET_LINK_AGAIN}`;
const NEWER_FORMAT =
	'Deze link komt van een nieuwere versie van de app. Maak verbinding met internet, laad deze pagina opnieuw en probeer nog eens.';

/**
 * The longest link with a questionnaire in it that goes in a QR code, in characters: that has 137 modules a side.
 * Measured with decodeQR on simulated camera frames (turned, blurred, noise): always read from 720 lines
 * on. Longer ones need a better camera; they are sent.
 */
export const MAX_QR_LINK = 1700;

/**
 * The invitation as letters, digits, - and _, at most 8 kB: version, base64url of JSON, CRC-16 in hexadecimal. It ends
 * in a letter or digit, since programs that recognise links in a message may leave out a character at the end.
 * @param packed an own questionnaire, as `packQuestionnaire` gives it
 * @throws RangeError when it could not be read again, or is too long
 */
export function writeInvitation(invitation: Invitation, packed?: string): string {
	const row = toRow(invitation);
	if (!fromRow(row, row.length) || haveSameId(invitation.groups))
		throw new RangeError('Not an invitation that could be read again');
	const body = bodyOf(row, packed);
	const fragment = body + crcDigits(body);
	if (fragment.length > MAX_LINK_FRAGMENT) throw new RangeError(`Too long for a link: ${fragment.length}`);
	return fragment;
}

function bodyOf(row: Row | LetterboxRow, packed: string | undefined): string {
	const encode = (format: string, value: unknown) => {
		const text = JSON.stringify(value);
		return encodeBase64Url(new TextEncoder().encode(text + markOf(format, text, packed)));
	};
	if (packed !== undefined || row.length > FIELDS) {
		const format = row.length > FIELDS ? LETTERBOX_FORMAT : OWN_FORMAT;
		const head = encode(format, row);
		return format + head.length.toString(36).padStart(LENGTH_DIGITS, '0') + head + (packed ?? '');
	}
	const asksTrend = row.at(-1) === true;
	return asksTrend ? TREND_FORMAT + encode(TREND_FORMAT, row) : PLAIN_FORMAT + encode(PLAIN_FORMAT, row.slice(0, -1));
}

/** Of everything in the link; the fingerprint's first bits, which are the best mixed. */
function markOf(format: string, row: string, packed = ''): string {
	let rest = Math.floor(fingerprint(`${format}${row} ${packed}`) / 2 ** (FINGERPRINT_BITS - MARK_BITS));
	return Array.from({ length: MARK_LENGTH }, () => {
		const character = MARK_CHARACTERS.charAt(rest % MARK_CHARACTERS.length);
		rest = Math.floor(rest / MARK_CHARACTERS.length);
		return character;
	}).join('');
}

/** An invitation as it stood in a link. */
export interface ReadInvitation {
	invitation: Invitation;
	/** An own questionnaire, still packed and not looked at, when the link brings one. */
	packed: string | undefined;
}

/** Reads what stands in an address behind the #, with or without the # itself. */
export function readInvitation(fragment: string): Outcome<ReadInvitation> {
	const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
	if (text.length > MAX_LINK_FRAGMENT) return refused(TOO_LONG);
	const body = text.slice(0, -CRC_DIGITS);
	if (!/^[A-Za-z0-9_-]+$/.test(body) || crcDigits(body) !== text.slice(-CRC_DIGITS)) return refused(DAMAGED);
	const format = body.charAt(0);
	if (!formats.includes(format)) return refused(NEWER_FORMAT);
	const { head, packed } = partsOf(body);
	const fields = parseHead(format, head, packed);
	const row: unknown = format === PLAIN_FORMAT && Array.isArray(fields) ? [...(fields as unknown[]), false] : fields;
	const invitation = fromRow(row, format === LETTERBOX_FORMAT ? FIELDS + LETTERBOX_FIELDS : FIELDS);
	if (!invitation) return refused(DAMAGED);
	return haveSameId(invitation.groups) ? refused(SAME_ID) : good({ invitation, packed });
}

function partsOf(body: string): { head: string; packed: string | undefined } {
	const format = body.charAt(0);
	if (format !== OWN_FORMAT && format !== LETTERBOX_FORMAT) return { head: body.slice(1), packed: undefined };
	const start = 1 + LENGTH_DIGITS;
	const length = parseInt(body.slice(1, start), 36);
	const packed = body.slice(start + length);
	const brings = format === OWN_FORMAT || packed !== '';
	return { head: body.slice(start, start + length), packed: brings ? packed : undefined };
}

/** @param appAddress where the app is hosted, as `normaliseAddress` gives it */
export function invitationLink(appAddress: string, invitation: Invitation, packed?: string): string {
	return `${appAddress}meedoen/#${writeInvitation(invitation, packed)}`;
}

function toRow({ letterbox, ...invitation }: Invitation): Row | LetterboxRow {
	const row = rowOf(invitation);
	return letterbox ? [...row, letterbox.roomId, letterbox.publicKey] : row;
}

function rowOf({ measurementId, questionnaire, groups, privacy, partnershipName, date, asksTrend }: Invitation): Row {
	return [
		shortId(measurementId),
		questionnaire.id,
		questionnaire.version,
		date,
		partnershipName,
		privacy.mode === 'open' ? 0 : privacy.threshold,
		groups.map((group) => [shortId(group.id), group.role, group.name]),
		asksTrend
	];
}

/**
 * By plain rules, the same that the schemas are made of: a phone on a bad connection must not wait for a validator.
 * @param count of fields, by the format
 * @returns undefined for what is no row of this app
 */
function fromRow(row: unknown, count: number): Invitation | undefined {
	if (!Array.isArray(row) || row.length !== count) return undefined;
	const [shortened, id, version, date, partnershipName, threshold, rows, asksTrend, ...more] = row as unknown[];
	const measurementId = longId(shortened);
	const groups = readGroups(rows);
	const privacy = readPrivacy(threshold);
	if (!follows(MEASUREMENT_ID, measurementId) || !follows(PERMANENT_ID, id) || !follows(VERSION, version))
		return undefined;
	if (!isUsableDate(date) || !follows(PARTNERSHIP_NAME, partnershipName) || typeof asksTrend !== 'boolean')
		return undefined;
	if (!groups || !privacy) return undefined;
	const invitation = {
		measurementId,
		questionnaire: { id, version },
		groups,
		privacy,
		partnershipName,
		date,
		asksTrend
	};
	const letterbox = readLetterbox(more);
	if (!letterbox) return count === FIELDS ? invitation : undefined;
	return { ...invitation, letterbox };
}

function readLetterbox([roomId, publicKey]: readonly unknown[]): LetterboxAddress | undefined {
	return follows(ROOM_ID, roomId) && follows(PUBLIC_KEY, publicKey) ? { roomId, publicKey } : undefined;
}

function readPrivacy(threshold: unknown): Privacy | undefined {
	if (threshold === 0) return { mode: 'open' };
	return threshold === 3 || threshold === 4 || threshold === 5 ? { mode: 'anoniem', threshold } : undefined;
}

function readGroups(rows: unknown): Group[] | undefined {
	if (!Array.isArray(rows) || rows.length < MIN_GROUPS || rows.length > MAX_GROUPS) return undefined;
	const groups = rows.flatMap((row: unknown): Group[] => {
		if (!Array.isArray(row) || row.length !== 3) return [];
		const [shortened, role, name] = row as unknown[];
		const id = longId(shortened);
		return follows(GROUP_ID, id) && follows(PERMANENT_ID, role) && follows(GROUP_NAME, name)
			? [{ id, role, name }]
			: [];
	});
	return groups.length === rows.length ? groups : undefined;
}

/** 32 hexadecimal digits as ~ and 22 characters; any other id as it is. */
function shortId(id: string): string {
	return follows(MEASUREMENT_ID, id) ? `~${encodeBase64Url(decodeHex(id))}` : id;
}

function longId(text: unknown): unknown {
	if (typeof text !== 'string') return undefined;
	const bytes = text.startsWith('~') ? decodeBase64Url(text.slice(1)) : undefined;
	return bytes === undefined ? text : encodeHex(bytes);
}

/**
 * @returns undefined, which no JSON gives, when it is not base64url of JSON in UTF-8, or its mark is of something else
 */
function parseHead(format: string, head: string, packed: string | undefined): unknown {
	const bytes = decodeBase64Url(head);
	const text = bytes && textOfBytes(bytes);
	if (text === undefined) return undefined;
	const [mark = ''] = MARK.exec(text) ?? [];
	const row = text.slice(0, text.length - mark.length);
	const isUnmarked = mark === '' && format !== LETTERBOX_FORMAT;
	return isUnmarked || mark === markOf(format, row, packed) ? parseClean(row) : undefined;
}
