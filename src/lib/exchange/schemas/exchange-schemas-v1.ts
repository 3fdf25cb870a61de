import type { BundledAgreedScore, BundledCommitment, BundledReportChoice } from '$lib/domain/intake/bundle';
import { MAX_COMMITMENT_NOTE, MAX_WHAT, MAX_WHO } from '$lib/domain/measurement/commitment';
import { MAX_OWN_WORDS } from '$lib/domain/text/field-rules';
import { z } from '$lib/domain/zod';
import {
	answerSchema,
	anyDateSchema,
	groupIdSchema,
	itemIdSchema,
	measurementIdSchema,
	noteTextSchema
} from './field-schemas';
import { measurementSchemaV1, partnershipSchemaV1, responseSchemaV1 } from './record-schemas-v1';

/** The exchange file in version 1. Such files open for ever: nothing here ever changes. See docs/exchange-file.md. */

export const jointAnswerSchema = z.strictObject({
	groupId: groupIdSchema,
	itemId: itemIdSchema,
	answer: answerSchema,
	/** Counts up with every change of this answer. */
	revision: z.int().min(1)
});

export const noteSchema = z.strictObject({ itemId: itemIdSchema, text: noteTextSchema });

const agreedScoreSchema = z.strictObject({
	dimensionId: itemIdSchema,
	score: z.literal([1, 2, 3, 4, 5]).nullable(),
	note: noteTextSchema
}) satisfies z.ZodType<BundledAgreedScore>;

const commitmentSchema = z.strictObject({
	id: measurementIdSchema,
	adviceId: itemIdSchema.nullable(),
	dimensionId: itemIdSchema.nullable(),
	what: z.string().max(MAX_WHAT).regex(/\S/),
	who: z.string().max(MAX_WHO),
	by: z.union([anyDateSchema, z.literal('')]),
	status: z.enum(['open', 'busy', 'done', 'dropped']),
	note: z.string().max(MAX_COMMITMENT_NOTE),
	createdAt: z.iso.datetime()
}) satisfies z.ZodType<BundledCommitment>;

/** A general prompt is chosen for one dimension: its id is then that of both, joined by a hyphen. */
const chosenAdviceId = z
	.string()
	.max(161)
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

const reportChoiceSchema = z.strictObject({
	adviceIds: z.array(chosenAdviceId).max(1000).nullable(),
	ownWords: z.string().max(MAX_OWN_WORDS)
}) satisfies z.ZodType<BundledReportChoice>;

export const measurementBundleSchemaV1 = z.strictObject({
	measurement: measurementSchemaV1,
	responses: z.array(responseSchemaV1),
	jointAnswers: z.array(jointAnswerSchema),
	notes: z.array(noteSchema),
	agreedScores: z.array(agreedScoreSchema),
	commitments: z.array(commitmentSchema),
	reportChoice: reportChoiceSchema.nullable(),
	position: itemIdSchema.nullable()
});

export const exchangeFileSchemaV1 = z.strictObject({
	format: z.literal('samenwerkingsmeter-uitwisseling'),
	version: z.literal(1),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchemaV1, measurements: z.array(measurementBundleSchemaV1) })
	)
});
