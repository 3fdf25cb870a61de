import type { QuestionnaireDraft } from '$lib/domain/drafting/draft';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';
import { measurementIdSchema, questionnaireRefSchema } from './field-schemas';

/** A questionnaire that someone is still making, as a file with everything has it: since version 6. */

/** In UTF-16 units; the screen lets nobody write a tenth of it in one field. */
const MAX_DRAFT_TEXT = 5000;

/**
 * The same fields, in which nothing has to stand yet: made of the one schema, so that what a questionnaire gets later
 * is in a draft as well. What belongs to another kind of tip may stand beside, since who chooses again gets it back.
 */
function unfinished(schema: unknown): z.ZodType {
	if (schema instanceof z.ZodString) return z.string().max(MAX_DRAFT_TEXT);
	if (schema instanceof z.ZodNumber) return z.number().min(0);
	if (schema instanceof z.ZodOptional) return unfinished(schema.unwrap()).optional();
	if (schema instanceof z.ZodNullable) return unfinished(schema.unwrap()).nullable();
	if (schema instanceof z.ZodArray) return z.array(unfinished(schema.element));
	if (schema instanceof z.ZodObject) return z.strictObject(unfinishedFields(schema));
	if (schema instanceof z.ZodDiscriminatedUnion) return z.union(besideEachOther(schema.options));
	if (schema instanceof z.ZodUnion) return z.union(schema.options.map(unfinished));
	if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return schema;
	throw new TypeError('A kind of schema that a draft does not know');
}

function unfinishedFields({ shape }: z.ZodObject): Record<string, z.ZodType> {
	return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, unfinished(field)]));
}

function besideEachOther(options: readonly unknown[]): z.ZodType[] {
	const kinds = options.flatMap((option) => (option instanceof z.ZodObject ? [unfinishedFields(option)] : []));
	const all = Object.assign({}, ...kinds) as Record<string, z.ZodType>;
	const optional = Object.fromEntries(Object.entries(all).map(([name, field]) => [name, field.optional()]));
	return kinds.map((fields) => z.strictObject({ ...optional, ...fields }));
}

export const draftSchema = z.strictObject({
	id: measurementIdSchema,
	content: unfinished(questionnaireSchema) as z.ZodType<Questionnaire>,
	base: questionnaireRefSchema.nullable(),
	change: z.string().max(MAX_DRAFT_TEXT)
}) satisfies z.ZodType<QuestionnaireDraft>;
