import { type Answer, type Group, type Privacy, THRESHOLDS } from '$lib/domain/measurement/measurement';
import {
	GROUP_ID,
	GROUP_NAME,
	MAX_NOTE_LENGTH,
	MEASUREMENT_ID,
	PARTNERSHIP_NAME,
	PEOPLE_AT_LEAST,
	PEOPLE_AT_MOST,
	type TextRule
} from '$lib/domain/text/field-rules';
import { isUsableDate } from '$lib/domain/dates';
import { MAX_GROUPS, MIN_GROUPS } from '$lib/domain/measurement/measurement';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';

/**
 * The shapes of single fields of the domain's records as they come from outside: every version of
 * a file and a link uses them.
 */

const following = ({ max, pattern }: TextRule) => z.string().max(max).regex(pattern);

export const measurementIdSchema = z.string().regex(MEASUREMENT_ID.pattern);

/** Permanent ids: of an item, a dimension or a role. */
export const itemIdSchema = questionnaireSchema.shape.id;

export const groupIdSchema = following(GROUP_ID);

export const questionnaireRefSchema = z.strictObject({
	id: questionnaireSchema.shape.id,
	version: questionnaireSchema.shape.version
});

export const partnershipNameSchema = following(PARTNERSHIP_NAME);
/** A day that people can choose on a screen. */
export const dateSchema = z.iso.date().refine(isUsableDate);
/** By when something is agreed: screens took any year before, so files have them; see `withUsableDay` (domain). */
export const anyDateSchema = z.iso.date();

const groupSchema = z.strictObject({ id: groupIdSchema, role: itemIdSchema, name: following(GROUP_NAME) });

const groupsOf = <G extends Group>(group: z.ZodType<G>) =>
	z
		.array(group)
		.min(MIN_GROUPS)
		.max(MAX_GROUPS)
		.refine((groups) => new Set(groups.map(({ id }) => id)).size === groups.length);

export const groupsSchema = groupsOf(groupSchema);
/** Since version 3. */
export const groupsWithPeopleSchema = groupsOf(
	groupSchema.extend({ people: z.int().min(PEOPLE_AT_LEAST).max(PEOPLE_AT_MOST).exactOptional() })
);

export const privacySchema = z.discriminatedUnion('mode', [
	z.strictObject({ mode: z.literal('open') }),
	z.strictObject({ mode: z.literal('anoniem'), threshold: z.literal(THRESHOLDS) })
]) satisfies z.ZodType<Privacy>;

export const answerSchema = z.literal([1, 2, 3, 4, 5, 'unknown']) satisfies z.ZodType<Answer>;

export const noteTextSchema = z.string().max(MAX_NOTE_LENGTH);
