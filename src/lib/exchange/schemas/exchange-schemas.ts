import type {
	BundledAgreedScore,
	BundledCommitment,
	BundledJointAnswer,
	BundledReportChoice
} from '$lib/domain/intake/bundle';
import { MAX_COMMITMENT_NOTE, MAX_WHAT, MAX_WHO } from '$lib/domain/measurement/commitment';
import { MAX_EDITORS } from '$lib/domain/measurement/edits';
import type { Partnership } from '$lib/domain/measurement/measurement';
import { areDifferentTags } from '$lib/domain/measurement/tags';
import { DEVICE_NAME, MAX_OWN_WORDS, MAX_TAGS, TAG } from '$lib/domain/text/field-rules';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { z } from '$lib/domain/zod';
import {
	answerSchema,
	anyDateSchema,
	groupIdSchema,
	itemIdSchema,
	measurementIdSchema,
	noteTextSchema
} from './field-schemas';
import { draftSchema } from './draft-schema';
import {
	letterboxSchema,
	measurementSchema,
	measurementSchemaV2,
	partnershipSchema,
	responseSchema,
	responseSchemaV2,
	showingSchema,
	topicsSchema
} from './record-schemas';

/** The exchange file in each version. One that people have files of never changes: see docs/exchange-file.md. */

const jointAnswerSchemaV2 = z.strictObject({
	groupId: groupIdSchema,
	itemId: itemIdSchema,
	answer: answerSchema,
	/** Counts up with every change of this answer. */
	revision: z.int().min(1)
});

/** At the closing question the topics. */
const jointAnswerSchema = jointAnswerSchemaV2.extend({
	answer: z.union([answerSchema, topicsSchema, z.null()])
}) satisfies z.ZodType<BundledJointAnswer>;

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

const measurementBundleSchemaV2 = z.strictObject({
	measurement: measurementSchemaV2,
	responses: z.array(responseSchemaV2),
	jointAnswers: z.array(jointAnswerSchemaV2),
	notes: z.array(z.strictObject({ itemId: itemIdSchema, text: noteTextSchema })),
	agreedScores: z.array(agreedScoreSchema),
	commitments: z.array(commitmentSchema),
	reportChoice: reportChoiceSchema.nullable(),
	position: itemIdSchema.nullable()
});

const exchangeFileSchemaV2 = z.strictObject({
	format: z.literal('samenwerkingsmeter-uitwisseling'),
	version: z.literal(2),
	partnerships: z.array(
		z.strictObject({ partnership: partnershipSchema, measurements: z.array(measurementBundleSchemaV2) })
	),
	/** Those that people made themselves and that measurements in the file use; with everything, all of them. */
	questionnaires: z.array(questionnaireSchema)
});

/** Since version 5. */
const editsSchema = z
	.record(z.string().regex(DEVICE_NAME.pattern), z.int().min(1))
	.refine((edits) => Object.keys(edits).length <= MAX_EDITORS);

const measurementBundleSchema = measurementBundleSchemaV2.extend({
	measurement: measurementSchema,
	responses: z.array(responseSchema),
	jointAnswers: z.array(jointAnswerSchema),
	agreedScores: z.array(agreedScoreSchema.extend({ edits: editsSchema.exactOptional() })),
	commitments: z.array(commitmentSchema.extend({ edits: editsSchema.exactOptional() })),
	showing: showingSchema.exactOptional(),
	letterbox: letterboxSchema.exactOptional()
});

/** Since version 5. */
const taggedPartnershipSchema = partnershipSchema.extend({
	tags: z
		.array(z.string().max(TAG.max).regex(TAG.pattern))
		.min(1)
		.max(MAX_TAGS)
		.refine(areDifferentTags)
		.readonly()
		.exactOptional()
}) satisfies z.ZodType<Partnership>;

/**
 * Version 3, which is written; 4 where a letterbox is in it, 5 where tags, private notes or edits are, and 6 where
 * drafts of questionnaires are, so that who knows of none says so.
 */
export const exchangeFileSchema = exchangeFileSchemaV2.extend({
	version: z.literal([3, 4, 5, 6]),
	partnerships: z.array(
		z.strictObject({
			partnership: taggedPartnershipSchema,
			measurements: z.array(measurementBundleSchema),
			privateNote: noteTextSchema.regex(/\S/).exactOptional()
		})
	),
	/** Since version 6. */
	drafts: z.array(draftSchema).min(1).exactOptional()
});
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;

/** A file of version 2, read as version 3: how many people a side has may be left out, and so may who shows it. */
export const exchangeFileFromV2 = exchangeFileSchemaV2.transform((file): ExchangeFile => ({ ...file, version: 3 }));

/** What stands around the elements of the lists, and those elements one by one; read as version 3. */
interface InParts {
	frame: z.ZodType;
	partnership: z.ZodType<ExchangeFile['partnerships'][number]>;
}

const noElements = z.array(z.null());

const emptied = { partnerships: noElements, questionnaires: noElements };
const partsOfV2: InParts = {
	frame: exchangeFileSchemaV2.extend(emptied),
	partnership: exchangeFileSchemaV2.shape.partnerships.element
};
const partsOfV3: InParts = {
	frame: exchangeFileSchema.extend({ ...emptied, drafts: noElements.min(1).exactOptional() }),
	partnership: exchangeFileSchema.shape.partnerships.element
};

/** @param version one that is read */
export function exchangeFileInParts(version: number): InParts {
	return version === 2 ? partsOfV2 : partsOfV3;
}
