import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import { z } from '$lib/domain/zod';
import {
	answerSchema,
	dateSchema,
	groupIdSchema,
	groupsSchema,
	itemIdSchema,
	measurementIdSchema,
	noteTextSchema,
	partnershipNameSchema,
	privacySchema,
	questionnaireRefSchema
} from './field-schemas';

/** The records as files of version 1 hold them. Such files open for ever: nothing here ever changes. */

export const responseSchemaV1 = z.strictObject({
	id: z.string().regex(/^[0-9a-f]{10}$/),
	measurementId: measurementIdSchema,
	groupId: groupIdSchema,
	revision: z.int().min(1).max(MAX_REVISION),
	answers: z.record(itemIdSchema, answerSchema),
	notes: z.record(itemIdSchema, noteTextSchema)
});

export const partnershipSchemaV1 = z.strictObject({
	id: measurementIdSchema,
	name: partnershipNameSchema,
	createdAt: z.iso.datetime(),
	example: z.boolean()
});

export const measurementSchemaV1 = z.strictObject({
	id: measurementIdSchema,
	partnershipId: measurementIdSchema,
	name: z.string().max(80),
	date: dateSchema,
	questionnaire: questionnaireRefSchema,
	groups: groupsSchema,
	privacy: privacySchema,
	status: z.enum(['open', 'closed']),
	sealed: z.boolean(),
	ways: z.array(z.enum(['together', 'device', 'phone', 'paper'])).refine((ways) => new Set(ways).size === ways.length),
	createdAt: z.iso.datetime()
});
