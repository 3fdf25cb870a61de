import { DEVICE_NAME, FINGERPRINT, RESPONSE_ID } from '$lib/domain/text/field-rules';
import {
	WAYS,
	MAX_REVISION,
	type IndividualResponse,
	type Measurement,
	type Partnership
} from '$lib/domain/measurement/measurement';
import type { Topics, Trend } from '$lib/domain/measurement/measurement';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import { MAX_TURN, type BundledShowing } from '$lib/domain/measurement/showing';
import { z } from '$lib/domain/zod';
import {
	answerSchema,
	dateSchema,
	groupIdSchema,
	groupsSchema,
	groupsWithPeopleSchema,
	itemIdSchema,
	measurementIdSchema,
	noteTextSchema,
	partnershipNameSchema,
	privacySchema,
	questionnaireRefSchema
} from './field-schemas';

/**
 * The shapes of the domain's records as they come from outside. Files are written with their fields in the order of
 * these; a shape that people have files of never changes: see docs/exchange-file.md.
 */

/** Far more than a questionnaire has dimensions. */
const MAX_AGENDA = 1000;

const trendSchema = z.enum(['better', 'same', 'worse']) satisfies z.ZodType<Trend>;

export const partnershipSchema = z.strictObject({
	id: measurementIdSchema,
	name: partnershipNameSchema,
	createdAt: z.iso.datetime(),
	example: z.boolean(),
	nextDate: z.union([dateSchema, z.literal('')])
}) satisfies z.ZodType<Partnership>;

export const measurementSchemaV2 = z.strictObject({
	id: measurementIdSchema,
	partnershipId: measurementIdSchema,
	name: z.string().max(80),
	date: dateSchema,
	questionnaire: questionnaireRefSchema,
	groups: groupsSchema,
	privacy: privacySchema,
	status: z.enum(['open', 'closed']),
	sealed: z.boolean(),
	ways: z.array(z.enum(WAYS)).refine((ways) => new Set(ways).size === ways.length),
	createdAt: z.iso.datetime(),
	asksTrend: z.boolean()
}) satisfies z.ZodType<Measurement>;

export const measurementSchema = measurementSchemaV2.extend({
	groups: groupsWithPeopleSchema,
	agenda: z
		.array(itemIdSchema)
		.min(1)
		.max(MAX_AGENDA)
		.refine((ids) => new Set(ids).size === ids.length)
		.readonly()
		.exactOptional()
}) satisfies z.ZodType<Measurement>;

const base64url = (characters: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`));

/** Since version 4: only in a file with a lock. */
export const letterboxSchema = z.strictObject({
	roomId: base64url(22),
	roomSecret: base64url(43),
	publicKey: base64url(87),
	privateKey: base64url(43),
	openedOn: dateSchema,
	status: z.enum(['open', 'emptying', 'closed']),
	reopens: z.literal(true).optional()
}) satisfies z.ZodType<OwnLetterbox>;

/** Since version 3. */
export const showingSchema = z.strictObject({
	device: z.string().regex(DEVICE_NAME.pattern),
	turn: z.int().min(0).max(MAX_TURN),
	shownOver: z.string().regex(FINGERPRINT.pattern).nullable(),
	backup: z.boolean()
}) satisfies z.ZodType<BundledShowing>;

export const responseSchemaV2 = z.strictObject({
	id: z.string().regex(RESPONSE_ID.pattern),
	measurementId: measurementIdSchema,
	groupId: groupIdSchema,
	revision: z.int().min(1).max(MAX_REVISION),
	answers: z.record(itemIdSchema, answerSchema),
	notes: z.record(itemIdSchema, noteTextSchema),
	trends: z.record(itemIdSchema, trendSchema)
}) satisfies z.ZodType<IndividualResponse>;

/** How many may be chosen, and of which, is for who has the questionnaire. */
export const topicsSchema = z.array(itemIdSchema).readonly() satisfies z.ZodType<Topics>;

export const responseSchema = responseSchemaV2.extend({
	topics: topicsSchema.optional()
}) satisfies z.ZodType<IndividualResponse>;
