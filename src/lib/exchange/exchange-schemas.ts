import type { BundledAgreedScore, BundledCommitment, BundledReportChoice } from '$lib/domain/bundle';
import { MAX_COMMITMENT_NOTE, MAX_WHAT, MAX_WHO } from '$lib/domain/commitment';
import { z } from '$lib/domain/zod';
import {
	answerSchema,
	dateSchema,
	groupIdSchema,
	itemIdSchema,
	measurementIdSchema,
	measurementSchema,
	noteTextSchema,
	partnershipSchema,
	responseSchema
} from './record-schemas';

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
	by: z.union([dateSchema, z.literal('')]),
	status: z.enum(['open', 'busy', 'done', 'dropped']),
	note: z.string().max(MAX_COMMITMENT_NOTE),
	createdAt: z.iso.datetime()
}) satisfies z.ZodType<BundledCommitment>;

/** A general prompt is chosen for one dimension: its id is then that of both, joined by a hyphen. */
const chosenAdviceId = z
	.string()
	.max(161)
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** In UTF-16 units. */
export const MAX_OWN_WORDS = 20_000;

const reportChoiceSchema = z.strictObject({
	adviceIds: z.array(chosenAdviceId).max(1000).nullable(),
	ownWords: z.string().max(MAX_OWN_WORDS)
}) satisfies z.ZodType<BundledReportChoice>;

const measurementBundleSchema = z.strictObject({
	measurement: measurementSchema,
	responses: z.array(responseSchema),
	jointAnswers: z.array(jointAnswerSchema),
	notes: z.array(noteSchema),
	agreedScores: z.array(agreedScoreSchema),
	commitments: z.array(commitmentSchema),
	reportChoice: reportChoiceSchema.nullable(),
	position: itemIdSchema.nullable()
});

/** Version 1 of the exchange file. A released version never changes its meaning: see docs/exchange-file.md. */
export const exchangeFileSchema = z.strictObject({
	format: z.literal('samenwerkingsmeter-uitwisseling'),
	version: z.literal(1),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchema, measurements: z.array(measurementBundleSchema) })
	)
});
