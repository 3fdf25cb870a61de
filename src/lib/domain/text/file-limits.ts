/**
 * Every limit of what comes in from outside: files, links and codes. A stranger may have made them, so each is looked
 * at before what it limits is read. Screens say them with these numbers; what docs/ says of them is compared in a test.
 */

/** In bytes, of a whole file with measurements: it is written and read one partnership at a time. */
export const MAX_EXCHANGE_BYTES = 200_000_000;

/** In UTF-16 units, of what must be in memory whole: one partnership, or a file that is locked. */
export const MAX_TEXT_IN_MEMORY = 20_000_000;
/** The same in bytes: one UTF-16 unit is at most three. */
export const MAX_BYTES_IN_MEMORY = 3 * MAX_TEXT_IN_MEMORY;

/** In bytes: the largest exchange file that is locked, in the letters that age can write it in, and more. */
export const MAX_LOCKED_BYTES = 40_000_000;

/** log2 of scrypt's N, with r = 8 and p = 1: 128 MiB of memory and about half a second of a laptop for each guess. */
export const LOCK_WORK = 17;
/** What the `age` tool writes, 256 MiB; more would keep a browser busy or end it. */
export const MAX_LOCK_WORK = 18;

/** In UTF-16 units, of the file of one response. */
export const MAX_RESPONSE_TEXT = 1_000_000;

/** In UTF-16 units, of the text of an own questionnaire. */
export const MAX_QUESTIONNAIRE_TEXT = 1_000_000;

/** Blocks and lists within each other; nothing of this app comes near it. */
export const MAX_JSON_DEPTH = 40;
/**
 * Values in one text: a limit to what a hostile one asks of the memory. The largest file of this app has one in 16
 * characters: 1.25 million.
 */
export const MAX_JSON_VALUES = 2_000_000;
/** Partnerships and questionnaires in one file: more than any has; each costs memory. */
export const MAX_FILE_PARTS = 100_000;

/** In characters behind the # of a participants' link: room for an own questionnaire of some sixty statements. */
export const MAX_LINK_FRAGMENT = 8192;
/** In bytes, of the questionnaire in a link, unpacked: the end of what a link may ask of a phone. */
export const MAX_UNPACKED_BYTES = 100_000;

/** In characters of a response code, with spaces: more than any questionnaire needs. */
export const MAX_CODE = 10_000;

/** «20 MB»; of a text too, which is more in bytes when it has many accents. @param limit in bytes or UTF-16 units */
export function inMegabytes(limit: number): string {
	return `${limit / 1_000_000} MB`;
}

/** The memory that one guess at a passphrase takes, in MiB. @param work log2 of scrypt's N, with r = 8 */
export function lockMegabytes(work: number): number {
	return (2 ** work * 128 * 8) / 2 ** 20;
}
