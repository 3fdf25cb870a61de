/**
 * What single fields may hold, as plain rules: the schemas are made of them, and what must start
 * fast checks with them alone.
 */

/** What a text must look like; lengths in UTF-16 units. */
export interface TextRule {
	max: number;
	pattern: RegExp;
}

/**
 * Permanent ids, of an item, a dimension or a role: lower-case words joined by hyphens,
 * never reused for another meaning.
 */
export const PERMANENT_ID: TextRule = { max: 80, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ };
export const VERSION: TextRule = { max: 40, pattern: /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/ };
/** 128 random bits as 32 hexadecimal digits, lower case; of a partnership and a commitment too. */
export const MEASUREMENT_ID: TextRule = { max: 32, pattern: /^[0-9a-f]{32}$/ };
/** 40 random bits as 10 hexadecimal digits: short enough for a code to read out. */
export const RESPONSE_ID: TextRule = { max: 10, pattern: /^[0-9a-f]{10}$/ };
export const DEVICE_NAME = RESPONSE_ID;
/** A whole SHA-256. */
export const FINGERPRINT: TextRule = { max: 64, pattern: /^[0-9a-f]{64}$/ };
/** Random like the other ids, or a word in the example. */
export const GROUP_ID: TextRule = { max: 80, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ };
/** As a letterbox names the one of a measurement: 16 bytes as base64url. */
export const ROOM_ID: TextRule = { max: 22, pattern: /^[\w-]{21}[AQgw]$/ };
/** 65 bytes as base64url, of which the first is 4: whether it is a point on the curve shows at sealing. */
export const PUBLIC_KEY: TextRule = { max: 87, pattern: /^B[A-P][\w-]{84}[AEIMQUYcgkosw048]$/ };
/**
 * Of a note on a statement or on what was agreed, and of a facilitator's own words in a report, in UTF-16
 * units, as the text fields count.
 */
export const MAX_NOTE_LENGTH = 5000;
export const MAX_OWN_WORDS = 20_000;
export const PARTNERSHIP_NAME: TextRule = { max: 200, pattern: /\S/ };
export const GROUP_NAME: TextRule = { max: 120, pattern: /\S/ };

/** What a partnership is found by, such as a region or a kind. */
export const TAG: TextRule = { max: 40, pattern: /\S/ };
export const MAX_TAGS = 10;

/** How many people a side has. */
export const PEOPLE_AT_LEAST = 1;
export const PEOPLE_AT_MOST = 9999;

export function follows(rule: TextRule, value: unknown): value is string {
	return typeof value === 'string' && value.length <= rule.max && rule.pattern.test(value);
}
