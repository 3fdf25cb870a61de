import type { Invitation } from '$lib/domain/measurement';
import { z } from '$lib/domain/zod';
import { decodeBase64Url, encodeBase64Url } from './base64url';
import { crc16 } from './crc16';
import { good, refused, type Outcome } from './outcome';
import {
	dateSchema,
	groupsSchema,
	measurementIdSchema,
	partnershipNameSchema,
	privacySchema,
	questionnaireRefSchema
} from './record-schemas';

export { isReachable, normaliseAddress } from './app-address';

const invitationSchema = z.strictObject({
	measurementId: measurementIdSchema,
	questionnaire: questionnaireRefSchema,
	groups: groupsSchema,
	privacy: privacySchema,
	partnershipName: partnershipNameSchema,
	date: dateSchema
}) satisfies z.ZodType<Invitation>;

/** The fields in their order in the link: id, questionnaire, version, date, name, threshold or 0 for open, groups. */
const rowSchema = z.tuple([
	z.string(),
	z.string(),
	z.string(),
	z.string(),
	z.string(),
	z.number(),
	z.array(z.tuple([z.string(), z.string(), z.string()]))
]);
type Row = z.infer<typeof rowSchema>;

/** The first character; in every later format too, with the last four characters the checksum. */
const FORMAT_VERSION = '1';
const CRC_DIGITS = 4;
/** In characters. */
const MAX_FRAGMENT = 4096;

const DAMAGED =
	'De link is niet volledig of beschadigd. Scan de QR-code opnieuw, of vraag om de link nog eens te sturen.';
const TOO_LONG =
	'De link is te lang: dit kan geen uitnodiging zijn. Scan de QR-code opnieuw, of vraag om de link nog eens te sturen.';
const NEWER_FORMAT =
	'Deze link komt van een nieuwere versie van de app. Maak verbinding met internet, laad deze pagina opnieuw en probeer nog eens.';

/**
 * The invitation as letters, digits, - and _, at most 4 kB: version, base64url of JSON, CRC-16 in hexadecimal. It ends in a
 * letter or digit, since programs that recognise links in a message may leave out a sign at the end.
 * @throws ZodError when the invitation has not the right shape, RangeError when it is too long
 */
export function writeInvitation(invitation: Invitation): string {
	const row = toRow(invitationSchema.parse(invitation));
	const body = FORMAT_VERSION + encodeBase64Url(new TextEncoder().encode(JSON.stringify(row)));
	const fragment = body + checksum(body);
	if (fragment.length > MAX_FRAGMENT) throw new RangeError(`Too long for a link: ${fragment.length}`);
	return fragment;
}

/** Reads what stands in an address behind the #, with or without the # itself. */
export function readInvitation(fragment: string): Outcome<{ invitation: Invitation }> {
	const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
	if (text.length > MAX_FRAGMENT) return refused(TOO_LONG);
	const body = text.slice(0, -CRC_DIGITS);
	if (!/^[A-Za-z0-9_-]+$/.test(body) || checksum(body) !== text.slice(-CRC_DIGITS)) return refused(DAMAGED);
	if (!body.startsWith(FORMAT_VERSION)) return refused(NEWER_FORMAT);
	const row = rowSchema.safeParse(parseBody(body.slice(FORMAT_VERSION.length)));
	const parsed = invitationSchema.safeParse(row.success ? fromRow(row.data) : undefined);
	return parsed.success ? good({ invitation: parsed.data }) : refused(DAMAGED);
}

/** @param appAddress where the app is hosted, as `normaliseAddress` gives it */
export function invitationLink(appAddress: string, invitation: Invitation): string {
	return `${appAddress}meedoen/#${writeInvitation(invitation)}`;
}

function toRow({ measurementId, questionnaire, groups, privacy, partnershipName, date }: Invitation): Row {
	return [
		shortId(measurementId),
		questionnaire.id,
		questionnaire.version,
		date,
		partnershipName,
		privacy.mode === 'open' ? 0 : privacy.threshold,
		groups.map((group) => [shortId(group.id), group.role, group.name])
	];
}

/** Not yet checked: what is malformed stays malformed. */
function fromRow([measurementId, id, version, date, partnershipName, threshold, groups]: Row): unknown {
	return {
		measurementId: longId(measurementId),
		questionnaire: { id, version },
		groups: groups.map(([groupId, role, name]) => ({ id: longId(groupId), role, name })),
		privacy: threshold === 0 ? { mode: 'open' } : { mode: 'anoniem', threshold },
		partnershipName,
		date
	};
}

/** 32 hexadecimal digits as ~ and 22 characters; any other id as it is. */
function shortId(id: string): string {
	if (!/^[0-9a-f]{32}$/.test(id)) return id;
	return `~${encodeBase64Url(Uint8Array.from(id.match(/../g) ?? [], (byte) => parseInt(byte, 16)))}`;
}

function longId(text: string): string {
	const bytes = text.startsWith('~') ? decodeBase64Url(text.slice(1)) : undefined;
	return bytes === undefined ? text : Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns undefined, which no JSON gives, when it is not base64url of JSON in UTF-8 */
function parseBody(body: string): unknown {
	const bytes = decodeBase64Url(body);
	try {
		return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/** @param text ASCII only */
function checksum(text: string): string {
	const bits = Array.from(text, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
	return crc16(bits).toString(16).padStart(CRC_DIGITS, '0');
}
