import type { IndividualResponse, Measurement, Partnership, Trend } from '$lib/domain/measurement/measurement';
import { MAX_TURN, type BundledShowing } from '$lib/domain/scoring/showing';
import { z } from '$lib/domain/zod';
import { dateSchema, groupsWithPeopleSchema, itemIdSchema } from './field-schemas';
import { measurementSchemaV1, partnershipSchemaV1, responseSchemaV1 } from './record-schemas-v1';

/** The shapes of the domain's records as they come from outside: those of versions 1 and 2, with what came since. */

const trendSchema = z.enum(['better', 'same', 'worse']) satisfies z.ZodType<Trend>;

export const partnershipSchema = partnershipSchemaV1.extend({
	nextDate: z.union([dateSchema, z.literal('')])
}) satisfies z.ZodType<Partnership>;

export const measurementSchemaV2 = measurementSchemaV1.extend({
	asksTrend: z.boolean()
}) satisfies z.ZodType<Measurement>;

export const measurementSchema = measurementSchemaV2.extend({
	groups: groupsWithPeopleSchema
}) satisfies z.ZodType<Measurement>;

/** Since version 3. */
export const showingSchema = z.strictObject({
	device: z.string().regex(/^[0-9a-f]{10}$/),
	turn: z.int().min(0).max(MAX_TURN),
	shownOver: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.nullable(),
	backup: z.boolean()
}) satisfies z.ZodType<BundledShowing>;

export const responseSchema = responseSchemaV1.extend({
	trends: z.record(itemIdSchema, trendSchema)
}) satisfies z.ZodType<IndividualResponse>;

/** A record of version 1 as it is now: what was not there yet was not chosen or asked. */
export const partnershipOfV1 = (partnership: z.infer<typeof partnershipSchemaV1>): Partnership => ({
	...partnership,
	nextDate: ''
});
export const measurementOfV1 = (measurement: z.infer<typeof measurementSchemaV1>): Measurement => ({
	...measurement,
	asksTrend: false
});
export const responseOfV1 = (response: z.infer<typeof responseSchemaV1>): IndividualResponse => ({
	...response,
	trends: {}
});
