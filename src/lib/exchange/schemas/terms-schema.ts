import { HASH_DIGITS, type Terms } from '$lib/domain/measurement/terms';
import { z } from '$lib/domain/zod';
import { groupsSchema, measurementIdSchema, privacySchema, questionnaireRefSchema } from './field-schemas';

/** The terms that a response was answered under, as its file has them. */
export const termsSchema = z.strictObject({
	measurementId: measurementIdSchema,
	questionnaire: questionnaireRefSchema.extend({
		content: z.string().regex(new RegExp(`^[0-9a-f]{${HASH_DIGITS}}$`))
	}),
	groups: groupsSchema,
	privacy: privacySchema,
	asksTrend: z.boolean()
}) satisfies z.ZodType<Terms>;
