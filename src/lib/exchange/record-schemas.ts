import type { Answer, Group, IndividualResponse, Measurement, Partnership, Privacy } from '$lib/domain/measurement';
import { MAX_GROUPS, MAX_REVISION, MIN_GROUPS } from '$lib/domain/measurement';
import { questionnaireSchema } from '$lib/domain/questionnaire';
import { z } from '$lib/domain/zod';

/** The shapes of the domain's records as they come from outside. */

/** In UTF-16 units, as the text fields count. */
export const MAX_NOTE_LENGTH = 5000;

const name = (max: number) => z.string().max(max).regex(/\S/);
const randomId = z.string().regex(/^[0-9a-f]{32}$/);

/** 128 random bits as 32 hexadecimal digits, lower case. */
export const measurementIdSchema = randomId;

/** Permanent ids: of an item or a role. */
export const itemIdSchema = questionnaireSchema.shape.id;

/** Random like the other ids, or a word in the example. */
export const groupIdSchema = z
	.string()
	.max(80)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const questionnaireRefSchema = z.strictObject({
	id: questionnaireSchema.shape.id,
	version: questionnaireSchema.shape.version.max(40)
});

export const partnershipNameSchema = name(200);
export const dateSchema = z.iso.date();

export const groupsSchema = z
	.array(z.strictObject({ id: groupIdSchema, role: itemIdSchema, name: name(120) }) satisfies z.ZodType<Group>)
	.min(MIN_GROUPS)
	.max(MAX_GROUPS)
	.refine((groups) => new Set(groups.map((group) => group.id)).size === groups.length);

export const privacySchema = z.discriminatedUnion('mode', [
	z.strictObject({ mode: z.literal('open') }),
	z.strictObject({ mode: z.literal('anoniem'), threshold: z.literal([3, 4, 5]) })
]) satisfies z.ZodType<Privacy>;

export const answerSchema = z.literal([1, 2, 3, 4, 5, 'unknown']) satisfies z.ZodType<Answer>;

export const noteTextSchema = z.string().max(MAX_NOTE_LENGTH);

export const responseSchema = z.strictObject({
	id: z.string().regex(/^[0-9a-f]{10}$/),
	measurementId: measurementIdSchema,
	groupId: groupIdSchema,
	revision: z.int().min(1).max(MAX_REVISION),
	answers: z.record(itemIdSchema, answerSchema),
	notes: z.record(itemIdSchema, noteTextSchema)
}) satisfies z.ZodType<IndividualResponse>;

export const partnershipSchema = z.strictObject({
	id: randomId,
	name: partnershipNameSchema,
	createdAt: z.iso.datetime(),
	example: z.boolean()
}) satisfies z.ZodType<Partnership>;

export const measurementSchema = z.strictObject({
	id: measurementIdSchema,
	partnershipId: randomId,
	name: z.string().max(80),
	date: dateSchema,
	questionnaire: questionnaireRefSchema,
	groups: groupsSchema,
	privacy: privacySchema,
	status: z.enum(['open', 'closed']),
	sealed: z.boolean(),
	ways: z.array(z.enum(['together', 'device', 'phone', 'paper'])).refine((ways) => new Set(ways).size === ways.length),
	createdAt: z.iso.datetime()
}) satisfies z.ZodType<Measurement>;
